"""Không dùng thẻ kiểu (!) của YAML

Dấu chấm than ở đầu giá trị là thẻ kiểu của YAML, có thể làm đổi nghĩa của giá trị. Danh mục không cần
thẻ: kiểu của từng mục đã có trong schema/. Chữ bắt đầu bằng dấu chấm than thì đặt trong dấu nháy kép.

Nguồn: Quy ước của danh mục này.

---

No tags (!) of YAML

An exclamation mark before a value is a tag of YAML and can change what the value means. The catalogue
needs none: schema/ gives the type of each field. Text that starts with an exclamation mark goes into
double quotes.

Source: this catalogue's own convention.

---

Good:
    tags: ["!rửa tay", khử khuẩn]
Bad:
    tags: [!str rửa tay, khử khuẩn]
"""

from collections.abc import Iterator

from generator.document import Oddity, SyntaxProblem
from generator.findings import Problem
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "yaml"
SEVERITY = "error"


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, Oddity) and problem.kind == "tag":
        tag = shorten(problem.name.replace("tag:yaml.org,2002:", "!!"))
        yield Problem(
            Text(
                f"“{tag}” là thẻ kiểu của YAML, danh mục này không dùng.",
                f"“{tag}” is a tag of YAML, which this catalogue does not use.",
            ),
            Text(
                "Xóa thẻ; nếu đây là chữ thì đặt cả giá trị trong dấu nháy kép.",
                "Delete the tag; where it is text, put the whole value into double quotes.",
            ),
        )
