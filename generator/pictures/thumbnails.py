"""Photos as small as a page shows them, in WebP.

A photo stays as it was sent; beside it lie copies in the widths that phones and desks need, without what a
camera wrote into it. The same photo always gives the same bytes. What a photo must be is the rules' business.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

# In pixels: a phone of plain resolution; a column of text, or a phone of double resolution.
WIDTHS = (360, 720)
_QUALITY = 80


def is_reduced(width: int) -> bool:
    """Whether a photo of this width has thumbnails: smaller ones are shown as they are."""
    return width > WIDTHS[0]


def scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Width and height of the thumbnail for `width` of a photo of this size; nothing is made larger."""
    width = min(width, size[0])
    return width, max(1, round(size[1] * width / size[0]))


def place(file: str, width: int) -> str:
    """Where the thumbnail of a photo is: `images/x.jpg` → `images/360/x.jpg.webp`."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/{width}/{name}.webp"


def thumbnails(raw: bytes) -> dict[int, bytes]:
    """The thumbnails of a photo by width; one that cannot be decoded stands for each of them as it is."""
    found = {}
    try:
        with Image.open(BytesIO(raw)) as photo:
            # What decodes it at once at a smaller scale does so; enough is left for sharpness.
            photo.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
            profile = photo.info.get("icc_profile")
            picture = ImageOps.exif_transpose(photo)
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        size = picture.size
        for width in sorted(WIDTHS, reverse=True):
            picture = picture.resize(scaled(size, width), Image.Resampling.LANCZOS)
            out = BytesIO()
            picture.save(
                out, "WEBP", quality=_QUALITY, method=4, exif=b"", xmp=b"", icc_profile=profile or b""
            )
            found[width] = out.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return dict.fromkeys(WIDTHS, raw)
    return found
