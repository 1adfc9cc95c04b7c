"""What the page of an innovation says beside the innovation: for programs, for who reuses or cites it."""

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.catalogues import SITE, build_site, golden_catalogue

SEVERAL = "quan-dong/xuong-moc/bao-goc-ban-go"
NAMELESS = "quan-dong/xuong-moc/so-giao-ca-mot-trang"
CONFIDENTIAL = "quan-dong/to-det/khung-det-hai-lop"
BOTH_NAMED = "nganh-y/benh-vien-may/khau-trang-vai-mau"


def page(innovation_id: str) -> Any:
    """The page in the accepted golden site, as elements."""
    return parsed((SITE / f"sang-kien/{innovation_id}.html").read_text("utf-8"))


def parsed(html: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def told_to_programs(tree: Any) -> Any:
    return json.loads(tree.find(".//script[@type='application/ld+json']").text)


def test_programs_are_told_what_it_is() -> None:
    assert told_to_programs(page(SEVERAL)) == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": "Bào góc bàn gỗ bằng dưỡng xoay",
        "about": "Sản xuất",
        "author": [{"@type": "Person", "name": "Lê Văn Mộc"}],
        "sourceOrganization": {"@type": "Organization", "name": "CĐCS Xưởng mộc Cây Gạo"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "dateCreated": "2024-11-01",
    }


def test_a_pseudonym_is_no_author_and_a_secret_no_date() -> None:
    assert "author" not in told_to_programs(page(NAMELESS))
    assert told_to_programs(page(CONFIDENTIAL)).keys() == {
        "@context", "@type", "name", "about", "sourceOrganization", "license",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("innovation", "beginning"),
    [
        (SEVERAL, "Lê Văn Mộc và cộng sự (2024). “Bào góc"),
        (BOTH_NAMED, "Trần Thị Mây, Vũ Văn Gió (2024). “"),
        (NAMELESS, "CĐCS Xưởng mộc Cây Gạo (2025). “"),
        (CONFIDENTIAL, "CĐCS Tổ dệt Bến Nứa. “Khung dệt hai lớp"),
    ],
)
def test_one_sentence_cites_it(innovation: str, beginning: str) -> None:
    sentence = words(page(innovation).find(".//aside/details/p"))
    assert sentence.startswith(beginning)
    assert sentence.endswith(f"Sáng kiến tỉnh Mẫu: https://example.org/sang-kien/sang-kien/{innovation}.html")
    assert sentence.count("CĐCS") == 1
    assert "Tác giả 1" not in sentence


def test_who_reuses_it_knows_whom_to_ask_and_the_licence() -> None:
    aside = page(SEVERAL).find(".//aside")
    reuse = next(p for p in aside.findall("p") if p.find("a[@rel='license']") is not None)
    assert words(reuse).startswith("Muốn áp dụng, hãy hỏi CĐCS Xưởng mộc. ")
    assert reuse.find("a").get("href") == "https://creativecommons.org/licenses/by/4.0/"


def test_a_basis_without_a_sum_stands_alone(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    entry = root / f"submissions/{NAMELESS}.yml"
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("benefit: {", "benefit: {basis: Đếm số lần gọi lại., "), "utf-8")
    build_site(root)
    tree = parsed((root / f"public/sang-kien/{NAMELESS}.html").read_text("utf-8"))
    prose = [words(p) for p in tree.findall(".//div[@class='prose']/p")]
    assert prose[-2:] == ["Đếm số lần gọi lại.", "Hai ca hiểu nhau hơn."]


def test_without_an_address_the_citation_has_none(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    programme = root / "schema/programme.yml"
    text = programme.read_text("utf-8")
    programme.write_text(re.sub(r"(?m)^(site|repository)_url: .*$", r"\1_url: ''", text), "utf-8")
    build_site(root)
    tree = parsed((root / f"public/sang-kien/{SEVERAL}.html").read_text("utf-8"))
    assert words(tree.find(".//aside/details/p")).endswith("Sáng kiến tỉnh Mẫu.")
    assert not [a for a in tree.findall(".//aside//a") if "/edit/" in a.get("href")]
