"""Tên mục là một từ đơn giản

Trước dấu hai chấm là tên mục, ví dụ `title`. YAML còn cho phép lấy cả danh sách làm tên mục, hoặc dùng
`<<` để trộn các mục khác vào; danh mục không dùng.

Nguồn: Quy ước của danh mục này.

---

Keys are plain words

Before the colon stands a key such as `title`. YAML would also take a whole list for a key, or merge other
keys in with `<<`; this catalogue uses neither.

Source: this catalogue's own convention.

---

Good:
    recognition: {by: council, on: 2022-04-02}
Bad:
    recognition: {[by]: council, on: 2022-04-02}
"""

from collections.abc import Iterator

from generator.document import Oddity, SyntaxProblem
from generator.findings import Problem
from generator.text import Text

SCOPE = "yaml"
SEVERITY = "error"


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, Oddity) and problem.kind == "key":
        yield Problem(
            Text("Tên mục ở đây không phải là một từ.", "The key here is no plain word."),
            Text(
                "Ghi tên mục, dấu hai chấm, dấu cách rồi giá trị, ví dụ `kind: technical`; không dùng `<<`.",
                "Write a key, a colon, a space and the value, as in `kind: technical`; do not use `<<`.",
            ),
        )
