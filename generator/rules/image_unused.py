"""Ảnh trong thư mục images/ thì có sáng kiến dùng đến

Ảnh không sáng kiến nào nhắc tới sẽ không hiện ở đâu, mà vẫn làm kho nặng thêm. Thường là quên ghi vào
`images`, hoặc quên xóa.

Nguồn: Quy ước của danh mục này.

---

Photos in images/ are shown by an innovation

A photo that no innovation names is shown nowhere and still weighs on the repository. Mostly it was
forgotten in `images`, or forgotten to be deleted.

Source: this catalogue's own convention.

---

Good:
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/ holds bon-rua.jpg
Bad:
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/ holds bon-rua-cu.jpg as well
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import UNION_FILE
from generator.text import Text

SCOPE = "catalogue"
SEVERITY = "warning"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    images = defaultdict(list)
    for path in catalogue.paths:
        if "/images/" in path and path.count("/") == 4:
            images[path.partition("/images/")[0]].append(path)
    if not images:
        return
    shown: set[str] = set()
    unread: set[str] = set()
    for path in catalogue.paths:
        folder, _, name = path.rpartition("/")
        if folder not in images or name == UNION_FILE:
            continue
        entry = catalogue.entries.get(path)
        if entry is None:
            unread.add(folder)
        else:
            shown.update(f"{folder}/{image}" for image in entry.images)
    # A photo of a folder with an entry that is faulty, or not looked at, may be shown by that entry.
    for folder in sorted(images.keys() - unread):
        for path in sorted(set(images[folder]) - shown):
            yield (
                path,
                Problem(
                    Text("Không có sáng kiến nào dùng ảnh này.", "No innovation shows this photo."),
                    Text(
                        "Ghi ảnh vào mục `images` của sáng kiến, hoặc xóa tệp ảnh.",
                        "Name it in `images` of its innovation, or delete the file.",
                    ),
                ),
            )
