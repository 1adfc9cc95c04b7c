"""The reviewer's report: it says what is proposed, and no contributor's text can change its shape."""

import os
import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown as python_markdown
import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.findings import Finding
from generator.preview import LABELS, Dossier, Edit, Likeness, Shift, report
from generator.preview.escaping import inline, is_harmless, lines
from generator.preview.fields import differences, rows
from generator.schema import Schema
from generator.similarity import Match
from generator.statistics import Figures
from generator.text import Text

SCHEMA: Schema = {
    "title": "Sáng kiến",
    "type": "object",
    "properties": {
        "title": {"type": "string", "title": "Tên sáng kiến", "x-en": {"title": "Title"}},
        "kind": {"type": "string", "title": "Loại", "x-names": {"technical": {"vi": "Kỹ thuật", "en": "K"}}},
        "authors": {
            "type": "array",
            "title": "Tác giả",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "title": "Họ và tên"},
                    "lead": {"type": "boolean", "title": "Chủ trì"},
                },
            },
        },
        "applied": {
            "type": "object",
            "title": "Áp dụng",
            "properties": {"on": {"type": "string", "format": "date", "title": "Ngày áp dụng"}},
        },
        "benefit": {
            "type": "object",
            "title": "Lợi ích",
            "properties": {"money_vnd": {"type": "integer", "title": "Giá trị làm lợi (đồng)"}},
        },
        "members": {"type": "object", "title": "Số đoàn viên", "x-keys": "phases"},
        "tags": {"type": "array", "title": "Từ khóa", "items": {"type": "string"}},
        "description": {"type": "string", "title": "Mô tả"},
    },
}  # fmt: skip
PHASE = {"vi": "Giai đoạn 1", "en": "Phase 1"}
# What changes the shape of a page, in any renderer; line breaks within a cell and bold type do not.
_SHAPE = {
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "ul", "ol",
    "li", "hr", "pre", "blockquote", "p", "details", "summary", "input", "del", "em", "script", "sup", "dl",
}  # fmt: skip
# Signs and words that mean something to Markdown, HTML or a forge.
_SIGNS = [
    "|", "||", "---", "===", "# ", "## ", "- ", "* ", "1. ", "> ", "```", "~~~", "`", "``", "*", "**", "_",
    "__", "~~", "<!--", "-->", "<b>", "</td>", "</table>", "<details>", "<script>", "&lt;", "&#124;", "&",
    "\\", "\\|", "[x](http://a.b)", "![x](http://a.b/c.png)", "[x]: http://a.b", "[^1]", "[^1]: x", "[ ] ",
    "https://a.b/c", "www.example.org", "a@b.org", "@somebody", "#12", "GH-12", "!12", "%12", "{#id}",
    "{{x}}", "deadbeef1234567", ":smile:", "$x$", "$$", "{: .c}", "<http://a.b>", "mailto:a@b.org",
    "/label ~x", "*[x]: y", ": x", "^^^", "x", "Sáng kiến",
]  # fmt: skip
_SPACES = ["\n", "\n\n", "\r", "\t", "    ", " ", "\u2028", "\u202e", "\u200b", "\x00", "\x02", "\x03"]
_TRICKY = st.lists(st.sampled_from(_SIGNS + _SPACES), max_size=12).map("".join)
TEXT = _TRICKY | st.text(max_size=60)


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _SHAPE:
            self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SHAPE:
            self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("instruction")


def _commonmark(text: str) -> str:
    renderer = MarkdownIt("gfm-like")
    # Forges make links of addresses, not of every word with a dot in it.
    renderer.linkify.set({"fuzzy_link": False})
    return str(renderer.render(text))


def _pulldown(text: str) -> str:
    options = pyromark.Options
    every = (
        options.ENABLE_TABLES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_TASKLISTS
    )
    return pyromark.html(text, options=every)


def _python(text: str) -> str:
    return python_markdown.markdown(text, extensions=["extra", "sane_lists"])


