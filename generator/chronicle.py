"""Brings what the store knows of the catalogue's commits up to date: when innovations came and changed.

Told is what git knows for certain, along the line of the branch: a merge counts as one commit, a renamed
file is the same where not a letter in it changed. Where there is no git, or a clone holds the end of the
history only, nothing is told. Changes that are not committed have no day.
"""

from generator.history import History, Step
from generator.model import SUBMISSIONS, UNION_FILE
from generator.store.chronicle import Chronicle
from generator.survey import Workshop

_ENDING = ".yml"


def record(shop: Workshop) -> None:
    """Read the commits that the store does not know yet, within one transaction."""
    history, store = History(shop.repository.root), shop.store
    tip, known = history.tip(), store.chronicle.tip
    if tip == known:
        return
    with store.transaction():
        begun = known if known and tip and history.continues(known, tip) else None
        if begun is None:
            store.chronicle.forget()
        if tip is not None:
            for step in history.steps(begun, tip):
                _take(store.chronicle, step)
            store.chronicle.finish(tip)


def _take(chronicle: Chronicle, step: Step) -> None:
    innovation, before = _innovation(step.path), _innovation(step.before)
    if innovation and step.deed in ("changed", "renamed"):
        chronicle.changed(innovation, step.commit, step.day, before)
    elif innovation and step.deed == "added":
        chronicle.added(innovation, step.commit, step.day)
    elif innovation:
        chronicle.removed(innovation)
    if before:
        chronicle.removed(before)


def _innovation(path: str) -> str:
    """The ID of the innovation that a path is the file of; empty where it is none."""
    if path.count("/") != 3 or not path.endswith(_ENDING) or path.endswith(f"/{UNION_FILE}"):
        return ""
    return path.removeprefix(SUBMISSIONS).removesuffix(_ENDING)
