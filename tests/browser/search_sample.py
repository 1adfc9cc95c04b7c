"""The sample's innovations as search documents."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.model import Innovation, SourceFile, Union
from generator.search import SearchDocument, document_of
from tests.harness import GRASSROOTS, INNOVATION, base_game, base_text
from tests.sample import made_up


class _Loader(yaml.SafeLoader):
    """YAML in which only whole numbers and true and false are more than text."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"\d+$"), list("0123456789"))


def labels() -> Mapping[str, Sequence[str]]:
    """What the index calls by their numbers."""
    programme = base_game().programme
    words = programme.vocabularies
    return {
        "kind": list(words["kinds"]), "field": list(words["fields"]), "unit_type": list(words["unit_types"]),
        "phase": [phase.id for phase in programme.phases],
    }  # fmt: skip


def sample_documents(count: int = 160) -> list[SearchDocument]:
    """All innovations of `sample_catalogue`, in the order of their IDs."""
    unions = {}
    innovations = []
    for path, text in {**_base(), **made_up(count)}.items():
        file, data = SourceFile(path), _read(text)
        if file.is_union:
            unions[file.union_id] = Union.from_data(file.union_id, data)
        else:
            innovations.append(Innovation.from_data(file.entry_id, data))
    innovations.sort(key=lambda innovation: innovation.id)
    return [document_of(innovation, unions, base_game().programme) for innovation in innovations]


def _base() -> dict[str, str]:
    return {path: base_text(path) for path in (GRASSROOTS, INNOVATION)}


def _read(text: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)
    return data
