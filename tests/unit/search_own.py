"""The repository's own innovations as search documents."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.model import Innovation, Programme, Union
from generator.search import SearchDocument, document_of
from tests.unit.search_engine import ROOT

SUBMISSIONS = ROOT / "submissions"


class _Loader(yaml.SafeLoader):
    """YAML in which only whole numbers and true and false are more than text."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"\d+$"), list("0123456789"))


def read(path: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((ROOT / path).read_text("utf-8"), Loader=_Loader)
    return data


def programme() -> Programme:
    return Programme.from_data(read("schema/programme.yml"))


def labels() -> Mapping[str, Sequence[str]]:
    words = programme().vocabularies
    return {
        "kind": list(words["kinds"]), "field": list(words["fields"]), "unit_type": list(words["unit_types"]),
        "phase": [phase.id for phase in programme().phases],
    }  # fmt: skip


def own_documents() -> list[SearchDocument]:
    """All of them, in the order of their IDs."""
    rules = programme()
    unions = {}
    innovations = []
    for path in sorted(SUBMISSIONS.glob("**/*.yml")):
        name = path.relative_to(SUBMISSIONS).with_suffix("").as_posix()
        data = read(f"submissions/{name}.yml")
        if path.name == "union.yml":
            unions[name.rpartition("/")[0]] = Union.from_data(name.rpartition("/")[0], data)
        else:
            innovations.append(Innovation.from_data(name, data))
    return [document_of(innovation, unions, rules) for innovation in innovations]
