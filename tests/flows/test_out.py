"""Where a site is put: what others have there is never lost."""

from pathlib import Path

import pytest

from generator import output
from generator.cli import open_workshop
from generator.flows.build import build
from generator.flows.shards import shard
from generator.parts.shards import Share
from generator.problems import Refusal
from tests.catalogues import build_site, golden_catalogue, tree

ENTRY = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
PAGE = "public/sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"
OTHERS = {"CNAME": b"sang-kien.example", ".well-known/security.txt": b"Contact: -", "site-proof.html": b"1"}


def build_into(root: Path, out: Path, clean: bool = False) -> None:
    with open_workshop(root, jobs=1) as shop:
        build(shop, out, clean)


def put(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def retitle(root: Path, number: int) -> None:
    path = root / ENTRY
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[0] = f"title: Bào góc bàn gỗ, kiểu số {number}\n"
    path.write_text("".join(lines), "utf-8")


def test_what_a_host_needs_at_the_top_of_the_site_stays(tmp_path: Path) -> None:
    """In both folders that take turns, after clean builds, and once it is changed or taken away."""
    root = golden_catalogue(tmp_path)
    build_site(root)
    put(root / "public", OTHERS)
    for number in range(3):
        retitle(root, number)
        build_site(root, clean=number == 1)
        site = tree(root / "public")
        assert {path: site.get(path) for path in OTHERS} == OTHERS, number
    put(root / "public", {"CNAME": b"other.example"})
    (root / "public" / "site-proof.html").unlink()
    for number in range(3, 6):
        retitle(root, number)
        build_site(root)
        site = tree(root / "public")
        assert site["CNAME"] == b"other.example" and "site-proof.html" not in site, number
    for path in ("CNAME", ".well-known/security.txt"):
        (root / "public" / path).unlink()
    (root / "public" / ".well-known").rmdir()
    retitle(root, 6)
    build_site(root)
    after = tree(root / "public")
    build_site(root, clean=True)
    assert tree(root / "public") == after


def test_a_site_that_the_store_does_not_know_loses_nothing_of_others(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    put(root / "public", OTHERS)
    elsewhere = root / "elsewhere"
    (root / "public").rename(elsewhere)
    build_into(root, elsewhere)
    site = tree(elsewhere)
    assert {path: site.get(path) for path in OTHERS} == OTHERS


def test_a_git_repository_is_left_alone(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    build_site(root)
    put(root / "public", {".git/HEAD": b"ref: refs/heads/gh-pages"})
    before = tree(root / "public")
    for clean in (False, True):
        with pytest.raises(Refusal, match="is a Git repository"):
            build_site(root, clean=clean)
    assert tree(root / "public") == before


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_others_have_where_the_next_site_is_made_is_left_alone(kind: str, tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    place = root / ".public.next"
    if kind == "folder":
        put(place, {"precious.txt": b"mine"})
    elif kind == "file":
        place.write_bytes(b"mine")
    else:
        put(tmp_path / "theirs", {"precious.txt": b"mine"})
        place.symlink_to(tmp_path / "theirs")
    before = tree(tmp_path)
    with pytest.raises(Refusal, match="where the new site is made"):
        build_site(root)
    after = {path: content for path, content in tree(tmp_path).items() if "/.sangkien/" not in path}
    assert after == before and not (root / "public").exists()


def test_a_link_is_followed_to_the_folder_that_a_server_shows(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    shown = tmp_path / "shown"
    shown.mkdir()
    (root / "public").symlink_to(shown)
    for number in range(3):
        retitle(root, number)
        build_site(root)
        assert (root / "public").is_symlink() and (root / "public").resolve() == shown
        page = shown / "sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"
        assert f"kiểu số {number}" in page.read_text("utf-8")


@pytest.mark.parametrize("inside", ["submissions/pub", "site/content/pub", "site/theme", "schema"])
def test_the_content_of_the_catalogue_is_no_place_for_a_site(inside: str, tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    before = tree(root)
    with pytest.raises(Refusal, match="lies within the catalogue's own content"):
        build_into(root, root / inside)
    with open_workshop(root, jobs=1) as shop, pytest.raises(Refusal, match="own content"):
        shard(shop, Share(1, 2), root / inside)
    assert {path: raw for path, raw in tree(root).items() if not path.startswith(".sangkien")} == before


def test_a_shard_takes_nothing_from_others_either(tmp_path: Path) -> None:
    root = golden_catalogue(tmp_path)
    put(root / ".shard-1.next", {"precious.txt": b"mine"})
    with open_workshop(root, jobs=1) as shop, pytest.raises(Refusal, match="holds something else"):
        shard(shop, Share(1, 2), root / "shard-1")
    assert tree(root / ".shard-1.next") == {"precious.txt": b"mine"}


def test_what_is_left_of_an_interrupted_removal_is_known_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the removal of the former site ends, the next build goes on."""
    root = golden_catalogue(tmp_path)
    build_site(root)
    removed = output._remove
    for most in (0, 1, 3):
        left = most

        def interrupted(path: Path) -> None:
            nonlocal left
            if not left:
                raise KeyboardInterrupt
            left -= 1
            removed(path)

        with monkeypatch.context() as patch:
            patch.setattr(output, "_remove", interrupted)
            with pytest.raises(KeyboardInterrupt):
                build_site(root, clean=True)
        (root / ".public.next/api/v1/statistics.json").unlink(missing_ok=True)
        retitle(root, most)
        build_site(root)
        assert f"kiểu số {most}" in (root / PAGE).read_text("utf-8")


def test_a_next_folder_without_the_file_that_sites_are_known_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build may be killed just when it replaces that file: the next one goes on."""
    root = golden_catalogue(tmp_path)
    build_site(root)

    def interrupted(publication: output.Publication, own: object) -> None:
        (publication.stage / "api/v1/statistics.json").unlink()
        raise KeyboardInterrupt

    retitle(root, 1)
    with monkeypatch.context() as patch:
        patch.setattr(output.Publication, "keep", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_site(root)
    build_site(root)
    assert "kiểu số 1" in (root / PAGE).read_text("utf-8")
