"""Where files may lie below submissions/, and how they may be called."""

import re

from generator.model import SUBMISSIONS, UNION_FILE
from generator.text import slugify

NAME_LIMIT = 80
IMAGES = "images"
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
YAML_SUFFIX = ".yml"
# What editors and Windows make of `.yml`.
YAML_MISTAKES = (".yml.txt", ".yaml.txt", ".yaml")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Windows cannot create files or folders of these names, so a clone there would fail.
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def parts_of(path: str) -> list[str]:
    """The folders and the name of a file below submissions/."""
    return path.removeprefix(SUBMISSIONS).split("/")


def split_suffix(name: str) -> tuple[str, str]:
    """`Bồn rửa.YAML` → `Bồn rửa`, `.YAML`; the suffix is empty where the file is of no kind known here."""
    lower = name.lower()
    for suffix in (*YAML_MISTAKES, YAML_SUFFIX, *IMAGE_SUFFIXES):
        if lower.endswith(suffix) and len(lower) > len(suffix):
            # Counted from the end, since lower case can be longer than upper case.
            return name[: len(name) - len(suffix)], name[len(name) - len(suffix) :]
    return name, ""


def right_suffix(suffix: str) -> str:
    """The suffix that the catalogue uses in place of `suffix`."""
    lower = suffix.lower()
    return YAML_SUFFIX if lower in YAML_MISTAKES else lower


def is_good_name(name: str) -> bool:
    """Whether a folder, or a file without its suffix, may be called `name`."""
    return len(name) <= NAME_LIMIT and bool(_NAME.fullmatch(name)) and name not in RESERVED


def good_name(name: str) -> str:
    """The name to write instead of `name`; empty where nothing of it can be kept."""
    slug = slugify(name, NAME_LIMIT)
    return f"{slug}-1" if slug in RESERVED else slug


def is_good_place(path: str) -> bool:
    """Whether a file of this kind may lie in this folder; names may still be wrong."""
    parts = parts_of(path)
    suffix = right_suffix(split_suffix(parts[-1])[1])
    if suffix in IMAGE_SUFFIXES:
        return len(parts) == 4 and parts[2] == IMAGES
    if suffix == YAML_SUFFIX:
        is_union = split_suffix(parts[-1])[0].lower() == UNION_FILE.removesuffix(YAML_SUFFIX)
        return len(parts) == 3 or (len(parts) == 2 and is_union)
    return False
