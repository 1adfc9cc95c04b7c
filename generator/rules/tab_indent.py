"""Thụt đầu dòng bằng dấu cách, không bằng phím Tab

YAML phân cấp các mục theo số dấu cách ở đầu dòng và không chấp nhận ký tự Tab ở đó, vì mỗi trình soạn
thảo hiện Tab rộng hẹp khác nhau. Mỗi cấp thụt vào hai dấu cách.

Nguồn: YAML 1.2.2, mục 6.1.

---

Lines are indented with spaces, not with tabs

YAML tells levels apart by the number of spaces before a line and accepts no tab there, since every editor
shows tabs in a width of its own. Each level is indented by two spaces.

Source: YAML 1.2.2, section 6.1.

---

Good:
    applied:
      on: 2022-03-15
Bad:
    applied:
    ␉on: 2022-03-15
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._syntax import TAB_INDENT
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"
_TAB = re.compile(f"^{TAB_INDENT.pattern}", re.MULTILINE)


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if "\t" not in text:
        return
    found = list(_TAB.finditer(text))
    if found:
        others = len(found) - 1
        yield Problem(
            Text(
                "Đầu dòng này có ký tự Tab" + (f", {others} dòng nữa cũng vậy." if others else "."),
                "This line is indented with a tab"
                + (f", and so are others (count: {others})." if others else "."),
            ),
            Text(
                "Thay mỗi Tab ở đầu dòng bằng hai dấu cách.",
                "Replace each tab before a line with two spaces.",
            ),
            offset=found[0].start(1),
        )
