"""What the YAML parser's reasons mean to a person: the mistake that was most likely made, and its cure."""

import re

from generator.document import SyntaxProblem
from generator.rules._words import quoted, shorten
from generator.text import Text

Explanation = tuple[Text, Text]

# A line that the rule about tabs already points at.
TAB_INDENT = re.compile(r" *(\t)[ \t]*\S")
_PAIR = re.compile(r"(?P<before>\s*(?:- +)?(?P<key>[\w.-]+): +)(?P<value>[^\s\"'].*)")
_NO_SPACE = re.compile(r"\s*(?:- +)?(?P<key>[A-Za-z_]\w*):(?P<value>[^\s:/].*)")


def explain(problem: SyntaxProblem) -> Explanation | None:
    """The explanation of `problem`; None where another rule speaks of the same mistake."""
    reason, context = problem.reason, problem.context
    line = _line(problem, problem.line)
    if "maximum nesting depth" in reason or TAB_INDENT.match(line):
        return None
    for part, explained in _REASONS.items():
        if part in reason:
            return explained(problem, line)
    if context in _UNCLOSED:
        return _UNCLOSED[context]
    return (
        Text(f"Không đọc được YAML ở chỗ này ({reason}).", f"The YAML cannot be read here ({reason})."),
        Text(
            "So với một tệp mẫu: dấu hai chấm, dấu cách sau nó, thụt đầu dòng và các dấu nháy.",
            "Compare with a good file: colons, the space after them, indentation and quotes.",
        ),
    )


def _line(problem: SyntaxProblem, number: int) -> str:
    lines = problem.text.split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def _in_quotes(line: str) -> str | None:
    """`line` with its value in double quotes; None where it is no `key: value`."""
    match = _PAIR.fullmatch(line)
    return shorten(match["before"].strip() + " " + quoted(match["value"].rstrip()), 90) if match else None


def _quote_hint(line: str) -> Text:
    fixed = _in_quotes(line)
    if fixed is None:
        return Text("Đặt giá trị đó trong dấu nháy kép.", "Put that value into double quotes.")
    return Text(
        f"Đặt cả giá trị trong dấu nháy kép: `{fixed}`.",
        f"Put the whole value into double quotes: `{fixed}`.",
    )


def _mapping_value(problem: SyntaxProblem, line: str) -> Explanation:
    before = line[: problem.column - 1]
    pair = _PAIR.fullmatch(line)
    if pair and len(pair["before"]) < problem.column:
        return (
            Text(
                f"Giá trị của `{pair['key']}` có dấu hai chấm kèm dấu cách (“: ”), YAML hiểu là một mục nữa.",
                f"The value of `{pair['key']}` holds a colon and a space (“: ”): YAML reads another key.",
            ),
            _quote_hint(line),
        )
    number, above = _above(problem)
    glued = _NO_SPACE.fullmatch(above)
    if glued:
        return (
            Text(
                f"Dòng {number} ở trên thiếu dấu cách sau dấu hai chấm: “{shorten(above)}”.",
                f"Line {number} above lacks a space after its colon: “{shorten(above)}”.",
            ),
            Text(
                f"Ghi `{shorten(glued['key'] + ': ' + glued['value'])}`.",
                f"Write `{shorten(glued['key'] + ': ' + glued['value'])}`.",
            ),
        )
    key = before.strip().removeprefix("- ")
    return (
        Text(
            f"Mục “{shorten(key)}” thụt vào sâu hơn dòng trên, mà dòng trên đã có giá trị.",
            f"“{shorten(key)}” is indented deeper than the line above, which already has a value.",
        ),
        Text(
            "Cho dòng này thẳng cột với các mục cùng cấp; nếu nó nối tiếp đoạn chữ ở trên thì đặt cả đoạn "
            "trong dấu nháy kép.",
            "Align this line with the keys of its level; where it continues the text above, put the whole "
            "text into double quotes.",
        ),
    )


def _above(problem: SyntaxProblem) -> tuple[int, str]:
    """The nearest line with text above the problem, and its number."""
    lines = problem.text.split("\n")[: problem.line - 1]
    for number in range(len(lines), 0, -1):
        if lines[number - 1].strip():
            return number, lines[number - 1].rstrip("\r")
    return 0, ""


