"""A card: how a page looks where its address is shared – a name, a number, how far it is.

The same words give the same bytes. Letters are drawn from the theme's two fonts, one of which has what
Vietnamese adds to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby

from PIL import Image, ImageColor, ImageDraw, ImageFont, PngImagePlugin

_Place = tuple[float, float]

WIDTH, HEIGHT = 1200, 630
# The theme's light colours.
_PAPER, _INK, _QUIET, _SEA, _RAIL = "#fbfaf7", "#17222b", "#52616c", "#0b5a74", "#dfdcd3"
_FLAME, _FLAME_SOFT, _POLLEN = "#c4321c", "#fbe9e4", "#f4c95d"
_LEFT, _RIGHT = 80, WIDTH - 80
# Shapes are drawn larger and made smaller, which smooths their edges.
_FINER = 4
_MEETING = (
    (_PAPER, _INK), (_PAPER, _QUIET), (_PAPER, _SEA), (_PAPER, _RAIL), (_RAIL, _SEA), (_PAPER, _FLAME),
    (_PAPER, _FLAME_SOFT), (_FLAME_SOFT, _FLAME), (_FLAME, _POLLEN),
)  # fmt: skip
# Sizes in which the name is tried, and how many lines it may take there; anything longer is cut.
_NAME_SIZES = ((68, 1), (62, 1), (56, 1), (50, 2), (44, 2), (38, 2))
# Shades between two colours that meet: the file is small with few colours.
_SHADES = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A phase on a card: its name, its number in words, and its share of the target, None where unknown."""

    name: str
    number: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. `mark` is a word of warning in a box, empty for none."""

    site: str
    name: str
    number: str
    about: str
    lines: tuple[Line, ...]
    foot: str
    mark: str = ""

    @property
    def words(self) -> str:
        """Everything that is written on it; the file has it too, for whoever does not see the picture."""
        phases = [f"{line.name}: {line.number}" for line in self.lines]
        return "\n".join([self.site, self.mark, self.name, f"{self.number} {self.about}", *phases, self.foot])


class Artist:
    """Draws cards with the fonts given: one for Latin letters, one for the others of Vietnamese."""

    def __init__(self, latin: bytes, vietnamese: bytes) -> None:
        self._files = latin, vietnamese
        self._fonts: dict[int, tuple[ImageFont.FreeTypeFont, ...]] = {}

    def draw(self, card: Card) -> bytes:
        """The card as PNG."""
        image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        pen = ImageDraw.Draw(image)
        pen.rectangle((0, 0, WIDTH, 14), fill=_SEA)
        image.paste(_flower(46), (_LEFT, 52))
        self._write(pen, (_LEFT + 62, 86), card.site, 30, _INK)
        if card.mark:
            width = round(self._width(card.mark, 24))
            _bar(image, (_RIGHT - width - 44, 52, _RIGHT, 98), _FLAME_SOFT)
            self._write(pen, (_RIGHT - width - 22, 84), card.mark, 24, _FLAME)
        size, name = self._fitting(card.name)
        y = 132.0
        for line in name:
            y += size * 1.2
            self._write(pen, (_LEFT, y - size * 0.15), line, size, _INK)
        # The lines of phases stand at the bottom, whatever is above them; more of them are closer together.
        step = min(78, 180 // max(len(card.lines), 1))
        top = HEIGHT - 96 - step * len(card.lines)
        tall = min(112, round((top - y) * 0.7))
        self._write(pen, (_LEFT - 4, (y + top + tall * 0.7) / 2), card.number, tall, _SEA)
        beside = _LEFT + self._width(card.number, tall) + 20
        self._write(pen, (beside, (y + top + tall * 0.7) / 2), card.about, 34, _QUIET)
        for entry in card.lines:
            self._phase(image, pen, entry, top, step)
            top += step
        self._write(pen, (_LEFT, HEIGHT - 44), card.foot, 24, _QUIET)
        out = BytesIO()
        words = PngImagePlugin.PngInfo()
        words.add_itxt("Description", card.words)
        few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=6, pnginfo=words)
        return out.getvalue()

    def _phase(self, image: Image.Image, pen: ImageDraw.ImageDraw, line: Line, top: int, step: int) -> None:
        """A phase's name and number, and below them its bar."""
        size = round(step * 0.36)
        self._write(pen, (_LEFT, top + size), line.name, size, _INK)
        self._write(pen, (_RIGHT - self._width(line.number, size), top + size), line.number, size, _INK)
        if line.share is not None:
            height = step // 5
            y = top + round(step * 0.54)
            _bar(image, (_LEFT, y, _RIGHT, y + height), _RAIL)
            # What is more than nothing is seen.
            full = max(round(min(line.share, 1) * (_RIGHT - _LEFT)), height if line.share else 0)
            if full:
                _bar(image, (_LEFT, y, _LEFT + full, y + height), _SEA)

    def _fitting(self, name: str) -> tuple[int, list[str]]:
        """The size in which the name is written, and its lines."""
        for size, most in _NAME_SIZES:
            lines = list(self._wrapped(name, size))
            if len(lines) <= most:
                return size, lines
        return size, [*lines[: most - 1], f"{lines[most - 1].rpartition(' ')[0]}…"]

    def _wrapped(self, text: str, size: int) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self._width(longer, size) > _RIGHT - _LEFT:
                yield line
                longer = word
            line = longer
        yield line

    def _width(self, text: str, size: int) -> float:
        return sum(font.getlength(run) for font, run in self._runs(text, size))

    def _write(
        self, pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, ink: str
    ) -> None:
        """`at` is where the text begins, on the line that its letters stand on."""
        x, y = at
        for font, run in self._runs(text, size):
            pen.text((round(x), round(y)), run, ink, font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, text: str, size: int) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        fonts = self._sized(size)
        for foreign, letters in groupby(text, key=_is_vietnamese):
            yield fonts[foreign], "".join(letters)

    def _sized(self, size: int) -> Sequence[ImageFont.FreeTypeFont]:
        if size not in self._fonts:
            self._fonts[size] = tuple(
                ImageFont.truetype(BytesIO(file), size, layout_engine=ImageFont.Layout.BASIC)
                for file in self._files
            )
        return self._fonts[size]


