"""Ảnh đúng định dạng như tên tệp và không hỏng

Đổi đuôi tệp không đổi định dạng. Ảnh HEIC của điện thoại, tệp PDF, SVG hay trang web mang đuôi ảnh thì
trình duyệt không hiện được, hoặc chạy mã bên trong. Tệp tải dở thì ảnh thiếu một phần.

Nguồn: ITU-T T.81 (JPEG); PNG (W3C); WebP Container Specification.

---

Photos are of the format that their name says, and whole

Another ending does not make another format. A phone's HEIC photo, a PDF file, an SVG drawing or a web page
with the ending of a photo is not shown by browsers, or runs the code within. A file that was cut off lacks
a part of the picture.

Source: ITU-T T.81 (JPEG); PNG (W3C); WebP Container Specification.

---

Good:
    images/bon-rua.jpg (JPEG)
Bad:
    images/bon-rua.jpg (HEIC)
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.photos import EXTENSIONS, format_of, read_photo
from generator.text import Text

SCOPE = "image"
SEVERITY = "error"
_SCRIPTED = ("SVG", "HTML")
_FLAWS = {
    "header": Text("cấu trúc tệp sai", "its structure is wrong"),
    "truncated": Text("tệp bị cắt ngang", "it is cut off"),
    "checksum": Text("tổng kiểm tra sai", "a checksum is wrong"),
    "size": Text("không có kích thước", "it has no size"),
}
_AGAIN = Text(
    "Xuất lại ảnh từ tệp gốc rồi thay vào.", "Export the photo again from the original and replace it."
)


def check(file: SourceFile, raw: bytes, programme: Programme) -> Iterator[Problem]:
    expected = EXTENSIONS.get(file.name.rpartition(".")[2].lower())
    found = format_of(raw)
    if expected is None:
        return
    if found == expected:
        flaw = read_photo(raw).flaw
        if flaw:
            why = _FLAWS[flaw]
            yield Problem(
                Text(f"Ảnh {found} bị hỏng: {why.vi}.", f"The {found} photo is broken: {why.en}."), _AGAIN
            )
    elif not raw:
        yield Problem(Text("Tệp ảnh rỗng.", "The photo's file is empty."), _AGAIN)
    elif found in EXTENSIONS.values():
        ending = next(ending for ending, name in EXTENSIONS.items() if name == found)
        yield Problem(
            Text(
                f"Tên tệp là ảnh {expected}, nội dung là {found}.",
                f"The name says {expected}, the contents are {found}.",
            ),
            Text(f"Đổi đuôi tệp thành .{ending}.", f"Let the file's name end with .{ending}."),
        )
    else:
        what = Text(found or "một loại không rõ", found or "of an unknown kind")
        code = (
            Text(", có thể chứa mã chạy được", ", which can carry code")
            if found in _SCRIPTED
            else Text("", "")
        )
        yield Problem(
            Text(
                f"Tên tệp là ảnh {expected}, nội dung là {what.vi}{code.vi}.",
                f"The name says {expected}, the contents are {what.en}{code.en}.",
            ),
            Text(
                f"Mở tệp gốc, xuất thành ảnh {expected} rồi thay vào; không đổi đuôi tệp.",
                f"Open the original and export it as {expected}; do not just rename it.",
            ),
        )
