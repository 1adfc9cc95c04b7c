"""Tên tệp và thư mục chỉ gồm chữ thường không dấu, chữ số và gạch nối

Tên trở thành địa chỉ trang, và phải giống nhau trên mọi máy. Vì vậy không dùng dấu, chữ hoa, dấu cách;
dài nhất 80 ký tự. Tên mà Windows không tạo được (con, nul, aux…) cũng không dùng.

Nguồn: Quy ước của danh mục này.

---

Names of files and folders are lower case letters without diacritics, digits and hyphens

Names become addresses of pages and must be the same on every computer. So they have no diacritics,
capitals or spaces, and at most 80 characters. Names that Windows cannot create (con, nul, aux…) stay out
too.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yml
Bad:
    submissions/hong-bang/cty-may-hoa-phuong/Bồn rửa tay đạp chân.yml
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import SUBMISSIONS, Programme, SourceFile
from generator.rules._places import (
    IMAGE_SUFFIXES,
    NAME_LIMIT,
    RESERVED,
    good_name,
    is_good_name,
    parts_of,
    right_suffix,
    split_suffix,
)
from generator.text import Text

SCOPE = "file"
SEVERITY = "error"


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    *folders, name = parts_of(file.path)
    stem, suffix = split_suffix(name)
    # A file of an unknown kind is not worth a better name.
    judged = [*folders, stem] if suffix else folders
    bad = [part for part in judged if not is_good_name(part)]
    if suffix.lower() in IMAGE_SUFFIXES and suffix != suffix.lower():
        bad.append(name)
    if not bad:
        return
    fixed = [good_name(part) if part in bad else part for part in folders]
    fixed.append((good_name(stem) if stem in bad else stem) + right_suffix(suffix) if suffix else name)
    path = SUBMISSIONS + "/".join(fixed)
    ask = all(fixed) and not path.endswith("/" + right_suffix(suffix))
    too_long = next((part for part in bad if len(part) > NAME_LIMIT), None)
    if too_long is not None:
        message = Text(
            f"Tên “{too_long[:30]}…” quá dài: {len(too_long)} ký tự, được nhiều nhất {NAME_LIMIT}.",
            f"The name “{too_long[:30]}…” is too long: {len(too_long)} characters, at most {NAME_LIMIT}.",
        )
    elif bad[0] in RESERVED:
        message = Text(
            f"Windows không tạo được tệp hay thư mục tên “{bad[0]}”.",
            f"Windows cannot create a file or folder named “{bad[0]}”.",
        )
    else:
        message = Text(
            f"Tên “{bad[0]}” không dùng được: chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
            f"“{bad[0]}” cannot be a name: use lower case letters without diacritics, digits and hyphens.",
        )
    yield Problem(
        message,
        Text(f"Đổi tên thành {path}.", f"Rename it to {path}.")
        if ask
        else Text("Đặt tên như bon-rua-tay-dap-chan.", "Choose a name such as bon-rua-tay-dap-chan."),
    )
