"""Không ghi ngày sinh, năm sinh

Đơn yêu cầu công nhận sáng kiến có ngày sinh của tác giả, nhưng danh mục này thì không được có. Ngày hoặc
năm đứng cạnh “sinh ngày”, “sinh năm”, “ngày sinh”, “năm sinh”, “SN” bị coi là ngày sinh.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

No dates or years of birth

The application form asks for the authors' dates of birth; this catalogue must not hold them. A date or year
next to “sinh ngày”, “sinh năm”, “ngày sinh”, “năm sinh” or “SN” is taken for one.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    job: Kỹ thuật viên xét nghiệm
Bad:
    job: Kỹ thuật viên xét nghiệm, sinh năm 1985
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._personal import exposed
from generator.text import Text, fold

SCOPE = "text"
SEVERITY = "error"
_WHAT = Text("ngày sinh hoặc năm sinh", "a date or year of birth")
_WORDS = (re.compile("inh(?<=[sS]inh)[ :]"), re.compile("INH(?<=SINH)[ :]"))
_DATE = (
    r"(?:ngay )?[0-3]?[0-9](?:[/.-]| thang )[01]?[0-9](?:[/.-]| nam )(?:19|20)?[0-9]{2}(?![0-9])"
    r"|(?:19[3-9]|20[01])[0-9](?:-[01][0-9]-[0-3][0-9])?(?![0-9])"
)
# “Ngày sinh: 12/3/1985”: the words are enough. “Sinh ngày 12/3”: only after a person.
_LABELLED = re.compile(rf"sinh(?: la| vao)?\W{{1,3}}({_DATE})")
_TOLD = re.compile(rf"sinh (?:vao )?(?:ngay|nam)\W{{1,3}}({_DATE})")
_LABEL = re.compile(r"(?:ngay|thang|nam),? $")
_PERSON = re.compile(r"(?:^|[^\w ] *|\b(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Tt]hầy|[Tt]ôi) )$")
_NAME = re.compile(r"([^\W\d_]+) ([^\W\d_]+) $")
_SHORT = re.compile(
    r"(?<=[(,;] )SN[:.]? ?((?:19[3-9]|200)[0-9])(?![0-9])|(?<=\()SN[:.]? ?((?:19[3-9]|200)[0-9])\b"
)


def check(text: str, programme: Programme) -> Iterator[Problem]:
    for words in _WORDS:
        for hit in words.finditer(text):
            start = hit.start() - 1
            after = text[start : start + 60].partition("\n")[0]
            date = _born(text[max(0, start - 60) : start].rpartition("\n")[2], fold(after))
            # Folding composed text keeps every character's place.
            if date:
                yield exposed(_WHAT, after[date.start(1) : date.end(1)], start + date.start(1))
    if "SN" in text:
        for short in _SHORT.finditer(text):
            yield exposed(_WHAT, short[1] or short[2], short.start(short.lastindex or 0))


def _born(before: str, after: str) -> re.Match[str] | None:
    if _LABEL.search(fold(before[-12:])):
        return _LABELLED.match(after)
    name = _NAME.search(before)
    if _PERSON.search(before) or (name and name[1].istitle() and name[2].istitle()):
        return _TOLD.match(after)
    return None