_EXAMPLES = 5000 if os.environ.get("SANGKIEN_SOAK") else 60
RENDERERS = (_commonmark, _pulldown, _python)


def _shape(html: str) -> tuple[list[str], str]:
    parser = _Shape()
    parser.feed(html)
    parser.close()
    return parser.found, "".join(parser.text)


@cache
def _plain_shape(renderer: Any) -> list[str]:
    return _shape(renderer(report(_dossier("x"), "vi")))[0]


def _dossier(text: str) -> Dossier:
    """A proposal in which a contributor wrote `text` wherever a contributor can write."""
    data = {
        "title": f"a{text}",
        "kind": f"b{text}",
        "authors": [{"name": text, "lead": text}, text],
        "applied": {"on": text},
        "benefit": {"money_vnd": text},
        "members": {"phase-1": text},
        "tags": [text],
        "description": f"{text}x\ny",
        "extra": text,
    }
    path = f"submissions/a/b/x{text}.yml"
    was = "trước khi sửa"
    before = {**data, "title": was, "description": f"x\ny\n{was}", "tags": [was], "extra": was}
    finding = Finding(path, 1, 2, "missing-key", "error", Text(text, text), Text(text, text))
    match = Match(f"a/b/{text}", 0.9, True, ((text, text),))
    return Dossier(
        (
            Edit(path, "added", SCHEMA, after=data),
            Edit(path, "changed", SCHEMA, before, data, was_at=path),
            Edit(path, "removed", SCHEMA, before=data),
            Edit(f"submissions/a/b/images/{text}.jpg", "added", SCHEMA),
            Edit("submissions/a/union.yml", "changed", SCHEMA, after=text),
        ),
        (finding,),
        (Likeness(path, f"a{text}", (match,), {match.id: text}),),
        (Shift(f"a{text}", PHASE, Figures(1), Figures(2)),),
        (f"schema/{text}",),
    )


@pytest.mark.parametrize("renderer", RENDERERS)
@given(text=TEXT)
@settings(max_examples=_EXAMPLES)
def test_text_cannot_change_the_shape(renderer: Any, text: str) -> None:
    written, _ = _shape(renderer(report(_dossier(text), "vi")))
    assert written == _plain_shape(renderer)


@given(text=TEXT)
@settings(max_examples=_EXAMPLES)
def test_reports_are_harmless(text: str) -> None:
    for language in ("vi", "en"):
        assert is_harmless(report(_dossier(text), language))


@pytest.mark.parametrize(
    "text",
    [
        "# x\n@user", "[a](b)", "![a](b)", "x <img src=x>", "x <!-- a -->", "</table>", "http://a.b",
        "www.a.b", "&#64;user", "&#x40;user", "&commat;user", "&lt;", "```", "*a*", "_a_", "<code>@a</code>",
        "#12", "GH-12", "a/b#12", "deadbeef1", "<code>a deadbeef1</code>", "a\u202eb", "a\rb", "## \n",
        "#### x", "$x$", "a~~b~~", "\\a", "a@b.org", "mailto:a", ":smile:",
    ],
)  # fmt: skip
def test_what_no_report_contains_is_noticed(text: str) -> None:
    assert not is_harmless(f"# Báo cáo\n\nx {text}\n")
    assert not is_harmless(text)


@given(text=TEXT)
@settings(max_examples=300)
def test_text_stays_readable(text: str) -> None:
    """What is seen on the page is what was written, but for white space and what cannot be seen."""
    _, seen = _shape(_commonmark(f"x {inline(text)}"))
    plain = re.sub("⟨U\\+[0-9A-F]+⟩|\u200b", "", seen)
    assert "".join(plain.split()) == "x" + "".join(
        char for char in text if inline(char) and not inline(char).startswith("⟨")
    )


