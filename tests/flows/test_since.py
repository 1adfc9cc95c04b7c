"""What changed since a revision: the findings of a full check, as far as the change concerns them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import open_workshop
from generator.findings import Finding, Validation
from generator.flows.since import since
from generator.flows.validate import validate
from generator.history import History
from generator.repository import Repository
from tests.harness import GRASSROOTS, INNOVATION, ROOT, UPPER, base_text, merged
from tests.histories import ENVIRONMENT, changed_since, commit, git, repository_of
from tests.photo_samples import jpeg

FOLDER = GRASSROOTS.rpartition("/")[0]
OTHER = f"{FOLDER}/may-do-vai.yml"
PHOTO = f"{FOLDER}/images/bon-rua.jpg"
SHOWS = merged(base_text(INNOVATION), "images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay}]\n")
JPEG = jpeg(640, 480)


def no_full_check() -> Validation:
    raise AssertionError("every file was checked")


def found_since(root: Path, revision: str = "main") -> tuple[Finding, ...]:
    """What `validate --since` finds; a change that needs a full check is a failure here."""
    return since(Repository(root), History(root), changed_since(root, revision), no_full_check).findings


def rules(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.path, finding.rule) for finding in findings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A branch `work` off `main` of a repository with two entries, of which one shows a photo."""
    made = repository_of(tmp_path / "kho", {INNOVATION: SHOWS, OTHER: base_text(INNOVATION), PHOTO: JPEG})
    git(made, "checkout", "--quiet", "-b", "work")
    return made


