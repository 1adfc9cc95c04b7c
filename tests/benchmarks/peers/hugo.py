"""Hugo's site of a catalogue: one content file an entry, unions as sections, lists as taxonomies.

Templates and configuration are in `hugo_site/`. What Hugo is asked to do, and what not, is told in the
package's docstring.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.peers.catalogue import LANGUAGE, Catalogue

_SITE = Path(__file__).parent / "hugo_site"


def write_site(catalogue: Catalogue, folder: Path) -> None:
    """Make the folder `folder`, which `hugo --source` builds into its own `public`."""
    shutil.copytree(_SITE, folder)
    shutil.copytree(catalogue.root / "site" / "theme" / "assets", folder / "static" / "assets")
    _write_words(catalogue, folder)
    _write_unions(catalogue, folder / "content")
    for entry, data in catalogue.entries():
        shown = catalogue.shown(entry, data)
        phase = shown["phase"]
        shown |= {
            "title": entry.title,
            "date": entry.applied_on.isoformat(),
            "loai": [entry.kind],
            "linh-vuc": [entry.field],
            "giai-doan": [phase],
            "danh-sach": [f"{entry.upper_id}-{phase}"],
        }
        _page(folder / "content" / "sang-kien" / f"{entry.id}.md", shown, catalogue.text(entry))


def entry_file(folder: Path, name: str) -> Path:
    """The content file of the entry with the ID `name`."""
    return folder / "content" / "sang-kien" / f"{name}.md"


def change(text: str, title: str) -> str:
    """A content file with another title."""
    front, rest = text.split("\n", 1)
    return json.dumps({**json.loads(front), "title": title}, ensure_ascii=False) + "\n" + rest


def _write_words(catalogue: Catalogue, folder: Path) -> None:
    programme = catalogue.programme
    names = {
        word.id: word.short_name[LANGUAGE]
        for vocabulary in ("kinds", "fields", "unit_types")
        for word in programme.vocabularies[vocabulary].values()
    }
    names |= {phase.id: phase.name[LANGUAGE] for phase in programme.phases}
    (folder / "data").mkdir()
    (folder / "data" / "names.json").write_text(json.dumps(names, ensure_ascii=False), "utf-8")
    members = programme.data["federation"].get("members", {})
    parameters = {
        "support_vnd": programme.upper_support_vnd,
        "target": sum(phase.target for phase in programme.phases),
        "members": max(members.values(), default=None),
    }
    (folder / "config" / "_default").mkdir(parents=True)
    (folder / "config" / "_default" / "params.json").write_text(json.dumps(parameters), "utf-8")
    content = folder / "content"
    for folder_name, vocabulary in (("loai", "kinds"), ("linh-vuc", "fields")):
        for word in programme.vocabularies[vocabulary].values():
            _page(content / folder_name / word.id / "_index.md", {"title": word.name[LANGUAGE]})
    for phase in programme.phases:
        shown = {
            "title": phase.name[LANGUAGE],
            "phase_id": phase.id,
            "target": phase.target,
            "members": members.get(phase.id),
        }
        _page(content / "giai-doan" / phase.id / "_index.md", shown)
    for title, name in (
        ("Loại giải pháp", "loai"), ("Lĩnh vực", "linh-vuc"), ("Giai đoạn", "giai-doan"),
        ("Danh sách", "danh-sach"), ("Đơn vị", "sang-kien"),
    ):  # fmt: skip
        _page(content / name / "_index.md", {"title": title})
    _page(content / "_index.md", {"title": "Sáng kiến"})
    _page(content / "thong-ke.md", {"title": "Thống kê", "layout": "statistics"})


def _write_unions(catalogue: Catalogue, content: Path) -> None:
    for union in catalogue.unions.values():
        shown = {
            "title": union.name,
            "linkTitle": union.short_name,
            "targets": dict(union.targets),
            "members": dict(union.members),
        }
        _page(content / "sang-kien" / union.id / "_index.md", shown)
        for phase in catalogue.programme.phases if union.is_upper else ():
            of_phase = {
                "title": f"{union.short_name}, {phase.name[LANGUAGE]}",
                "union": f"/sang-kien/{union.id}",
                "phase_id": phase.id,
                "target": union.targets.get(phase.id),
                "members": union.members.get(phase.id),
            }
            _page(content / "danh-sach" / f"{union.id}-{phase.id}" / "_index.md", of_phase)


def _page(path: Path, front: Mapping[str, Any], text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {key: value for key, value in front.items() if value is not None}
    path.write_text(json.dumps(known, ensure_ascii=False) + "\n" + text, "utf-8")
