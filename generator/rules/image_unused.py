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
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/: bon-rua.jpg
Bad:
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/: bon-rua.jpg, bon-rua-cu.jpg
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import UNION_FILE
from generator.rules._places import IMAGES
from generator.text import Text

SCOPE = "catalogue"
SEVERITY = "warning"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    for images, names in catalogue.folders.items():
        folder, _, last = images.rpartition("/")
        if last == IMAGES and images.count("/") == 3:
            shown = _shown(catalogue, folder)
            for name in names:
                if shown is not None and f"{IMAGES}/{name}" not in shown:
                    yield f"{images}/{name}", _UNUSED


def _shown(catalogue: Catalogue, folder: str) -> set[str] | None:
    """The photos that the entries of a folder show.

    None where one of them is faulty, or was not looked at: it may show any photo.
    """
    shown: set[str] = set()
    for name in catalogue.folders.get(folder, ()):
        if name != UNION_FILE:
            entry = catalogue.entries.get(f"{folder}/{name}")
            if entry is None:
                return None
            shown.update(entry.images)
    return shown


_UNUSED = Problem(
    Text("Không có sáng kiến nào dùng ảnh này.", "No innovation shows this photo."),
    Text(
        "Ghi ảnh vào mục `images` của sáng kiến, hoặc xóa tệp ảnh.",
        "Name it in `images` of its innovation, or delete the file.",
    ),
)
