"""Không dùng neo (&) và tham chiếu (*) của YAML

YAML cho phép đặt neo `&ten` cho một giá trị rồi gọi lại bằng `*ten`. Danh mục không dùng cách viết này:
người đọc khó theo dõi, và một tệp nhỏ có thể bung ra rất lớn. Chữ bắt đầu bằng & hoặc * thì đặt trong dấu
nháy kép.

Nguồn: Quy ước của danh mục này.

---

No anchors (&) and aliases (*) of YAML

YAML can name a value with `&name` and repeat it with `*name`. This catalogue does without: it is hard to
follow, and a small file can unfold into a huge one. Text that starts with & or * goes into double quotes.

Source: this catalogue's own convention.

---

Good:
    tags: ["*rửa tay", khử khuẩn]
Bad:
    tags: [&tay rửa tay, khử khuẩn]
"""

from collections.abc import Iterator

from generator.document import Oddity, SyntaxProblem
from generator.findings import Problem
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "yaml"
SEVERITY = "error"
_SIGNS = {"anchor": "&", "alias": "*"}


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, Oddity) and problem.kind in _SIGNS:
        found = _SIGNS[problem.kind] + shorten(problem.name)
        yield Problem(
            Text(
                f"“{found}” là cách viết neo và tham chiếu của YAML, danh mục này không dùng.",
                f"“{found}” is an anchor or alias of YAML, which this catalogue does not use.",
            ),
            Text(
                "Ghi thẳng giá trị; nếu đây là chữ thì đặt cả giá trị trong dấu nháy kép.",
                "Write the value itself; where it is text, put the whole value into double quotes.",
            ),
        )
