"""Personal numbers in any sentence are found where they stand; amounts of money never are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.inspection import inspect_place
from generator.model import SourceFile
from generator.rules._personal import exposed, mask, personal_numbers
from generator.text import Text, format_number
from tests.harness import base_game, findings_in
from tests.sample import made_up

DIGITS = st.integers(0, 9).map(str)
BEFORE = st.sampled_from(
    [
        "", "Liên hệ ", "anh An, ", "job: Tổ trưởng (", "ĐT: ", "số ", "ngày 15/03/2022 ", "on: 2022-03-15, ",
        "2022: ", "Giá 100.000.000 đồng, gọi ", "tổ 3 ", "khoảng 20 000 đồng; ", "- ", "“", "    where: '",
        "Zalo ",
    ]
)  # fmt: skip
AFTER = st.sampled_from(
    [
        "",
        ".",
        ", gặp chị Bình",
        ")",
        " đồng chí An",
        " – tổ 3",
        "\n  kind: technical",
        "”",
        " / 12",
        "; 2022",
        "?",
    ]
)


def digits(count: int) -> st.SearchStrategy[str]:
    """Strings of `count` digits."""
    return st.lists(DIGITS, min_size=count, max_size=count).map("".join)


@st.composite
def parted(draw: st.DrawFn, number: str, first: int) -> str:
    """`number` with one kind of separator between groups of two or more; `first` digits stand together."""
    sign = draw(st.sampled_from(["", ".", " ", "-", " - "]))
    groups = [number[:first]]
    rest = number[first:]
    while rest:
        length = draw(st.integers(2, 4)) if len(rest) > 4 else len(rest)
        length = length if len(rest) - length != 1 else length + 1
        groups.append(rest[:length])
        rest = rest[length:]
    return sign.join(groups)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """A mobile number as people write it."""
    national = draw(st.sampled_from("35789")) + draw(digits(8))
    form = draw(st.sampled_from(["0", "84", "+84", "+84 ", "(+84) ", "+84-", "0084 "]))
    if form in ("0", "84"):
        return (
            form + national if form == "84" else draw(parted("0" + national, draw(st.sampled_from([3, 4]))))
        )
    return form + draw(parted(national, draw(st.sampled_from([2, 3]))))


@st.composite
def landlines(draw: st.DrawFn) -> str:
    """A landline number as people write it."""
    number = "0225" + draw(digits(7))
    return (
        draw(st.sampled_from([number, f"({number[:4]}) {number[4:]}", f"+84 {number[1:]}"]))
        if draw(st.booleans())
        else draw(parted(number, 4))
    )


@st.composite
def cards(draw: st.DrawFn) -> str:
    """The number of a citizen's card as people write it."""
    number = f"0{draw(st.integers(1, 96)):02}" + draw(digits(9))
    return draw(parted(number, 3))


@st.composite
def sums(draw: st.DrawFn) -> str:
    """An amount of money, a quantity or a year as people write it in this catalogue."""
    # Among all sums also those that look like the code of the country or of a province.
    amount = draw(
        st.one_of(
            st.integers(1, 10**13),
            st.integers(84_300_000_000, 84_999_999_999),
            st.integers(1_001_000_000_000, 1_096_999_999_999),
        )
    )
    grouped = format_number(amount)
    return draw(
        st.sampled_from(
            [
                f"{grouped} đồng",
                f"{grouped}đ",
                f"{grouped} VNĐ",
                f"{grouped} kWh",
                f"{grouped.replace('.', ' ')} đồng",
                f"money_vnd: {amount}",
                f"{{grassroots_vnd: {amount}}}",
                f"{amount} đồng",
                f"{grouped} × {grouped} = {grouped} đồng",
                f"từ {grouped} đến {grouped} đồng",
                f"{amount / 1000:.3f}".replace(".", ",") + " tỷ đồng",
                f"{2000 + amount % 100} 2022 2023",
                f"0,{amount}",
            ]
        )
    )


def _found(text: str) -> list[tuple[str, int, str]]:
    return [(number.kind, number.offset, number.text) for number in personal_numbers(text)]


@settings(max_examples=300)
@given(BEFORE, st.one_of(mobiles(), landlines()), AFTER)
def test_a_phone_number_is_found_where_it_stands(before: str, number: str, after: str) -> None:
    assert _found(before + number + after) == [("phone", len(before), number)]


@settings(max_examples=300)
@given(BEFORE, cards(), AFTER)
def test_a_card_number_is_found_where_it_stands(before: str, number: str, after: str) -> None:
    assert _found(before + number + after) == [("id", len(before), number)]


@settings(max_examples=500)
@given(
    st.sampled_from(["", "basis: ", "Tiết kiệm ", "Năm 2022: ", "chứng minh tiết kiệm ", "nợ BHXH ", "– "]),
    sums(),
    st.sampled_from(["", ".", " mỗi năm", "; 12 người", "\n"]),
)
def test_an_amount_of_money_is_never_found(before: str, amount: str, after: str) -> None:
    assert _found(before + amount + after) == []


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("CMND: 031234567", "id", "031234567"),
        ("chứng minh nhân dân số 123 456 789", "id", "123 456 789"),
        ("123456789 (CMND)", "id", "123456789"),
        ("so CMT 123456789", "id", "123456789"),
        ("Căn cước 131099012345", "id", "131099012345"),
        ("sổ BHXH 3112345678", "insurance", "3112345678"),
        ("mã số bảo hiểm xã hội: 3112345678", "insurance", "3112345678"),
        ("STK: 0031 0001 23456 Vietcombank", "bank", "0031 0001 23456"),
        ("số tài khoản 19034567890123", "bank", "19034567890123"),
        ("MST 8123456789", "tax", "8123456789"),
        ("mã số thuế cá nhân: 8123456789", "tax", "8123456789"),
        ("ĐT: 84.912.345.678", "phone", "84.912.345.678"),
        ("SĐT/Zalo:0912345678", "phone", "0912345678"),
        ("https://zalo.me/0912345678", "phone", "0912345678"),
        ("0912\n    345 678", "phone", "0912\n    345 678"),
    ],
)
def test_words_beside_a_number_tell_its_kind(text: str, kind: str, number: str) -> None:
    assert _found(text) == [(kind, text.index(number), number)]


