"""Photos as bytes: their format, their size in pixels, and what they carry beside the picture.

Small readers of the three formats that a catalogue shows; no picture is decoded. What is wrong
with a photo in the words of a contributor belongs to the rules of scope `image`.
Sources: ITU-T T.81 (JPEG), the PNG specification (W3C), the WebP container specification.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.exif import read_exif

Format = Literal["JPEG", "PNG", "WebP"]
EXTENSIONS: dict[str, Format] = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WebP"}

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"MZ", "EXE"),
    (b"version https://git-lfs", "Git LFS"),
)  # fmt: skip
_MARKUP = re.compile(rb"<(svg|!doctype html|html|head|body|script|\?php)\b", re.IGNORECASE)
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
# APP0 JFIF, APP2 ICC profile and APP14 Adobe describe colours and resolution.
_JPEG_HARMLESS = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_JPEG_NEXT = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_PNG_TEXTS = (b"tEXt", b"iTXt", b"zTXt")


@dataclass(frozen=True, slots=True)
class Extra:
    """Something carried beside the picture: `name` is the place in the format, `fields` what is there."""

    name: str
    fields: tuple[str, ...] = ()
    located: bool = False


Flaw = Literal["header", "truncated", "checksum", "size"]


@dataclass(frozen=True, slots=True)
class Photo:
    """What a reader found. `flaw` is set where the bytes break off or contradict the format.

    `size` is as shown, in pixels; `end` is the offset at which the picture is over.
    """

    size: tuple[int, int] | None = None
    extras: tuple[Extra, ...] = ()
    end: int = 0
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment or chunk up to `end`, and what it says."""

    end: int
    size: tuple[int, int] | None = None
    extra: Extra | None = None
    turned: bool = False
    picture: bool = False


class _FlawError(Exception):
    """The rest cannot be read. Never leaves this module."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw: Flaw = flaw


def format_of(raw: bytes) -> str | None:
    """What the bytes are by their first characters: a format's name, None where unknown."""
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            return name
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WebP"
    if raw[4:8] == b"ftyp":
        return "AVIF" if raw[8:12] in (b"avif", b"avis") else "HEIC"
    markup = _MARKUP.search(raw[:1024])
    if markup:
        return "SVG" if markup[1].lower() == b"svg" else "HTML"
    return None


