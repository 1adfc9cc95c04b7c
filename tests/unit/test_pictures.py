"""Pictures for shared addresses: their size, their words, bars as long as the share, the same bytes."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.pictures.card import HEIGHT, WIDTH, Artist, Card, Line

FONTS = Path(__file__).resolve().parents[2] / "site" / "theme" / "assets" / "fonts"
SEA = (0x0B, 0x5A, 0x74)


def artist() -> Artist:
    return Artist(*((FONTS / f"bvp-{name}-600.woff2").read_bytes() for name in ("latin", "vietnamese")))


def card(
    name: str = "Liên đoàn Lao động quận Đồ Sơn", *shares: float | None, mark: str = "Dữ liệu minh họa"
) -> Card:
    lines = tuple(Line(f"Giai đoạn {n}", "2 / 590", share) for n, share in enumerate(shares or (0.5,), 1))
    return Card("Sáng kiến", name, "1.234", "sáng kiến", lines, "01 triệu sáng kiến", mark)


def drawn(given: Card) -> Image.Image:
    return Image.open(BytesIO(artist().draw(given)))


def sea_in_row(picture: Image.Image, y: int) -> int:
    """How many pixels of a row have the colour of bars, or one that is told from it by nobody."""
    row = picture.convert("RGB").crop((0, y, WIDTH, y + 1)).tobytes()
    pixels = zip(row[::3], row[1::3], row[2::3], strict=True)
    return sum(all(abs(a - b) <= 8 for a, b in zip(pixel, SEA, strict=True)) for pixel in pixels)


def test_it_is_a_small_png_of_the_size_that_services_ask_for() -> None:
    content = artist().draw(card())
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630)) == ("PNG", (WIDTH, HEIGHT))
    assert len(content) < 40_000
    assert picture.info["Description"].splitlines()[1:4] == [
        "Dữ liệu minh họa", "Liên đoàn Lao động quận Đồ Sơn", "1.234 sáng kiến",
    ]  # fmt: skip


def test_the_same_words_give_the_same_bytes() -> None:
    one = artist()
    assert one.draw(card()) == one.draw(card()) == artist().draw(card())
    assert one.draw(card()) != one.draw(card(mark=""))


@pytest.mark.parametrize(
    ("share", "length"), [(None, 0), (0, 0), (0.001, 15), (0.5, 520), (1, 1040), (2.3, 1040)]
)
def test_the_bar_is_as_long_as_the_share(share: float | None, length: int) -> None:
    picture = drawn(card("Đơn vị", share))
    middle = HEIGHT - 96 - 78 + 42 + 7
    assert sea_in_row(picture, middle) == pytest.approx(length, abs=3)


@pytest.mark.parametrize("phases", [1, 2, 3, 4])
@pytest.mark.parametrize("words", [2, 9, 30])
def test_whatever_the_name_and_the_phases_the_margins_stay_free(phases: int, words: int) -> None:
    picture = drawn(card("Công đoàn ngành " * words, *[0.4] * phases)).convert("RGB")
    paper = picture.getpixel((20, 300))
    for x in (70, WIDTH - 70):
        column = picture.crop((x, 20, x + 1, HEIGHT)).convert("RGB")
        assert column.getcolors(10) == [(HEIGHT - 20, paper)]


def test_every_letter_of_vietnamese_has_its_shape() -> None:
    """A letter that both fonts lack would be a box, the same for all."""
    letters = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
    shapes = {drawn(card(letter)).convert("RGB").crop((80, 120, 400, 230)).tobytes() for letter in letters}
    assert len(shapes) == len(letters)
