"""Plain Git without a forge: a bare repository, clones, and what their hooks refuse, accept and publish."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.cli import main
from tests.catalogues import GOLDEN
from tests.harness import GRASSROOTS, INNOVATION, ROOT, base_text, merged
from tests.histories import ENVIRONMENT, commit, git, repository_of

FOLDER = GRASSROOTS.rpartition("/")[0]
FAULTY = merged(base_text(INNOVATION), "applied: {on: 2022-02-30}\n")
FAULTY_AT = "2022-02-30"
PHONE = merged(base_text(INNOVATION), "novelty: Liên hệ số 0912 345 678 để biết thêm chi tiết.\n")


def entry(title: str) -> str:
    """A good innovation of its own title."""
    return merged(base_text(INNOVATION), f"title: {title}\n")


def place(text: str, part: str) -> str:
    """Line and column of `part` in `text`, as messages tell them."""
    lines = text.splitlines()
    line = next(number for number, found in enumerate(lines) if part in found)
    return f"{line + 1}:{lines[line].index(part) + 1}"


def try_git(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run git in `root`, which may fail."""
    return subprocess.run(
        ["git", *words], cwd=root, env={**ENVIRONMENT, **environment}, capture_output=True, check=False,
        encoding="utf-8",
    )  # fmt: skip


def install(repository: Path, *options: str) -> int:
    return main(["hooks", "install", str(repository), *options])


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A clone with the small good catalogue and all that a site is made of."""
    root = repository_of(tmp_path / "an", {})
    shutil.copytree(ROOT / "site" / "theme", root / "site" / "theme")
    shutil.copytree(GOLDEN / "site" / "content", root / "site" / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    commit(root, "Trang web")
    return root


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "web"


@pytest.fixture
def bare(tmp_path: Path, work: Path, public: Path) -> Path:
    """A bare repository with hooks, which holds what `work` has, and is where `work` pushes."""
    repository = tmp_path / "kho.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(work), str(repository))
    git(work, "remote", "add", "origin", str(repository))
    git(work, "fetch", "--quiet")
    git(work, "branch", "--quiet", "--set-upstream-to", "origin/main")
    assert install(repository, "--public", str(public)) == 0
    return repository


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def propose(
    root: Path, files: dict[str, str], *where: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Commit files and push them."""
    write(root, files)
    commit(root)
    return try_git(root, "push", "origin", *(where or ("main",)), **environment)


def head(repository: Path, branch: str = "main") -> str:
    return git(repository, "rev-parse", branch).strip()


def page(public: Path, path: str) -> str:
    return (
        public / "sang-kien" / f"{path.removeprefix('submissions/').removesuffix('.yml')}.html"
    ).read_text("utf-8")


def test_a_commit_with_errors_is_refused(work: Path) -> None:
    assert install(work) == 0
    write(work, {INNOVATION: FAULTY})
    git(work, "add", "--all")
    refused = try_git(work, "commit", "--message", "Sửa")
    assert refused.returncode != 0
    assert f"{INNOVATION}:{place(FAULTY, FAULTY_AT)}: lỗi:" in refused.stdout + refused.stderr
    assert "Chưa commit" in refused.stdout + refused.stderr


def test_what_is_staged_is_checked_not_what_lies_there(work: Path) -> None:
    assert install(work) == 0
    write(work, {INNOVATION: entry("Bồn rửa tay đạp chân kiểu mới")})
    git(work, "add", "--all")
    write(work, {INNOVATION: FAULTY})
    git(work, "commit", "--quiet", "--message", "Sửa")
    git(work, "add", "--all")
    write(work, {INNOVATION: entry("Bồn rửa tay đạp chân kiểu mới")})
    assert try_git(work, "commit", "--message", "Sửa").returncode != 0
    # `commit --only` has an index of its own.
    git(work, "commit", "--quiet", "--allow-empty", "--message", "Sửa", "--only", INNOVATION)


def test_a_first_commit_is_checked(tmp_path: Path, work: Path) -> None:
    shutil.rmtree(work / ".git")
    git(work, "init", "--quiet", "--initial-branch", "main")
    assert install(work) == 0
    commit(work, "Danh mục")


