"""`sangkien validate`: every finding of every file, or of some."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.findings import Finding
from generator.problems import Refusal
from generator.repository import Repository
from generator.survey import Workshop, survey


@dataclass(frozen=True)
class Validation:
    """The findings, ordered by path, line and column, and how many files were looked at."""

    findings: tuple[Finding, ...]
    files: int


def validate(shop: Workshop, paths: list[Path]) -> Validation:
    """Check the whole catalogue; with `paths` (files or folders), tell only what concerns them.

    Raises Refusal for a path that is not in the catalogue.
    """
    wanted = [_inside(shop.repository, path) for path in paths]
    found = survey(shop)
    if not wanted:
        return Validation(found.findings, found.files)
    findings = tuple(f for f in found.findings if any(_covers(path, f.path) for path in wanted))
    files = sum(1 for path in shop.store.known_files() if any(_covers(chosen, path) for chosen in wanted))
    return Validation(findings, files)


def _inside(repository: Repository, path: Path) -> str:
    for full in (Path.cwd() / path, repository.root / path):
        if full.exists() and full.resolve().is_relative_to(repository.root):
            return str(PurePosixPath(full.resolve().relative_to(repository.root)))
    raise Refusal(
        f"Không có “{path}” trong danh mục. Hãy kiểm tra lại đường dẫn.",
        f"There is no “{path}” in the catalogue. Check the path.",
    )


def _covers(wanted: str, path: str) -> bool:
    return wanted in (".", path) or path.startswith(wanted + "/")
