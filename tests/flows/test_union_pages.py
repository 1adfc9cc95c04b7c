"""The pages of a union that ended: until when it was there, who follows it, and no phase without it."""

import csv
from pathlib import Path

import pytest
from PIL import Image

from tests.catalogues import build_site, golden_catalogue
from tests.flows.test_entry_page import parsed, words

AWAY = "Đơn vị không hoạt động trong giai đoạn này."
FIRST = "Năm 2024 11/2024 – 12/2024"
SECOND = "Năm 2025 1/2025 – 3/2025"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden catalogue whose Công đoàn ngành Y ended with the first phase."""
    root = golden_catalogue(tmp_path_factory.mktemp("ended"))
    union = root / "submissions/nganh-y/union.yml"
    union.write_text(union.read_text("utf-8") + "valid: {to: 2024-12-31}\nsuccessor: quan-dong\n", "utf-8")
    built = build_site(root)
    assert {f.path.rpartition("/")[2] for f in built.survey.errors} == {"loi-thieu-ngay.yml"}
    return root / "public"


def panels(public: Path, path: str) -> list[str]:
    """What each meter of a page says."""
    tree = parsed((public / path).read_text("utf-8"))
    return [words(meter) for meter in tree.findall(".//div[@class='meter']")]


def test_its_last_day_and_its_successor_are_told(public: Path) -> None:
    tree = parsed((public / "don-vi/nganh-y/index.html").read_text("utf-8"))
    (note,) = [words(p) for p in tree.findall(".//p[@class='note']")]
    assert note == "Đơn vị này hoạt động đến hết ngày 31/12/2024. Đơn vị kế thừa: LĐLĐ quận Đông."


def test_a_phase_without_it_is_no_failure(public: Path) -> None:
    quota, gone, people, none = panels(public, "don-vi/nganh-y/index.html")
    assert quota.startswith(FIRST) and "1 / 2 50% chỉ tiêu" in quota
    assert people.startswith(FIRST) and "1 người" in people
    assert gone == none == f"{SECOND} {AWAY}"
    assert panels(public, "don-vi/nganh-y/nam-2025.html") == [f"{SECOND} {AWAY}"] * 2
    assert AWAY not in " ".join(panels(public, "don-vi/nganh-y/nam-2024.html"))
    widget = (public / "nhung/nganh-y.html").read_text("utf-8")
    assert "Năm 2024" in widget and "Năm 2025" not in widget
    with Image.open(public / "hinh/don-vi/nganh-y.png") as picture:
        shared = picture.info["Description"]
    assert "Năm 2024" in shared and "Năm 2025" not in shared


def test_a_phase_ranks_those_that_were_there(public: Path) -> None:
    ranked = {}
    for phase in ("nam-2024", "nam-2025"):
        with (public / f"giai-doan/{phase}/xep-hang.csv").open(encoding="utf-8-sig") as file:
            ranked[phase] = {row["Công đoàn"] for row in csv.DictReader(file)}
    assert ranked == {"nam-2024": {"CĐ ngành Y", "LĐLĐ quận Đông"}, "nam-2025": {"LĐLĐ quận Đông"}}
