"""The data of charts as files, and bars in pieces: small cases, written out."""

import csv
import io

import pytest

from generator.charts.bars import UNKNOWN, bars
from generator.pages.benefits import benefit_labels
from generator.pages.page import Sheet
from generator.pages.sheets import csv_of
from generator.statistics import BENEFITS


def test_a_bar_is_made_of_the_pieces_of_its_phases() -> None:
    parts = [({"a": 1, "b": 2}, 4), ({"a": 3}, 3)]
    first, second, rest = bars({"a": 4, "b": 2}, {"b": "Bê", "a": "A", "c": "Xê"}, 7, parts)[:3]
    assert (first.key, first.value, first.parts) == ("a", 4, (1, 3))
    assert [(piece.start, piece.width) for piece in first.pieces] == [("0%", "25%"), ("25%", "75%")]
    assert (second.key, second.parts, second.pieces[1].width) == ("b", (2, 0), "0")
    assert (rest.key, rest.parts) == ("c", (0, 0))
    assert first.share == pytest.approx(4 / 7)


def test_what_no_word_covers_stands_last() -> None:
    found = bars({"a": 1}, {"a": "A"}, 4, [({"a": 1}, 2), ({}, 2)])
    assert [(bar.key, bar.value, bar.parts) for bar in found] == [("a", 1, (1, 0)), (UNKNOWN, 3, (1, 2))]
    # The longest bar fills the track, whichever it is.
    assert found[1].pieces[1] == type(found[1].pieces[1])("33.33%", "66.67%")


def test_classes_in_an_order_of_their_own_keep_it() -> None:
    found = bars({"small": 9, "large": 1}, {"large": "L", "small": "S"}, 10, [], ordered=True)
    assert [bar.key for bar in found] == ["large", "small"]


def test_every_class_of_benefit_has_its_words() -> None:
    assert list(benefit_labels("vi")) == list(BENEFITS)
    assert list(benefit_labels("vi").values()) == [
        "Từ 1 tỷ đồng",
        "100 triệu đến dưới 1 tỷ đồng",
        "Dưới 100 triệu đồng",
        "Chỉ có lợi ích xã hội",
    ]
    assert list(benefit_labels("en").values()) == [
        "1 billion VND or more",
        "100 million to under 1 billion VND",
        "Under 100 million VND",
        "Social benefit only",
    ]


def test_a_sheet_opens_in_a_spreadsheet_and_computes_nothing() -> None:
    sheet = Sheet("a.csv", ("Công đoàn", "Tỷ lệ"), (("=cmd|' /C calc'!A0", 0.5), ("CĐCS “A, B”", None)))
    written = csv_of(sheet)
    assert written.startswith(b"\xef\xbb\xbf") and written.endswith(b"\r\n")
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig")))) == [
        ["Công đoàn", "Tỷ lệ"],
        ["'=cmd|' /C calc'!A0", "0.5"],
        ["CĐCS “A, B”", ""],
    ]
