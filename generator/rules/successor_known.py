"""Công đoàn kế thừa có trong danh mục

`successor` là thư mục của công đoàn đã tiếp nhận công đoàn này, ví dụ `ngo-quyen/cang-song-cam`. Thư mục
đó phải có tệp union.yml, cùng cấp với công đoàn này, và không quay trở lại chính nó.

Nguồn: Quy ước của danh mục này.

---

A successor is in the catalogue

`successor` is the folder of the union that took this one over, such as `ngo-quyen/cang-song-cam`. That
folder has a file union.yml, is of the same level, and does not lead back to this union.

Source: this catalogue's own convention.

---

Good:
    successor: ngo-quyen/cang-song-cam    # submissions/ngo-quyen/: cang-song-cam
Bad:
    successor: ngo-quyen/cang-song-can    # submissions/ngo-quyen/: cang-song-cam
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import SUBMISSIONS, UNION_FILE, Union
from generator.text import Text, closest

SCOPE = "catalogue"
SEVERITY = "error"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    for union in sorted(catalogue.unions.values(), key=lambda union: union.id):
        if union.successor is not None:
            explained = _explain(catalogue, union, union.successor)
            if explained is not None:
                yield _file(union.id), Problem(*explained, ("successor",))


def _file(union_id: str) -> str:
    return f"{SUBMISSIONS}{union_id}/{UNION_FILE}"


def _explain(catalogue: Catalogue, union: Union, successor: str) -> tuple[Text, Text] | None:
    if successor == union.id:
        return (
            Text("Công đoàn kế thừa là chính công đoàn này.", "The union is named as its own successor."),
            Text(
                "Ghi thư mục của công đoàn đã tiếp nhận, hoặc xóa `successor`.",
                "Name the folder of the union that took it over, or delete `successor`.",
            ),
        )
    if _file(successor) not in catalogue.paths:
        return (
            Text(f"Không có công đoàn “{successor}”.", f"There is no union “{successor}”."),
            _similar(catalogue, union, successor),
        )
    if ("/" in successor) != ("/" in union.id):
        return (
            Text(
                f"Công đoàn kế thừa “{successor}” không cùng cấp với công đoàn này.",
                f"The successor “{successor}” is not of the same level.",
            ),
            Text(
                "Công đoàn cấp trên do công đoàn cấp trên kế thừa, công đoàn cơ sở do công đoàn cơ sở kế "
                "thừa.",
                "An upper-level union succeeds an upper-level union, a grassroots union a grassroots union.",
            ),
        )
    if _leads_back(catalogue, union):
        return (
            Text(
                f"Công đoàn kế thừa “{successor}” lại dẫn về công đoàn này.",
                f"The successor “{successor}” leads back to this union.",
            ),
            Text(
                "Chỉ công đoàn đã chấm dứt mới có `successor`; xóa mục đó ở công đoàn còn hoạt động.",
                "Only a union that ended has a `successor`; delete it from the one that still exists.",
            ),
        )
    return None


def _similar(catalogue: Catalogue, union: Union, successor: str) -> Text:
    known = (f.removeprefix(SUBMISSIONS) for f, names in catalogue.folders.items() if UNION_FILE in names)
    level = sorted(u for u in known if u.count("/") == union.id.count("/") and u != union.id)
    similar = closest(successor, level)
    if similar is None:
        return Text(
            "Ghi thư mục của công đoàn đã tiếp nhận, như trong submissions/.",
            "Name the folder of the union that took it over, as in submissions/.",
        )
    return Text(f"Có phải ý bạn là `{similar}`?", f"Did you mean `{similar}`?")


def _leads_back(catalogue: Catalogue, union: Union) -> bool:
    seen, step = {union.id}, union.successor
    while step is not None and step not in seen:
        seen.add(step)
        following = catalogue.unions.get(step)
        step = following.successor if following else None
    return step == union.id
