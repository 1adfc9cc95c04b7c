"""The labelled set of pairs on which novelty is tuned and measured.

topics/*.yml         sixteen topics, four different ideas on each, written by hand in the vocabulary that the
                     topic imposes; each idea again in a rewording written by hand. An idea and its rewording
                     are a copy; two ideas on one topic are a hard negative, and so is an idea whose first
                     sentence was taken from another (units do describe one situation more than once).
retold.yml           two ideas of each topic told again from memory, shorter: copies that are hard to see.
catalogue.jsonl      texts of entries as they stood when the set was made (frozen: they may change since).
                     Two neighbours in it that belong to one field of activity are a negative.
transformed.jsonl    each of these entries under a transformation (transformations.py): a copy.

The ID of a pair begins with what it is about, the topic or the entry, and a hash of that beginning puts it
into the development part or the held-out part. No text is in both. Only the development part was looked at
while features, weights and threshold were chosen.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.similarity import SimilarText

HERE = Path(__file__).parent
Part = Literal["development", "held-out"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether the first is a reworded copy of the second."""

    id: str
    kind: str
    copy: bool
    new: SimilarText
    earlier: SimilarText

    @property
    def part(self) -> Part:
        return part_of(self.id.partition(":")[0])


def part_of(beginning: str) -> Part:
    """The part of the set that a topic or an entry belongs to."""
    odd = blake2b(beginning.encode(), digest_size=1).digest()[0] % 2
    return "held-out" if odd else "development"


def frozen_entries() -> list[dict[str, str]]:
    return _rows("catalogue.jsonl")


@cache
def all_pairs() -> tuple[Pair, ...]:
    return (*_topic_pairs(), *_transformed_pairs(), *_neighbours())


@cache
def distinct_texts() -> tuple[SimilarText, ...]:
    """Every idea of the topics and every entry of the catalogue, once: no two of them are copies."""
    ideas = [_text(f"{topic}/{idea['id']}", idea) for topic, ideas in _topics() for idea in ideas]
    return (*ideas, *(_text(row["id"], row) for row in frozen_entries()))


def _topic_pairs() -> Iterator[Pair]:
    retold = yaml.safe_load((HERE / "retold.yml").read_text(encoding="utf-8"))
    for topic, ideas in _topics():
        texts = [_text(f"{topic}/{idea['id']}", idea) for idea in ideas]
        for text, idea in zip(texts, ideas, strict=True):
            name = idea["id"]
            yield Pair(
                f"{topic}:{name}", "rewording", True, _text(f"new/{topic}/{name}", idea["reworded"]), text
            )
            if again := retold.get(text.id):
                yield Pair(f"{topic}:{name}:retold", "retold", True, _text(f"new/{text.id}", again), text)
        for one, other in combinations(texts, 2):
            yield Pair(f"{topic}:{one.id}+{other.id}", "same topic", False, one, other)
        for one, other in pairwise([*texts, texts[0]]):
            situation = one.description.partition(". ")[0]
            new = replace(other, description=f"{situation}. {other.description.partition('. ')[2]}")
            yield Pair(f"{topic}:{other.id}<{one.id}", "shared situation", False, new, one)


def _transformed_pairs() -> Iterator[Pair]:
    entries = {row["id"]: row for row in frozen_entries()}
    for row in _rows("transformed.jsonl"):
        new, earlier = _text(f"new/{row['id']}", row), _text(row["id"], entries[row["id"]])
        yield Pair(f"{row['id']}:{row['transformation']}", row["transformation"], True, new, earlier)


def _neighbours() -> Iterator[Pair]:
    entries = sorted(frozen_entries(), key=lambda row: (part_of(row["id"]), row["field"], row["id"]))
    for one, other in pairwise(entries):
        if one["field"] == other["field"] and part_of(one["id"]) == part_of(other["id"]):
            texts = _text(one["id"], one), _text(other["id"], other)
            yield Pair(f"{one['id']}:{other['id']}", "same field", False, *texts)


def _topics() -> list[tuple[str, list[dict[str, Any]]]]:
    paths = sorted((HERE / "topics").glob("*.yml"))
    return [(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]


def _rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _text(text_id: str, row: dict[str, str]) -> SimilarText:
    summary, novelty = row.get("summary", ""), row.get("novelty", "")
    return SimilarText(text_id, row["title"], summary, novelty, row["description"])
