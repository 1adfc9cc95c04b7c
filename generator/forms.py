"""Forms for contributors without Git: an innovation's fields as a forge's issue form, or as headings.

Pure: text comes out, `sangkien sync` writes it. Which fields there are, and what is said of them, is the
schema's business. Photos are not asked for: what they carry would be public before anybody had looked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.document import dump
from generator.model import Programme
from generator.schema import Schema, help_text, label
from generator.text import Text, named

_MADE = "# Made from schema/ and the unions by: sangkien sync\n"
_NAME = Text("Gửi một sáng kiến", "Send an innovation")
_ABOUT = Text(
    "Dành cho người không dùng Git: điền vào mẫu, cán bộ công đoàn sẽ đưa vào danh mục.",
    "For those who do not use Git: fill in the form, and a union officer puts it into the catalogue.",
)
_INTRO = Text(
    "Nội dung gửi ở đây ai cũng đọc được ngay. **Không ghi** ngày sinh, số điện thoại, thư điện tử, địa chỉ "
    "nhà, số định danh, số tài khoản; không đính kèm ảnh hay bản chụp giấy tờ. Tên tác giả chỉ ghi khi người "
    "đó đã đồng ý bằng văn bản; chưa có thì ghi bí danh “Tác giả 1”.",
    "Everybody can read at once what is sent here. **Leave out** birth dates, telephone numbers, e-mail and "
    "home addresses, identity and account numbers; attach no photos or scans. An author is named only with "
    "that person's written consent; otherwise write the pseudonym “Tác giả 1”.",
)
_UPPER = Text("Công đoàn cấp trên", "Upper-level union")
_GRASSROOTS = Text("Công đoàn cơ sở", "Grassroots union")
_PROMISE = Text("Cam kết", "I confirm")
_PROMISES = (
    Text(
        "Các tác giả được ghi tên đã đồng ý bằng văn bản, công đoàn cơ sở đang giữ.",
        "The authors who are named have consented in writing, and the grassroots union holds that.",
    ),
    Text(
        "Không có dữ liệu cá nhân nào khác, không có bí quyết mà đơn vị không muốn công bố.",
        "There is no other personal data, and no secret that the unit does not want to be public.",
    ),
    Text("Đồng ý công bố theo giấy phép CC BY 4.0.", "It may be published under CC BY 4.0."),
)
_BOOLEANS = (Text("true – có", "true – yes"), Text("false – không", "false – no"))
# From so many characters on a line is not enough.
_LONG = 200


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to ask for. `options` are what may be chosen; `lines` asks for room to write."""

    id: str
    label: str
    help: str
    required: bool
    example: str = ""
    options: tuple[str, ...] = ()
    lines: bool = False


def issue_form(schema: Schema, programme: Programme, uppers: Sequence[str], language: str) -> str:
    """A form for GitHub: `schema` is an innovation's effective one, `uppers` are names of unions."""
    promise: dict[str, Any] = {
        "type": "checkboxes",
        "id": "promise",
        "attributes": {
            "label": _PROMISE.get(language),
            "options": [{"label": promise.get(language), "required": True} for promise in _PROMISES],
        },
    }
    intro = {"type": "markdown", "attributes": {"value": _INTRO.get(language)}}
    body = [intro, *(_element(field) for field in fields(schema, programme, uppers, language)), promise]
    head = {"name": _NAME.get(language), "description": _ABOUT.get(language), "labels": ["submission"]}
    return _MADE + dump({**head, "body": body})


def issue_text(schema: Schema, programme: Programme, uppers: Sequence[str], language: str) -> str:
    """The same as Markdown, for forges without forms."""
    parts = [f"<!-- {_MADE[2:].strip()} -->", f"# {_NAME.get(language)}", _INTRO.get(language)]
    for field in fields(schema, programme, uppers, language):
        star = " *" if field.required else ""
        choices = " / ".join(field.options)
        parts.append(f"## {field.label}{star}")
        parts.append(f"<!-- {' '.join(part for part in (field.help, choices) if part)} -->")
    parts.append(f"## {_PROMISE.get(language)}")
    parts.append("\n".join(f"- [ ] {promise.get(language)}" for promise in _PROMISES))
    return "\n\n".join(parts) + "\n"


def fields(schema: Schema, programme: Programme, uppers: Sequence[str], language: str) -> Iterator[Field]:
    """What to ask for: the unit first, then the schema's fields in their order."""
    yield Field("upper", _UPPER.get(language), "", True, options=tuple(uppers))
    yield Field("grassroots", _GRASSROOTS.get(language), "", True)
    yield from _fields(schema, "", "", programme, language, True)


def _fields(
    schema: Schema, prefix: str, above: str, programme: Programme, language: str, required: bool
) -> Iterator[Field]:
    for key, part in schema.get("properties", {}).items():
        name = f"{above} – {label(part).get(language)}" if above else label(part).get(language)
        needed = required and key in schema.get("required", ())
        field_id = f"{prefix}{key}"
        about = help_text(part).get(language)
        inner = part.get("items", {})
        if part["type"] == "object":
            yield from _fields(part, f"{field_id}-", name, programme, language, needed)
        elif inner.get("type") == "object":
            if "file" not in inner["properties"]:
                listed = "; ".join(label(item).get(language) for item in inner["properties"].values())
                each = Text("Mỗi dòng một mục:", "One to a line:").get(language)
                yield Field(field_id, name, f"{about} {each} {listed}.", needed, lines=True)
        else:
            yield _field(field_id, name, about, part, programme, language, needed)


def _field(
    field_id: str, name: str, about: str, part: Schema, programme: Programme, language: str, needed: bool
) -> Field:
    words = programme.vocabularies.get(part.get("x-vocabulary", ""), {})
    options = tuple(named(word.name).get(language) for word in words.values())
    if part["type"] == "boolean":
        options = tuple(option.get(language) for option in _BOOLEANS)
    example = next(iter(part.get("examples", ())), "")
    shown = "" if options or isinstance(example, bool | list) else str(example)
    return Field(
        field_id,
        name,
        about,
        needed,
        shown,
        options,
        part["type"] == "string" and part.get("maxLength", 0) > _LONG,
    )


def _element(field: Field) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label}
    if field.help:
        attributes["description"] = field.help
    if field.options:
        attributes["options"] = list(field.options)
    elif field.example and "\n" in field.example:
        attributes["value"] = field.example
    elif field.example:
        attributes["placeholder"] = field.example
    kind = "dropdown" if field.options else "textarea" if field.lines else "input"
    return {
        "type": kind, "id": field.id.replace("_", "-"), "attributes": attributes,
        "validations": {"required": field.required},
    }  # fmt: skip