def test_a_commit_that_takes_a_union_away_is_refused(work: Path) -> None:
    assert install(work) == 0
    git(work, "rm", "--quiet", GRASSROOTS)
    refused = try_git(work, "commit", "--message", "Xóa")
    assert "[union-missing]" in refused.stdout + refused.stderr
    assert refused.returncode != 0


def test_changed_rules_are_held_against_every_file(work: Path) -> None:
    assert install(work) == 0
    programme = (work / "schema" / "programme.yml").read_text("utf-8")
    write(work, {"schema/programme.yml": programme.replace("- id: technical\n", "- id: technics\n")})
    git(work, "add", "--all")
    refused = try_git(work, "commit", "--message", "Đổi loại")
    assert "[unknown-value]" in refused.stdout + refused.stderr
    assert INNOVATION in refused.stdout + refused.stderr


def test_a_push_with_errors_is_refused_in_the_pushers_terminal(work: Path, bare: Path, public: Path) -> None:
    before = head(bare)
    refused = propose(work, {INNOVATION: FAULTY})
    assert refused.returncode != 0
    assert f"remote: {INNOVATION}:{place(FAULTY, FAULTY_AT)}: lỗi:" in refused.stderr
    assert "Kho không nhận nhánh “main”" in refused.stderr
    assert head(bare) == before
    assert not public.exists()


def test_messages_come_in_the_language_of_the_installation(work: Path, bare: Path) -> None:
    assert main(["--lang", "en", "hooks", "install", str(bare)]) == 0
    assert "The branch “main” is refused" in propose(work, {INNOVATION: FAULTY}).stderr


def test_a_good_push_is_accepted_and_published(work: Path, bare: Path, public: Path) -> None:
    new = f"{FOLDER}/may-do-vai.yml"
    pushed = propose(work, {new: entry("Máy đo vải tự động ở kho nguyên liệu")})
    assert pushed.returncode == 0, pushed.stderr
    assert "Trang web ở" in pushed.stderr
    assert "Máy đo vải tự động ở kho nguyên liệu" in page(public, new)
    git(work, "rm", "--quiet", new)
    assert propose(work, {INNOVATION: entry("Bồn rửa tay đạp chân, bản sửa")}).returncode == 0
    assert "Bồn rửa tay đạp chân, bản sửa" in page(public, INNOVATION)
    assert not (public / "sang-kien" / new.removeprefix("submissions/").replace(".yml", ".html")).exists()


def test_a_branch_is_checked_by_the_rules_of_the_main_branch(work: Path, bare: Path, public: Path) -> None:
    git(work, "checkout", "--quiet", "-b", "de-nghi")
    programme = (work / "schema" / "programme.yml").read_text("utf-8")
    lenient = programme.replace(
        "- id: technical\n", "- id: technics\n  name: {vi: A, en: A}\n- id: technical\n"
    )
    files = {
        "schema/programme.yml": lenient.replace("- id: technics", "  - id: technics").replace(
            "\n  name: {vi: A", "\n    name: {vi: A"
        ),
        INNOVATION: merged(base_text(INNOVATION), "kind: technics\n"),
    }
    refused = propose(work, files, "de-nghi")
    assert "[unknown-value]" in refused.stderr
    git(work, "reset", "--quiet", "--hard", "main")
    assert propose(work, {INNOVATION: entry("Bồn rửa tay đạp chân, đề nghị")}, "de-nghi").returncode == 0
    assert not public.exists(), "only the main branch is published"
    assert try_git(work, "push", "origin", ":de-nghi").returncode == 0


def test_only_maintainers_change_more_than_submissions(work: Path, bare: Path) -> None:
    programme = (work / "schema" / "programme.yml").read_text("utf-8")
    changed = {
        "schema/programme.yml": programme.replace("target: 20000", "target: 20001"),
        "mkdocs.yml": "site_name: X\n",
    }
    refused = propose(work, changed)
    assert refused.returncode != 0
    assert "Chỉ người phụ trách kho mới được thay đổi ngoài submissions/" in refused.stderr
    assert "mkdocs.yml, schema/programme.yml" in refused.stderr
    accepted = try_git(work, "push", "origin", "main", SANGKIEN_MAINTAINER="1")
    assert accepted.returncode == 0, accepted.stderr


