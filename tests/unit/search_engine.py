"""The site's JavaScript engine, run by the Node that comes with Playwright."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import playwright

from generator.search import SearchDocument, build_index

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "site" / "theme" / "assets" / "search-engine.js"
NODE = Path(playwright.__file__).parent / "driver" / "node"


def write_index(
    folder: Path, documents: Iterable[SearchDocument], labels: Mapping[str, Sequence[str]]
) -> list[str]:
    """Build the index into `folder`; gives the paths of its files."""
    paths = []
    for path, content in build_index(documents, labels):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        paths.append(path)
    return paths


def answers(folder: Path, requests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The engine's answers to `requests`, over the index in `folder`."""
    driver = Path(__file__).parent / "search_driver.mjs"
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    # A copy named .mjs, since Node takes a .js file for a module only with a package.json beside it.
    module = folder / "engine.mjs"
    module.write_bytes(ENGINE.read_bytes())
    done = subprocess.run(
        [NODE, driver, module, folder / "tim-kiem"],
        input=lines, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert not done.returncode, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