def _no_colon(problem: SyntaxProblem, line: str) -> Explanation:
    glued = _NO_SPACE.fullmatch(line)
    if glued:
        fixed = shorten(f"{glued['key']}: {glued['value']}")
        return (
            Text("Thiếu dấu cách sau dấu hai chấm.", "A space is missing after the colon."),
            Text(f"Ghi `{fixed}`.", f"Write `{fixed}`."),
        )
    return (
        Text(
            f"Dòng “{shorten(line)}” không có dấu hai chấm sau tên mục.",
            f"The line “{shorten(line)}” has no colon after its key.",
        ),
        Text(
            "Ghi `tên_mục: giá trị`; nếu dòng này nối tiếp đoạn văn ở trên thì thụt vào như các dòng của "
            "đoạn.",
            "Write `key: value`; where the line continues the text above, indent it like that text's lines.",
        ),
    )


def _no_key(problem: SyntaxProblem, line: str) -> Explanation:
    before = line[: problem.column - 1].strip()
    if before.endswith(("]", "}")):
        sign = "[" if before.endswith("]") else "{"
        return (
            Text(f"Giá trị bắt đầu bằng ngoặc “{sign}” mà sau ngoặc đóng còn chữ.",
                 f"The value starts with a bracket “{sign}”, and text follows the closing one."),
            _quote_hint(line),
        )  # fmt: skip
    if before:
        return (
            Text(
                f"Sau dấu nháy đóng còn chữ: “{shorten(line[problem.column - 1 :])}”.",
                f"Text follows the closing quote: “{shorten(line[problem.column - 1 :])}”.",
            ),
            Text(
                'Đặt cả giá trị trong một cặp dấu nháy kép; dấu nháy kép ở bên trong viết là \\".',
                'Put the whole value into one pair of double quotes; write a double quote inside as \\".',
            ),
        )
    return _BAD_INDENT


def _bad_start(problem: SyntaxProblem, line: str) -> Explanation:
    # After a sign that needs a name the parser stops one character later.
    sign = line[problem.column - 1 : problem.column].strip() or line[: problem.column - 1].strip()[-1:]
    pair = _PAIR.fullmatch(line)
    whole = pair is not None and len(pair["before"]) >= problem.column - 2
    return (
        Text(f"Giá trị không được bắt đầu bằng dấu “{sign}”.", f"A value must not start with “{sign}”."),
        _quote_hint(line if whole else ""),
    )


def _token(problem: SyntaxProblem, line: str) -> Explanation:
    if line[problem.column - 1 : problem.column] == "\t":
        return (
            Text("Có ký tự Tab ở chỗ cần dấu cách.", "There is a tab where a space belongs."),
            Text("Thay Tab bằng dấu cách.", "Replace the tab with a space."),
        )
    return _bad_start(problem, line)


def _content(problem: SyntaxProblem, line: str) -> Explanation:
    if "flow" in problem.context and not line[problem.column - 1 :].strip():
        return _BRACKET
    return _bad_start(problem, line)


def _escape(problem: SyntaxProblem, line: str) -> Explanation:
    return (
        Text(
            "Trong dấu nháy kép, dấu gạch chéo ngược “\\” là ký hiệu riêng, không đứng trước chữ này được.",
            "Within double quotes the backslash “\\” is a special sign and cannot stand before this letter.",
        ),
        Text(
            "Viết hai dấu “\\\\”, hoặc đổi sang dấu nháy đơn '…'.",
            "Write “\\\\” twice, or use single quotes '…'.",
        ),
    )