def _is_vietnamese(letter: str) -> bool:
    """Whether a letter is in the second font: neither Latin-1 nor punctuation."""
    return ord(letter) > 0xFF and not 0x2010 <= ord(letter) <= 0x2026


def _bar(image: Image.Image, box: tuple[int, int, int, int], colour: str) -> None:
    """A bar with round ends."""
    left, top, right, bottom = box
    mask = Image.new("L", ((right - left) * _FINER, (bottom - top) * _FINER), 0)
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, mask.width - 1, mask.height - 1), mask.height // 2, fill=255
    )
    image.paste(colour, box, mask.reduce(_FINER))


def _flower(size: int) -> Image.Image:
    """The site's sign, five petals around a centre, as in the theme's icon."""
    unit = size * _FINER / 32
    petal = Image.new("L", (size * _FINER, size * _FINER), 0)
    ImageDraw.Draw(petal).ellipse((11.1 * unit, unit, 20.9 * unit, 15.4 * unit), fill=255)
    image = Image.new("RGB", petal.size, _PAPER)
    for turn in range(5):
        turned = petal.rotate(72 * turn, Image.Resampling.BICUBIC, center=(16 * unit, 16.5 * unit))
        image.paste(_FLAME, (0, 0), turned)
    ImageDraw.Draw(image).ellipse((12.9 * unit, 13.4 * unit, 19.1 * unit, 19.6 * unit), fill=_POLLEN)
    return image.reduce(_FINER)


@cache
def _palette() -> Image.Image:
    """The colours and the shades between those that meet."""
    colours: list[int] = []
    for one, other in _MEETING:
        ends = list(zip(ImageColor.getrgb(one)[:3], ImageColor.getrgb(other)[:3], strict=True))
        for step in range(_SHADES + 1):
            colours += [round(a + (b - a) * step / _SHADES) for a, b in ends]
    image = Image.new("P", (1, 1))
    image.putpalette(colours)
    return image
