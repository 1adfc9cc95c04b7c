"""A larger catalogue of the tests' own: the base, more upper-level unions, and innovations that are made up.

It is the same whatever programme the repository is adopted for. Files are described as `{path: text}`.
"""

from functools import cache

from generator.demo.catalogue import files
from generator.document import Document
from generator.model import SourceFile, Union
from tests.harness import base_game

# ID, name, short name, type, then members and target of both phases; 0 is what is not known.
_UPPERS = (
    ("an-duong", "Liên đoàn Lao động huyện An Dương", "LĐLĐ huyện An Dương",
     "district", (11300, 11520), (750, 940)),
    ("an-lao", "Liên đoàn Lao động huyện An Lão", "LĐLĐ huyện An Lão",
     "district", (7700, 7850), (510, 640)),
    ("cat-hai", "Liên đoàn Lao động huyện Cát Hải", "LĐLĐ huyện Cát Hải",
     "district", (0, 0), (210, 270)),
    ("do-son", "Liên đoàn Lao động quận Đồ Sơn", "LĐLĐ quận Đồ Sơn",
     "district", (2900, 2950), (190, 240)),
    ("duong-kinh", "Liên đoàn Lao động quận Dương Kinh", "LĐLĐ quận Dương Kinh",
     "district", (5200, 5300), (340, 430)),
    ("hai-an", "Liên đoàn Lao động quận Hải An", "LĐLĐ quận Hải An",
     "district", (9400, 9580), (620, 780)),
    ("hong-bang", "Liên đoàn Lao động quận Hồng Bàng", "LĐLĐ quận Hồng Bàng",
     "district", (9000, 9180), (590, 750)),
    ("khu-kinh-te", "Công đoàn Khu kinh tế Hải Phòng", "CĐ Khu kinh tế Hải Phòng",
     "economic-zone", (0, 160646), (9140, 11360)),
    ("kien-an", "Liên đoàn Lao động quận Kiến An", "LĐLĐ quận Kiến An",
     "district", (6100, 6220), (400, 510)),
    ("kien-thuy", "Liên đoàn Lao động huyện Kiến Thụy", "LĐLĐ huyện Kiến Thụy",
     "district", (6900, 7030), (460, 570)),
    ("le-chan", "Liên đoàn Lao động quận Lê Chân", "LĐLĐ quận Lê Chân",
     "district", (8200, 8360), (540, 680)),
    ("nganh-cong-thuong", "Công đoàn ngành Công Thương Hải Phòng", "CĐ ngành Công Thương",
     "sector", (8800, 8970), (580, 730)),
    ("nganh-giao-duc", "Công đoàn ngành Giáo dục Hải Phòng", "CĐ ngành Giáo dục",
     "sector", (21500, 21930), (1420, 1780)),
    ("nganh-giao-thong-van-tai", "Công đoàn ngành Giao thông vận tải Hải Phòng", "CĐ ngành GTVT",
     "sector", (7400, 7540), (490, 610)),
    ("nganh-nong-nghiep", "Công đoàn ngành Nông nghiệp và Phát triển nông thôn Hải Phòng",
     "CĐ ngành NN và PTNT", "sector", (3100, 3160), (200, 260)),
    ("nganh-vien-chuc", "Công đoàn ngành Viên chức Hải Phòng", "CĐ ngành Viên chức",
     "sector", (0, 0), (210, 270)),
    ("nganh-xay-dung", "Công đoàn ngành Xây dựng Hải Phòng", "CĐ ngành Xây dựng",
     "sector", (5600, 5710), (370, 460)),
    ("nganh-y-te", "Công đoàn ngành Y tế Hải Phòng", "CĐ ngành Y tế",
     "sector", (9800, 9990), (650, 810)),
    ("ngo-quyen", "Liên đoàn Lao động quận Ngô Quyền", "LĐLĐ quận Ngô Quyền",
     "district", (8600, 8770), (570, 710)),
    ("thuy-nguyen", "Liên đoàn Lao động huyện Thủy Nguyên", "LĐLĐ huyện Thủy Nguyên",
     "district", (14800, 15090), (980, 1230)),
    ("tien-lang", "Liên đoàn Lao động huyện Tiên Lãng", "LĐLĐ huyện Tiên Lãng",
     "district", (5400, 5500), (360, 450)),
    ("vinh-bao", "Liên đoàn Lao động huyện Vĩnh Bảo", "LĐLĐ huyện Vĩnh Bảo",
     "district", (6300, 6420), (420, 520)),
)  # fmt: skip


@cache
def upper_files() -> dict[str, str]:
    """The files of the upper-level unions."""
    return {f"submissions/{row[0]}/union.yml": _text(*row[1:]) for row in _UPPERS}


@cache
def uppers() -> list[Union]:
    """The upper-level unions, in the order of their IDs."""
    shape = base_game().schemas.upper.shape
    named = ((SourceFile(path).union_id, text) for path, text in upper_files().items())
    return [Union.from_data(union_id, Document(text).data(shape)) for union_id, text in named]


@cache
def made_up(count: int) -> dict[str, str]:
    """So many innovations, with the files of all their unions."""
    return {**upper_files(), **dict(files(base_game().programme, uppers(), count, 1))}


def _text(name: str, short_name: str, kind: str, members: tuple[int, int], targets: tuple[int, int]) -> str:
    lines = [f"name: {name}", f"short_name: {short_name}", f"type: {kind}"]
    for key, numbers in (("members", members), ("targets", targets)):
        known = [f"phase-{phase}: {number}" for phase, number in enumerate(numbers, 1) if number]
        if known:
            lines.append(f"{key}: {{{', '.join(known)}}}")
    return "\n".join([*lines, "illustrative: true", ""])
