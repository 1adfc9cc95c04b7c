"""When innovations were added and last changed, told from real Git histories of every shape."""

import random
import subprocess
from pathlib import Path

import pytest

from generator.chronicle import record
from generator.executor import InlineExecutor
from generator.pages.page import Past
from generator.repository import Repository
from generator.store import Store
from generator.survey import Workshop
from tests.catalogues import build_site, golden_catalogue, tree
from tests.harness import GRASSROOTS, INNOVATION, base_text
from tests.histories import ENVIRONMENT, git, repository_of

FOLDER = GRASSROOTS.rpartition("/")[0]
UNIT = FOLDER.removeprefix("submissions/")
SLUG = "bon-rua-tay-dap-chan"
FIRST = "2022-03-15"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose first commit, of 15 March 2022, has one innovation."""
    return repository_of(tmp_path / "kho", {})


def commit(root: Path, day: str) -> str:
    """Commit everything that is different on a day; the beginning of the commit's name."""
    times = {f"GIT_{who}_DATE": f"{day}T08:00:00+07:00" for who in ("AUTHOR", "COMMITTER")}
    for words in (["add", "--all"], ["commit", "--quiet", "--allow-empty", "--message", day]):
        subprocess.run(["git", *words], cwd=root, env={**ENVIRONMENT, **times}, check=True)
    return git(root, "rev-parse", "HEAD")[:12]


def told(root: Path, store_name: str = "store.sqlite") -> dict[str, Past]:
    """What a store knows of the innovations of the one union, after it was brought up to date."""
    repository = Repository(root)
    store = Store(repository.state / store_name)
    try:
        with InlineExecutor() as executor:
            record(Workshop(repository, store, executor, 1, lambda *_: None))
        return store.chronicle.of(UNIT)
    finally:
        store.close()


def days(root: Path) -> dict[str, tuple[str, str]]:
    return {name: (str(past.added_on), str(past.changed_on)) for name, past in told(root).items()}


def test_added_and_changed(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")[:12]
    (root / INNOVATION).write_text(base_text(INNOVATION) + "# một\n", "utf-8")
    commit(root, "2022-04-01")
    (root / INNOVATION).write_text(base_text(INNOVATION) + "# hai\n", "utf-8")
    last = commit(root, "2022-04-02")
    (root / FOLDER / "moi.yml").write_text("x", "utf-8")
    commit(root, "2022-04-03")
    found = told(root)
    assert found.keys() == {SLUG, "moi"}
    assert (found[SLUG].added, found[SLUG].changed) == (first, last)
    assert days(root) == {SLUG: (FIRST, "2022-04-02"), "moi": ("2022-04-03", "2022-04-03")}


def test_a_rename_that_changes_no_letter_is_followed_and_no_other(root: Path) -> None:
    git(root, "mv", INNOVATION, f"{FOLDER}/bon-rua.yml")
    commit(root, "2022-05-01")
    assert days(root) == {"bon-rua": (FIRST, "2022-05-01")}
    git(root, "mv", f"{FOLDER}/bon-rua.yml", INNOVATION)
    (root / INNOVATION).write_text(base_text(INNOVATION) + "# khác\n", "utf-8")
    commit(root, "2022-05-02")
    assert days(root) == {SLUG: ("2022-05-02", "2022-05-02")}


def test_what_moves_to_another_union_is_followed(root: Path) -> None:
    (root / "submissions/hong-bang/khac").mkdir()
    git(root, "mv", INNOVATION, "submissions/hong-bang/khac/bon-rua.yml")
    commit(root, "2022-05-01")
    assert days(root) == {}
    store = Store(Repository(root).state / "store.sqlite")
    assert str(store.chronicle.of("hong-bang/khac")["bon-rua"].added_on) == FIRST
    assert store.chronicle.digests().keys() == {"", "hong-bang/khac"}
    store.close()


def test_what_comes_back_begins_anew(root: Path) -> None:
    text = (root / INNOVATION).read_text("utf-8")
    (root / INNOVATION).unlink()
    commit(root, "2022-05-01")
    assert days(root) == {}
    (root / INNOVATION).write_text(text, "utf-8")
    commit(root, "2022-05-02")
    assert days(root) == {SLUG: ("2022-05-02", "2022-05-02")}


def test_a_merge_counts_as_one_commit(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "work")
    (root / FOLDER / "moi.yml").write_text("x", "utf-8")
    commit(root, "2022-04-01")
    git(root, "checkout", "--quiet", "main")
    (root / "README.md").write_text("x", "utf-8")
    commit(root, "2022-04-05")
    git(root, "merge", "--quiet", "--no-ff", "--no-commit", "work")
    merge = commit(root, "2022-04-09")
    assert days(root)["moi"] == ("2022-04-09", "2022-04-09")
    assert told(root)["moi"].added == merge


def test_what_is_not_committed_is_not_told(root: Path) -> None:
    (root / FOLDER / "moi.yml").write_text("x", "utf-8")
    assert days(root) == {SLUG: (FIRST, FIRST)}


def test_names_of_every_kind_pass(root: Path) -> None:
    names = ["có dấu", "hai\ndòng", "A B", "\x01x"]
    for name in names:
        (root / FOLDER / f"{name}.yml").write_text(name, "utf-8")
    commit(root, "2022-04-01")
    assert days(root).keys() == {SLUG, *names}


def test_nothing_is_told_without_git_or_without_the_beginning(root: Path, tmp_path: Path) -> None:
    commit(root, "2022-04-01")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), str(shallow))
    assert told(shallow) == {}
    git(shallow, "fetch", "--quiet", "--unshallow")
    assert days(shallow) == {SLUG: (FIRST, FIRST)}
    (root / ".git").rename(tmp_path / "git")
    assert told(root) == {}
    git(root, "init", "--quiet")
    assert told(root) == {}


