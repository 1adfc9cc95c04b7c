"""Exif: which fields the block of tags inside a photo holds. Where it lies is the business of `photos`.

Only names of fields come out, never their values: what they say about a person must not reach a log.
Source: Exif 2.32 (CIPA DC-008), TIFF 6.0.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

ORIENTATION = 0x0112
_SUB_BLOCKS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interoperability"}
_NAMES = {
    0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model", 0x0131: "Software", 0x0132: "DateTime",
    0x013B: "Artist", 0x013C: "HostComputer", 0x8298: "Copyright", 0x9003: "DateTimeOriginal",
    0x9004: "DateTimeDigitized", 0x927C: "MakerNote", 0x9286: "UserComment", 0xA420: "ImageUniqueID",
    0xA430: "CameraOwnerName", 0xA431: "BodySerialNumber", 0xA433: "LensMake", 0xA434: "LensModel",
    0xA435: "LensSerialNumber",
}  # fmt: skip
# What programs write of their own accord and what says nothing about people, places or devices:
# size, resolution, turn, colour space, versions.
_HARMLESS = frozenset((
    0x0100, 0x0101, 0x0102, 0x0103, 0x0106, ORIENTATION, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128, 0x0213,
    0x0214, 0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA005, 0x8769,
))  # fmt: skip
_MAX_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class Exif:
    """The telling fields of a block by name, and how the picture is turned (1–8; 1 is upright)."""

    fields: tuple[str, ...]
    orientation: int = 1

    @property
    def located(self) -> bool:
        """Whether it says where the photo was taken."""
        return any(name.startswith("GPS") for name in self.fields)

    @property
    def turned(self) -> bool:
        """Whether width and height change places when the picture is shown."""
        return self.orientation >= 5


def read_exif(block: bytes) -> Exif:
    """The fields of a TIFF block. One that cannot be followed has the single field `?`."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return Exif(("?",))
    names: dict[str, None] = {}
    orientation = 1
    try:
        for group, tag, value in _fields(block, order):
            if group == "GPS":
                names["GPS"] = None
            elif group == "Thumbnail":
                # A preview may still show what was cut away from the picture.
                names["Thumbnail"] = None
            elif tag == ORIENTATION:
                orientation = value if 1 <= value <= 8 else 1
            elif group != "Interoperability" and tag not in _HARMLESS:
                names[_NAMES.get(tag, f"0x{tag:04X}")] = None
    except struct.error:
        names["?"] = None
    return Exif(tuple(names), orientation)


def _fields(block: bytes, order: str) -> Iterator[tuple[str, int, int]]:
    """Group, tag and (for short values) the value of each field. Raises struct.error past the end."""
    (first,) = struct.unpack_from(order + "I", block, 4)
    waiting = [("Image", first)]
    seen = set()
    count = 0
    while waiting:
        group, start = waiting.pop()
        if start in seen:
            continue
        seen.add(start)
        (length,) = struct.unpack_from(order + "H", block, start)
        for number in range(length):
            count += 1
            if count > _MAX_FIELDS:
                raise struct.error
            at = start + 2 + 12 * number
            tag, kind, _, value = struct.unpack_from(order + "HHII", block, at)
            if tag in _SUB_BLOCKS:
                waiting.append((_SUB_BLOCKS[tag], value))
            if kind == 3:
                (value,) = struct.unpack_from(order + "H", block, at + 8)
            if tag != 0x8825:
                yield group, tag, value
        if group == "Image":
            (following,) = struct.unpack_from(order + "I", block, start + 2 + 12 * length)
            if following:
                waiting.append(("Thumbnail", following))