def dimensions(raw: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the photo is shown, None where `raw` is no photo that can be read."""
    return read_photo(raw).size


@lru_cache(maxsize=2)
def read_photo(raw: bytes) -> Photo:
    """What a JPEG, PNG or WebP holds; anything else is a photo with a flaw in its header."""
    read = {"JPEG": _jpeg_parts, "PNG": _png_parts, "WebP": _webp_parts}.get(format_of(raw) or "")
    size: tuple[int, int] | None = None
    extras: list[Extra] = []
    turned = picture = False
    end = 0
    flaw: Flaw | None = None
    try:
        if read is None:
            raise _FlawError("header")
        for part in read(raw):
            end = part.end
            size = size or part.size
            turned = turned or part.turned
            picture = picture or part.picture
            if part.extra:
                extras.append(part.extra)
        if not picture:
            raise _FlawError("truncated")
    except _FlawError as broken:
        flaw = broken.flaw
    if size and not all(size):
        size = None
    if size and turned:
        size = (size[1], size[0])
    return Photo(size, tuple(extras), end, flaw or (None if size else "size"))


def trailing(raw: bytes) -> bytes:
    """What follows the end of a sound photo; padding with zero bytes is nothing."""
    photo = read_photo(raw)
    return b"" if photo.flaw else raw[photo.end :].strip(b"\0")


def _jpeg_parts(raw: bytes) -> Iterator[_Part]:
    at = 2
    while True:
        while raw[at : at + 2] == b"\xff\xff":
            at += 1
        if len(raw) < at + 2:
            raise _FlawError("truncated")
        marker = raw[at + 1]
        if raw[at] != 0xFF or marker == 0:
            raise _FlawError("header")
        at += 2
        if marker == 0xD9:
            yield _Part(at)
            return
        if marker in _JPEG_ALONE:
            continue
        length = int.from_bytes(raw[at : at + 2])
        if len(raw) < at + max(length, 2):
            raise _FlawError("truncated")
        if length < 2:
            raise _FlawError("header")
        body = raw[at + 2 : at + length]
        at += length
        if marker == 0xDA:
            following = _JPEG_NEXT.search(raw, at)
            if following is None:
                raise _FlawError("truncated")
            at = following.start()
        yield _jpeg_part(marker, body, at)


def _jpeg_part(marker: int, body: bytes, end: int) -> _Part:
    if marker == 0xDA:
        return _Part(end, picture=True)
    if marker in _JPEG_SIZES and len(body) >= 5:
        height, width = struct.unpack_from(">HH", body, 1)
        return _Part(end, (width, height))
    if marker == 0xFE:
        return _Part(end, extra=Extra("COM"))
    if not 0xE0 <= marker <= 0xEF or any(marker == m and body.startswith(b) for m, b in _JPEG_HARMLESS):
        return _Part(end)
    if marker == 0xE1 and body.startswith(b"Exif\0\0"):
        return _exif_part(body[6:], end)
    if marker == 0xE1 and b"ns.adobe.com/x" in body[:40]:
        return _Part(end, extra=_xmp(body))
    return _Part(end, extra=Extra("IPTC" if marker == 0xED else f"APP{marker - 0xE0}"))


def _png_parts(raw: bytes) -> Iterator[_Part]:
    at = 8
    name = b""
    while name != b"IEND":
        if len(raw) < at + 12:
            raise _FlawError("truncated")
        length, name = struct.unpack_from(">I4s", raw, at)
        body = raw[at + 8 : at + 8 + length]
        if at == 8 and (name != b"IHDR" or length != 13):
            raise _FlawError("header")
        end = at + 12 + length
        if len(raw) < end:
            raise _FlawError("truncated")
        if zlib.crc32(name + body) != int.from_bytes(raw[end - 4 : end]):
            raise _FlawError("checksum")
        at = end
        yield _png_part(name, body, end)


def _png_part(name: bytes, body: bytes, end: int) -> _Part:
    if name == b"IHDR":
        width, height = struct.unpack_from(">II", body)
        return _Part(end, (width, height))
    if name == b"eXIf":
        return _exif_part(body, end)
    if name in _PNG_TEXTS:
        keyword = body.partition(b"\0")[0][:79].decode("latin-1")
        return _Part(end, extra=Extra(name.decode(), (keyword,), _located(body)))
    return _Part(end, picture=name == b"IDAT")


def _webp_parts(raw: bytes) -> Iterator[_Part]:
    end = 8 + int.from_bytes(raw[4:8], "little")
    at = 12
    while at < end:
        if len(raw) < at + 8:
            raise _FlawError("truncated")
        name, length = struct.unpack_from("<4sI", raw, at)
        body = raw[at + 8 : at + 8 + length]
        if len(body) < length:
            raise _FlawError("truncated")
        at += 8 + length + length % 2
        yield _webp_part(name, body, at)
    if len(raw) < end:
        raise _FlawError("truncated")


def _webp_part(name: bytes, body: bytes, end: int) -> _Part:
    if name == b"EXIF":
        return _exif_part(body.removeprefix(b"Exif\0\0"), end)
    if name == b"XMP ":
        return _Part(end, extra=_xmp(body))
    return _Part(end, _webp_size(name, body), picture=name in (b"VP8 ", b"VP8L", b"ANMF"))


def _webp_size(name: bytes, body: bytes) -> tuple[int, int] | None:
    if name == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a" and len(body) >= 10:
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L" and body[:1] == b"\x2f" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _exif_part(block: bytes, end: int) -> _Part:
    exif = read_exif(block)
    extra = Extra("Exif", exif.fields, exif.located) if exif.fields else None
    return _Part(end, extra=extra, turned=exif.turned)


def _xmp(body: bytes) -> Extra:
    return Extra("XMP", located=_located(body))


def _located(body: bytes) -> bool:
    """Whether a text inside a photo speaks of a position; compressed texts are not looked into."""
    return b"GPSL" in body or b"gps:" in body.lower()