def test_two_numbers_beside_each_other() -> None:
    assert [n for _, _, n in _found("0912345678 - 0987.654.321/0225 3842 123")] == [
        "0912345678", "0987.654.321", "0225 3842 123",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "VGCL-31-021178",
        "VGCL-31-0912345678",
        "0912345678/QĐ-CTY",
        "12/QĐ-CTY ngày 15.03.2022 120 công nhân",
        "02.09.2021 120 người, 03-09-2021 12 345",
        "ISBN 978-0-306-40615-7, ISBN 0-306-40615-2",
        "https://example.org/tin-0312345678.html",
        "hệ số 0.912345678",
        "0 - 300 - 500 - 700 mm",
        "8934567890123",
        "sê-ri AB0912345678",
        "điều này chứng minh tiết kiệm 120000000 đồng",
        "chứng minh rằng 120.000.000",
        "Công ty A, MST 0200123456",
        "MST doanh nghiệp: 0200123456",
        "chuyển vào tài khoản 100.000.000 đồng",
        "2022-03-15 07:30:00, 2021-09-01",
        "000000000000",
        "097123456789",
    ],
)
def test_other_numbers_are_nobodys(text: str) -> None:
    assert _found(text) == []


def test_the_sample_holds_nobodys_number() -> None:
    for path, text in made_up(160).items():
        assert (path, _found(text)) == (path, [])


@given(st.one_of(mobiles(), landlines(), cards()))
def test_no_message_shows_more_than_two_characters(number: str) -> None:
    problem = exposed(Text("số", "a number"), number, 0)
    assert mask(number) == number[:2] + "••••••"
    for shown in (problem.message.vi, problem.message.en, problem.hint.vi, problem.hint.en):
        assert sum(c.isdigit() for c in shown) <= 2


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for number in personal_numbers(text):
        assert text[number.offset :].startswith(number.text)


@pytest.mark.parametrize(
    "name", ["anh-an-0912345678", "0912-345-678", "cccd-031099012345", "031-099-012345", "an_0912345678"]
)
def test_a_number_in_a_name_is_found(name: str) -> None:
    file = SourceFile(f"submissions/hong-bang/may-hoa-phuong/{name}.yml", 10)
    assert "personal-file-name" in {f.rule for f in inspect_place(file, base_game().programme)}


@pytest.mark.parametrize("name", ["hop-03-09-2021-12-nguoi", "img-20220315-091234", "ngay-2021-09-03-12345"])
def test_a_date_in_a_name_is_nobodys_number(name: str) -> None:
    file = SourceFile(f"submissions/hong-bang/may-hoa-phuong/{name}.yml", 10)
    assert inspect_place(file, base_game().programme) == []


@pytest.mark.parametrize(
    ("rule", "text", "part"),
    [
        ("personal-birth-date", "An, sinh ngày 12/03/1985", "12/03/1985"),
        ("personal-birth-date", "Ngày, tháng, năm sinh: 12.03.85", "12.03.85"),
        ("personal-birth-date", "NĂM SINH: 1990", "1990"),
        ("personal-birth-date", "Nguyễn Văn An sinh năm 1985", "1985"),
        ("personal-birth-date", "sinh ngày 5 tháng 3 năm 1985", "5 tháng"),
        ("personal-birth-date", "anh An (SN 1985)", "1985"),
        ("personal-address", "số nhà 12 ngõ 5 đường Hoa Gạo", "12 ngõ"),
        ("personal-address", "Thường trú: xã An Lư, huyện Thủy Nguyên", "xã An"),
        ("personal-address", "trú tại số 5 ngõ 12", "số 5"),
        ("personal-address", "Địa chỉ nhà riêng: 15 Lạch Tray", "15 Lạch"),
        ("personal-email", "Thư: an.nguyen@mail.example.com.", "an.nguyen"),
    ],
)
def test_other_personal_data_is_found_where_it_stands(rule: str, text: str, part: str) -> None:
    found = [(f.line, f.column) for f in findings_in(f"# ghi chú\n# {text}\n") if f.rule == rule]
    assert found == [(2, 3 + text.index(part))]


@pytest.mark.parametrize(
    "text",
    [
        "học sinh năm 2021, Vệ sinh ngày 12/03/2022, chi phí phát sinh năm 2022, kỳ tuyển sinh năm 2022",
        "công nhân sinh năm 1990 trở lên; ngày sinh hoạt 12/3; ngày sinh nhật 12/3; An sinh xã hội năm 2022",
        "cải thiện nơi ở: ký túc xá; khai báo tạm trú: 12 công nhân; gắn biển số nhà 1 đến 50",
        "công nhân thường trú tại xã An Lư; cổng số 2 đường Hoa Gạo; lưu trú tại 3 khu",
        "đơn giá @ 5.000 đồng, https://example.org/@may.hoa, @congdoan-hong-bang",
    ],
)
def test_other_words_are_no_personal_data(text: str) -> None:
    assert [f.rule for f in findings_in(f"# {text}\n") if f.rule.startswith("personal")] == []