_BAD_INDENT = (
    Text(
        "Dòng này thụt vào không khớp với các dòng trên.",
        "The indentation of this line does not match the lines above.",
    ),
    Text(
        "Cho các mục cùng cấp thẳng cột; mục con thụt vào hai dấu cách dưới mục cha.",
        "Align the keys of one level; indent those below another key by two spaces.",
    ),
)
_BAD_ITEM = (
    Text(
        "Dòng này nằm trong danh sách mà không bắt đầu bằng “- ”, hoặc thụt vào không khớp.",
        "This line is within a list and does not start with “- ”, or its indentation does not match.",
    ),
    Text(
        "Các dấu “- ” thẳng cột với nhau; dòng tiếp theo của một mục thẳng cột với chữ đầu của mục đó.",
        "Put the dashes “- ” into one column; align further lines of an item with its first letter.",
    ),
)
_INLINE_ITEM = (
    Text(
        "Dấu gạch ngang đầu danh sách nằm cùng dòng với tên mục.",
        "The dash of a list stands on the line of its key.",
    ),
    Text(
        "Xuống dòng, thụt vào hai dấu cách rồi mới ghi “- ”; nếu đây là chữ thì đặt trong dấu nháy kép.",
        "Start a new line, indent it by two spaces and write “- ” there; put text into double quotes.",
    ),
)
_OPEN_QUOTE = (
    Text("Dấu nháy mở ra ở đây không có dấu nháy đóng.", "The quote opened here is never closed."),
    Text(
        "Thêm dấu nháy cùng loại ở cuối giá trị, hoặc bỏ dấu nháy mở.",
        "Add the same kind of quote after the value, or take this one away.",
    ),
)
_BRACKET = (
    Text(
        "Ngoặc [ hoặc { mở ra mà không có ngoặc đóng, hoặc thiếu dấu phẩy giữa các mục bên trong.",
        "A bracket [ or { is opened and never closed, or a comma is missing between its items.",
    ),
    Text(
        "Thêm ] hoặc } ở cuối; các mục bên trong cách nhau bằng dấu phẩy.",
        "Add ] or } at the end; separate the items within by commas.",
    ),
)
_DOCUMENTS = (
    Text(
        "Tệp có hơn một tài liệu YAML (dòng “---” hoặc “...” chia tệp ra nhiều phần).",
        "The file holds several YAML documents (a line “---” or “...” divides it).",
    ),
    Text(
        "Mỗi tệp chỉ có một tài liệu; xóa dòng chia, phần còn lại để sang tệp khác nếu cần.",
        "A file holds one document; delete the dividing line, and move the rest to another file if needed.",
    ),
)
_DIRECTIVE = (
    Text("Dòng bắt đầu bằng “%” là chỉ thị của YAML.", "A line that starts with “%” is a YAML directive."),
    Text("Xóa dòng này; danh mục không dùng chỉ thị.", "Delete the line; this catalogue uses no directives."),
)
_BLOCK = (
    Text(
        "Sau dấu “|” hoặc “>” phải xuống dòng ngay.",
        "After “|” or “>” a new line must start at once.",
    ),
    Text(
        "Để đoạn văn ở các dòng dưới, thụt vào hai dấu cách; nếu đây là chữ thì đặt trong dấu nháy kép.",
        "Put the text on the lines below, indented by two spaces; put other text into double quotes.",
    ),
)
_CONTROL = (
    Text(
        "Có ký tự điều khiển không nhìn thấy được, YAML không cho phép.",
        "There is an invisible control character, which YAML forbids.",
    ),
    Text("Xóa ký tự đó, hoặc gõ lại dòng.", "Delete it, or type the line anew."),
)
_ENCODING = (
    Text("Tệp không được lưu bằng bảng mã UTF-8.", "The file is not saved as UTF-8."),
    Text("Lưu lại tệp với bảng mã UTF-8.", "Save the file as UTF-8."),
)
_TAG = (
    Text("Giá trị bắt đầu bằng “!” là thẻ kiểu của YAML.", "A value that starts with “!” is a YAML tag."),
    Text(
        "Xóa dấu “!”, hoặc đặt cả giá trị trong dấu nháy kép.",
        "Delete the “!”, or put the whole value into double quotes.",
    ),
)
_ANCHOR = (
    Text(
        "Dấu “&” ở đầu giá trị là neo của YAML, danh mục này không dùng.",
        "“&” before a value is an anchor of YAML, which this catalogue does not use.",
    ),
    Text(
        "Ghi thẳng giá trị; nếu đây là chữ thì đặt cả giá trị trong dấu nháy kép.",
        "Write the value itself; where it is text, put the whole value into double quotes.",
    ),
)
_UNCLOSED = {"while scanning a quoted scalar": _OPEN_QUOTE, "while scanning a tag": _TAG}
_REASONS = {
    "mapping values are not allowed": _mapping_value,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": lambda *_: _BAD_ITEM,
    "block sequence entries are not allowed": lambda *_: _INLINE_ITEM,
    "did not find expected ',' or": lambda *_: _BRACKET,
    "did not find expected node content": _content,
    "found another document": lambda *_: _DOCUMENTS,
    "expected <document start>": lambda *_: _DOCUMENTS,
    "cannot start any token": _token,
    "expected alphabetic or numeric character": _bad_start,
    "found undefined alias": _bad_start,
    "unknown escape character": _escape,
    "hexdecimal number": _escape,
    "Unicode character escape": _escape,
    "found duplicate anchor": lambda *_: _ANCHOR,
    "undefined tag handle": lambda *_: _TAG,
    "directive": lambda *_: _DIRECTIVE,
    "incompatible YAML document": lambda *_: _DIRECTIVE,
    "expected comment or line break": lambda *_: _BLOCK,
    "characters are not allowed": lambda *_: _CONTROL,
    "UTF-8": lambda *_: _ENCODING,
    "utf-8": lambda *_: _ENCODING,
}
