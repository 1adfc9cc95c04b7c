"""Synthetic catalogues: valid under the programme at hand, plausibly spread, the same for the same seed."""

import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from generator.cli import main
from generator.demo import sentences, things, ways
from generator.demo.catalogue import files
from generator.demo.names import NUMBERS
from generator.demo.services import MATTERS
from generator.demo.setting import BRANCHES
from generator.demo.words import SIZE, ranked
from generator.document import Document
from generator.flows.demo import run
from generator.inspection import inspect_file, inspect_place
from generator.model import Innovation, Programme, SourceFile, Union
from generator.problems import Refusal
from generator.repository import Game, Repository
from generator.schema import Schemas
from generator.text import fold, slugify
from tests import sample
from tests.harness import INNOVATION, base_game, workspace

ROOT = Path(__file__).parents[2]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Files = dict[str, str]


@pytest.fixture(scope="module")
def game() -> Game:
    return base_game()


@pytest.fixture(scope="module")
def uppers() -> list[Union]:
    return sample.uppers()


@pytest.fixture(scope="module")
def small(game: Game, uppers: list[Union]) -> Files:
    return dict(files(game.programme, uppers, 300, 7))


@pytest.fixture(scope="module")
def many(game: Game, uppers: list[Union]) -> Files:
    return dict(files(game.programme, uppers, 6000, 1))


@pytest.fixture(scope="module")
def large(game: Game, many: Files) -> list[Innovation]:
    return [entry(path, text, game.schemas) for path, text in many.items() if not is_union(path)]


@pytest.fixture(scope="module")
def unions(game: Game, many: Files) -> dict[str, Union]:
    shape = game.schemas.grassroots.shape
    made = ((SourceFile(path), text) for path, text in many.items())
    return {
        file.union_id: Union.from_data(file.union_id, Document(text).data(shape))
        for file, text in made
        if file.is_union
    }


def is_union(path: str) -> bool:
    return SourceFile(path).is_union


def entry(path: str, text: str, schemas: Schemas) -> Innovation:
    return Innovation.from_data(SourceFile(path).entry_id, Document(text).data(schemas.innovation.shape))


def findings(made: Files, programme: Programme, schemas: Schemas) -> list[str]:
    """What the rules about one file say of all files."""
    said = []
    for path, text in made.items():
        raw = text.encode()
        file = SourceFile(path, len(raw))
        found = [*inspect_place(file, programme), *inspect_file(file, raw, programme, schemas).findings]
        said += [f"{f.path}:{f.line} {f.rule}: {f.message.en}" for f in found]
    return said


def changed(game: Game, change: Callable[[dict[str, Any]], None]) -> tuple[Programme, Schemas]:
    """The programme after `change`, and its schemas."""
    data = deepcopy(dict(game.programme.data))
    change(data)
    programme = Programme.from_data(data)
    repository = Repository(ROOT)
    return programme, Schemas.of(repository.schema("innovation"), repository.schema("union"), programme)


def test_same_seed_same_files(game: Game, uppers: list[Union], small: Files) -> None:
    assert dict(files(game.programme, uppers, 300, 7)) == small
    assert dict(files(game.programme, list(reversed(uppers)), 300, 7)) == small


def test_another_seed_other_files(game: Game, uppers: list[Union], small: Files) -> None:
    other = dict(files(game.programme, uppers, 300, 8))
    assert len(set(small.values()) & set(other.values())) == 0


def test_the_hash_seed_does_not_matter() -> None:
    """Python orders sets and hashes strings anew in every process unless told otherwise."""
    script = (
        "import sys, tempfile, pathlib, hashlib\n"
        "from generator.flows.demo import run\n"
        "out = pathlib.Path(sys.argv[2], 'out')\n"
        "run(pathlib.Path(sys.argv[1]), 200, 3, out, lambda *_: None)\n"
        "tree = sorted((str(p.relative_to(out)), p.read_bytes()) for p in out.rglob('*.yml'))\n"
        "print(hashlib.sha256(repr(tree).encode()).hexdigest())\n"
    )
    assert _python(script, "1") == _python(script, "2")


