"""A build is a function of its inputs, and what is public is always whole."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import open_workshop
from generator.problems import Refusal
from generator.survey import survey
from tests.catalogues import build_site, golden_catalogue, own_catalogue, sample_catalogue, tree
from tests.harness import INNOVATION

Edit = Callable[[Path, random.Random], None]


def entries(root: Path) -> list[Path]:
    return sorted(p for p in (root / "submissions").glob("*/*/*.yml") if p.name != "union.yml")


def replace(path: Path, pattern: str, text: str) -> None:
    path.write_text(re.sub(pattern, text, path.read_text("utf-8"), count=1, flags=re.M), "utf-8")


def add(root: Path, chance: random.Random) -> None:
    source = chance.choice(entries(root))
    copy = source.with_name(f"{source.stem[:60]}-{chance.randrange(10**6)}.yml")
    shutil.copy(source, copy)
    replace(copy, r"^title: .*$", f"title: Tên mới số {chance.randrange(10**6)} của sáng kiến")


def change(root: Path, chance: random.Random) -> None:
    text = f"summary: Tóm tắt đã sửa lần {chance.randrange(10**6)}, đủ dài để hợp lệ."
    replace(chance.choice(entries(root)), r"^summary: .*$", text)


def rename(root: Path, chance: random.Random) -> None:
    path = chance.choice(entries(root))
    path.rename(path.with_name(f"ten-moi-{chance.randrange(10**6)}.yml"))


def delete(root: Path, chance: random.Random) -> None:
    if len(entries(root)) > 3:
        chance.choice(entries(root)).unlink()


def spoil(root: Path, chance: random.Random) -> None:
    replace(chance.choice(entries(root)), r"^kind: ", "kindd: ")


def repair(root: Path, chance: random.Random) -> None:
    for path in entries(root):
        replace(path, r"^kindd: ", "kind: ")


def edit_union(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "submissions").rglob("union.yml")))
    replace(path, r"^name: .*$", f"name: Công đoàn đổi tên {chance.randrange(10**6)}")


def edit_template(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "site/theme/templates").glob("*.html")))
    if path.name != "parts.html":
        path.write_text(path.read_text("utf-8") + f"<!-- {chance.randrange(10**6)} -->\n", "utf-8")


def edit_programme(root: Path, chance: random.Random) -> None:
    replace(root / "schema/programme.yml", r"target: \d+", f"target: {chance.randrange(1, 90)}")


def edit_guide(root: Path, chance: random.Random) -> None:
    path = root / "site/content/huong-dan/index.md"
    path.write_text(path.read_text("utf-8") + f"\nThêm {chance.randrange(10**6)}.\n", "utf-8")


EDITS: tuple[Edit, ...] = (
    add, add, change, change, rename, delete, spoil, repair,
    edit_union, edit_template, edit_programme, edit_guide,
)  # fmt: skip


def built_afresh(root: Path, folder: Path) -> dict[str, bytes]:
    """The site of a copy of the catalogue that was never built before."""
    copy = folder / "afresh"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("public", ".public.next", ".sangkien"))
    build_site(copy)
    return tree(copy / "public")


@pytest.mark.parametrize("seed", range(3))
def test_incremental_is_clean(seed: int, tmp_path: Path) -> None:
    """Random walks of edits: after each, the incremental build has the same bytes as a clean one."""
    chance = random.Random(seed)
    root = golden_catalogue(tmp_path)
    build_site(root)
    for step in range(6):
        edit = chance.choice(EDITS)
        for _ in range(chance.randrange(1, 3)):
            edit(root, chance)
        build_site(root)
        expected = built_afresh(root, tmp_path)
        found = tree(root / "public")
        assert found.keys() == expected.keys(), f"{edit.__name__}, step {step}"
        different = [path for path in found if found[path] != expected[path]]
        assert not different, f"{edit.__name__}, step {step}: {different[:5]}"


def test_other_rules_for_a_while_without_a_build(tmp_path: Path) -> None:
    """What was learnt in between is forgotten again; what neighbours show of a new title is not."""
    root = golden_catalogue(tmp_path)
    build_site(root)
    path = root / "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
    for number in range(4):
        replace(path, r"^title: .*$", f"title: Bào góc bàn gỗ, cách số {number}")
        build_site(root)
        rules = root / "schema/programme.yml"
        whole = rules.read_text("utf-8")
        for text in (whole.replace("target: 40", "target: 41"), whole):
            rules.write_text(text, "utf-8")
            with open_workshop(root, jobs=1) as shop:
                survey(shop)
        replace(path, r"^title: .*$", f"title: Bào góc bàn gỗ, kiểu số {number}")
        build_site(root)
        assert tree(root / "public") == built_afresh(root, tmp_path)


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    root = own_catalogue(tmp_path)
    build_site(root, jobs=1)
    alone = tree(root / "public")
    build_site(root, jobs=3, clean=True)
    assert tree(root / "public") == alone


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    assert build_site(root).written > 0
    again = build_site(root)
    assert (again.written, again.removed) == (0, 0)


def test_a_changed_description_changes_one_page(tmp_path: Path) -> None:
    root = sample_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    replace(root / INNOVATION, r"  Ba trăm công nhân", "  Gần ba trăm công nhân")
    build_site(root)
    changed = {p for p, content in tree(root / "public").items() if before.get(p) != content}
    # The page of open data shows sizes, and the files that it lists hold what changed.
    changed = {p for p in changed if not p.startswith(("du-lieu/", "en/du-lieu/", "api/"))}
    pages = {p for p in changed if p.endswith(".html")}
    assert pages == {INNOVATION.replace("submissions", "sang-kien").replace(".yml", ".html")}
    assert all(p.startswith("tim-kiem/") for p in changed - pages), "the rest is what search finds"


def test_a_failing_build_leaves_the_public_site(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    template = root / "site/theme/templates/home.html"
    whole = template.read_text("utf-8")
    template.write_text(whole.replace("<h1>", "<h1>{{ nothing.of.this }}"), "utf-8")
    with pytest.raises(Exception, match="nothing"):
        build_site(root)
    assert tree(root / "public") == before
    template.write_text(whole.replace('<div class="hero">', '<div class="hero" id="moi">'), "utf-8")
    build_site(root)
    assert tree(root / "public") == built_afresh(root, tmp_path)


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    (root / "public").mkdir()
    (root / "public" / "luan-van.docx").write_text("quý giá")
    with pytest.raises(Refusal, match="left alone"):
        build_site(root)
    assert tree(root / "public") == {"luan-van.docx": "quý giá".encode()}


def test_a_lost_or_spoilt_store_costs_only_time(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    for harm in (lambda p: p.unlink(), lambda p: p.write_bytes(b"not a store" * 999)):
        for path in (root / ".sangkien").glob("store.sqlite*"):
            harm(path)
        build_site(root)
        assert tree(root / "public") == before


def test_a_tampered_public_folder_is_made_whole_by_clean(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    (root / "public/index.html").write_text("khác")
    (root / "public/don-vi/index.html").unlink()
    build_site(root, clean=True)
    assert tree(root / "public") == before


def test_another_programme_without_a_line_of_python(tmp_path: Path) -> None:
    """A third phase, other dates, other kinds, another city: validation, figures and pages follow."""
    root = golden_catalogue(tmp_path)
    programme = root / "schema/programme.yml"
    text = programme.read_text("utf-8")
    text = text.replace("participation_threshold_percent: 20", "participation_threshold_percent: 25")
    text = text.replace(
        "from: 2025-01-01, to: 2025-03-31, target: 40", "from: 2025-01-01, to: 2025-02-28, target: 40"
    )
    name = "name: {vi: Giai đoạn ba, en: Phase three}"
    third = f"  - {{id: giai-doan-ba, {name}, from: 2025-03-01, to: 2025-06-30, target: 7}}\n"
    text = text.replace("participation_threshold", third + "participation_threshold", 1)
    text = text.replace(
        "  - {id: union-activity, name: {vi: Hoạt động công đoàn, en: Union activity}}",
        "  - {id: van-hoa, name: {vi: Văn hóa cơ sở, en: Culture}}",
    )
    text = text.replace("Người lao động tỉnh Mẫu đã góp", "Người lao động tỉnh Khác đã góp")
    programme.write_text(text, "utf-8")
    built = build_site(root)
    refused = {f.path.rpartition("/")[2]: f for f in built.survey.errors if "so-giao-ca" in f.path}
    assert (
        "van-hoa"
        in refused["so-giao-ca-mot-trang.yml"].hint.en + refused["so-giao-ca-mot-trang.yml"].message.en
    )
    replace(
        root / "submissions/quan-dong/xuong-moc/so-giao-ca-mot-trang.yml",
        "kind: union-activity",
        "kind: van-hoa",
    )
    build_site(root)
    public = root / "public"
    assert "Sổ giao ca" in (public / "giai-doan/giai-doan-ba/2025-03.html").read_text("utf-8")
    assert "Sổ giao ca" in (public / "loai/van-hoa/2025-03.html").read_text("utf-8")
    assert not (public / "loai/union-activity").exists()
    home = (public / "index.html").read_text("utf-8")
    for words in ("tỉnh Khác", "Giai đoạn ba", "25%"):
        assert words in home


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ nothing_of_this_name.at_all }}", "'nothing_of_this_name' is undefined"),
        ("{{ 3|no_such_filter }}", "No filter named 'no_such_filter'"),
        ('{% include "nowhere.html" %}', "templates/nowhere.html"),
    ],
)
def test_a_faulty_template_is_told_with_its_line(line: str, told: str, tmp_path: Path) -> None:
    """And the site stays as it was: whoever changes the look sees where the slip is."""
    root = golden_catalogue(tmp_path)
    build_site(root)
    before = tree(root / "public")
    path = root / "site/theme/templates/compare.html"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{% block main %}\n", f"{{% block main %}}\n\n{line}\n"), "utf-8")
    number = path.read_text("utf-8").partition(line)[0].count("\n") + 1
    with pytest.raises(Refusal) as refused:
        build_site(root)
    vi, en = refused.value.message.vi, refused.value.message.en
    assert told in vi and told in en
    assert "nowhere" in line or vi.startswith(f"site/theme/templates/compare.html:{number}: ")
    assert tree(root / "public") == before
