"""What is said of a proposal, on whatever forge: one comment that is kept current, and our labels.

The comment is found again by a mark at its beginning that nobody sees. The mark may tell what was looked at,
and counts only in a comment of our own, since anybody can write one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.preview import LABELS
from generator.preview.escaping import is_harmless

_MARK = "<!-- sangkien: review"
_MARK_END = " -->"
_LONGEST = 64_000


@dataclass(frozen=True)
class Comment:
    """A comment on a proposal; `is_ours` tells that the token's own user wrote it."""

    id: int
    body: str
    is_ours: bool


class Forge(Protocol):
    """What answering takes of a forge. Proposals are known by their numbers, `sign` stands before them."""

    sign: str

    def comments(self, number: int) -> Iterator[Comment]:
        """The comments on a proposal, oldest first."""

    def comment(self, number: int, body: str) -> None:
        """Add a comment."""

    def change_comment(self, number: int, comment: int, body: str) -> None:
        """Give a comment another text."""

    def labels(self, number: int) -> set[str]:
        """The names of a proposal's labels."""

    def change_labels(self, number: int, added: Sequence[str], removed: Sequence[str]) -> None:
        """Add labels, also such as the forge does not know yet, and take others away."""


@dataclass(frozen=True)
class Answer:
    """What was said: to which proposal, by its sign and number, and with which labels."""

    name: str
    labels: tuple[str, ...]


def checked(report: str | None) -> str | None:
    """A report that may be passed on: made of nothing but what reports are made of. Otherwise None."""
    if report is None or len(report) > _LONGEST or not is_harmless(report):
        return None
    # GitLab takes a line that begins so for a command, and would carry it out with our rights.
    if any(line.lstrip().startswith("/") for line in report.split("\n")):
        return None
    return report


def is_answered(forge: Forge, number: int, seen: Sequence[str]) -> bool:
    """Whether our comment on a proposal is there, and was made when `seen` was looked at."""
    ours = _own(forge, number)
    return ours is not None and ours.body.startswith(_mark(seen))


def reply(
    forge: Forge, number: int, report: str, labels: Collection[str], seen: Sequence[str] = ()
) -> Answer:
    """Say `report`, which was `checked`, and set our labels; nothing is written that is there already.

    `seen` are names of commits that `is_answered` can ask for. The comment comes last: where it stands,
    everything else was done.
    """
    there = forge.labels(number)
    added = sorted(set(labels) - there)
    removed = sorted((there & set(LABELS)) - set(labels))
    if added or removed:
        forge.change_labels(number, added, removed)
    body = f"{_mark(seen)}\n{report}"
    ours = _own(forge, number)
    if ours is None:
        forge.comment(number, body)
    # Forges may drop the last line's end.
    elif ours.body.rstrip() != body.rstrip():
        forge.change_comment(number, ours.id, body)
    return Answer(f"{forge.sign}{number}", tuple(name for name in LABELS if name in labels))


def _own(forge: Forge, number: int) -> Comment | None:
    return next((c for c in forge.comments(number) if c.is_ours and c.body.startswith(_MARK)), None)


def _mark(seen: Sequence[str]) -> str:
    return " ".join((_MARK, *seen)) + _MARK_END
