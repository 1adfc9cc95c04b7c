"""Open data: what the catalogue gives to programs. Pure; each format is a module of its own.

What may be published of an innovation is decided in one place (`public`), and which fields a table has
in one place (`columns`, from the schemas); every format is made from these two. Where files are kept
and written belongs to `parts`.
"""

import json
from dataclasses import dataclass
from typing import Any

from generator.text import Text

# Of the catalogue's texts and pictures, and of the data made from them; see LICENSE-CONTENT.
LICENCE = Text("Ghi công 4.0 Quốc tế (CC BY 4.0)", "Attribution 4.0 International (CC BY 4.0)")
LICENCE_ID = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

FOLDER = "du-lieu"
API = "api/v1"
# The union under which tables keep the figures of the whole. No folder of submissions/ can have this name.
WHOLE = "_all"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: its path below the site's root, what it is about, its size in bytes.

    `table` names the table (`columns`) whose fields it has, if it is one.
    """

    path: str
    format: str
    media_type: str
    about: Text
    size: int
    table: str | None = None


def compact(data: Any) -> bytes:
    """`data` as JSON in UTF-8, in one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def spacious(data: Any) -> bytes:
    """`data` as JSON in UTF-8, for people to read."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
