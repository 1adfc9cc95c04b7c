"""What the commands say about what they did, and figures as tables, CSV and JSON for standard output."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.terminal import table
from generator.text import Text, format_money, format_number, format_percent, named

# Commands that need no build start without what a build imports.
if TYPE_CHECKING:
    from generator.findings import Finding
    from generator.flows.fix import Fixed
    from generator.flows.similar import Likeness
    from generator.flows.statistics import Statistics
    from generator.forge import Answer
    from generator.statistics import Figures

ABOUT = Text(
    "Danh mục sáng kiến: kiểm tra, tính số liệu và dựng trang web.",
    "A catalogue of innovations: checks, figures and a public site.",
)
NOBODY_ANSWERS = Text(
    "Lệnh này cần người trả lời câu hỏi; hãy chạy trong cửa sổ dòng lệnh.",
    "This command asks questions; run it in a terminal.",
)
EXIT_STATUS = Text(
    "Mã kết thúc: 0 là ổn; 1 là có lỗi trong tệp, hoặc có tệp cần viết lại; 2 là lệnh viết chưa đúng\n"
    "hoặc máy gặp trục trặc; 70 là lỗi của chính chương trình.",
    "Exit status: 0 all is well; 1 there are errors in files, or files to write anew; 2 the command is not\n"
    "right, or the machine is in trouble; 70 a bug in the program itself.",
)
_UNKNOWN = Text("chưa có", "not known")


def misuse(said: Text, command: str) -> Text:
    """A complaint about the command line, and where to read how `command` is used."""
    return Text(
        f"Lệnh viết chưa đúng: {said.vi} Xem cách dùng: {command} --help",
        f"The command is not right: {said.en} See: {command} --lang en --help",
    )


def again(words: str, root: Path, language: str) -> str:
    """`sangkien` with these words, for the same catalogue and in the same language, as it has to be typed."""
    there = [] if root == Path() else ["--root", str(root)]
    spoken = [] if language == "vi" else ["--lang", language]
    command, *more = words.split()
    return shlex.join(["sangkien", command, *there, *spoken, *more])


def fixed_file(path: str) -> Text:
    """A file that `fix` repaired."""
    return Text(f"Đã sửa {path}", f"Repaired {path}")


def fixed(done: Fixed, following: str) -> Text:
    """What `fix` did in all, and the command that shows what it leaves to people."""
    files, rewritten, left = len(done.files), len(done.rewritten), len({f.path for f in done.left})
    vi = f"Đã xem {format_number(files)} tệp, sửa {format_number(rewritten)} tệp."
    en = (
        f"{format_number(files, 0, 'en')} {'file' if files == 1 else 'files'} looked at, "
        f"{format_number(rewritten, 0, 'en')} repaired."
    )
    if left:
        vi += f" {format_number(left)} tệp chưa sửa được, lý do nêu ở trên."
        en += f" {format_number(left, 0, 'en')} could not be, for the reasons above."
    return Text(
        f"{vi} Lỗi cần người quyết định xem bằng lệnh: {following}",
        f"{en} For what people must decide, run: {following}",
    )


def written(path: str) -> Text:
    """What `new` wrote, and what there is to do with it."""
    return Text(
        f"Đã viết {path}.\nMuốn ghi thêm (ảnh, từ khóa, đăng ký, báo cáo…) thì mở tệp này; sửa xong, "
        f"kiểm tra lại bằng lệnh:\n  sangkien validate {path}",
        f"Wrote {path}.\nFor more (photos, tags, registration, report…) open that file, and check it "
        f"afterwards:\n  sangkien validate {path}",
    )


def demo_written(files: int, out: Path, following: str) -> Text:
    """What `demo` wrote, and the command that makes a site of it."""
    return Text(
        f"Đã viết {format_number(files)} tệp vào {out}/. Dựng trang: {following}",
        f"Wrote {format_number(files, 0, 'en')} files to {out}/. Build it: {following}",
    )


def synced(stale: Mapping[str, str | None], check: bool, following: str) -> Text:
    """What `sync` found or did, and the command that does it.

    By path, `stale` has the text that has to stand there, None for no file.
    """
    if not stale:
        return Text("Các tệp lập tự động đều khớp.", "Everything derived is current.")
    if check:
        head = Text(
            f"Các tệp sau không còn khớp; chạy lệnh: {following}",
            f"These files are not current; run: {following}",
        )
        gone = Text(" (không còn dùng)", " (no longer used)")
    else:
        head = Text("Đã cập nhật:", "Brought up to date:")
        gone = Text(" (đã xóa, không còn dùng)", " (removed, no longer used)")
    paths = stale.items()
    return Text(
        "\n".join((head.vi, *(f"  {path}{'' if text is not None else gone.vi}" for path, text in paths))),
        "\n".join((head.en, *(f"  {path}{'' if text is not None else gone.en}" for path, text in paths))),
    )


def likenesses(found: Sequence[Likeness], language: str) -> str:
    """The nearest earlier innovations, with the passages that agree. People decide what they mean."""
    if not found:
        return Text("Không thấy sáng kiến nào gần giống.", "No similar innovation was found.").get(language)
    blocks = []
    for near in found:
        own = Text(" · cùng đơn vị", " · same unit").get(language) if near.match.same_unit else ""
        look = Text(" · nên đọc kỹ", " · worth reading").get(language) if near.notable else ""
        share = format_percent(round(near.match.score, 2), language, 0)
        place = f"       submissions/{near.match.id}.yml"
        lines = [f"{share:>5}  {near.title}", f"       {near.unit}{own}{look}", place]
        here, there = Text("mới:", "new:").get(language), Text("đã có:", "earlier:").get(language)
        for new, earlier in near.match.passages:
            lines += [f"         {here:8} {new}", f"         {there:8} {earlier}"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def answered(said: Answer | None) -> Text:
    """What `answer` did."""
    if said is None:
        return Text(
            "Đề nghị này đã đóng hoặc đã có bản mới hơn, nên không trả lời.",
            "The pull request is closed or has moved on: nothing was said.",
        )
    labels = ", ".join(said.labels)
    return Text(f"Đã trả lời {said.name}: {labels}.", f"Answered {said.name}: {labels}.")


def unanswered(name: str) -> Text:
    """What goes before the reason why a merge request could not be judged."""
    return Text(f"Chưa xem được {name}:", f"{name} could not be judged:")


NOTHING_NEW = Text(
    "Không có gì mới: mọi đề nghị đang mở đều đã được trả lời.",
    "Nothing is new: every open proposal has been answered.",
)


def hooks_installed(names: Sequence[str]) -> Text:
    """What `hooks install` put in place."""
    listed = ", ".join(names)
    return Text(f"Đã gắn hook: {listed}.", f"Hooks are in place: {listed}.")


def refused(branch: str) -> Text:
    """The last word on a branch that was pushed, or on a commit, that must not go on."""
    if not branch:
        return Text(
            "Chưa commit: hãy sửa các lỗi trên, git add rồi commit lại.",
            "Nothing was committed: mend the errors above, git add, and commit again.",
        )
    return Text(
        f"Kho không nhận nhánh “{branch}”: hãy sửa như trên rồi đẩy lại.",
        f"The branch “{branch}” is refused: mend the above and push again.",
    )


def given_away(commit: str, finding: Finding) -> Text:
    """Personal data that a commit on the way holds, though the last one does not."""
    at = f"{finding.path}:{finding.line}:{finding.column}"
    return Text(
        f"{at}: lỗi: {finding.message.vi}\n    → Commit {commit} vẫn giữ dữ liệu này dù commit sau đã bỏ: "
        f"hãy gộp các commit (git rebase -i), đừng chỉ xóa bằng commit mới. [{finding.rule}]",
        f"{at}: error: {finding.message.en}\n    → The commit {commit} keeps it though a later one does not: "
        f"squash the commits (git rebase -i) instead of removing it in a new one. [{finding.rule}]",
    )


def figures_table(found: Statistics, language: str) -> str:
    """The figures for people."""
    from generator.statistics import SUPPORT_DUE

    heads = (
        Text("Đơn vị", "Union"), Text("Sáng kiến", "Innovations"), Text("Chỉ tiêu", "Target"),
        Text("Đạt", "Share"), Text("Tác giả", "Authors"), Text("Đoàn viên", "Members"),
        Text("Tham gia", "Participation"), Text("Làm lợi", "Benefit"), SUPPORT_DUE,
    )  # fmt: skip
    title = Text("Cả chương trình", "Whole programme").get(language)
    if found.phase_id is not None:
        title = named(found.programme.phase(found.phase_id).name).get(language)
    rows = [(row.name, *_cells(row.figures, language)) for row in found.rows]
    return table(title, [head.get(language) for head in heads], rows)


def figures_json(found: Statistics, language: str) -> str:
    """The figures as a list of objects, with the names of statistics.json."""
    rows = [{"id": row.id, "name": row.name, **row.figures.to_json()} for row in found.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def figures_csv(found: Statistics, language: str) -> str:
    """The figures that are single numbers as CSV; empty where unknown."""
    rows = [{"id": row.id, "name": row.name, **row.figures.to_json()} for row in found.rows]
    columns = [key for key, value in rows[0].items() if not isinstance(value, dict)]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


FIGURES: Mapping[str, Callable[[Statistics, str], str]] = {
    "table": figures_table,
    "json": figures_json,
    "csv": figures_csv,
}


def _cells(figures: Figures, language: str) -> tuple[str, ...]:
    def number(value: int | None) -> str:
        return _UNKNOWN.get(language) if value is None else format_number(value, 0, language)

    def share(value: float | None) -> str:
        return _UNKNOWN.get(language) if value is None else format_percent(value, language)

    return (
        number(figures.innovations), number(figures.target), share(figures.progress), number(figures.authors),
        number(figures.members), share(figures.participation), format_money(figures.benefit_vnd, language),
        format_money(figures.support_due_vnd, language),
    )  # fmt: skip
