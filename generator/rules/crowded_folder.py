"""Một thư mục không có quá nhiều tệp

Trang web của kho mã thôi không liệt kê hết một thư mục quá đông tệp, nên người đóng góp không tìm thấy
tệp của mình. Mức này là `limits.folder_files` của schema/programme.yml.

Nguồn: Quy ước của danh mục này; schema/programme.yml.

---

A folder does not hold too many files

A forge's web pages stop listing a folder in full when it holds very many files, so contributors cannot
find theirs. The limit is `limits.folder_files` of schema/programme.yml.

Source: this catalogue's own convention; schema/programme.yml.

---

Good:
    submissions/hong-bang/cty-may-hoa-phuong/    # 600 × .yml
Bad:
    submissions/hong-bang/cty-may-hoa-phuong/    # 1001 × .yml
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import UNION_FILE
from generator.text import Text, format_number

SCOPE = "catalogue"
SEVERITY = "warning"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    limit = int(catalogue.programme.data["limits"]["folder_files"])
    for folder, names in catalogue.folders.items():
        count = len(names)
        if count > limit:
            path = f"{folder.removesuffix('/images')}/{UNION_FILE}"
            yield (
                path,
                Problem(
                    Text(
                        f"Thư mục {folder} có {format_number(count)} tệp, nhiều hơn {format_number(limit)}.",
                        f"The folder {folder} holds {format_number(count, language='en')} files, more than "
                        f"{format_number(limit, language='en')}.",
                    ),
                    Text(
                        "Nếu thư mục gộp nhiều công đoàn cơ sở thì tách ra. Nếu không thì cứ để, chỉ là "
                        "trang web "
                        "của kho mã không liệt kê hết tệp.",
                        "Divide it where it holds several grassroots unions. Otherwise leave it: only "
                        "the forge's "
                        "web pages do not list all of its files.",
                    ),
                ),
            )
