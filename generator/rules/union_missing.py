"""Mỗi thư mục công đoàn có tệp union.yml

Tên, loại, số đoàn viên của công đoàn ở trong tệp union.yml của thư mục. Thiếu tệp này thì sáng kiến trong
thư mục không biết là của công đoàn nào, và không được tính.

Nguồn: Quy ước của danh mục này.

---

Each union's folder has a file union.yml

A union's name, type and members are in the file union.yml of its folder. Without it nobody knows whose
the innovations in the folder are, and they are not counted.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/union.yml
    submissions/hong-bang/cty-may-hoa-phuong/union.yml
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yml
Bad:
    submissions/hong-bang/union.yml
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yml
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import UNION_FILE
from generator.text import Text, closest

SCOPE = "catalogue"
SEVERITY = "error"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    # The first file of each folder that needs a union.yml: entries, and grassroots unions for the upper one.
    first: dict[str, str] = {}
    for folder, names in catalogue.folders.items():
        entries = [name for name in names if name.endswith(".yml")] if folder.count("/") == 2 else []
        if entries:
            path, upper = f"{folder}/{min(entries)}", folder.rpartition("/")[0]
            first[folder] = path
            first[upper] = min(path, first.get(upper, path))
    for folder, path in sorted(first.items()):
        wanted = f"{folder}/{UNION_FILE}"
        if wanted not in catalogue.paths:
            yield (
                path,
                Problem(
                    Text(
                        f"Thư mục {folder} chưa có tệp union.yml.",
                        f"The folder {folder} has no file union.yml.",
                    ),
                    _hint(catalogue, folder),
                ),
            )


def _hint(catalogue: Catalogue, folder: str) -> Text:
    parent, _, name = folder.rpartition("/")
    there = [
        f for f, names in catalogue.folders.items() if UNION_FILE in names and f.startswith(f"{parent}/")
    ]
    siblings = {path.removeprefix(f"{parent}/") for path in there}
    similar = closest(name, sorted(sibling for sibling in siblings if "/" not in sibling))
    slip = Text(f" (có phải “{similar}”?)", f" (for “{similar}”?)") if similar else Text("", "")
    return Text(
        f"Thêm {folder}/{UNION_FILE}; nếu tên thư mục gõ nhầm{slip.vi} thì chuyển tệp này sang thư mục đúng.",
        f"Add {folder}/{UNION_FILE}; where the folder's name is a slip{slip.en}, move this file to the right "
        "folder.",
    )
