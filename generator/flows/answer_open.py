"""`sangkien answer`: look at every open merge request of a GitLab project, and answer what is new.

This runs with the right to write, on the main branch and by its program. Of a merge request nothing is run
and nothing checked out: its commits are fetched, and read through Git by `judge`. What was looked at – the
last commit on either side – stands in the mark of our own note, so that a run in which nothing moved says
nothing. What goes wrong with one merge request does not keep the others from their answers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.forge import Answer, GitLab, checked, is_answered, reply
from generator.history import History
from generator.problems import Refusal
from generator.text import Text

_NO_REPORT = Text(
    "Máy chưa lập được báo cáo duyệt cho lần gửi này. Nhờ người phụ trách kỹ thuật xem nhật ký của lượt chạy "
    "theo lịch.",
    "No report could be made for this. The maintainers find the reason in the log of the scheduled pipeline.",
)
# A person has to look at what the machine could not.
_NO_REPORT_LABELS = ("needs-look",)
# The last commit of a proposal → the report and the labels. Raises Refusal where it cannot be judged.
Judge = Callable[[str], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Outcome:
    """What came of one merge request, by its sign and number.

    `answer` is None where nothing could be said of it, `failure` why it could not be judged.
    """

    name: str
    answer: Answer | None
    failure: Exception | None = None


def answer_open(forge: GitLab, history: History, main: str, judge: Judge, language: str) -> Iterator[Outcome]:
    """Answer the open merge requests into the branch `main`, checked out here, as each is done."""
    accepted = history.run("rev-parse", "HEAD").decode().strip()
    # The list is read before anything is said, which may move things in it.
    for proposal in list(forge.proposals(main)):
        # A merge request without commits has nothing to judge.
        if proposal["sha"] and not is_answered(forge, int(proposal["iid"]), (proposal["sha"], accepted)):
            yield _answer(forge, history, proposal, accepted, judge, language)


def _answer(
    forge: GitLab, history: History, proposal: Mapping[str, Any], accepted: str, judge: Judge, language: str
) -> Outcome:
    number = int(proposal["iid"])
    name = f"{forge.sign}{number}"
    try:
        head = _fetch(history, number)
    except Refusal as refusal:
        # Most likely it passes; the next run tries again.
        return Outcome(name, None, refusal)
    failure: Exception | None = None
    try:
        report, labels = judge(head)
        words = checked(report)
    # Whatever it is: what a stranger wrote must not silence us for everybody else.
    except Exception as error:
        words, failure = None, error
    if words is None:
        words, labels = _NO_REPORT.get(language) + "\n", _NO_REPORT_LABELS
    return Outcome(name, reply(forge, number, words, labels, (head, accepted)), failure)


def _fetch(history: History, number: int) -> str:
    """Bring a merge request's commits here, into no branch; its last commit as it is by now."""
    quietly = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance")
    history.run("fetch", *quietly, "origin", f"refs/merge-requests/{number}/head", GIT_TERMINAL_PROMPT="0")
    return history.run("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()
