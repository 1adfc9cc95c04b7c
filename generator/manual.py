"""Reference pages made from their sources: the rules from their docstrings, the fields from the schemas.

Pure: Markdown comes out, `sangkien sync` writes it where MkDocs finds it.
"""

from collections.abc import Iterator, Mapping

from generator.model import Programme
from generator.rules import Rule, all_rules
from generator.schema import Schema, help_text, label
from generator.text import Text, named

_SCOPES = (
    (("innovation", "novelty"), Text("Nội dung sáng kiến", "What an innovation says")),
    (("schema", "yaml", "text", "bytes"), Text("Cách viết tệp", "How a file is written")),
    (("union", "catalogue", "programme"), Text("Công đoàn và cả danh mục", "Unions and the whole catalogue")),
    (("file", "image"), Text("Tên tệp, thư mục và ảnh", "Names of files and folders, photos")),
)
_SEVERITY = {
    "error": Text("Lỗi: phải sửa thì mới được đăng", "Error: to be mended before it is published"),
    "warning": Text("Lưu ý: nên xem lại", "Warning: worth a second look"),
}
_TYPES = {
    "string": Text("chữ", "text"), "integer": Text("số nguyên", "whole number"),
    "number": Text("số", "number"),
    "boolean": Text("true hoặc false", "true or false"), "array": Text("danh sách", "list"),
    "object": Text("nhóm mục", "group"),
}  # fmt: skip


def explain(rule: Rule, language: str) -> str:
    """A rule's manual page as Markdown, its heading of the second level."""
    manual = rule.manual
    parts = [
        f"## {manual.title.get(language)}",
        f"`{rule.id}` · {_SEVERITY[rule.severity].get(language)}",
        manual.text.get(language),
    ]
    if source := manual.source.get(language):
        parts.append(f"{Text('Nguồn', 'Source').get(language)}: {source}")
    for heading, example in ((Text("Đúng", "Right"), manual.good), (Text("Sai", "Wrong"), manual.bad)):
        if example:
            parts.append(f"{heading.get(language)}:\n\n```yaml\n{example}\n```")
    return "\n\n".join(parts)


def rules_page(language: str) -> str:
    """The guide of all rules."""
    title = Text("Các quy tắc kiểm tra", "The rules").get(language)
    intro = Text(
        "Mỗi tệp gửi lên được kiểm tra theo các quy tắc dưới đây. Trang này được lập tự động từ "
        "chính các quy tắc ấy.",
        "Every file is checked by the rules below. This page is made from the rules themselves.",
    ).get(language)
    parts = [f"# {title}", intro]
    rules = all_rules().values()
    for scopes, heading in _SCOPES:
        found = [rule for rule in rules if rule.scope in scopes]
        if found:
            parts.append(f"## {heading.get(language)}")
            parts += [explain(rule, language).replace("## ", "### ", 1) for rule in found]
    return "\n\n".join(parts) + "\n"


def schema_page(schemas: Mapping[str, Schema], programme: Programme, language: str) -> str:
    """The guide of all fields; `schemas`: the effective ones of an innovation and of both kinds of union."""
    title = Text("Các mục trong tệp", "The fields").get(language)
    intro = Text(
        "Những mục có dấu * là bắt buộc. Trang này được lập tự động từ các tệp trong `schema/`.",
        "Fields marked * are required. This page is made from the files in `schema/`.",
    ).get(language)
    parts = [f"# {title}", intro]
    for schema in schemas.values():
        parts.append(f"## {label(schema).get(language)}")
        parts.append(_cell(help_text(schema).get(language)))
        parts.append(_table(schema, programme, language))
    return "\n\n".join(parts) + "\n"


def _table(schema: Schema, programme: Programme, language: str) -> str:
    heads = (Text("Mục", "Field"), Text("Tên", "Name"), Text("Ghi gì", "What to write"), Text("Kiểu", "Type"))
    lines = ["| " + " | ".join(head.get(language) for head in heads) + " |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(_cell(c) for c in row)} |" for row in _rows(schema, "", programme, language)]
    return "\n".join(lines)


def _rows(schema: Schema, prefix: str, programme: Programme, language: str) -> Iterator[tuple[str, ...]]:
    required = schema.get("required", ())
    for key, part in schema.get("properties", {}).items():
        star = "*" if key in required else ""
        kind = _TYPES[part["type"]].get(language)
        if part.get("format") == "date":
            kind = Text("ngày, dạng 2022-03-15", "date, as 2022-03-15").get(language)
        words = part.get("x-vocabulary")
        about = help_text(part).get(language)
        if words:
            terms = programme.vocabularies[words].values()
            about += " " + "; ".join(f"`{w.id}` {named(w.name).get(language)}" for w in terms) + "."
        yield f"`{prefix}{key}`{star}", label(part).get(language), about, kind
        inner = part["items"] if part["type"] == "array" else part
        if isinstance(inner, dict) and inner.get("type") == "object" and part.get("x-keys") is None:
            dot = "[]." if part["type"] == "array" else "."
            yield from _rows(inner, f"{prefix}{key}{dot}", programme, language)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
