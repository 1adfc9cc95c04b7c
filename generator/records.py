"""What is kept of a file between runs, as plain rows: pure functions from data to records.

How rows are kept belongs to `store`; which files are read to `survey`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator.findings import Finding
from generator.model import Data, Programme, SourceFile
from generator.related import sketch

# Dates anywhere in an innovation's data, by which the catalogue's last day is known.
_DATED = (("applied", "on"), ("recognition", "on"), ("registration", "submitted_on"),
          ("registration", "approved_on"), ("report", "on"))  # fmt: skip
# In lists by month, confidential innovations stand together: their dates are not public.
CONFIDENTIAL_MONTH = "kin"
# The dimension under which a grassroots union's whole folder is summed up, photos included.
FOLDER = "co-so"

ListKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An innovation that can be published. `digest` names all its content, `card` what lists show of it."""

    id: str
    grassroots: str
    upper: str
    kind: str
    field: str
    phase: str | None
    applied_on: str
    month: str
    confidential: bool
    newest: str
    title: str
    summary: str
    benefit_vnd: int | None
    images: tuple[str, ...]
    keys: tuple[int, ...]
    data: str
    digest: int
    card: int

    @property
    def lists(self) -> tuple[tuple[ListKey, int], ...]:
        """The lists that show it – dimension, key, month – each with the digest that it adds there."""
        return listed(
            self.grassroots, self.upper, self.kind, self.field, self.phase, self.month, self.confidential,
            self.digest, self.card,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnionRecord:
    """A union whose file can be used."""

    id: str
    upper: str
    data: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was found: at most one of `entry` and `union` is set, neither where it cannot be used."""

    file: SourceFile
    digest: bytes
    findings: tuple[Finding, ...] = ()
    entry: EntryRecord | None = None
    union: UnionRecord | None = None


def listed(
    grassroots: str, upper: str, kind: str, field: str, phase: str | None, month: str, confidential: bool,
    digest: int, card: int,
) -> tuple[tuple[ListKey, int], ...]:  # fmt: skip
    """The lists of an innovation. A confidential one stands only where nothing but its field is told."""
    if confidential:
        return ((FOLDER, grassroots, ""), digest), (("linh-vuc", field, CONFIDENTIAL_MONTH), card)
    return (
        ((FOLDER, grassroots, ""), digest),
        (("loai", kind, month), card),
        (("linh-vuc", field, month), card),
        (("giai-doan", phase or "", month), card),
        (("don-vi", f"{upper}/{phase}", month), card),
    )


def entry_record(file: SourceFile, raw: bytes, data: Data, programme: Programme) -> EntryRecord:
    """The record of the innovation in `file`, whose `data` satisfies the schema."""
    applied_on = data["applied"]["on"]
    grassroots = file.union_id
    benefit = data["benefit"].get("money_vnd")
    confidential = data.get("confidential", False)
    newest = max(data[group][key] for group, key in _DATED if key in data.get(group, {}))
    dated = None if confidential else (data["kind"], applied_on)
    shown = (file.entry_id, data["title"], data["summary"], data["field"], benefit, dated)
    phase = programme.phase_on(applied_on)
    return EntryRecord(
        file.entry_id, grassroots, grassroots.partition("/")[0], data["kind"], data["field"],
        phase.id if phase else None, applied_on, applied_on[:7], confidential, newest,
        data["title"], data["summary"], benefit,
        tuple(image["file"] for image in data.get("images", ())),
        sketch(data["title"], () if confidential else data.get("tags", ()), data["field"]),
        json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        number(file.path.encode() + b"\0" + raw), number(repr(shown).encode()),
    )  # fmt: skip


def union_record(file: SourceFile, raw: bytes, data: Data) -> UnionRecord:
    """The record of the union in `file`."""
    union_id = file.union_id
    return UnionRecord(
        union_id, union_id.partition("/")[0], json.dumps(data, ensure_ascii=False), content_digest(raw)
    )


def content_digest(raw: bytes) -> bytes:
    """Names contents: 16 bytes that differ where the contents do."""
    return blake2b(raw, digest_size=16).digest()


def number(raw: bytes) -> int:
    """Names contents by a signed 64-bit number, for sets that are summed up by exclusive or."""
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "big", signed=True)


def fingerprint(*values: Any) -> str:
    """Names a combination of plain values."""
    return blake2b(json.dumps(values, ensure_ascii=False, default=str).encode(), digest_size=16).hexdigest()


def changes(
    minus: Iterable[tuple[ListKey, int]], plus: Iterable[tuple[ListKey, int]]
) -> Mapping[ListKey, tuple[int, int]]:
    """By how much each list's number changes, and what its digest must be combined with."""
    found: dict[ListKey, tuple[int, int]] = {}
    for step, rows in ((-1, minus), (1, plus)):
        for key, digest in rows:
            number_, combined = found.get(key, (0, 0))
            found[key] = (number_ + step, combined ^ digest)
    return found