def test_a_maintainers_rules_are_held_against_every_file(work: Path, bare: Path) -> None:
    programme = (work / "schema" / "programme.yml").read_text("utf-8")
    changed = {"schema/programme.yml": programme.replace("- id: technical\n", "- id: technics\n")}
    refused = propose(work, changed, SANGKIEN_MAINTAINER="1")
    assert "[unknown-value]" in refused.stderr


def test_personal_data_on_the_way_is_refused(work: Path, bare: Path) -> None:
    """Git would keep it, though the last commit no longer has it."""
    write(work, {INNOVATION: PHONE})
    commit(work)
    name = git(work, "rev-parse", "--short", "HEAD").strip()
    refused = propose(work, {INNOVATION: entry("Bồn rửa tay đạp chân, đã bỏ số")})
    assert refused.returncode != 0
    assert f"Commit {name} vẫn giữ dữ liệu này" in refused.stderr
    assert "[personal-phone]" in refused.stderr
    assert "0912 345 678" not in refused.stderr
    git(work, "reset", "--quiet", "--soft", "origin/main")
    assert propose(work, {}).returncode == 0


def test_files_of_every_sort_are_told_apart(tmp_path: Path, work: Path, bare: Path) -> None:
    """What no catalogue should hold gives findings, whatever it is, and is never followed or run."""
    folder = work / FOLDER
    (folder / "lien-ket.yml").symlink_to("/etc/passwd")
    (folder / "chạy được.yml").write_text(entry("Máy đo vải tự động ở kho nguyên liệu"), "utf-8")
    (folder / "chạy được.yml").chmod(0o755)
    (folder / "to-qua.yml").write_bytes(b"a: b\n" * 2_000_000)
    (folder / "xuống\ndòng.yml").write_bytes(b"\xff\xfe")
    git(folder, "init", "--quiet", "kho-con")
    commit(folder / "kho-con")
    refused = propose(work, {})
    assert "Traceback" not in refused.stderr
    assert refused.returncode != 0
    for rule in ("plain-files", "file-name", "file-too-large"):
        assert f"[{rule}]" in refused.stderr, rule
    assert "root:" not in refused.stderr


def test_a_linked_worktree_has_the_same_hook(tmp_path: Path, work: Path) -> None:
    assert install(work) == 0
    git(work, "worktree", "add", "--quiet", str(tmp_path / "khác"))
    write(tmp_path / "khác", {INNOVATION: FAULTY})
    refused = try_git(tmp_path / "khác" / FOLDER, "commit", "--all", "--message", "Sửa")
    assert refused.returncode != 0
    assert f"{INNOVATION}:{place(FAULTY, FAULTY_AT)}: lỗi:" in refused.stdout + refused.stderr


def test_the_main_branch_is_neither_deleted_nor_rewritten(work: Path, bare: Path) -> None:
    assert "Không được xóa nhánh chính" in try_git(work, "push", "origin", ":main").stderr
    git(work, "commit", "--quiet", "--amend", "--message", "Khác")
    assert try_git(work, "push", "--force", "origin", "main").returncode != 0
    git(work, "tag", "v1")
    assert try_git(work, "push", "origin", "v1").returncode == 0


def test_without_a_folder_nothing_is_published(tmp_path: Path, work: Path) -> None:
    repository = tmp_path / "trống.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(repository))
    assert install(repository) == 0
    git(work, "remote", "add", "origin", str(repository))
    pushed = try_git(work, "push", "origin", "main")
    assert pushed.returncode == 0, pushed.stderr
    assert "Trang web" not in pushed.stderr
    assert sorted(path.name for path in repository.iterdir() if path.name == "sangkien") == []


