"""Tệp viết đúng cú pháp YAML

Mỗi dòng là `tên_mục: giá trị`, có dấu cách sau dấu hai chấm. Mục con thụt vào hai dấu cách dưới mục cha,
các mục cùng cấp thẳng cột. Mục của danh sách bắt đầu bằng `- `. Chữ có “: ” ở giữa, hoặc bắt đầu bằng @ &
* ! % ` [ {, thì đặt trong dấu nháy kép.

Nguồn: YAML 1.2.2.

---

Files are written in correct YAML

Each line is `key: value` with a space after the colon. Keys below another are indented by two spaces,
keys of one level stand in one column. Items of a list start with `- `. Text that holds “: ”, or starts
with @ & * ! % ` [ {, goes into double quotes.

Source: YAML 1.2.2.

---

Good:
    title: "Bồn rửa tay: đạp chân thay cho vặn vòi"
Bad:
    title: Bồn rửa tay: đạp chân thay cho vặn vòi
"""

from collections.abc import Iterator

from generator.document import Oddity, SyntaxProblem
from generator.findings import Problem
from generator.rules._syntax import explain

SCOPE = "yaml"
SEVERITY = "error"


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, SyntaxProblem):
        explained = explain(problem)
        if explained is not None:
            yield Problem(*explained)
