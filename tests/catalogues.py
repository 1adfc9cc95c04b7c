"""Whole catalogues for tests: the golden one, the sample, the repository's own; and their built sites."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from generator.cli import open_workshop
from generator.flows.build import build
from generator.renewal import Built
from tests.harness import workspace
from tests.sample import made_up

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "catalogue"
SITE = ROOT / "tests" / "golden" / "site"


def golden_catalogue(folder: Path) -> Path:
    """A copy of the golden catalogue with the repository's own schemas and theme."""
    root = folder / "catalogue"
    shutil.copytree(GOLDEN, root)
    for schema in (ROOT / "schema").glob("*.schema.json"):
        shutil.copy(schema, root / "schema")
    shutil.copytree(ROOT / "site" / "theme", root / "site" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def sample_catalogue(folder: Path, count: int = 160) -> Path:
    """The base with all unions of the sample and so many innovations more, in the site's own look."""
    root = folder / "catalogue"
    shutil.copytree(ROOT / "site", root / "site")
    shutil.copy(ROOT / "mkdocs.yml", root)
    workspace(root, made_up(count))
    return root


def own_catalogue(folder: Path) -> Path:
    """A copy of the repository's own catalogue. What is said of it has to hold of every valid one."""
    root = folder / "catalogue"
    for name in ("submissions", "schema", "site"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def build_site(root: Path, jobs: int = 1, clean: bool = False) -> Built:
    """Build the catalogue in `root` into its folder public/."""
    with open_workshop(root, jobs=jobs) as shop:
        return build(shop, root / "public", clean)


def build_golden(folder: Path) -> Path:
    """The built site of the golden catalogue."""
    root = golden_catalogue(folder)
    build_site(root)
    return root / "public"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its contents."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def site_files(public: Path) -> dict[str, bytes]:
    """The files of a site but the theme's own, which lie in site/theme/assets.

    Workbooks, databases and drawn pictures stand there as the texts that they hold, which can be read in a
    review and are the same whatever library compressed, stored or drew them.
    """
    found: dict[str, bytes] = {}
    for path, content in tree(public).items():
        if path.endswith(".xlsx"):
            with ZipFile(public / path) as book:
                found.update({f"{path}/{name}": book.read(name) for name in book.namelist()})
        elif path.endswith(".sqlite"):
            with closing(sqlite3.connect(f"{(public / path).as_uri()}?mode=ro", uri=True)) as database:
                found[f"{path}.sql"] = "\n".join(database.iterdump()).encode()
        elif path.endswith(".png") and "hinh/" in path:
            with Image.open(public / path) as picture:
                found[f"{path}.txt"] = picture.info["Description"].encode()
        elif not path.startswith("assets/"):
            found[path] = content
    return found
