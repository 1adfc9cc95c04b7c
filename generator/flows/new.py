"""`sangkien new`: ask for an innovation, question by question, and write a valid file in the right folder.

What was answered is kept as a draft on this computer, outside submissions/, until the file is written.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from typing import Any

from generator.findings import Finding, Pointer
from generator.interview import Interview, highest
from generator.problems import Refusal
from generator.questions import (
    BACK,
    NO_CHOICE,
    OUT,
    YES_OR_NO,
    Answers,
    Choice,
    Question,
    answer,
    chosen,
    cleaned,
    heading,
    listing,
    problem,
    shown,
    truth,
)
from generator.repository import DRAFT, Repository
from generator.submission import Fault, Submission
from generator.survey import Workshop, reading, survey
from generator.text import Text


def prepare(shop: Workshop) -> Interview:
    """What the interview needs to know of the catalogue, which is brought up to date first."""
    survey(shop)
    game, unions = shop.repository.game, shop.store.unions.all()
    if not unions:
        raise Refusal(
            "Danh mục chưa có công đoàn nào. Hãy thêm thư mục với tệp union.yml trước.",
            "The catalogue has no union yet. Add a folder with its union.yml first.",
        )

    @cache
    def last_alias(grassroots: str) -> int:
        """The highest number of a pseudonym in the union: another person takes the next one."""
        with reading(shop.store.path) as store:
            authors = [author for entry in store.innovations(grassroots) for author in entry.authors]
        return highest(author.name for author in authors if author.pseudonym)

    return Interview(game.programme, game.schemas, unions, last_alias)


def new(
    repository: Repository, interview: Interview, ask: Callable[[str], str], tell: Callable[[Text], None]
) -> tuple[str, list[Finding]]:
    """The path of the file that was written, and what its reviewer may remark (no errors).

    Raises Refusal where the answers end too early, after some; EOFError where nobody answers at all.
    """
    talk = Conversation(repository, interview, ask, tell)
    try:
        talk.open()
        talk.finish()
    except (EOFError, KeyboardInterrupt) as end:
        if not talk.answers:
            raise
        kept = Text(
            f"Chưa xong nên chưa ghi tệp nào. {len(talk.answers)} câu đã trả lời nằm trong bản nháp {DRAFT} "
            "trên máy này; chạy lại lệnh này để làm tiếp.",
            f"No file was written yet. The {len(talk.answers)} answers so far are in the draft {DRAFT} on "
            "this computer; run the command again to go on.",
        )
        if isinstance(end, EOFError):
            raise Refusal(kept.vi, kept.en) from None
        tell(kept)
        raise
    return _write(repository, interview, talk.answers)


class Conversation:
    """One interview with one person: puts questions until the answers make a file without errors."""

    def __init__(
        self,
        repository: Repository,
        interview: Interview,
        ask: Callable[[str], str],
        tell: Callable[[Text], None],
    ) -> None:
        self._repository, self._interview, self._ask, self._tell = repository, interview, ask, tell
        self.answers: dict[Pointer, Any] = {}

    def open(self) -> None:
        """Say how it goes, and offer to go on with a draft."""
        number = len(list(self._interview.course({})))
        self._tell(
            Text(
                f"Có khoảng {number} câu hỏi. Trả lời từng câu rồi nhấn Enter; gõ < để quay lại câu trước.\n"
                "Muốn dừng thì nhấn Ctrl+C: các câu đã trả lời được giữ lại trên máy này, lần sau làm tiếp.",
                f"There are about {number} questions. Answer each and press Enter; type < to go back to the "
                "one before.\nTo stop press Ctrl+C: what you have answered is kept on this computer, for the "
                "next time.\nEntries are published in Vietnamese: write their texts in it.",
            )
        )
        drafted = _drafted(self._repository, self._interview)
        if drafted and self._goes_on(drafted):
            self.answers = drafted

    def finish(self) -> None:
        """Ask until everything is answered, and no rule finds an error any more."""
        here: Pointer | None = None
        while here := here or self._unanswered() or self._faulty():
            here = self._put(here)

    def _goes_on(self, drafted: Answers) -> bool:
        title = drafted.get(("title",), "…")
        self._tell(
            Text(
                f"\nCó bản nháp chưa xong: “{title}”, đã trả lời {len(drafted)} câu. Làm tiếp không?\n"
                "  Có (hoặc Enter): làm tiếp. Không: bắt đầu bản mới, bản nháp này sẽ bị thay.",
                f"\nThere is a draft: “{title}”, with {len(drafted)} answers. Go on with it?\n"
                "  Yes (or Enter): go on. No: begin anew; this draft will be replaced.",
            )
        )
        while (text := self._line()) and truth(text) is None:
            self._tell(YES_OR_NO)
        return truth(text) is not False

    def _unanswered(self) -> Pointer | None:
        return next((p for p in self._interview.course(self.answers) if p not in self.answers), None)

    def _faulty(self) -> Pointer | None:
        """The question to ask again now that all are answered; None where the file is fine."""
        made = Submission(self._interview, self.answers)
        return self._told(made, faults) if (faults := made.faults()) else None

    def _told(self, made: Submission, faults: Sequence[Fault]) -> Pointer:
        """Tell what is wrong in one place. The question to ask again for it."""
        for fault in faults:
            if fault.pointer == faults[0].pointer:
                message, hint = fault.finding.message, fault.finding.hint
                self._tell(Text(f"{message.vi}\n  → {hint.vi}", f"{message.en}\n  → {hint.en}"))
        return made.question(faults[0])

    def _put(self, pointer: Pointer) -> Pointer | None:
        """Put one question until it is answered. The question to put next; None for the first open one."""
        asked = self._interview.question(self.answers, pointer)
        self._tell(heading(asked, self.answers))
        while True:
            text = self._pick(asked) if asked.choices else self._lines() if asked.lines else self._line()
            if text == BACK:
                return self._beside(pointer, -1)
            if not text and pointer in self.answers:
                return self._beside(pointer, 1)
            value = _meant(asked, text)
            wrong = None if value is None else self._interview.refusal(self.answers, asked, value)
            if wrong is not None:
                self._tell(wrong)
                continue
            made = Submission(self._interview, {**self.answers, pointer: value})
            # What is chosen, or left out, is right in itself.
            checked = value is not None and not asked.choices
            faults = [fault for fault in made.faults() if fault.exact] if checked else []
            if own := [fault for fault in faults if fault.pointer == pointer]:
                self._told(made, own)
                continue
            if value is not None and text not in ((read := shown(asked, value)).vi, read.en):
                self._tell(Text(f"  → {read.vi}", f"  → {read.en}"))
            self.answers = self._interview.fitting(made.answers)
            self._keep()
            return self._told(made, faults) if faults else None

    def _beside(self, pointer: Pointer, step: int) -> Pointer | None:
        """The question before or after this one; None behind the last."""
        course = list(self._interview.course(self.answers))
        number = max(0, course.index(pointer) + step)
        return course[number] if number < len(course) else None

    def _line(self) -> str:
        return cleaned(self._ask("> "))

    def _lines(self) -> str:
        """Several lines, up to an empty one; what is pasted at once may hold empty ones."""
        lines: list[str] = []
        while lines != [BACK]:
            try:
                said = self._ask("> ")
            except EOFError:
                if not lines:
                    raise
                break
            if not said.strip():
                break
            lines += map(cleaned, said.splitlines())
        return "\n".join(lines).strip()

    def _pick(self, asked: Question) -> str:
        """The ID of what was chosen, by its number or a part of its name; or nothing, or the way back.

        A part of several names lists those, and Enter then all of them again.
        """
        listed: Sequence[Choice] = asked.choices
        while (text := self._line()) != BACK and (text or listed != asked.choices):
            found = chosen(asked.choices, listed, text) if text else asked.choices
            if len(found) == 1:
                return found[0].id
            if found:
                listed, several = found, listing(found)
                self._tell(Text(f"  {several.vi}", f"  {several.en}"))
            else:
                self._tell(problem(asked, text) or NO_CHOICE)
        return text

    def _keep(self) -> None:
        pairs = [[pointer, value] for pointer, value in self.answers.items()]
        self._repository.write_text(DRAFT, json.dumps(pairs, ensure_ascii=False, indent=0))


def _meant(asked: Question, text: str) -> Any:
    """The value that was given, None where the question is left out."""
    if not asked.required and text == OUT:
        return None
    if not text and (asked.proposed is not None or not asked.required):
        return asked.proposed
    return text if asked.choices or asked.lines else answer(asked, text)


def _drafted(repository: Repository, interview: Interview) -> dict[Pointer, Any]:
    """The answers in the draft; none where there is no draft, or where it cannot be read."""
    try:
        pairs = json.loads(repository.read_text(DRAFT))
        return interview.fitting({tuple(pointer): value for pointer, value in pairs})
    except (ValueError, TypeError, ArithmeticError):
        return {}


def _write(repository: Repository, interview: Interview, answers: Answers) -> tuple[str, list[Finding]]:
    made = Submission(interview, answers)
    path = next(path for path in map(made.path, count(1)) if repository.file(path) is None)
    repository.write_text(path, made.text)
    repository.remove(DRAFT)
    return path, made.findings(path)