@pytest.mark.parametrize(
    "text",
    [
        "@user", "a@b.org", "#12", "a/b#12", "GH-12", "!12", "~x", "%12", "https://a.b", "www.a.b", ":x:",
        "1a23456", "deadbeef", "&12", "mailto:a", "$12", "^x",
    ],
)  # fmt: skip
def test_forges_find_no_reference(text: str) -> None:
    """References are broken in the finished text, where forges look for them."""
    _, seen = _shape(_commonmark(f"x {inline(text)}"))
    assert "\u200b" in seen
    assert seen.replace("\u200b", "") == f"x {text}\n"


def test_words_and_numbers_are_left_alone() -> None:
    text = (
        "Lúc 12:30 giảm 14 xuống 6 phút, lợi 120.000.000 (120000000) đồng/năm, 15%; tệp images/a-b.jpg: đạt."
    )
    assert inline(text) == text


def test_unseen_characters_are_spelled_out() -> None:
    assert inline("a\u202eb\u200bc\x00d") == "a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d"


def test_headings_of_a_description_are_bold() -> None:
    assert (
        lines("## Thực trạng ##\n\nTrước đây\n#không")
        == "<b>Thực trạng</b><br>Trước đây<br>&#35;&#8203;không"
    )


def test_fields_have_the_names_and_words_of_the_schema() -> None:
    data = {
        "title": "Bồn rửa tay",
        "kind": "technical",
        "authors": [{"name": "An", "lead": True}],
        "applied": {"on": "2022-03-15"},
        "benefit": {"money_vnd": 120000000},
        "members": {"phase-1": 320},
        "tags": ["a", "b"],
        "colour": None,
    }
    assert [(row.name, row.value) for row in rows(data, SCHEMA, "vi")] == [
        ("Tên sáng kiến", "Bồn rửa tay"),
        ("Loại", "Kỹ thuật"),
        ("Tác giả 1", "Họ và tên: An<br>Chủ trì: Có"),
        ("Áp dụng › Ngày áp dụng", "15/03/2022"),
        ("Lợi ích › Giá trị làm lợi (đồng)", "120.000.000"),
        ("Số đoàn viên", "<code>phase-1</code>: 320"),
        ("Từ khóa", "a<br>b"),
        ("<code>colour</code>", ""),
    ]


def test_differences_are_told_field_by_field() -> None:
    before = {
        "title": "Bồn rửa",
        "tags": ["a"],
        "description": "## Một\nHai\nBa\n",
        "benefit": {"money_vnd": 1},
    }
    after = {"title": "Bồn rửa tay", "tags": ["a"], "description": "## Một\nHai\nBốn\n", "kind": "technical"}
    assert differences(before, after, SCHEMA, "vi") == [
        ("Tên sáng kiến", "Bồn rửa", "Bồn rửa tay"),
        ("Loại", "", "Kỹ thuật"),
        ("Mô tả", "… (phần giữ nguyên)<br>Ba", "… (phần giữ nguyên)<br>Bốn"),
        ("Lợi ích › Giá trị làm lợi (đồng)", "1", ""),
    ]


NEW = Edit("submissions/a/b/c.yml", "added", SCHEMA, after={"title": "Bồn rửa tay"})
ERROR = Finding(
    "submissions/a/b/c.yml", 3, 4, "missing-key", "error", Text("Thiếu mục", "x"), Text("Thêm", "y")
)
WARNING = Finding("submissions/a/b/c.yml", 3, 4, "wrong-unit", "warning", Text("Lạ", "x"), Text("Xem", "y"))
PERSONAL = Finding(
    "submissions/a/b/c.yml", 3, 4, "personal-phone", "error", Text("Số", "x"), Text("Xóa", "y")
)
ALIKE = Likeness("submissions/a/b/c.yml", "Bồn", (Match("a/b/d", 0.8, True, ()),), {"a/b/d": "Bồn cũ"})
UNLIKE = Likeness("submissions/a/b/c.yml", "Bồn", (Match("a/b/d", 0.2, True, ()),), {"a/b/d": "Bồn cũ"})
UNION = Edit("submissions/a/b/union.yml", "added", SCHEMA, after={"short_name": "CĐCS B"})