def test_no_git_on_this_machine(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(root) == {}


def test_a_catalogue_within_a_repository(tmp_path: Path) -> None:
    root = repository_of(tmp_path / "kho" / "danh-muc", {})
    (root / ".git").rename(tmp_path / "kho" / ".git")
    commit(tmp_path / "kho", "2022-04-01")
    assert days(root) == {SLUG: ("2022-04-01", "2022-04-01")}


def test_own_settings_of_git_change_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\n[diff]\nrenames = false\nnoprefix = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    git(root, "mv", INNOVATION, f"{FOLDER}/bon-rua.yml")
    commit(root, "2022-05-01")
    assert days(root) == {"bon-rua": (FIRST, "2022-05-01")}


@pytest.mark.parametrize("seed", range(4))
def test_read_bit_by_bit_it_is_the_same_as_read_at_once(root: Path, seed: int) -> None:
    """Whatever happens on the branch: also where it is set back, or goes on from another line."""
    chance = random.Random(seed)
    heads = [git(root, "rev-parse", "HEAD").strip()]
    for number in range(24):
        here = sorted(path for path in (root / FOLDER).glob("*.yml") if path.name != "union.yml")
        act = chance.choice(("add", "add", "change", "rename", "remove", "back", "merge"))
        if act == "back":
            git(root, "reset", "--quiet", "--hard", chance.choice(heads))
        elif act == "merge":
            other = chance.choice(heads)
            git(root, "merge", "--quiet", "--no-edit", "--strategy", "ours", other)
        elif act == "add" or not here:
            (root / FOLDER / f"n{number}.yml").write_text(f"{number}\n" * 9, "utf-8")
        elif act == "change":
            chance.choice(here).write_text(f"{number}\n" * 9, "utf-8")
        elif act == "rename":
            chance.choice(here).rename(root / FOLDER / f"n{number}.yml")
        else:
            chance.choice(here).unlink()
        commit(root, f"2022-06-{number + 1:02}")
        heads.append(git(root, "rev-parse", "HEAD").strip())
        if chance.random() < 0.6:
            assert told(root) == told(root, f"fresh-{number}.sqlite")
    present = {path.stem for path in (root / FOLDER).glob("*.yml")} - {"union"}
    assert told(root).keys() == present


def test_the_site_tells_it_and_is_the_same_built_clean(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    (root / ".gitignore").write_text(".sangkien/\npublic/\n.public.next/\n", "utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    first = commit(root, "2025-04-01")
    build_site(root)
    page = root / "public/sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"
    link = '<a href="https://github.com/example/sang-kien/commit/{}">{}</a>'
    assert f"<dt>Lịch sử<dd>thêm {link.format(first, '01/04/2025')}\n" in page.read_text("utf-8")
    (root / "README.md").write_text("x", "utf-8")
    commit(root, "2025-04-02")
    assert build_site(root).written == 0, "a commit that touches no innovation changes no page"
    source = root / "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
    source.write_text(source.read_text("utf-8") + "# sửa\n", "utf-8")
    last = commit(root, "2025-04-03")
    build_site(root)
    told_there = f"thêm {link.format(first, '01/04/2025')}; sửa {link.format(last, '03/04/2025')}\n"
    assert told_there in page.read_text("utf-8")
    secret = (root / "public/sang-kien/quan-dong/to-det/khung-det-hai-lop.html").read_text("utf-8")
    assert "Lịch sử" not in secret, "its days would tell of the date that is kept"
    incremental = tree(root / "public")
    build_site(root, clean=True)
    assert tree(root / "public") == incremental
