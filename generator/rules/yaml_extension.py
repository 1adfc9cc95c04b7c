"""Tệp YAML có đuôi .yml

Mọi tệp của danh mục có đuôi `.yml`. Windows hay thêm `.txt` vào sau mà không hiện ra; tệp `.yaml` hay
`.yml.txt` sẽ không được đọc như một sáng kiến.

Nguồn: Quy ước của danh mục này.

---

YAML files end with .yml

All files of the catalogue end with `.yml`. Windows likes to add a hidden `.txt`; a file `.yaml` or
`.yml.txt` would not be read as an innovation.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yml
Bad:
    submissions/hong-bang/cty-may-hoa-phuong/bon-rua-tay-dap-chan.yaml
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.rules._places import YAML_SUFFIX, right_suffix, split_suffix
from generator.text import Text

SCOPE = "file"
SEVERITY = "error"


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    stem, suffix = split_suffix(file.name)
    if right_suffix(suffix) == YAML_SUFFIX != suffix:
        yield Problem(
            Text(
                f"Đuôi tệp là “{suffix}”, không phải “.yml”.", f"The file ends with “{suffix}”, not “.yml”."
            ),
            Text(f"Đổi tên tệp thành {stem}.yml.", f"Rename the file to {stem}.yml."),
        )
