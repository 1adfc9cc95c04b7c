"""Small photos made of bytes, for tests: the three formats, and what can be carried inside them."""

import struct
import zlib

GPS, MAKE, ORIENTATION, COLOUR = 0x8825, 0x010F, 0x0112, 0xA001


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG file."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 40, height: int = 30, *extras: bytes) -> bytes:
    """A JPEG file; `extras` are segments before the picture. Made-up picture."""
    size = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0" + bytes(9)) + b"".join(extras) + size + scan + b"\xff\xd9"


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 40, height: int = 30, *extras: bytes, rows: int | None = None) -> bytes:
    """A grey PNG file; `extras` are chunks before the picture, `rows` those really there."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    picture = chunk(b"IDAT", zlib.compress((b"\0" + b"\x99" * width) * (height if rows is None else rows), 9))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extras) + picture + chunk(b"IEND", b"")


def webp(width: int = 40, height: int = 30, *extras: tuple[bytes, bytes], lossy: bool = False) -> bytes:
    """A WebP file; `extras` are names and contents of chunks after the picture. Made-up picture."""
    if lossy:
        picture = (b"VP8 ", b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", width, height) + bytes(6))
    else:
        picture = (b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(4))
    chunks = [picture, *extras]
    if extras:
        sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        chunks.insert(0, (b"VP8X", bytes(4) + sizes))
    body = b"WEBP"
    for name, contents in chunks:
        body += name + struct.pack("<I", len(contents)) + contents + bytes(len(contents) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def exif(*fields: tuple[int, int], order: str = "<", preview: bool = False) -> bytes:
    """A TIFF block with short fields (tag, value); GPS leads to a block of its own, `preview` to another."""
    after = 8 + 2 + 12 * len(fields) + 4
    entries = b"".join(
        struct.pack(order + "HHI", tag, 4, 1) + struct.pack(order + "I", after)
        if tag == GPS
        else struct.pack(order + "HHI", tag, 3, 1) + struct.pack(order + "HH", value, 0)
        for tag, value in fields
    )
    block = struct.pack(order + "H", 1) + struct.pack(order + "HHIHH", 1, 3, 1, 78, 0) + bytes(4)
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    following = struct.pack(order + "I", after if preview else 0)
    return head + struct.pack(order + "H", len(fields)) + entries + following + block


def exif_segment(block: bytes) -> bytes:
    """The JPEG segment that holds an Exif block."""
    return segment(0xE1, b"Exif\0\0" + block)
