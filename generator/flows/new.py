"""`sangkien new`: ask for an innovation, field by field, and write a valid file in the right folder."""

import re
from collections.abc import Callable
from typing import Any

from generator import inspection
from generator.document import dump
from generator.findings import Finding, Pointer
from generator.model import SUBMISSIONS, SourceFile, Union
from generator.problems import Refusal
from generator.questions import Question, answer, assign, ordered, problem, question
from generator.survey import Workshop, survey
from generator.text import Text, fold, slugify, sort_key

# Asked in this order; authors, benefit and description have questions of their own.
_BEFORE: tuple[Pointer, ...] = (("title",), ("kind",), ("field",), ("summary",))
_AFTER: tuple[Pointer, ...] = (("applied", "on"), ("applied", "trial"), ("applied", "where"), ("novelty",))
_RECOGNITION: tuple[Pointer, ...] = (
    ("recognition", "by"),
    ("recognition", "decision"),
    ("recognition", "on"),
)
_RESEARCH: tuple[Pointer, ...] = (
    ("research", "level"),
    ("research", "accepted_on"),
    ("research", "confirmed_by"),
)
_BENEFIT: tuple[Pointer, ...] = (("benefit", "money_vnd"), ("benefit", "basis"), ("benefit", "social"))
_REQUIRED: set[Pointer] = {
    ("applied", "on"),
    ("recognition", "by"),
    ("recognition", "on"),
    *_BEFORE,
    *_RESEARCH,
}
_NUMBER = re.compile(r"\d+$")
_SECTIONS = (
    ("Thực trạng", Text("Thực trạng: trước khi có sáng kiến thì thế nào?", "Situation: how was it before?")),
    ("Giải pháp", Text("Giải pháp: làm gì, làm thế nào?", "Solution: what was done, and how?")),
    ("Hiệu quả", Text("Hiệu quả: kết quả đo được, ai được lợi?", "Effect: what was measured, who gains?")),
)


class Interview:
    """One conversation: puts questions until the answers do."""

    def __init__(self, shop: Workshop, ask: Callable[[str], str], tell: Callable[[Text], None]) -> None:
        self._ask, self._tell = ask, tell
        self._programme = shop.repository.game.programme
        self._schema = shop.repository.game.schemas.innovation.schema
        self.data: dict[str, Any] = {}

    def put(self, pointer: Pointer, required: bool, proposed: str = "") -> Any:
        """Ask for one field and keep the answer; None where an optional one was left out.

        An empty answer takes what is `proposed`.
        """
        asked = question(self._schema, pointer, required, self._programme)
        self._tell(self._heading(asked))
        while True:
            text = self._ask(f"[{proposed}] > " if proposed else "> ") or proposed
            if not text.strip() and not required:
                return None
            value = answer(asked, text)
            wrong = problem(asked, value)
            if wrong is None:
                assign(self.data, pointer, value)
                return value
            self._tell(wrong)

    def choose(self, prompt: Text, names: dict[str, str]) -> str:
        """Ask for one of `names` (by ID) by a number or a part of its name."""
        self._tell(prompt)
        found = list(names)
        while True:
            for number, union_id in enumerate(found, 1):
                self._tell(Text(f"  {number}. {names[union_id]}", f"  {number}. {names[union_id]}"))
            text = self._ask("> ").strip()
            if text.isdigit() and 0 < int(text) <= len(found):
                return found[int(text) - 1]
            matching = [u for u in names if fold(text) in fold(names[u])] if text else []
            if len(matching) == 1:
                return matching[0]
            found = matching or list(names)

    def paragraphs(self, prompt: Text) -> str:
        """Several lines, up to an empty one."""
        self._tell(prompt)
        lines: list[str] = []
        while line := self._ask("> ").strip():
            lines.append(line)
        return "\n".join(lines)

    def _heading(self, asked: Question) -> Text:
        parts = {}
        for language in ("vi", "en"):
            optional = (
                ""
                if asked.required
                else {"vi": " (Enter để bỏ qua)", "en": " (Enter to leave out)"}[language]
            )
            lines = [f"\n{asked.label.get(language)}{optional}", f"  {asked.help.get(language)}"]
            if asked.example and not asked.choices:
                lines.append(f"  {'Ví dụ' if language == 'vi' else 'Example'}: {asked.example}")
            lines += [f"  {n}. {name.get(language)}" for n, (_, name) in enumerate(asked.choices, 1)]
            parts[language] = "\n".join(lines)
        return Text(parts["vi"], parts["en"])


