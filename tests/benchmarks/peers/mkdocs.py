"""MkDocs' site of a catalogue: one Markdown page an entry, with a plain theme.

MkDocs makes no lists and counts nothing: both are written for it here, as Markdown, and their making is not
counted against it.
"""

import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import Innovation
from tests.benchmarks.peers.catalogue import LANGUAGE, Catalogue

_SITE = Path(__file__).parent / "mkdocs_site"
# Innovations on one page of a list.
PART = 100


def write_site(catalogue: Catalogue, folder: Path) -> None:
    """Make the folder `folder`, which `mkdocs build` builds into its own `public`."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    shutil.copy(_SITE / "mkdocs.yml", folder)
    (folder / "theme").mkdir()
    shutil.copy(_SITE / "main.html", folder / "theme")
    shutil.copytree(catalogue.root / "site" / "theme" / "assets", docs / "assets")
    lists: dict[str, list[Innovation]] = defaultdict(list)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry, data in catalogue.entries():
        shown = {**catalogue.shown(entry, data), "title": entry.title}
        # JSON is YAML, which front matter is here.
        front = json.dumps(shown, ensure_ascii=False)
        _write(entry_file(folder, entry.id), f"---\n{front}\n---\n{catalogue.text(entry)}")
        for name in _lists(entry, str(shown["phase"])):
            lists[name].append(entry)
        for figure, value in (
            ("Loại", shown["kind_name"]),
            ("Tháng", entry.month),
            ("Đơn vị", shown["upper"]),
        ):
            counts[figure][value] += 1
    for name, entries in lists.items():
        _write_list(docs, name, _title(catalogue, name), sorted(entries, key=_newest_first))
    _write(docs / "thong-ke.md", _statistics("Thống kê", counts))
    uppers = [union for union in catalogue.unions.values() if union.is_upper]
    links = [
        f"- [{union.name}]({union.id}/index.md)" for union in uppers if f"don-vi/{union.id}/index" in lists
    ]
    _write(docs / "don-vi" / "index.md", "\n".join(("# Đơn vị", "", *links, "")))
    _write(docs / "index.md", "# Sáng kiến\n\n[Thống kê](thong-ke.md)\n")


def entry_file(folder: Path, name: str) -> Path:
    """The page of the entry with the ID `name`."""
    return folder / "docs" / "sang-kien" / f"{name}.md"


def _lists(entry: Innovation, phase: str) -> Iterator[str]:
    yield f"don-vi/{entry.upper_id}/index"
    yield f"don-vi/{entry.grassroots_id}"
    yield f"don-vi/{entry.upper_id}/{phase}"
    yield f"giai-doan/{phase}"
    yield f"loai/{entry.kind}"
    yield f"linh-vuc/{entry.field}"


def _title(catalogue: Catalogue, name: str) -> str:
    _, _, key = name.removesuffix("/index").partition("/")
    if key in catalogue.unions:
        return catalogue.unions[key].name
    words = (catalogue.programme.vocabularies[v].get(key) for v in ("kinds", "fields"))
    found = next((word.name[LANGUAGE] for word in words if word), None)
    phase = catalogue.programme.phase(key.rpartition("/")[2]).name[LANGUAGE] if found is None else ""
    union = catalogue.unions.get(key.partition("/")[0])
    return str(found or (f"{union.name}, {phase}" if union else phase))


def _write_list(docs: Path, name: str, title: str, entries: Sequence[Innovation]) -> None:
    """A list in parts, the first of them with its figures."""
    up = "../" * name.count("/")
    counts = {"Tháng": Counter(entry.month for entry in entries)}
    for start in range(0, len(entries), PART):
        part = start // PART + 1
        lines = [
            f"- [{entry.title}]({up}sang-kien/{entry.id}.md) {entry.applied_on.isoformat()}"
            for entry in entries[start : start + PART]
        ]
        head = _statistics(title, counts) if part == 1 else f"# {title}, phần {part}\n"
        if start + PART < len(entries):
            lines += ["", f"[Tiếp]({name.rpartition('/')[2]}-{part + 1}.md)"]
        path = docs / f"{name}{'' if part == 1 else f'-{part}'}.md"
        _write(path, head + "\n" + "\n".join(lines) + "\n")


def _statistics(title: str, counts: Mapping[str, Counter[str]]) -> str:
    lines = [f"# {title}", ""]
    for figure, found in counts.items():
        lines += [f"| {figure} | Sáng kiến |", "|---|---|"]
        lines += [f"| {value} | {number} |" for value, number in sorted(found.items())]
        lines += [""]
    return "\n".join(lines)


def _newest_first(entry: Innovation) -> tuple[int, str]:
    return -entry.applied_on.toordinal(), entry.id


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
