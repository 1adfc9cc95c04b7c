"""Các mục không lồng nhau quá nhiều cấp

Một sáng kiến chỉ cần vài cấp. Tệp lồng hàng chục cấp là tệp hỏng, hoặc được làm ra để gây treo máy.

Nguồn: Quy ước của danh mục này.

---

Fields are not nested too deep

An innovation needs a few levels. A file nested dozens of levels deep is damaged, or made to bring a
program to a halt.

Source: this catalogue's own convention.

---

Good:
    tags: [rửa tay]
Bad:
    tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[rửa tay]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
"""

from collections.abc import Iterator

from generator.document import MAX_DEPTH, Oddity, SyntaxProblem
from generator.findings import Problem
from generator.text import Text

SCOPE = "yaml"
SEVERITY = "error"


def check(problem: SyntaxProblem | Oddity) -> Iterator[Problem]:
    if isinstance(problem, SyntaxProblem):
        deep = "maximum nesting depth" in problem.reason
    else:
        deep = problem.kind == "depth"
    if deep:
        yield Problem(
            Text(
                f"Các mục lồng nhau quá sâu: hơn {MAX_DEPTH} cấp.",
                f"Fields are nested too deep: more than {MAX_DEPTH} levels.",
            ),
            Text(
                "Viết lại theo mẫu của sáng kiến; kiểm tra các ngoặc [ và { thừa.",
                "Write it anew after the model of an innovation; look for stray [ and {.",
            ),
        )