def start(root: Path, files: dict[str, str]) -> None:
    """Put `files` into both branches."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    commit(root)
    git(root, "branch", "--force", "main")


# --- single files


def test_symlinks_submodules_and_executables_are_told_by_what_they_are(root: Path) -> None:
    (root / f"{FOLDER}/lien-ket.yml").symlink_to("/etc/hostname")
    (root / OTHER).chmod(0o755)
    inner = root / FOLDER / "images" / "kho-con"
    inner.mkdir()
    git(inner, "init", "--quiet")
    commit(inner)
    for _ in ("untracked", "committed"):
        found = rules(found_since(root))
        told = {(f"{FOLDER}/lien-ket.yml", "plain-files"), (OTHER, "plain-files")}
        assert told <= set(found)
        assert (f"{FOLDER}/images/kho-con", "plain-files") in found
        git(root, "-c", "advice.addEmbeddedRepo=false", "add", "--all")
        git(root, "commit", "--quiet", "--allow-empty", "--message", "x")


# --- what crosses files


def test_only_changed_files_and_what_they_touch_are_read(root: Path) -> None:
    read: list[str] = []

    class Watched(Repository):
        def read(self, path: str) -> bytes:
            read.append(path)
            return super().read(path)

    plain = repository_of(root.parent / "khác", {OTHER: base_text(INNOVATION)})
    (plain / OTHER).write_text(base_text(INNOVATION).replace("Bồn", "Chậu"))
    found = since(Watched(plain), History(plain), changed_since(plain), no_full_check)
    assert found.checked == (OTHER,)
    assert {path for path in read if path.startswith("submissions/")} == {OTHER, GRASSROOTS, UPPER}
    assert not (plain / ".sangkien").exists()


def test_a_deleted_union_is_missed_by_its_entries(root: Path) -> None:
    (root / GRASSROOTS).unlink()
    assert ("union-missing") in {rule for _, rule in rules(found_since(root))}
    assert not {path for path, _ in rules(found_since(root))} & {GRASSROOTS}


def test_a_removed_photo_is_missed_by_the_entry_that_shows_it(root: Path) -> None:
    (root / PHOTO).unlink()
    assert rules(found_since(root)) == [(INNOVATION, "image-missing")]


def test_a_photo_that_no_entry_shows_any_more(root: Path) -> None:
    (root / INNOVATION).write_text(base_text(INNOVATION))
    assert rules(found_since(root)) == [(PHOTO, "image-unused")]


def test_a_union_that_ends_earlier_leaves_entries_outside(root: Path) -> None:
    (root / GRASSROOTS).write_text(merged(base_text(GRASSROOTS), "valid: {to: 2021-12-31}\n"))
    outside = {path for path, rule in rules(found_since(root)) if rule == "outside-validity"}
    assert outside == {INNOVATION, OTHER}


def test_a_union_that_is_described_at_last_leaves_entries_outside(root: Path) -> None:
    git(root, "rm", "--quiet", GRASSROOTS, PHOTO)
    start(root, {INNOVATION: base_text(INNOVATION)})
    (root / GRASSROOTS).write_text(merged(base_text(GRASSROOTS), "valid: {to: 2021-12-31}\n"))
    assert rules(found_since(root)) == [(INNOVATION, "outside-validity"), (OTHER, "outside-validity")]


def test_an_upper_union_that_ends_earlier_leaves_entries_below_outside(root: Path) -> None:
    (root / UPPER).write_text(merged(base_text(UPPER), "valid: {to: 2021-12-31}\n"))
    outside = {path for path, rule in rules(found_since(root)) if rule == "outside-validity"}
    assert outside == {INNOVATION, OTHER}


@pytest.mark.parametrize("union", [UPPER, GRASSROOTS])
def test_a_new_entry_lies_within_the_validity_of_unions_that_did_not_change(root: Path, union: str) -> None:
    start(root, {union: merged(base_text(union), "valid: {to: 2021-12-31}\n")})
    (root / f"{FOLDER}/moi.yml").write_text(base_text(INNOVATION))
    assert rules(found_since(root)) == [(f"{FOLDER}/moi.yml", "outside-validity")]


def test_a_successor_that_is_gone_is_missed_by_the_union_that_names_it(root: Path) -> None:
    later = "submissions/hong-bang/may-moi/union.yml"
    ended = merged(base_text(GRASSROOTS), "valid: {to: 2023-12-31}\nsuccessor: hong-bang/may-moi\n")
    start(root, {GRASSROOTS: ended, later: base_text(GRASSROOTS)})
    (root / later).unlink()
    assert rules(found_since(root)) == [(GRASSROOTS, "successor-known")]


def test_successors_that_lead_in_a_circle_are_told_at_each_union(root: Path) -> None:
    later = "submissions/hong-bang/may-moi/union.yml"
    ended = merged(base_text(GRASSROOTS), "valid: {to: 2023-12-31}\nsuccessor: hong-bang/may-moi\n")
    start(root, {GRASSROOTS: ended, later: base_text(GRASSROOTS)})
    (root / later).write_text(ended.replace("may-moi", "may-hoa-phuong"))
    assert rules(found_since(root)) == [(GRASSROOTS, "successor-known"), (later, "successor-known")]


def test_a_target_is_one_of_a_sum(root: Path) -> None:
    targets = "targets: {phase-1: 10000, phase-2: 12500}\n"
    start(
        root, {UPPER: merged(base_text(UPPER), targets), "submissions/ngo-quyen/union.yml": base_text(UPPER)}
    )
    (root / "submissions/ngo-quyen/union.yml").write_text(merged(base_text(UPPER), targets))
    assert not rules(found_since(root))
    commit(root)
    git(root, "branch", "--force", "main")
    (root / "submissions/ngo-quyen/union.yml").write_text(merged(base_text(UPPER), targets.replace("5", "6")))
    assert rules(found_since(root)) == [("schema/programme.yml", "targets-differ")]


def test_a_new_union_may_be_the_one_that_a_misspelt_folder_meant(root: Path) -> None:
    start(root, {"submissions/ngo-quyne/cang/mot.yml": base_text(INNOVATION)})
    (root / "submissions/ngo-quyen").mkdir()
    (root / "submissions/ngo-quyen/union.yml").write_text(base_text(UPPER))
    (found,) = found_since(root)
    assert found.path == "submissions/ngo-quyne/cang/mot.yml"
    assert "“ngo-quyen”" in found.hint.vi


def test_folders_of_upper_unions_that_differ_in_capitals_collide(root: Path) -> None:
    path = "submissions/Hong-Bang/may-hoa-phuong/moi.yml"
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(base_text(INNOVATION))
    assert (path, "path-collision") in rules(found_since(root))


def test_what_a_desktop_leaves_behind_is_no_contribution(root: Path) -> None:
    (root / FOLDER / "images/.DS_Store").write_bytes(b"x")
    assert since(Repository(root), History(root), changed_since(root), no_full_check) == Validation((), ())


def test_a_new_name_that_collides_is_told_where_it_stands(root: Path) -> None:
    collides = f"{FOLDER}/May-do-vai.yml"
    (root / collides).write_text(base_text(INNOVATION))
    assert (collides, "path-collision") in rules(found_since(root))


def test_old_findings_elsewhere_are_not_told_again(root: Path) -> None:
    start(root, {OTHER: merged(base_text(INNOVATION), "images: [{file: images/khac.jpg, alt: Khác}]\n")})
    (root / f"{FOLDER}/images/moi.jpg").write_bytes(JPEG)
    assert (OTHER, "image-missing") not in rules(found_since(root))


def test_a_change_of_the_rules_concerns_every_file(root: Path) -> None:
    with (root / "schema" / "programme.yml").open("a") as file:
        file.write("# a remark\n")
    everything = Validation((), ("all",))
    assert since(Repository(root), History(root), changed_since(root), lambda: everything) is everything


def test_files_that_a_sparse_checkout_leaves_out_are_done_without(root: Path) -> None:
    git(root, "update-index", "--skip-worktree", OTHER, GRASSROOTS)
    (root / OTHER).unlink()
    (root / GRASSROOTS).unlink()
    (root / INNOVATION).write_text(SHOWS.replace("Bồn", "Chậu"))
    assert rules(found_since(root)) == []


# --- the same as a full check, as far as the change goes

UNIONS = ("hong-bang", "ngo-quyen")
UNITS = ("may-hoa-phuong", "cang")
GOOD = base_text(INNOVATION)
ENTRIES = (
    GOOD,
    GOOD.replace("Bồn", "Chậu"),
    merged(GOOD, "images: [{file: images/anh.jpg, alt: Ảnh}]\n"),
    merged(GOOD, "images: [{file: images/anh-hai.jpg, alt: Ảnh}]\n"),
    merged(GOOD, "kind: nothing\n"),
    "title: [\n",
)
BELOW = base_text(GRASSROOTS)
BELOWS = (
    BELOW,
    merged(BELOW, "valid: {to: 2021-12-31}\nsuccessor: ngo-quyen/cang\n"),
    merged(BELOW, "valid: {to: 2022-12-31}\nsuccessor: hong-bang/may-hoa-phuong\n"),
    merged(BELOW, "valid: {from: 2023-01-01}\n"),
    merged(BELOW, "name: 7\n"),
    "a: b: c\n",
)
ABOVE = base_text(UPPER)
ABOVES = (
    ABOVE,
    merged(ABOVE, "targets: {phase-1: 7}\n"),
    merged(ABOVE, "targets: {phase-1: 20000, phase-2: 25000}\n"),
    merged(ABOVE, "valid: {to: 2021-12-31}\nsuccessor: ngo-quyen\n"),
    merged(ABOVE, "valid: {to: 2021-12-31}\nsuccessor: hong-bang\n"),
    merged(ABOVE, "type: 7\n"),
)
PHOTOS = (jpeg(640, 480), jpeg(480, 640))
FOLDERS = tuple(f"submissions/{union}/{unit}" for union in UNIONS for unit in UNITS)
START = {
    **{f"submissions/{union}/union.yml": ABOVE for union in UNIONS},
    **{f"{folder}/union.yml": BELOW for folder in FOLDERS},
    **{f"{folder}/mot.yml": ENTRIES[2] for folder in FOLDERS},
    **{f"{folder}/hai.yml": ENTRIES[0] for folder in FOLDERS},
    **{f"{folder}/images/anh.jpg": PHOTOS[0] for folder in FOLDERS},
}
ODD = (
    "submissions/Hong-Bang/union.yml", f"{FOLDERS[0]}/Mot.yml", f"{FOLDERS[0]}/images/Anh.jpg",
    f"{FOLDERS[1]}/ghi chú.txt", f"{FOLDERS[2]}/images/anh-hai.jpg", f"{FOLDERS[3]}/images/anh-hai.jpg",
    "submissions/Hong-Bang/cang/mot.yml", "submissions/hong-bnag/cang/mot.yml",
    "submissions/hong-bnag/union.yml", "submissions/.DS_Store",
)  # fmt: skip
place = st.sampled_from((*START, *ODD))
deed = st.sampled_from(("write", "write", "write", "delete", "delete", "move", "link"))
Step = tuple[str, str, str, int]
step: st.SearchStrategy[Step] = st.tuples(deed, place, place, st.integers(0, 5))


def apply(root: Path, steps: list[Step]) -> None:
    for deed, path, other, number in steps:
        file = root / path
        if deed == "delete":
            file.unlink(missing_ok=True)
        elif deed == "move" and file.exists():
            (root / other).parent.mkdir(parents=True, exist_ok=True)
            file.replace(root / other)
        elif deed == "link":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            file.symlink_to("union.yml")
        elif deed == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            if path.endswith(".jpg"):
                file.write_bytes(PHOTOS[number % 2])
            else:
                depth = path.count("/")
                texts = ABOVES if depth == 2 else BELOWS if path.endswith("/union.yml") else ENTRIES
                file.write_text(texts[number])


@settings(max_examples=25, derandomize=True, database=None)
@given(
    st.lists(step, max_size=14),
    st.lists(step, min_size=1, max_size=4),
    st.lists(step, max_size=2),
    st.booleans(),
)
def test_the_same_as_a_full_check(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[Step],
    committed: list[Step],
    loose: list[Step],
    staged: bool,
) -> None:
    root = repository_of(tmp_path_factory.mktemp("kho") / "kho", START)
    apply(root, first)
    base = commit(root)
    before = set(findings_now(root))
    apply(root, committed)
    commit(root)
    apply(root, loose)
    if staged:
        git(root, "add", "--all")
    now = findings_now(root)
    change = changed_since(root, base)
    found = found_since(root, base)
    assert found == tuple(f for f in now if f.path in change.touched or f not in before)


def findings_now(root: Path) -> tuple[Finding, ...]:
    """What a full check finds in the files as they are."""
    with open_workshop(root, jobs=1) as shop:
        return validate(shop, []).findings


# --- the command


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "--root", str(root), "validate", *words]
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_the_command_tells_what_the_change_brings(root: Path) -> None:
    (root / PHOTO).unlink()
    (root / f"{FOLDER}/moi.yml").write_text(base_text(INNOVATION))
    done = run(root, "--since", "main")
    assert done.returncode == 1
    assert f"{INNOVATION}:1:17: lỗi: Không có tệp ảnh" in done.stdout
    assert done.stdout.endswith("Đã kiểm tra 1 tệp: 1 lỗi, 0 lưu ý.\n")
    assert done.stderr == ""
    done = run(root, "--since", "main", OTHER)
    assert (done.returncode, done.stdout) == (0, "Đã kiểm tra 0 tệp: 0 lỗi, 0 lưu ý.\n")


def test_the_command_checks_everything_after_a_change_of_the_rules(root: Path) -> None:
    with (root / "schema" / "programme.yml").open("a") as file:
        file.write("# a remark\n")
    assert run(root, "--since", "main").stdout.endswith("Đã kiểm tra 5 tệp: 0 lỗi, 0 lưu ý.\n")


def test_a_good_change_is_checked_without_what_only_others_need(root: Path) -> None:
    (root / INNOVATION).write_text(SHOWS.replace("Bồn", "Chậu"))
    command = [sys.executable, "-X", "importtime", "-m", "generator", "validate", "--since", "main"]
    environment = {**ENVIRONMENT, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "generator" in imported
    assert not imported & {
        "babel", "concurrent", "jinja2", "jsonschema", "mkdocs", "multiprocessing", "nh3", "rich", "sqlite3",
    }  # fmt: skip


REFUSALS = {
    "no repository": (
        "Thư mục này không nằm trong kho Git nào dùng được, nên không biết tệp nào đã đổi (Git báo: "
        "fatal: not a git repository (or any of the parent directories): .git). Hãy chạy trong bản sao "
        "lấy bằng git clone, hoặc bỏ --since để kiểm tra tất cả các tệp.",
        "This folder is in no usable Git repository, so what changed is not known (Git says: fatal: not a"
        " git repository (or any of the parent directories): .git). Run the command in a clone, or "
        "without --since to check every file.",
    ),
    "no such revision": (
        "Kho Git này không có mốc “nhánh-lạ”. Hãy kiểm tra lại tên nhánh, thẻ hoặc mã commit; nếu mốc chỉ"
        " có ở kho gốc thì lấy về bằng lệnh: git fetch origin",
        "This Git repository has no revision “nhánh-lạ”. Check the name of the branch, tag or commit; "
        "where only the origin has it, fetch it: git fetch origin",
    ),
    "shallow": (
        "Bản sao này chỉ có phần cuối của lịch sử, nên không tìm được chỗ tách khỏi “nhánh-lạ”. Hãy lấy "
        "đủ lịch sử bằng lệnh: git fetch --unshallow (trong GitHub Actions ghi fetch-depth: 0, trong "
        "GitLab CI ghi GIT_DEPTH: 0)",
        "This clone holds the end of the history only, so where it left “nhánh-lạ” is not known. Get all "
        "of it: git fetch --unshallow (in GitHub Actions fetch-depth: 0, in GitLab CI GIT_DEPTH: 0)",
    ),
    "unrelated": (
        "Nhánh này và “nhánh-lạ” không có lịch sử chung. Hãy chọn mốc khác, ví dụ nhánh chính.",
        "This branch and “nhánh-lạ” have no history in common. Choose another revision, such as the main "
        "branch.",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_compared_is_refused_with_what_to_do(root: Path, case: str) -> None:
    if case == "no repository":
        shutil.rmtree(root / ".git")
    if case == "unrelated":
        git(root, "checkout", "--quiet", "--orphan", "nhánh-lạ")
        commit(root)
        git(root, "checkout", "--quiet", "work")
    if case == "shallow":
        git(root, "checkout", "--quiet", "-b", "nhánh-lạ", "main")
        commit(root, "Khác")
        git(root, "checkout", "--quiet", "work")
        commit(root)
        clone = root.parent / "cạn"
        git(root.parent, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{root}", str(clone))
        git(clone, "branch", "--quiet", "nhánh-lạ", "origin/nhánh-lạ")
        root = clone
    for language, told in zip(("vi", "en"), REFUSALS[case], strict=True):
        done = run(root, "--lang", language, "--since", "nhánh-lạ")
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told + "\n")


def test_an_option_in_place_of_a_revision_stays_a_revision(root: Path) -> None:
    done = run(root, "--since=--help")
    assert done.returncode == 2
    assert "“--help”" in done.stderr
