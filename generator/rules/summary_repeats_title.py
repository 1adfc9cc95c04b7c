"""Tóm tắt nói thêm điều mà tên chưa nói

Tóm tắt đứng ngay dưới tên trong mọi danh sách. Nếu chỉ lặp lại tên thì người đọc không biết thêm gì: hãy
nói làm gì, cho ai, được gì.

Nguồn: Quy ước của danh mục này.

---

The summary says more than the title

The summary stands right below the title in every list. Where it only repeats the title, readers learn
nothing: say what is done, for whom, and with what result.

Source: this catalogue's own convention.

---

Good:
    title: Bồn rửa tay đạp chân cho phân xưởng may
    summary: Tận dụng khung bàn may thanh lý làm bồn rửa tay, giờ giao ca giảm từ 14 xuống 6 phút.
Bad:
    title: Bồn rửa tay đạp chân cho phân xưởng may
    summary: Sáng kiến bồn rửa tay đạp chân cho phân xưởng may.
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Data, Programme
from generator.text import Text, fold

SCOPE = "innovation"
SEVERITY = "warning"
NEEDS = ("title", "summary")
_WORDS = re.compile(r"\w+")
# A summary says something where it has more than a fifth of words of its own.
_OWN = 0.2


def check(data: Data, programme: Programme) -> Iterator[Problem]:
    title, summary = data["title"], data["summary"]
    if len(summary) > 2 * len(title):
        return
    known, words = set(_WORDS.findall(fold(title))) | {"sang", "kien"}, _WORDS.findall(fold(summary))
    if sum(word not in known for word in words) <= _OWN * len(words):
        yield Problem(
            Text("Tóm tắt chỉ lặp lại tên sáng kiến.", "The summary only repeats the title."),
            Text(
                "Nói thêm: làm gì, cho ai, được gì; có số liệu thì càng tốt.",
                "Say more: what is done, for whom, with what result; figures are welcome.",
            ),
            ("summary",),
        )
