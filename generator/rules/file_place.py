"""Mỗi tệp nằm đúng chỗ trong submissions/

Dưới submissions/ chỉ có bốn loại tệp: `<cấp trên>/union.yml`, `<cấp trên>/<cơ sở>/union.yml`, `<cấp
trên>/<cơ sở>/<sáng kiến>.yml` và ảnh `<cấp trên>/<cơ sở>/images/<ảnh>.jpg` (jpeg, png, webp). Đường dẫn
cho biết sáng kiến của công đoàn nào, và trở thành địa chỉ trang.

Nguồn: Quy ước của danh mục này.

---

Each file has its place in submissions/

Below submissions/ there are four kinds of files: `<upper>/union.yml`, `<upper>/<grassroots>/union.yml`,
`<upper>/<grassroots>/<innovation>.yml` and photos `<upper>/<grassroots>/images/<photo>.jpg` (jpeg, png,
webp). The path tells whose innovation it is, and becomes the address of its page.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yml
Bad:
    submissions/hong-bang/bon-rua-tay-dap-chan.yml
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.rules._places import (
    IMAGE_SUFFIXES,
    IMAGES,
    is_good_place,
    parts_of,
    right_suffix,
    split_suffix,
)
from generator.text import Text

SCOPE = "file"
SEVERITY = "error"


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    if file.mode == "submodule" or is_good_place(file.path):
        return
    parts = parts_of(file.path)
    suffix = right_suffix(split_suffix(parts[-1])[1])
    if suffix in IMAGE_SUFFIXES:
        place = (
            "/".join([*parts[:2], IMAGES, parts[-1]])
            if len(parts) > 2 and IMAGES not in parts[:2]
            else f"…/{IMAGES}/{parts[-1]}"
        )
        yield Problem(
            Text("Ảnh không nằm trong thư mục images/ của một công đoàn cơ sở.",
                 "The photo is not in the folder images/ of a grassroots union."),
            Text(f"Chuyển ảnh tới submissions/{place}.", f"Move it to submissions/{place}."),
        )  # fmt: skip
    elif suffix:
        yield Problem(
            Text("Tệp nằm sai chỗ: sáng kiến phải nằm trong thư mục của một công đoàn cơ sở.",
                 "The file is in the wrong place: innovations lie in the folder of a grassroots union."),
            Text(
                f"Chuyển tệp tới submissions/<công đoàn cấp trên>/<công đoàn cơ sở>/{parts[-1]}.",
                f"Move it to submissions/<upper union>/<grassroots union>/{parts[-1]}.",
            ),
        )  # fmt: skip
    else:
        yield Problem(
            Text(
                f"Tệp “{parts[-1]}” không thuộc loại nào được dùng trong submissions/.",
                f"The file “{parts[-1]}” is of no kind that belongs into submissions/.",
            ),
            Text(
                "Xóa tệp này. Ở đây chỉ có tệp .yml và ảnh .jpg, .jpeg, .png, .webp trong images/.",
                "Delete it. Only .yml files belong here, and .jpg, .jpeg, .png, .webp photos in images/.",
            ),
        )
