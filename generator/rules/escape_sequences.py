r"""Chữ viết thẳng, không viết bằng mã như \u0111

YAML cho phép viết một ký tự bằng mã trong dấu ngoặc kép. Người duyệt không đọc được mã ấy, và ký tự ẩn có
thể nằm sau nó. Tiếng Việt viết thẳng được, nên mã là không cần.

Nguồn: quy ước của danh mục này: người duyệt đọc được đúng những gì sẽ đăng.

---

Letters are written as they are, not as codes such as \u0111

YAML allows a character to be written as a code in double quotes. A reviewer cannot read such codes, and
invisible characters can hide behind them. Vietnamese can be written as it is, so no code is needed.

Source: a convention of this catalogue: what a reviewer reads is what will be published.

---

Good:
    novelty: Điều mới trong phạm vi đơn vị này.
Bad:
    novelty: "\u0110i\u1EC1u m\u1EDBi trong phạm vi đơn vị này."
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.text import Text

SCOPE = "text"
SEVERITY = "error"

# A scalar in double quotes, over several lines too.
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
# A quote, a backslash, a slash, a line break and a tab may be written so; every other code is refused.
_CODE = re.compile(r"\\(?:[\\\"/nt\n]|(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0abefvrNLP_ ]))")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if "\\" not in text:
        return
    for quoted in _QUOTED.finditer(text):
        code = next((found for found in _CODE.finditer(quoted[0]) if found[1]), None)
        if code is not None:
            yield Problem(
                Text(
                    f"Ký tự viết bằng mã “{code[0]}” nên người duyệt không đọc được.",
                    f"A character is written as the code “{code[0]}”, which a reviewer cannot read.",
                ),
                Text(
                    "Xóa mã ấy và gõ thẳng chữ cần viết.",
                    "Delete the code and type the letter itself.",
                ),
                offset=quoted.start() + code.start(),
            )