def new(
    shop: Workshop, ask: Callable[[str], str], tell: Callable[[Text], None]
) -> tuple[str, tuple[Finding, ...]]:
    """The path of the file that was written, and what is still to be mended in it (normally nothing)."""
    survey(shop)
    unions = shop.store.unions.all()
    talk = Interview(shop, ask, tell)
    upper = talk.choose(Text("Công đoàn cấp trên:", "Upper-level union:"), _names(unions, None))
    below = _names(unions, upper)
    if not below:
        name = unions[upper].name
        raise Refusal(
            f"{name} chưa có công đoàn cơ sở nào. Hãy thêm thư mục với tệp union.yml trước.",
            f"{name} has no grassroots union yet. Add a folder with its union.yml first.",
        )
    grassroots = talk.choose(Text("Công đoàn cơ sở:", "Grassroots union:"), below)
    for pointer in _BEFORE:
        talk.put(pointer, True)
    _ask_authors(talk, _last_alias(shop, grassroots))
    for pointer in (*_AFTER, *_RECOGNITION):
        talk.put(pointer, pointer in _REQUIRED)
    if shop.repository.game.programme.is_research(talk.data["kind"]):
        for pointer in _RESEARCH:
            talk.put(pointer, True)
    while not {"money_vnd", "social"} & talk.data.get("benefit", {}).keys():
        for pointer in _BENEFIT:
            talk.put(pointer, False)
    sections = [f"## {heading}\n{talk.paragraphs(prompt)}\n" for heading, prompt in _SECTIONS]
    talk.data["description"] = "\n".join(sections)
    return _write(shop, grassroots, talk.data)


def _last_alias(shop: Workshop, grassroots: str) -> int:
    """The highest number of a pseudonym in the union: another person takes the next one."""
    names = (a.name for i in shop.store.innovations(grassroots) for a in i.authors if a.pseudonym)
    return max((int(found[0]) for name in names if (found := _NUMBER.search(name))), default=0)


def _ask_authors(talk: Interview, last_alias: int) -> None:
    number, left = 0, 100.0
    while left > 0:
        here: Pointer = ("authors", number)
        if talk.put((*here, "name"), False) is None:
            last_alias += 1
            talk.put((*here, "alias"), True, f"Tác giả {last_alias}")
        else:
            talk.put((*here, "consent_on"), True)
        talk.put((*here, "job"), True)
        left -= talk.put((*here, "share"), True)
        number += 1


def _write(shop: Workshop, grassroots: str, data: dict[str, Any]) -> tuple[str, tuple[Finding, ...]]:
    game = shop.repository.game
    slug = slugify(data["title"]) or "sang-kien"
    taken = set(shop.store.known_files())
    path, number = f"{SUBMISSIONS}{grassroots}/{slug}.yml", 1
    while path in taken:
        number += 1
        path = f"{SUBMISSIONS}{grassroots}/{slug[:75]}-{number}.yml"
    text = dump(ordered(data, game.schemas.innovation.schema))
    shop.repository.write_text(path, text)
    return path, inspection.inspect_file(
        SourceFile(path), text.encode(), game.programme, game.schemas
    ).findings


def _names(unions: dict[str, Union], upper: str | None) -> dict[str, str]:
    found = [
        u
        for u in unions.values()
        if (u.is_upper if upper is None else not u.is_upper and u.upper_id == upper)
    ]
    return {u.id: u.short_name for u in sorted(found, key=lambda union: sort_key(union.short_name))}