def _python(script: str, hash_seed: str) -> str:
    with TemporaryDirectory() as folder:
        return subprocess.run(
            [sys.executable, "-c", script, str(ROOT), folder],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout


def test_no_rule_finds_anything(game: Game, small: Files) -> None:
    assert sum(not is_union(path) for path in small) == 300
    assert findings(small, game.programme, game.schemas) == []


def test_what_is_written_is_what_is_read(game: Game, small: Files) -> None:
    """Every plain scalar comes back as the rest of its line: nothing is taken for a comment or a mapping."""
    for path, text in small.items():
        if is_union(path):
            continue
        data = Document(text).data(game.schemas.innovation.shape)
        head, _, description = text.partition("description: |\n")
        for line in head.splitlines():
            key, colon, value = line.strip(" -").partition(": ")
            if colon and key in ("title", "summary", "novelty", "field", "kind"):
                assert data[key] == value
            elif colon and key in ("basis", "social"):
                assert data["benefit"][key] == value
            elif colon and key in ("job", "name", "alias"):
                assert value in [author.get(key) for author in data["authors"]]
            elif key == "tags":
                assert data["tags"] == value.strip("[]").split(", ")
            elif key == "where":
                assert data["applied"]["where"] == value
        lines = description.splitlines()
        assert all(line.startswith("  ") or not line for line in lines)
        assert data["description"] == "".join(f"{line[2:]}\n" for line in lines)


def test_texts_are_whole(large: list[Innovation]) -> None:
    for innovation in large:
        texts = (innovation.title, innovation.summary, innovation.novelty or "", innovation.description)
        assert not any(re.search(r"[{}]| {2}", text) for text in texts), innovation
        assert re.findall(r"^## (.+)$", innovation.description, re.MULTILINE) == [
            "Thực trạng", "Giải pháp", "Hiệu quả",
        ]  # fmt: skip
        assert innovation.title[0].isupper()
        assert innovation.summary[0].isupper()
        assert re.match(r"[^.]+\.", innovation.summary)
        assert 120 <= len(innovation.description.split()) <= 380


def test_sizes_are_realistic(many: Files) -> None:
    sizes = sorted(len(text.encode()) for path, text in many.items() if not is_union(path))
    assert len(sizes) == 6000
    assert sizes[0] > 1700
    assert 2300 < sizes[len(sizes) // 2] < 3000
    assert sizes[-1] < 4200


def test_no_two_titles_are_the_same(large: list[Innovation]) -> None:
    assert len({fold(innovation.title) for innovation in large}) == len(large)


def test_a_pair_is_of_two(large: list[Innovation]) -> None:
    matches = (re.match(r"(.+?) và (.+?) giúp ", innovation.title.lower()) for innovation in large)
    found = [match.groups() for match in matches if match]
    assert len(found) > 300
    assert all(first != second for first, second in found)


def test_only_industry_has_machine_parts(large: list[Innovation]) -> None:
    machine = set(things.MACHINE_PARTS) - set(things.TABLES["part"])
    texts = {"industry": "", "health": ""}
    for innovation in large:
        upper = innovation.upper_id
        if upper in ("nganh-y-te", "nganh-cong-thuong") and innovation.kind == "technical":
            # One union in ten is of another branch than its upper-level union.
            usual = innovation.field in ("healthcare", "production")
            texts["health" if upper == "nganh-y-te" else "industry"] += innovation.description * usual
    per_text = {
        branch: sum(text.count(part) for part in machine) / text.count("## Thực trạng")
        for branch, text in texts.items()
    }
    assert per_text["health"] < per_text["industry"] / 4


def test_texts_differ(large: list[Innovation]) -> None:
    """No two of 600 share half of their runs of four words: two different ideas, even on one topic."""
    runs = []
    for innovation in large[:: len(large) // 600]:
        words = re.findall(r"\w+", innovation.description.lower())
        runs.append({" ".join(words[place : place + 4]) for place in range(len(words) - 3)})
    holders = defaultdict(list)
    for number, own in enumerate(runs):
        for run_of_four in own:
            holders[run_of_four].append(number)
    for number, own in enumerate(runs):
        shared = Counter(other for part in own for other in holders[part] if other != number)
        for other, count in shared.most_common(3):
            assert count / len(own | runs[other]) < 0.4


def test_words_follow_zipf(large: list[Innovation]) -> None:
    counts = Counter(word for i in large for word in re.findall(r"\w+", i.description.lower())).most_common()
    first, tenth, hundredth, thousandth = (counts[rank][1] for rank in (0, 9, 99, 999))
    assert first < 4 * tenth < 40 * hundredth
    assert hundredth > 5 * thousandth
    assert len(counts) > 2500


def test_nothing_looks_like_personal_data(small: Files) -> None:
    for text in small.values():
        kept = re.sub(r"^  money_vnd: \d+$", "", text, flags=re.MULTILINE)
        numbers = re.findall(r"\d[\d.\- ]*\d", re.sub(r"\d{4}-\d\d-\d\d", "", kept))
        assert all(len(re.sub(r"\D", "", number)) < 9 for number in numbers)
        assert "@" not in text


def test_unions_are_few_and_of_all_sizes(large: list[Innovation], unions: dict[str, Union]) -> None:
    sizes = sorted(Counter(innovation.grassroots_id for innovation in large).values())
    assert len(sizes) == len(unions) == round(6000 / 16)
    assert sizes[len(sizes) // 2] < 10
    assert sum(sizes[-len(sizes) // 10 :]) > 6000 / 2
    assert sizes[-1] < 1000


def test_unions_follow_targets(large: list[Innovation], uppers: list[Union]) -> None:
    counts = Counter(innovation.upper_id for innovation in large)
    whole = sum(sum(upper.targets.values()) for upper in uppers)
    for upper in uppers:
        share = sum(upper.targets.values()) / whole
        assert counts[upper.id] > 0
        if share > 0.02:
            assert 0.5 < counts[upper.id] / 6000 / share < 2


def test_unions_are_varied(unions: dict[str, Union], game: Game) -> None:
    made = list(unions.values())
    assert {union.unit_type for union in made} == set(game.programme.vocabularies["unit_types"])
    assert {union.ownership for union in made} == {None, *game.programme.vocabularies["ownerships"]}
    assert 0.02 < sum(not union.members for union in made) / len(made) < 0.2
    assert 0.1 < sum(not union.targets for union in made) / len(made) < 0.4
    assert any(len(union.members) == 1 for union in made)
    assert len({union.name for union in made}) > 0.95 * len(made)
    assert all(union.illustrative for union in made)


def test_branches_fit_their_unions(large: list[Innovation], unions: dict[str, Union], game: Game) -> None:
    """The health sector's unions are hospitals, and their innovations are about health."""
    health = [union for union in unions.values() if union.upper_id == "nganh-y-te"]
    assert sum(union.unit_type == "hospital" for union in health) > 0.8 * len(health)
    of_health = [i.field for i in large if i.upper_id == "nganh-y-te"]
    assert Counter(of_health).most_common(1)[0][0] == "healthcare"


def test_months_rise_in_every_phase(large: list[Innovation], game: Game) -> None:
    for phase in game.programme.phases:
        days = [(i.applied_on - phase.start).days for i in large if i.applied_on in phase]
        assert len(days) == pytest.approx(6000 * phase.target / 45000, rel=0.06)
        length = (phase.end - phase.start).days + 1
        thirds = Counter(day * 3 // length for day in days)
        assert thirds[0] < thirds[1] < thirds[2]


def test_every_word_occurs(large: list[Innovation], game: Game) -> None:
    for name, used in (
        ("kinds", {i.kind for i in large}),
        ("fields", {i.field for i in large}),
        ("recognisers", {i.recognition["by"] for i in large}),
        ("research_levels", {i.research["level"] for i in large if i.research}),
    ):
        assert used == set(game.programme.vocabularies[name])


def test_the_unusual_occurs_a_few_times_in_a_thousand(large: list[Innovation]) -> None:
    def per_thousand(unusual: Callable[[Innovation], object]) -> float:
        return sum(bool(unusual(i)) for i in large) / len(large) * 1000

    assert 1 <= per_thousand(lambda i: i.confidential) <= 10
    assert 3 <= per_thousand(lambda i: len(i.authors) == 5) <= 25
    assert 5 <= per_thousand(lambda i: i.applied.get("trial")) <= 60
    assert 5 <= per_thousand(lambda i: any(a.pseudonym for a in i.authors)) <= 90
    assert 1 <= per_thousand(lambda i: (i.benefit_vnd or 0) >= 10_000_000_000) <= 12
    assert 30 <= per_thousand(lambda i: i.benefit_vnd is None) <= 120
    assert 5 <= per_thousand(lambda i: i.research) <= 30
    tied = per_thousand(lambda i: sorted(a.share for a in i.authors)[-2:].count(i.credited.share) > 1)
    assert 20 <= tied <= 150
    assert 400 <= per_thousand(lambda i: i.supported) <= 750
    assert 400 <= per_thousand(lambda i: i.grassroots_vnd) <= 750
    assert 100 <= per_thousand(lambda i: not i.registration) <= 250


def test_some_people_have_several(large: list[Innovation]) -> None:
    people = Counter((i.grassroots_id, i.credited.identity) for i in large)
    assert len(people) < 0.8 * len(large)
    assert people.most_common(1)[0][1] > 9


def test_another_programme(game: Game, uppers: list[Union]) -> None:
    """Three phases, other kinds and words that no branch knows, smaller folders and sums."""

    def change(data: dict[str, Any]) -> None:
        data["phases"] = [
            {"id": f"year-{year}", "name": {"vi": f"Năm {year}"}, "from": f"{year}-03-01",
             "to": f"{year + 1}-01-31", "target": 100 * (year - 2029)}
            for year in (2030, 2031, 2032)
        ]  # fmt: skip
        data["kinds"] = [{"id": "idea", "name": {"vi": "Ý tưởng"}},
                         {"id": "study", "name": {"vi": "Khảo cứu"}, "research": True}]  # fmt: skip
        for name in ("fields", "unit_types", "ownerships", "research_levels", "recognisers"):
            data[name] = [
                {"id": f"{name.replace('_', '-')}-{n}", "name": {"vi": f"Mục {n}"}} for n in (1, 2, 3)
            ]
        data["research_window"] = {"from": "2031-06-01", "to": "2031-12-31"}
        data["support"]["grassroots_union_max_vnd"] = 50_000
        data["limits"]["folder_files"] = 20
        data["limits"]["benefit_vnd_plausible"] = {"from": 5_000_000, "to": 80_000_000}

    programme, schemas = changed(game, change)
    bare = [replace(upper, targets={}, members={}) for upper in uppers]
    made = dict(files(programme, bare, 900, 5))
    assert findings(made, programme, schemas) == []
    innovations = [entry(path, text, schemas) for path, text in made.items() if not is_union(path)]
    assert {i.kind for i in innovations} == {"idea", "study"}
    assert Counter(i.applied_on.year for i in innovations)[2032] > 300
    assert max(Counter(SourceFile(path).union_id for path in made).values()) <= 20
    assert {i.field for i in innovations} == {"fields-1", "fields-2", "fields-3"}


@pytest.mark.parametrize("cap", [0, 3])
def test_a_programme_without_support_or_research(game: Game, uppers: list[Union], cap: int) -> None:
    def change(data: dict[str, Any]) -> None:
        data["support"]["grassroots_union_max_vnd"] = cap
        data["kinds"] = [kind for kind in data["kinds"] if not kind.get("research")]
        del data["research_window"]

    programme, schemas = changed(game, change)
    made = dict(files(programme, uppers, 200, 5))
    assert findings(made, programme, schemas) == []
    assert not any("support:" in text or "research:" in text for text in made.values())


def test_unions_that_ended_get_nothing(game: Game, uppers: Sequence[Union]) -> None:
    gone = [replace(upper, valid_to=date(2022, 1, 1)) for upper in uppers[1:]]
    made = files(game.programme, [uppers[0], *gone], 100, 1)
    assert {SourceFile(path).union_id.partition("/")[0] for path, _ in made} == {uppers[0].id}


@pytest.mark.parametrize("count", [1, 2, 17])
def test_small_catalogues(game: Game, uppers: list[Union], count: int) -> None:
    made = dict(files(game.programme, uppers, count, 1))
    assert sum(not is_union(path) for path in made) == count
    assert findings(made, game.programme, game.schemas) == []


def test_a_unions_file_comes_first(small: Files) -> None:
    for _, group in groupby(small, key=lambda path: SourceFile(path).union_id):
        assert [is_union(path) for path in group].index(True) == 0
    folders = [folder for folder, _ in groupby(small, key=lambda path: SourceFile(path).union_id)]
    assert len(folders) == len(set(folders))


def test_names_of_files(small: Files, game: Game) -> None:
    for path, text in small.items():
        file = SourceFile(path)
        assert all(SLUG.fullmatch(part) and len(part) <= 80 for part in file.entry_id.split("/"))
        if not file.is_union:
            stem = file.entry_id.rpartition("/")[2]
            title = entry(path, text, game.schemas).title
            assert slugify(title).startswith(re.sub(r"-\d+$", "", stem)) or slugify(title).startswith(stem)


def test_every_slot_is_known() -> None:
    topic = {"object", "means2", "goal2", "effect2", "Effect", "crew", "before", "after"}
    topic |= {"part2", "part3", "fails2", "do2", "gain2"}
    topic |= {"amount", "unit", "months", "price"}
    for branch in (*BRANCHES, *MATTERS):
        for nature in (things, ways):
            tables = {**NUMBERS, **sentences.TABLES, **nature.TABLES, **branch.tables}
            for name, table in tables.items():
                assert len(table) == SIZE, name
                slots = set(re.findall(r"\{(\w+)\}", " ".join(table)))
                assert slots <= tables.keys() | topic, name


def test_ranked_words_fall_slowly_and_none_is_lost() -> None:
    words = [f"w{number}" for number in range(60)]
    counts = [count for _, count in sorted(Counter(ranked(words)).items(), key=lambda item: int(item[0][1:]))]
    assert len(counts) == 60
    assert all(after <= before for before, after in pairwise(counts[1:]))
    assert counts[0] > 5 * counts[30]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A catalogue of two upper-level unions, one with an innovation of its own, and a broken third."""
    root = tmp_path / "source"
    other = "submissions/nganh-y-te/union.yml"
    workspace(
        root,
        {
            other: sample.upper_files()[other],
            "submissions/broken/union.yml": "name: [",
            "site/theme/style.css": "a{}",
            "mkdocs.yml": "site_name: Test\n",
        },
    )
    return root


def quiet(done: int, total: int) -> None:
    assert 0 < done <= total


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_folder_is_a_whole_catalogue(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "some" / "demo"
    reports: list[tuple[int, int]] = []
    written = run(source, 250, 1, out, lambda done, total: reports.append((done, total)))
    made = tree(out)
    assert written == sum(path.startswith("submissions/") for path in made)
    assert sum(path.startswith("submissions/") and not is_union(path) for path in made) == 250
    for path in (
        "site/theme/style.css",
        "mkdocs.yml",
        "schema/programme.yml",
        "submissions/nganh-y-te/union.yml",
    ):
        assert made[path] == (source / path).read_bytes()
    assert not any(path.is_symlink() for path in out.rglob("*"))
    assert not (out / "submissions" / "broken").exists()
    assert INNOVATION not in made
    assert reports[-1] == (250, 250)
    assert reports == sorted(reports)
    assert main(["--root", str(out), "validate", "--format", "json"]) == 0
    # Two unions cannot have the targets of the whole programme: the source's own affair.
    assert {finding["path"] for finding in json.loads(capsys.readouterr().out)} <= {"schema/programme.yml"}


def test_an_earlier_demo_is_replaced(source: Path, tmp_path: Path) -> None:
    out, fresh = tmp_path / "demo", tmp_path / "fresh"
    run(source, 120, 1, out, quiet)
    (out / "public").mkdir()
    (out / "public" / "kept.html").write_text("kept", encoding="utf-8")
    run(source, 40, 2, out, quiet)
    run(source, 40, 2, fresh, quiet)
    after = tree(out)
    assert after.pop(str(Path("public", "kept.html"))) == b"kept"
    assert after == tree(fresh)


def test_an_empty_folder_is_taken(source: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(source, 1, 1, tmp_path / "empty", quiet) == 4


def test_other_peoples_folders_are_left_alone(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        run(source, 5, 1, other, quiet)
    assert refused.value.message.vi == (
        f"“{other}” đã có nội dung khác, không phải danh mục thử trước đây. "
        "Hãy chọn một thư mục mới hoặc thư mục trống cho --out."
    )
    assert refused.value.message.en == (
        f"“{other}” already holds something else than an earlier demo. "
        "Choose a new or an empty folder for --out."
    )
    assert tree(other) == {"thesis.txt": b"years of work"}
    with pytest.raises(Refusal, match="already holds something else"):
        run(source, 5, 1, other / "thesis.txt", quiet)


@pytest.mark.parametrize("place", ["", "..", "site/demo", "submissions", "schema"])
def test_the_source_is_left_alone(source: Path, place: str) -> None:
    (source / ".sangkien-demo").write_text("", encoding="utf-8")
    (source.parent / ".sangkien-demo").write_text("", encoding="utf-8")
    before = tree(source)
    with pytest.raises(Refusal, match="overlaps the source catalogue"):
        run(source, 5, 1, source / place, quiet)
    assert tree(source) == before


def test_a_folder_inside_the_source_will_do(source: Path) -> None:
    assert run(source, 3, 1, source / "build" / "demo", quiet) > 3


def test_nothing_to_make(source: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="must be 1 or more, not 0"):
        run(source, 0, 1, tmp_path / "demo", quiet)
    for name in ("hong-bang", "nganh-y-te"):
        (source / "submissions" / name / "union.yml").unlink()
    with pytest.raises(Refusal, match="no upper-level union"):
        run(source, 5, 1, tmp_path / "demo", quiet)
    assert not (tmp_path / "demo").exists()
