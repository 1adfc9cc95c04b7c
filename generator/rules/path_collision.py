"""Hai đường dẫn không chỉ khác nhau chữ hoa, chữ thường hay dạng Unicode

Windows và macOS coi `Bon-rua.yml` và `bon-rua.yml` là một tệp; macOS cũng coi hai dạng Unicode của một
chữ là một. Chép kho về các máy đó thì tệp này đè lên tệp kia.

Nguồn: Quy ước của danh mục này.

---

No two paths differ only in capitals or Unicode form

To Windows and macOS `Bon-rua.yml` and `bon-rua.yml` are one file; macOS also takes the Unicode forms of a
letter for one. A clone on such a computer writes one file over the other.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua.yml
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-moi.yml
Bad:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua.yml
    submissions/hong-bang/cty-may-hoa-phuong/Bon-rua.yml
"""

import unicodedata
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.text import Text

SCOPE = "catalogue"
SEVERITY = "error"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    # Paths of plain small letters cannot collide; looking at all of them at once is quick.
    everything = "\n".join(catalogue.paths)
    if everything.isascii() and everything == everything.lower():
        return
    spelling: dict[str, str] = {}
    # Where two collide, the one in small letters stays.
    for path in sorted(catalogue.paths, key=lambda path: (path != _key(path), path)):
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            here = "/".join(parts[:depth])
            there = spelling.setdefault(_key(here), here)
            if here != there:
                yield path, _problem(here, there)
                break


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _problem(here: str, there: str) -> Problem:
    return Problem(
        Text(
            f"“{here}” chỉ khác “{there}” ở chữ hoa, chữ thường hoặc dạng Unicode.",
            f"“{here}” differs from “{there}” in capitals or Unicode form only.",
        ),
        Text(
            "Đặt tên khác, hoặc gộp hai tệp làm một.",
            "Choose another name, or make one file of the two.",
        ),
    )
