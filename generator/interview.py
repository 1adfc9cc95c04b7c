"""The course of `sangkien new`: which questions there are after some answers, and which answers do. Pure.

What the rules say of an answer follows from the file that it makes: that is the business of `submission`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count, islice
from typing import Any

from generator.findings import Pointer
from generator.model import Programme, Union
from generator.questions import Answers, Choice, Question, plain, problem, question, shown
from generator.rules import rules_of
from generator.rules._shares import remainder
from generator.rules._words import nth
from generator.schema import Checker, Schema, Schemas, label, subschema
from generator.text import Text, fold, named, sort_key

# Asked besides the fields of the schema: where the file goes.
UPPER: Pointer = ("upper",)
GRASSROOTS: Pointer = ("grassroots",)
_KIND: Pointer = ("kind",)
_RESEARCH: tuple[Pointer, ...] = (
    ("research", "level"),
    ("research", "accepted_on"),
    ("research", "confirmed_by"),
)
_USE: tuple[Pointer, ...] = (
    ("applied", "on"),
    ("applied", "trial"),
    ("applied", "where"),
    ("novelty",),
    ("recognition", "by"),
    ("recognition", "decision"),
    ("recognition", "on"),
)
_MONEY: Pointer = ("benefit", "money_vnd")
_SOCIAL: Pointer = ("benefit", "social")
DESCRIPTION: Pointer = ("description",)
# What helps to write the usual sections; others have their heading only.
_SECTIONS = {
    "thuc trang": Text("Trước khi có sáng kiến thì thế nào?", "How was it before?"),
    "giai phap": Text("Đã làm gì, làm thế nào?", "What was done, and how?"),
    "hieu qua": Text("Đo được kết quả gì, ai được lợi?", "What was measured, and who gains?"),
}
_LINES = Text(
    "Viết một hay nhiều dòng; viết xong thì để trống một dòng rồi nhấn Enter.",
    "Write one line or more; press Enter on an empty line at the end.",
)
_NO_NAME = Text(
    "Chưa có văn bản thì nhấn Enter để ghi bí danh.", "Without it press Enter, and give a pseudonym."
)
_NUMBER = re.compile(r"[0-9]{1,9}\Z")


@dataclass(frozen=True)
class Interview:
    """What is asked in a catalogue. `last_alias` is the highest number of a pseudonym in a union."""

    programme: Programme
    schemas: Schemas
    unions: Mapping[str, Union]
    last_alias: Callable[[str], int]

    @property
    def schema(self) -> Schema:
        """The schema of an innovation."""
        return self.schemas.innovation.schema

    @property
    def headings(self) -> list[Mapping[str, str]]:
        """The sections of a description, by their names in each language."""
        headings: list[Mapping[str, str]] = self.programme.data["description_headings"]
        return headings

    def course(self, answers: Answers) -> Iterator[Pointer]:
        """The questions in their order, as far as the answers decide which there are."""
        yield from (UPPER, GRASSROOTS, ("title",), _KIND)
        # At once, for the rules look at a research project as a whole.
        if self.programme.is_research(answers.get(_KIND, "")):
            yield from _RESEARCH
        yield from (("field",), ("summary",))
        yield from self._authors(answers)
        yield from _USE
        yield _MONEY
        if answers.get(_MONEY) is not None:
            yield ("benefit", "basis")
        yield _SOCIAL
        yield from ((*DESCRIPTION, number) for number in range(len(self.headings)))

    def question(self, answers: Answers, pointer: Pointer) -> Question:
        """What is asked at `pointer`, after these answers."""
        match pointer:
            case ("upper",):
                uppers = (u for u in self.unions.values() if u.is_upper)
                return _of_unions(pointer, Text("Công đoàn cấp trên", "Upper-level union"), uppers)
            case ("grassroots",):
                below = self._below(answers.get(UPPER))
                return _of_unions(pointer, Text("Công đoàn cơ sở", "Grassroots union"), below)
            case ("description", int(number)):
                return self._of_section(pointer, named(self.headings[number]))
        asked = question(self.schema, pointer, self._required(answers, pointer), self.programme)
        return self._of_author(answers, asked) if pointer[0] == "authors" else asked

    def refusal(self, answers: Answers, asked: Question, value: Any) -> Text | None:
        """Why `value` is no answer, whatever the file says; None where it may be one."""
        wrong = problem(asked, value)
        if wrong is not None:
            return wrong
        if isinstance(value, str):
            # In a file such characters become codes, which nobody would know again.
            for rule in rules_of("bytes"):
                for found in rule.check(value.encode(), self.programme):
                    return Text(f"{found.message.vi} {found.hint.vi}", f"{found.message.en} {found.hint.en}")
        if asked.pointer == UPPER and not any(self._below(value)):
            name = self.unions[value].name
            return Text(
                f"{name} chưa có công đoàn cơ sở nào. Hãy thêm thư mục với tệp union.yml trước.",
                f"{name} has no grassroots union yet. Add a folder with its union.yml first.",
            )
        if asked.pointer[-1] == "share" and isinstance(value, int | float):
            return self._over(answers, asked, value)
        return None

    def fitting(self, answers: Answers) -> dict[Pointer, Any]:
        """Those of the answers that are answers to what is asked, each beside the ones before it."""
        found: dict[Pointer, Any] = {}
        for pointer in self.course(found):
            if pointer in answers and self._fits(found, self.question(found, pointer), answers[pointer]):
                found[pointer] = answers[pointer]
        return found

    def _below(self, upper: str | None) -> Iterator[Union]:
        return (u for u in self.unions.values() if not u.is_upper and u.upper_id == upper)

    def _authors(self, answers: Answers) -> Iterator[Pointer]:
        for number in islice(count(), self._most_authors):
            name, share = ("authors", number, "name"), ("authors", number, "share")
            yield name
            yield ("authors", number, "alias" if answers.get(name) is None else "consent_on")
            yield ("authors", number, "job")
            yield share
            if not isinstance(answers.get(share), int | float) or not self._left(answers, number + 1):
                return

    @property
    def _most_authors(self) -> int | None:
        most: int | None = subschema(self.schema, ("authors",)).get("maxItems")
        return most

    def _left(self, answers: Answers, number: int) -> Decimal:
        """The per cent that the first `number` authors leave."""
        return remainder(answers["authors", n, "share"] for n in range(number))

    def _required(self, answers: Answers, pointer: Pointer) -> bool:
        if pointer == _SOCIAL:
            return answers.get(_MONEY) is None
        # Whoever has no name here has a pseudonym, and whoever has one consented to it.
        wanted = subschema(self.schema, pointer[:-1]).get("required", ())
        return pointer[-1] in (*wanted, "alias", "consent_on")

    def _of_section(self, pointer: Pointer, heading: Text) -> Question:
        whole = label(subschema(self.schema, DESCRIPTION))
        title = Text(f"{whole.vi}: {heading.vi}", f"{whole.en}: {heading.en}")
        about = _SECTIONS.get(fold(heading.vi))
        lines = Text(f"{about.vi}\n  {_LINES.vi}", f"{about.en}\n  {_LINES.en}") if about else _LINES
        return Question(pointer, title, lines, {"type": "string"}, True, lines=True)

    def _of_author(self, answers: Answers, asked: Question) -> Question:
        number, key = asked.pointer[1], asked.pointer[-1]
        assert isinstance(number, int)
        vi, en = asked.label.vi, asked.label.en
        asked = replace(asked, label=Text(f"Tác giả thứ {nth(number)}: {vi}", f"Author {number + 1}: {en}"))
        left = self._left(answers, number)
        if key == "share":
            return replace(asked, example="", proposed=plain(left))
        if key == "alias":
            own = (answers.get(("authors", n, "alias")) for n in range(number))
            last = max(self.last_alias(answers.get(GRASSROOTS, "")), highest(alias for alias in own if alias))
            return replace(asked, example="", proposed=f"Tác giả {last + 1}")
        if key == "name":
            share = shown(asked, plain(left))
            vi, en = f"{asked.help.vi} {_NO_NAME.vi}", f"{asked.help.en} {_NO_NAME.en}"
            if number:
                vi, en = f"Còn {share.vi}% chưa chia cho ai.\n  {vi}", f"{share.en}% is left.\n  {en}"
            return replace(asked, help=Text(vi, en))
        return asked

    def _over(self, answers: Answers, asked: Question, share: float) -> Text | None:
        """Why a share cannot be had: it is more than is left, or less where nobody may come after."""
        number = asked.pointer[1]
        assert isinstance(number, int)
        left = self._left(answers, number)
        rest = remainder((share, *(answers["authors", n, "share"] for n in range(number))))
        vi, en = shown(asked, plain(left)).vi, shown(asked, plain(left)).en
        if rest < 0:
            return Text(
                f"Chỉ còn {vi}% chưa chia cho ai: hãy ghi một số lớn hơn 0, nhiều nhất là {vi}.",
                f"Only {en}% is left: give a number above 0, at most {en}.",
            )
        if rest and number + 1 == self._most_authors:
            return Text(
                f"Được ghi nhiều nhất {number + 1} tác giả, nên người cuối phải nhận hết phần còn lại: {vi}.",
                f"There are at most {number + 1} authors, so that the last has all that is left: {en}.",
            )
        return None

    def _fits(self, answers: Answers, asked: Question, value: Any) -> bool:
        if value is None:
            return not asked.required
        fine = Checker({"$schema": self.schema["$schema"], **asked.schema}).accepts(value)
        return fine and self.refusal(answers, asked, value) is None


def highest(aliases: Iterable[str]) -> int:
    """The highest number that ends one of the pseudonyms; 0 where none has one."""
    return max((int(found[0]) for alias in aliases if (found := _NUMBER.search(alias))), default=0)


def _of_unions(pointer: Pointer, label: Text, unions: Iterable[Union]) -> Question:
    """The choice among `unions`, by the names that they go by."""
    choices = [
        Choice(u.id, Text(u.short_name, u.short_name), (u.short_name, u.name, *u.aliases)) for u in unions
    ]
    choices.sort(key=lambda choice: sort_key(choice.name.vi))
    return Question(
        pointer, label, Text("", ""), {"enum": [c.id for c in choices]}, True, choices=tuple(choices)
    )
