"""The page of months leads to every month's list, and its numbers are those of the lists."""

import re
from pathlib import Path

from tests.catalogues import build_golden

LINK = re.compile(r'<li><a href="\.\./(giai-doan/[^"]+)">([^<]+)</a><b>([\d.]+)</b>')


def test_every_list_of_a_month_is_there_with_its_number(tmp_path: Path) -> None:
    public = build_golden(tmp_path)
    text = (public / "thang/index.html").read_text("utf-8")
    links = {path: int(number) for path, _, number in LINK.findall(text)}
    lists = {p.relative_to(public).as_posix() for p in public.glob("giai-doan/*/*.html")}
    assert links.keys() == {path for path in lists if not path.endswith("index.html")}
    for path, number in links.items():
        assert (public / path).read_text("utf-8").count("<li><a ") == number, path
    # The golden catalogue has one confidential innovation, which no month may show.
    total = re.search(r"<b>(\d+) sáng kiến</b>", text)
    assert total and sum(links.values()) + 1 == int(total[1])
    assert "Ngoài ra có 1 sáng kiến giữ kín nội dung" in text
