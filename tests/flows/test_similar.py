"""Novelty from the files up: a reworded copy is named, the prepared index follows every change."""

import re
from pathlib import Path

import pytest

from generator.cli import open_workshop
from generator.flows.similar import similar
from generator.flows.validate import validate
from generator.novelty import prepared_findings
from generator.problems import Refusal
from generator.repository import Repository
from generator.text import fold
from tests.catalogues import sample_catalogue
from tests.harness import INNOVATION, UPPER
from tests.sample import made_up

OTHER = next(path for path in made_up(40) if not path.endswith("/union.yml"))
COPY = f"{OTHER.rpartition('/')[0]}/bon-rua-khong-dau.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample with a copy of one innovation in another unit: no diacritics, another title."""
    root = sample_catalogue(tmp_path, 40)
    text = (root / INNOVATION).read_text("utf-8")
    head, mark, description = text.partition("description: |")
    plain = "\n".join(line if line.startswith("  ## ") else fold(line) for line in description.splitlines())
    head = re.sub(r"^title: .*$", "title: Rua tay giua hai ca ma khong ai cham vao voi", head, flags=re.M)
    (root / COPY).write_text(head + mark + plain + "\n", "utf-8")
    return root


def test_a_copy_is_named_with_its_original(root: Path) -> None:
    with open_workshop(root, jobs=1) as shop:
        found = similar(shop, Path(COPY))
    assert f"submissions/{found[0].match.id}.yml" == INNOVATION
    assert found[0].notable
    assert found[0].match.passages


def test_the_warning_follows_the_files(root: Path) -> None:
    with open_workshop(root, jobs=1) as shop:
        warned = [f for f in validate(shop, [Path(COPY)]).findings if f.rule == "similar-earlier"]
    assert [(f.path, f.severity) for f in warned] == [(COPY, "warning")]
    assert prepared_findings(Repository(root), [COPY]) == warned, "also from the index that is there"
    (root / INNOVATION).unlink()
    with open_workshop(root, jobs=1) as shop:
        assert not [f for f in validate(shop, [Path(COPY)]).findings if f.rule == "similar-earlier"]


def test_a_different_idea_is_left_alone(root: Path) -> None:
    with open_workshop(root, jobs=1) as shop:
        assert not [f for f in validate(shop, [Path(OTHER)]).findings if f.rule == "similar-earlier"]


def test_what_cannot_be_compared_is_refused(root: Path) -> None:
    with open_workshop(root, jobs=1) as shop:
        with pytest.raises(Refusal, match="not the file of an innovation"):
            similar(shop, Path(UPPER))
        (root / COPY).write_text("title: Hỏng\n", "utf-8")
        with pytest.raises(Refusal, match="has errors"):
            similar(shop, Path(COPY))
