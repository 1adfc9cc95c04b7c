"""The reviewer's report as Markdown: verdict, what is proposed, findings, likenesses, figures.

Whatever a contributor wrote goes through `escaping`; the headings, the tables and their columns depend on
how much there is to tell, never on what the text says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from generator.preview.dossier import Dossier, Edit, Likeness
from generator.preview.escaping import code, inline, shortened
from generator.preview.fields import differences, rows
from generator.statistics import SUPPORT_DUE, SUPPORT_SPENT, Figures
from generator.text import Text, format_money, format_number, format_percent, named

_VERDICTS = {
    "ready": Text("Báo cáo duyệt: sẵn sàng", "Review: ready"),
    "needs-look": Text("Báo cáo duyệt: cần xem lại", "Review: needs a look"),
    "needs-fix": Text("Báo cáo duyệt: cần sửa", "Review: needs fixing"),
}
_ADVICE = {
    "ready": Text(
        "Máy không thấy lỗi hay điều gì khác thường. Người duyệt đọc nội dung và quyết định.",
        "No errors and nothing unusual. The reviewer reads and decides.",
    ),
    "needs-look": Text(
        "Không có lỗi, nhưng có điều người duyệt nên xem trước khi quyết định.",
        "No errors, but there is something that the reviewer should look at before deciding.",
    ),
    "needs-fix": Text(
        "Còn lỗi: sửa hết các lỗi dưới đây rồi mới duyệt.",
        "There are errors: all of them have to be mended before approval.",
    ),
}
_NEW = Text("Sáng kiến mới", "New innovation")
_STATUS = {
    ("added", False): _NEW,
    ("changed", False): Text("Sáng kiến được sửa", "Changed innovation"),
    ("removed", False): Text("Sáng kiến bị xóa", "Removed innovation"),
    ("added", True): Text("Công đoàn mới", "New union"),
    ("changed", True): Text("Thông tin công đoàn được sửa", "Changed union"),
    ("removed", True): Text("Công đoàn bị xóa", "Removed union"),
}
_FILES = {
    "added": Text("Tệp thêm mới", "New file"), "changed": Text("Tệp được thay", "Replaced file"),
    "removed": Text("Tệp bị xóa", "Removed file"),
}  # fmt: skip
_SEVERITY = {"error": Text("Lỗi", "Error"), "warning": Text("Lưu ý", "Warning")}
_UNKNOWN = Text("chưa có số liệu", "not known")
_NOTHING = Text("chưa có", "none")
_MORE = Text("… (còn {n} ký tự)", "… ({n} more characters)")
# Of so many findings in one file the rest says nothing new.
_MOST_FINDINGS = 40
_PASSAGE = 400


def report(dossier: Dossier, language: str, limit: int | None = None) -> str:
    """The report in `language`; what goes beyond `limit` characters is left out, and counted."""
    room = limit or 10_000_000
    head = "\n\n".join(_head(dossier, language))
    tail = [
        _section(Text("Lỗi và lưu ý", "Findings"), _findings(dossier, language), room * 4 // 10, language),
        _section(
            Text("Sáng kiến gần giống", "Similar ones"), _likenesses(dossier, language), room // 8, language
        ),
        _section(
            Text("Số liệu thay đổi", "Figures that change"), _shifts(dossier, language), room // 8, language
        ),
    ]
    left = room - len(head) - sum(map(len, tail)) - 100
    edits = _section(
        Text("Nội dung đề nghị", "What is proposed"),
        [_edit(e, language) for e in dossier.edits],
        left,
        language,
    )
    return "\n\n".join(part for part in (head, edits, *tail) if part) + "\n"


def _section(title: Text, blocks: Iterable[str], room: int, language: str) -> str:
    """A heading and as many blocks as fit; empty where there are none."""
    shown: list[str] = []
    hidden = 0
    for block in blocks:
        if hidden or sum(map(len, shown)) + len(block) > room:
            hidden += 1
        else:
            shown.append(block)
    if hidden:
        number = format_number(hidden, 0, language)
        shown.append(
            Text(
                f"Còn {number} phần nữa, quá dài nên không hiện ở đây.",
                f"{number} more, too long to be shown here.",
            ).get(language)
        )
    return "\n\n".join((f"## {title.get(language)}", *shown)) if shown else ""


def _head(dossier: Dossier, language: str) -> list[str]:
    points = [point.get(language) for point in _points(dossier)]
    parts = [f"# {_VERDICTS[dossier.verdict].get(language)}", _ADVICE[dossier.verdict].get(language)]
    return [*parts, "\n".join(f"- {point}" for point in points)]


def _points(dossier: Dossier) -> Iterable[Text]:
    for (status, is_union), name in _STATUS.items():
        number = sum(1 for e in dossier.edits if e.is_data and (e.status, e.is_union) == (status, is_union))
        if number:
            yield Text(f"{name.vi}: {number}", f"{name.en}: {number}")
    for status, name in _FILES.items():
        number = sum(1 for e in dossier.edits if not e.is_data and e.status == status)
        if number:
            yield Text(f"{name.vi}: {number}", f"{name.en}: {number}")
    warnings = len(dossier.findings) - dossier.errors
    yield Text(f"Lỗi: {dossier.errors}; lưu ý: {warnings}", f"Errors: {dossier.errors}; warnings: {warnings}")
    if dossier.alike:
        yield Text(
            f"Gần giống sáng kiến đã có: {dossier.alike}. Đây là gợi ý, người duyệt quyết định",
            f"Much like an earlier innovation: {dossier.alike}. This is a hint; the reviewer decides",
        )
    if dossier.beyond:
        number = len(dossier.beyond)
        paths = ", ".join(code(path) for path in dossier.beyond[:10]) + (" …" if number > 10 else "")
        yield Text(
            f"Có thay đổi ngoài submissions/ ({number} tệp), cần người phụ trách kỹ thuật xem: {paths}",
            f"Changes outside submissions/ ({number} files), for the maintainers to look at: {paths}",
        )
    if not dossier.edits and not dossier.beyond:
        yield Text("Không có tệp nào thay đổi", "No file changes")


def _edit(edit: Edit, language: str) -> str:
    names = _STATUS[edit.status, edit.is_union] if edit.is_data else _FILES[edit.status]
    title = _title(edit)
    parts = [f"### {names.get(language)}{': ' + title if title else ''}", code(edit.path)]
    if edit.was_at:
        moved = Text("Chuyển từ {}", "Moved from {}").get(language)
        parts.append(moved.format(code(edit.was_at)))
    if edit.is_data:
        parts.append(_fields(edit, language))
    return "\n\n".join(parts)


def _title(edit: Edit) -> str:
    data = edit.after if edit.after is not None else edit.before
    shown = isinstance(data, Mapping) and not edit.secret
    title = (data.get("title") or data.get("short_name")) if shown else None
    return inline(shortened(title, 200, "…")) if isinstance(title, str) else ""


def _fields(edit: Edit, language: str) -> str:
    unreadable = Text(
        "Không đọc được nội dung tệp này; xem mục lỗi bên dưới.",
        "The contents of this file cannot be read; see the findings below.",
    )
    secret = Text(
        "Không hiện nội dung ở đây, vì có dữ liệu cá nhân không được công bố; xem trong tệp.",
        "The contents are not shown here: they hold personal data that must not be published. See the file.",
    )
    field, value = Text("Mục", "Field"), Text("Nội dung", "Content")
    before, after = Text("Trước", "Before"), Text("Sau", "After")
    data = edit.before if edit.status == "removed" else edit.after
    if edit.secret:
        return secret.get(language)
    if data is None:
        return unreadable.get(language)
    if edit.status != "changed" or edit.before is None:
        found = [(row.name, row.value) for row in rows(data, edit.schema, language)]
        return _table((field, value), found, language)
    changed = differences(edit.before, edit.after, edit.schema, language)
    if not changed:
        return Text("Chỉ đổi cách viết, nội dung giữ nguyên.", "Only the way of writing changed.").get(
            language
        )
    return _table((field, before, after), changed, language)


def _findings(dossier: Dossier, language: str) -> Iterable[str]:
    heads = (
        Text("Dòng:cột", "Line:column"), Text("Mức", "Severity"), Text("Điều cần xem", "What is wrong"),
        Text("Nên làm", "What to do"), Text("Quy tắc", "Rule"),
    )  # fmt: skip
    for path, group in groupby(dossier.findings, key=lambda finding: finding.path):
        found = list(group)
        body = [
            (
                f"{f.line}:{f.column}", _SEVERITY[f.severity].get(language), inline(f.message.get(language)),
                inline(f.hint.get(language)), code(f.rule),
            )
            for f in found[:_MOST_FINDINGS]
        ]  # fmt: skip
        parts = [f"### {code(path)}", _table(heads, body, language)]
        if len(found) > _MOST_FINDINGS:
            more = len(found) - _MOST_FINDINGS
            parts.append(
                Text(f"Còn {more} điều nữa trong tệp này.", f"{more} more in this file.").get(language)
            )
        yield "\n\n".join(parts)


def _likenesses(dossier: Dossier, language: str) -> Iterable[str]:
    for likeness in dossier.likenesses:
        if likeness.close:
            yield _likeness(likeness, language)


def _likeness(likeness: Likeness, language: str) -> str:
    heads = (
        Text("Mức giống", "Score"),
        Text("Sáng kiến đã có", "Earlier innovation"),
        Text("Đơn vị", "Unit"),
    )
    same, other = Text("cùng đơn vị", "same unit"), Text("đơn vị khác", "another unit")
    close = likeness.close
    body = [
        (
            format_percent(match.score, language, 0),
            f"{inline(likeness.titles.get(match.id, ''))}<br>{code(f'submissions/{match.id}.yml')}",
            (same if match.same_unit else other).get(language),
        )
        for match in close
    ]
    parts = [f"### {inline(likeness.title)}", code(likeness.path), _table(heads, body, language)]
    passages = [
        tuple(inline(shortened(text, _PASSAGE, _MORE.get(language))) for text in pair)
        for match in close[:1]
        for pair in match.passages
    ]
    if passages:
        mine, theirs = Text("Đoạn trong bài này", "In this one"), Text("Đoạn đã có", "In the earlier one")
        parts.append(_table((mine, theirs), passages, language))
    return "\n\n".join(parts)


def _shifts(dossier: Dossier, language: str) -> Iterable[str]:
    heads = (
        Text("Giai đoạn", "Phase"), Text("Số liệu", "Figure"), Text("Trước", "Before"), Text("Sau", "After"),
    )  # fmt: skip
    for union, group in groupby(dossier.shifts, key=lambda shift: shift.union):
        body = []
        for shift in group:
            for name, show in _FIGURES:
                was, now = (
                    show(f, language) if f else _NOTHING.get(language) for f in (shift.before, shift.after)
                )
                if was != now:
                    body.append((inline(named(shift.phase).get(language)), name.get(language), was, now))
        if body:
            yield f"### {inline(union)}\n\n{_table(heads, body, language)}"


def _number(value: int | None, language: str) -> str:
    return _UNKNOWN.get(language) if value is None else format_number(value, 0, language)


def _share(value: float | None, language: str) -> str:
    return _UNKNOWN.get(language) if value is None else format_percent(value, language, 2)


_FIGURES: tuple[tuple[Text, Callable[[Figures, str], str]], ...] = (
    (Text("Sáng kiến", "Innovations"), lambda f, lang: _number(f.innovations, lang)),
    (Text("Chỉ tiêu", "Target"), lambda f, lang: _number(f.target, lang)),
    (Text("Đạt chỉ tiêu", "Share of target"), lambda f, lang: _share(f.progress, lang)),
    (Text("Tác giả", "Authors"), lambda f, lang: _number(f.authors, lang)),
    (Text("Đoàn viên", "Members"), lambda f, lang: _number(f.members, lang)),
    (Text("Tỷ lệ tham gia", "Participation"), lambda f, lang: _share(f.participation, lang)),
    (Text("Giá trị làm lợi", "Benefit"), lambda f, lang: format_money(f.benefit_vnd, lang)),
    (Text("Chỉ có lợi ích xã hội", "Social benefit only"), lambda f, lang: _number(f.social_only, lang)),
    (SUPPORT_DUE, lambda f, lang: format_money(f.support_due_vnd, lang)),
    (SUPPORT_SPENT, lambda f, lang: format_money(f.support_grassroots_vnd, lang)),
)  # fmt: skip


def _table(heads: Sequence[Text], body: Iterable[Sequence[str]], language: str) -> str:
    written = [" | ".join(head.get(language) for head in heads), *(" | ".join(row) for row in body)]
    written = [f"| {line} |" for line in written]
    return "\n".join((written[0], "|---" * len(heads) + "|", *written[1:]))
