"""Ảnh được nhắc tới thì có trong thư mục images/

Mỗi ảnh ghi trong `images` là một tệp trong thư mục images/ cạnh tệp sáng kiến. Thiếu tệp thì trang không
hiện được ảnh.

Nguồn: Quy ước của danh mục này.

---

Photos that are named exist

Each photo named in `images` is a file in the folder images/ beside the innovation. Without it the page
cannot show the photo.

Source: this catalogue's own convention.

---

Good:
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/: bon-rua.jpg
Bad:
    images: [{file: images/bon-rua.jpg, alt: Bồn rửa tay đạp chân}]    # images/: bonrua.jpg
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.text import Text, closest

SCOPE = "catalogue"
SEVERITY = "error"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    for path, entry in catalogue.entries.items():
        folder = path.rpartition("/")[0]
        for number, image in enumerate(entry.images):
            if f"{folder}/{image}" not in catalogue.paths:
                yield path, _problem(catalogue, folder, image, number)


def _problem(catalogue: Catalogue, folder: str, image: str, number: int) -> Problem:
    prefix = f"{folder}/images/"
    there = sorted(path.removeprefix(f"{folder}/") for path in catalogue.paths if path.startswith(prefix))
    similar = closest(image, there)
    if similar is not None:
        hint = Text(f"Có phải ý bạn là `{similar}`?", f"Did you mean `{similar}`?")
    else:
        hint = Text(
            f"Thêm tệp {folder}/{image}, hoặc xóa ảnh này khỏi `images`.",
            f"Add the file {folder}/{image}, or delete the photo from `images`.",
        )
    message = Text(f"Không có tệp ảnh “{image}”.", f"There is no photo “{image}”.")
    return Problem(message, hint, ("images", number, "file"))