@pytest.mark.parametrize(
    ("dossier", "labels"),
    [
        (Dossier((NEW,), likenesses=(UNLIKE,)), ("ready",)),
        (Dossier((NEW,), (WARNING,)), ("needs-look",)),
        (Dossier((NEW,), (ERROR, WARNING)), ("needs-fix",)),
        (Dossier((NEW,), (PERSONAL,)), ("needs-fix", "personal-data")),
        (Dossier((NEW,), likenesses=(ALIKE,)), ("needs-look", "similar")),
        (Dossier((NEW, UNION)), ("needs-look", "new-union")),
        (Dossier((Edit("submissions/a/b/c.yml", "removed", SCHEMA),)), ("needs-look",)),
        (Dossier((NEW,), beyond=("schema/programme.yml",)), ("needs-look", "beyond-submissions")),
        (Dossier(), ("ready",)),
    ],
)
def test_verdict_and_labels(dossier: Dossier, labels: tuple[str, ...]) -> None:
    assert dossier.labels == labels
    assert dossier.verdict == labels[0]
    assert set(labels) <= set(LABELS)


def test_the_whole_report() -> None:
    dossier = Dossier(
        (NEW, Edit("submissions/a/b/images/bon.jpg", "added", SCHEMA)),
        (WARNING,),
        (ALIKE,),
        (Shift("CĐCS B", PHASE, Figures(1, target=4), Figures(2, target=4)),),
    )
    assert report(dossier, "vi") == (
        "# Báo cáo duyệt: cần xem lại\n\n"
        "Không có lỗi, nhưng có điều người duyệt nên xem trước khi quyết định.\n\n"
        "- Sáng kiến mới: 1\n- Tệp thêm mới: 1\n- Lỗi: 0; lưu ý: 1\n"
        "- Gần giống sáng kiến đã có: 1. Đây là gợi ý, người duyệt quyết định\n\n"
        "## Nội dung đề nghị\n\n"
        "### Sáng kiến mới: Bồn rửa tay\n\n<code>submissions/a/b/c.yml</code>\n\n"
        "| Mục | Nội dung |\n|---|---|\n| Tên sáng kiến | Bồn rửa tay |\n\n"
        "### Tệp thêm mới\n\n<code>submissions/a/b/images/bon.jpg</code>\n\n"
        "## Lỗi và lưu ý\n\n"
        "### <code>submissions/a/b/c.yml</code>\n\n"
        "| Dòng:cột | Mức | Điều cần xem | Nên làm | Quy tắc |\n|---|---|---|---|---|\n"
        "| 3:4 | Lưu ý | Lạ | Xem | <code>wrong-unit</code> |\n\n"
        "## Sáng kiến gần giống\n\n"
        "### Bồn\n\n<code>submissions/a/b/c.yml</code>\n\n"
        "| Mức giống | Sáng kiến đã có | Đơn vị |\n|---|---|---|\n"
        "| 80% | Bồn cũ<br><code>submissions/a/b/d.yml</code> | cùng đơn vị |\n\n"
        "## Số liệu thay đổi\n\n"
        "### CĐCS B\n\n"
        "| Giai đoạn | Số liệu | Trước | Sau |\n|---|---|---|---|\n"
        "| Giai đoạn 1 | Sáng kiến | 1 | 2 |\n"
        "| Giai đoạn 1 | Đạt chỉ tiêu | 25% | 50% |\n"
    )


def test_a_long_report_keeps_within_its_limit() -> None:
    edits = tuple(
        Edit(
            f"submissions/a/b/c{n}.yml",
            "added",
            SCHEMA,
            after={"title": f"Bồn {n}", "description": "Chữ " * 500},
        )
        for n in range(60)
    )
    findings = tuple(
        Finding(f"submissions/a/b/c{n}.yml", 1, 1, "x", "error", Text("|" * 200, "x"), Text("|" * 200, "y"))
        for n in range(60)
    )
    written = report(Dossier(edits, findings), "vi", 60_000)
    assert 40_000 < len(written) <= 60_000
    assert written.count("quá dài nên không hiện ở đây") == 2
