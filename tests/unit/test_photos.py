"""Readers of photos: sizes, flaws, what is carried beside the picture."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Programme
from generator.photos import EXTENSIONS, Extra, Photo, dimensions, format_of, read_photo, trailing
from tests.harness import base_game
from tests.photo_samples import (
    COLOUR,
    GPS,
    MAKE,
    ORIENTATION,
    chunk,
    exif,
    exif_segment,
    jpeg,
    png,
    segment,
    webp,
)

PHOTOS = {
    "jpeg": jpeg(640, 480),
    "png": png(640, 480),
    "webp lossless": webp(640, 480),
    "webp lossy": webp(640, 480, lossy=True),
    "webp extended": webp(640, 480, (b"ICCP", b"profile")),
}


@pytest.mark.parametrize("raw", PHOTOS.values(), ids=PHOTOS)
def test_a_sound_photo(raw: bytes) -> None:
    assert read_photo(raw) == Photo((640, 480), (), len(raw))
    assert dimensions(raw) == (640, 480)
    assert trailing(raw) == b""


@settings(max_examples=50)
@given(st.integers(1, 16383), st.integers(1, 16383))
def test_every_size(width: int, height: int) -> None:
    for raw in (
        jpeg(width, height),
        png(width, height, rows=1),
        webp(width, height),
        webp(width, height, lossy=True),
    ):
        assert dimensions(raw) == (width, height)


@pytest.mark.parametrize("raw", PHOTOS.values(), ids=PHOTOS)
def test_a_photo_that_breaks_off_anywhere_has_a_flaw(raw: bytes) -> None:
    for length in range(len(raw)):
        assert read_photo(raw[:length]).flaw, length


@pytest.mark.parametrize("raw", PHOTOS.values(), ids=PHOTOS)
def test_what_follows_the_end(raw: bytes) -> None:
    assert trailing(raw + b"PK\x03\x04") == b"PK\x03\x04"
    assert trailing(raw + bytes(10)) == b""


def test_a_changed_byte_of_a_png_is_a_flaw() -> None:
    raw = bytearray(png())
    raw[45] ^= 1
    assert read_photo(bytes(raw)).flaw == "checksum"


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (b"", "header"),
        (b"GIF89a", "header"),
        (jpeg(0, 30), "size"),
        (png(40, 0, rows=1), "size"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b""), "header"),
        (b"\xff\xd8\xff\xe0\x00\x01", "header"),
        (b"\xff\xd8\xff\x00", "header"),
        (b"\xff\xd8\xff\xd9", "truncated"),
        (b"RIFF\x04\0\0\0WEBP", "truncated"),
    ],
)
def test_other_flaws(raw: bytes, flaw: str) -> None:
    assert read_photo(raw).flaw == flaw


@pytest.mark.parametrize(
    ("raw", "extras"),
    [
        (jpeg(4, 3, exif_segment(exif((MAKE, 1)))), [Extra("Exif", ("Make",))]),
        (jpeg(4, 3, exif_segment(exif((MAKE, 1), (GPS, 0), order=">"))),
         [Extra("Exif", ("Make", "GPS"), True)]),
        (jpeg(4, 3, exif_segment(exif((COLOUR, 1), preview=True))), [Extra("Exif", ("Thumbnail",))]),
        (jpeg(4, 3, exif_segment(b"II*\0")), [Extra("Exif", ("?",))]),
        (jpeg(4, 3, exif_segment(b"nonsense")), [Extra("Exif", ("?",))]),
        (jpeg(4, 3, segment(0xFE, b"x")), [Extra("COM")]),
        (jpeg(4, 3, segment(0xED, b"x")), [Extra("IPTC")]),
        (jpeg(4, 3, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0GPSLatitude")), [Extra("XMP", (), True)]),
        (jpeg(4, 3, segment(0xE2, b"MPF\0")), [Extra("APP2")]),
        (jpeg(4, 3, segment(0xE2, b"ICC_PROFILE\0x"), segment(0xEE, b"Adobe")), []),
        (jpeg(4, 3, exif_segment(exif((ORIENTATION, 1), (COLOUR, 1)))), []),
        (png(4, 3, chunk(b"tEXt", b"Author\0An")), [Extra("tEXt", ("Author",))]),
        (png(4, 3, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0exif:GPSLongitude")),
         [Extra("iTXt", ("XML:com.adobe.xmp",), True)]),
        (png(4, 3, chunk(b"zTXt", b"Comment\0\0x")), [Extra("zTXt", ("Comment",))]),
        (png(4, 3, chunk(b"eXIf", exif((GPS, 0)))), [Extra("Exif", ("GPS",), True)]),
        (png(4, 3, chunk(b"gAMA", b"\0\0\xb1\x8f")), []),
        (webp(4, 3, (b"EXIF", exif((MAKE, 1)))), [Extra("Exif", ("Make",))]),
        (webp(4, 3, (b"XMP ", b"<x/>")), [Extra("XMP")]),
    ],
)  # fmt: skip
def test_what_is_carried(raw: bytes, extras: list[Extra]) -> None:
    photo = read_photo(raw)
    assert (list(photo.extras), photo.size, photo.flaw) == (extras, (4, 3), None)


@pytest.mark.parametrize("turn", range(1, 10))
def test_a_turned_photo_has_its_size_as_shown(turn: int) -> None:
    shown = (3, 4) if 5 <= turn <= 8 else (4, 3)
    assert dimensions(jpeg(4, 3, exif_segment(exif((ORIENTATION, turn))))) == shown


def test_fields_that_lead_in_a_circle_end() -> None:
    block = bytearray(exif((COLOUR, 1)))
    block[22:26] = struct.pack("<I", 8)
    assert read_photo(jpeg(4, 3, exif_segment(bytes(block)))).size == (4, 3)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"<?xml version='1.0'?>\n<svg>", "SVG"),
        (b"<!DOCTYPE html>", "HTML"),
        (b" <SCRIPT>", "HTML"),
        (b"version https://git-lfs.github.com/spec/v1", "Git LFS"),
        (b"xin chao", None),
    ],
)
def test_formats_by_their_first_bytes(raw: bytes, name: str | None) -> None:
    assert format_of(raw) == name


def test_the_formats_are_those_of_the_schema() -> None:
    game = base_game()
    assert isinstance(game.programme, Programme)
    images = game.schemas.innovation.schema["properties"]["images"]["items"]
    for ending in EXTENSIONS:
        assert ending in images["properties"]["file"]["pattern"]
    assert images["properties"]["file"]["pattern"].count("|") == len(EXTENSIONS) - 1


@settings(max_examples=300)
@given(st.sampled_from(list(PHOTOS.values())), st.integers(0, 120), st.binary(max_size=12))
def test_any_bytes_can_be_read(raw: bytes, at: int, noise: bytes) -> None:
    photo = read_photo(raw[:at] + noise + raw[at + len(noise) :])
    assert photo.size is None or all(photo.size)
