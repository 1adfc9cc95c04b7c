"""Photos as bytes: their format, their size in pixels, and what they carry beside the picture.

Small readers of the three formats that a catalogue shows; no picture is decoded. What is wrong
with a photo in the words of a contributor belongs to the rules of scope `image`.
Sources: ITU-T T.81 (JPEG), the PNG specification (W3C), the WebP container specification.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Photo:
    """What a reader found. `flaw` is set where the bytes break off or contradict the format.

    `size` is as shown, in pixels; `end` is the offset at which the picture is over.
    """

    size: tuple[int, int] | None = None
    extras: tuple[Extra, ...] = ()
    end: int = 0
    flaw: Literal["header", "truncated", "checksum", "size"] | None = None


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
    reader = {"JPEG": _read_jpeg, "PNG": _read_png, "WebP": _read_webp}.get(format_of(raw) or "")
    return reader(raw) if reader else Photo(flaw="header")


def trailing(raw: bytes, photo: Photo) -> bytes:
    """What follows the end of the picture; padding with zero bytes is nothing."""
    return raw[photo.end :].strip(b"\0") if photo.flaw is None else b""


def _read_jpeg(raw: bytes) -> Photo:
    size = None
    turned = False
    extras: list[Extra] = []
    at = 2
    while True:
        while raw[at : at + 2] == b"\xff\xff":
            at += 1
        if len(raw) < at + 2:
            return Photo(size, tuple(extras), at, "truncated")
        marker = raw[at + 1]
        if raw[at] != 0xFF or marker == 0:
            return Photo(size, tuple(extras), at, "header")
        at += 2
        if marker == 0xD9:
            break
        if marker in _JPEG_ALONE:
            continue
        length = int.from_bytes(raw[at : at + 2])
        body = raw[at + 2 : at + length]
        if len(raw) < at + 2 or len(raw) < at + length:
            return Photo(size, tuple(extras), at, "truncated")
        if length < 2:
            return Photo(size, tuple(extras), at, "header")
        at += length
        if marker in _JPEG_SIZES and len(body) >= 5:
            height, width = struct.unpack_from(">HH", body, 1)
            size = (width, height)
        elif marker == 0xDA:
            following = _JPEG_NEXT.search(raw, at)
            if following is None:
                return Photo(_shown(size, turned), tuple(extras), len(raw), "truncated")
            at = following.start()
        elif extra := _jpeg_extra(marker, body):
            extras += extra
            turned = turned or (body.startswith(b"Exif\0\0") and read_exif(body[6:]).turned)
    return _finished(_shown(size, turned), extras, at)


def _jpeg_extra(marker: int, body: bytes) -> list[Extra] | None:
    """What an application segment carries; None for segments that belong to the picture."""
    if marker == 0xFE:
        return [Extra("COM")]
    if not 0xE0 <= marker <= 0xEF or any(marker == m and body.startswith(b) for m, b in _JPEG_HARMLESS):
        return None
    if marker == 0xE1 and body.startswith(b"Exif\0\0"):
        return _exif_extras(body[6:])
    if marker == 0xE1 and b"ns.adobe.com/x" in body[:40]:
        return [_xmp(body)]
    if marker == 0xED:
        return [Extra("IPTC")]
    return [Extra(f"APP{marker - 0xE0}")]


def _read_png(raw: bytes) -> Photo:
    size = None
    turned = False
    extras: list[Extra] = []
    pictured = False
    at = 8
    while True:
        if len(raw) < at + 12:
            return Photo(_shown(size, turned), tuple(extras), at, "truncated")
        length, name = struct.unpack_from(">I4s", raw, at)
        body = raw[at + 8 : at + 8 + length]
        if len(raw) < at + 12 + length:
            return Photo(_shown(size, turned), tuple(extras), at, "truncated")
        if at == 8 and (name != b"IHDR" or length != 13):
            return Photo(flaw="header")
        if zlib.crc32(name + body) != int.from_bytes(raw[at + 8 + length : at + 12 + length]):
            return Photo(_shown(size, turned), tuple(extras), at, "checksum")
        at += 12 + length
        if name == b"IHDR":
            size = struct.unpack_from(">II", body)
        elif name == b"IDAT":
            pictured = True
        elif name == b"eXIf":
            extras += _exif_extras(body)
            turned = read_exif(body).turned
        elif name in _PNG_TEXTS:
            keyword = body.partition(b"\0")[0].decode("latin-1")
            located = b"GPSL" in body or "gps" in keyword.lower()
            extras.append(Extra(name.decode(), (keyword,), located))
        elif name == b"IEND":
            break
    if not pictured:
        return Photo(size, tuple(extras), at, "truncated")
    return _finished(_shown(size, turned), extras, at)


def _read_webp(raw: bytes) -> Photo:
    size = None
    turned = False
    extras: list[Extra] = []
    pictured = False
    end = 8 + int.from_bytes(raw[4:8], "little")
    at = 12
    while at < end:
        if len(raw) < at + 8:
            return Photo(_shown(size, turned), tuple(extras), at, "truncated")
        name, length = struct.unpack_from("<4sI", raw, at)
        body = raw[at + 8 : at + 8 + length]
        if len(body) < length:
            return Photo(_shown(size, turned), tuple(extras), at, "truncated")
        at += 8 + length + length % 2
        if name in (b"VP8X", b"VP8 ", b"VP8L"):
            size = size or _webp_size(name, body)
        if name in (b"VP8 ", b"VP8L", b"ANMF"):
            pictured = True
        elif name == b"EXIF":
            block = body.removeprefix(b"Exif\0\0")
            extras += _exif_extras(block)
            turned = read_exif(block).turned
        elif name == b"XMP ":
            extras.append(_xmp(body))
    if not pictured:
        return Photo(size, tuple(extras), at, "truncated")
    return _finished(_shown(size, turned), extras, max(at, end))


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


def _exif_extras(block: bytes) -> list[Extra]:
    exif = read_exif(block)
    return [Extra("Exif", exif.fields, exif.located)] if exif.fields else []


def _xmp(body: bytes) -> Extra:
    return Extra("XMP", (), b"GPSL" in body)


def _shown(size: tuple[int, int] | None, turned: bool) -> tuple[int, int] | None:
    return (size[1], size[0]) if size and turned else size


def _finished(size: tuple[int, int] | None, extras: Iterator[Extra] | list[Extra], end: int) -> Photo:
    photo = Photo(size, tuple(extras), end)
    return photo if size and all(size) else replace(photo, size=None, flaw="size")