def test_two_push_at_once(tmp_path: Path, work: Path, bare: Path, public: Path) -> None:
    """Each tries until accepted. The site in the end is that of the last accepted state."""
    other = tmp_path / "bình"
    git(tmp_path, "clone", "--quiet", str(bare), str(other))
    entries = {root: [f"{FOLDER}/cua-{root.name[0]}-{n}.yml" for n in range(3)] for root in (work, other)}

    def push_all(root: Path) -> int:
        attempts = 0
        for path in entries[root]:
            pushed = propose(root, {path: entry(f"Sáng kiến số {path[-5]} của tổ {root.name}")})
            while pushed.returncode != 0:
                attempts += 1
                assert "lỗi:" not in pushed.stderr, pushed.stderr
                git(root, "pull", "--quiet", "--rebase", "origin", "main")
                pushed = try_git(root, "push", "origin", "main")
        return attempts

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(push_all, (work, other)))
    git(work, "pull", "--quiet", "--rebase", "origin", "main")
    assert head(work) == head(bare)
    git(bare, "fsck", "--strict", "--no-dangling")
    for path in (*entries[work], *entries[other]):
        assert page(public, path)
    figures = json.loads((public / "api" / "v1" / "statistics.json").read_text("utf-8"))
    assert figures["city"]["total"]["innovations"] == 7
    # The same bytes as a build of what was accepted, made afresh.
    assert main(["--root", str(work), "build", "--out", str(tmp_path / "afresh")]) == 0
    assert _tree(public) == _tree(tmp_path / "afresh")


def test_a_publication_that_was_killed_is_taken_up(work: Path, bare: Path, public: Path) -> None:
    assert propose(work, {INNOVATION: entry("Bồn rửa tay đạp chân, lần một")}).returncode == 0
    (bare / "sangkien" / "index.lock").touch()
    assert propose(work, {INNOVATION: entry("Bồn rửa tay đạp chân, lần hai")}).returncode == 0
    assert "Bồn rửa tay đạp chân, lần hai" in page(public, INNOVATION)


def test_hooks_of_others_are_left_alone(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hook = work / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    assert install(work) == 2
    assert "không ghi đè" in capsys.readouterr().err
    assert hook.read_text("utf-8") == "#!/bin/sh\nexit 0\n"
    hook.unlink()
    assert install(work) == 0
    assert install(work) == 0
    assert sys.executable in hook.read_text("utf-8")


def test_hooks_go_where_git_looks_for_them(tmp_path: Path, work: Path) -> None:
    git(work, "config", "core.hooksPath", str(tmp_path / "móc"))
    assert install(work) == 0
    assert (tmp_path / "móc" / "pre-commit").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["hooks", "--root", "{}", "install"],
        ["hooks", "install", "--root", "{}"],
        ["--root", "{}", "hooks", "install"],
        ["--root", "elsewhere", "hooks", "install", "{}"],
    ],
)
def test_the_repository_is_where_the_catalogue_is(
    words: list[str], work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([word.format(work) for word in words]) == 0
    assert (work / ".git" / "hooks" / "pre-commit").exists()


def test_the_language_may_follow_the_task(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hooks", "install", "--lang", "en", str(work)]) == 0
    assert "Hooks are in place" in capsys.readouterr().out
    assert "--lang en" in (work / ".git" / "hooks" / "pre-commit").read_text("utf-8")


def test_hooks_that_could_only_refuse_are_not_installed(
    tmp_path: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "ghi-chep"
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(notes))
    write(notes, {"notes.txt": "x\n", "danh-muc/schema/programme.yml": "x\n"})
    for place in (notes, notes / "danh-muc"):
        assert install(place) == 2
        assert "schema/programme.yml" in capsys.readouterr().err
    assert not (notes / ".git" / "hooks" / "pre-commit").exists()
    commit(notes)
    bare_notes = tmp_path / "ghi-chep.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(notes), str(bare_notes))
    assert install(bare_notes) == 2
    assert "schema/programme.yml" in capsys.readouterr().err
    # One without commits holds what is pushed first.
    empty = tmp_path / "trong.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(empty))
    assert install(empty) == 0
    pushed = try_git(work, "push", str(empty), "main")
    assert pushed.returncode == 0, pushed.stderr


def test_a_clone_publishes_nothing(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert install(work, "--public", "web") == 2
    assert "Chỉ kho trần" in capsys.readouterr().err


def test_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert install(tmp_path) == 2
    assert "Git" in capsys.readouterr().err


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
