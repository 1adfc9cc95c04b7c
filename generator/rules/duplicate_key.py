"""Mỗi mục chỉ được ghi một lần

Nếu một mục được ghi hai lần ở cùng một cấp, YAML lấy lần sau và bỏ lần trước mà không báo gì. Vì vậy danh
mục không nhận tệp như thế: người viết phải chọn giữ dòng nào.

Nguồn: YAML 1.2.2, mục 3.2.1.1.

---

Each key is written once

Where a key stands twice on one level, programs keep the later value and drop the earlier one without a
word. So such a file is not accepted: its writer decides which line stays.

Source: YAML 1.2.2, section 3.2.1.1.

---

Good:
    kind: technical
Bad:
    kind: technical
    kind: operational
"""

from collections.abc import Iterator

from generator.document import Oddity, SyntaxProblem
from generator.findings import Problem
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "yaml"
SEVERITY = "error"


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, Oddity) and problem.kind == "duplicate-key":
        key = shorten(problem.name)
        yield Problem(
            Text(f"Mục `{key}` đã được ghi ở trên.", f"The key `{key}` already stands above."),
            Text("Giữ một dòng, xóa dòng kia.", "Keep one of the lines and delete the other."),
        )
