"""The OpenAPI 3.1 document of the JSON API, from the schemas: what programs may rely on.

A schema of schema/ says what may be contributed; here it is turned into what is published.
"""

from collections.abc import Mapping
from typing import Any

from generator.exports import API, LICENCE_ID
from generator.exports.api import VERSION
from generator.exports.columns import FIGURE_WORDS, RATIOS, Sources
from generator.exports.public import AUTHOR, CONFIDENTIAL, UNION_PRIVATE
from generator.schema import Schema, help_text, label
from generator.statistics import Figures
from generator.text import Text

Part = dict[str, Any]
_TEXT: Part = {"type": "string"}
_COUNT: Part = {"type": "integer", "minimum": 0}
_UNKNOWN = ("target", "members", *RATIOS)
# Keywords of schema/ that say how a file is written, not what is published; and what is taken as it is.
_FOR_WRITERS = frozenset({"$schema", "$id", "x-keys", "x-vocabulary", "oneOf", "anyOf"})
_AS_IT_IS = frozenset({"examples", "enum", "required", "x-en", "x-names"})


def document(sources: Sources) -> Part:
    """The whole document."""
    data = sources.programme.data
    return {
        "openapi": "3.1.0",
        "info": {
            "title": data["site_name"]["vi"],
            "summary": data["name"]["vi"],
            "version": VERSION,
            "license": {"name": "CC BY 4.0", "identifier": LICENCE_ID},
        },
        "servers": [{"url": f"{data['site_url']}{API}" if data["site_url"] else "."}],
        "paths": _paths(),
        "components": {"schemas": _schemas(sources)},
    }


def _paths() -> Part:
    of_union = Text("Một công đoàn cơ sở và sáng kiến của đơn vị", "A grassroots union and its innovations")
    return {
        "/index.json": _get("index", Text("Danh sách các tệp", "What there is"), "Index"),
        "/programme.json": _get("programme", Text("Chương trình", "The programme"), "Programme"),
        "/statistics.json": _get("statistics", Text("Số liệu", "Figures"), "Statistics"),
        "/unions.json": _get("unions", Text("Các công đoàn", "The unions"), "Unions"),
        "/unions/{upper}/{grassroots}.json": {
            "parameters": [_parameter("upper"), _parameter("grassroots")],
            **_get("innovations", of_union, "UnionInnovations"),
        },
    }


def _get(name: str, about: Text, schema: str) -> Part:
    content = {"application/json": {"schema": _ref(schema)}}
    answers = {"200": {"description": about.vi, "content": content}}
    return {"get": {"operationId": name, "summary": about.vi, "description": about.en, "responses": answers}}


def _parameter(name: str) -> Part:
    pattern = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    return {"name": name, "in": "path", "required": True, "schema": pattern}


def _schemas(sources: Sources) -> Part:
    upper, grassroots = _union(sources.upper), _union(sources.grassroots)
    listed = {"innovations": _COUNT, "feed": _TEXT, "grassroots": _list(_ref("ListedGrassroots"))}
    own = {"upper": _object({"id": _TEXT, "name": _TEXT})}
    return {
        "Innovation": _innovation(sources),
        "UpperUnion": _extended(upper, listed),
        "ListedGrassroots": _extended(grassroots, {"upper": _TEXT, "innovations": _COUNT, "path": _TEXT}),
        "GrassrootsUnion": _extended(grassroots, own),
        "UnionInnovations": _object(
            {"union": _ref("GrassrootsUnion"), "innovations": _list(_ref("Innovation"))}
        ),
        "Unions": _object({"unions": _list(_ref("UpperUnion"))}),
        "Programme": {k: v for k, v in _plain(sources.programme_schema).items() if k != "$defs"},
        "Names": _plain(sources.programme_schema["$defs"]["text"]),
        "Figures": _figures(),
        "Measure": _object({"phases": _map(_ref("Figures")), "total": _ref("Figures")}),
        "Statistics": _object({"city": _ref("Measure"), "unions": _list(_ref("MeasuredUpper"))}),
        "MeasuredUpper": _measured({"grassroots": _list(_ref("MeasuredGrassroots"))}),
        "MeasuredGrassroots": _measured({}),
        "Index": _index(),
    }


def _innovation(sources: Sources) -> Part:
    """Innovations as they are published; the confidential ones lack most of it."""
    found = _plain(sources.innovation)
    people = sources.innovation["properties"]["authors"]
    person = {key: _plain(people["items"]["properties"][key]) for key in AUTHOR}
    each = {**_named(people["items"]), **_object({**person, "credited": {"type": "boolean"}})}
    found["properties"]["authors"] = {**_named(people), **_list(each)}
    found["properties"]["images"]["items"] = _extended(found["properties"]["images"]["items"], {"url": _TEXT})
    computed = {"id": _TEXT, "url": _TEXT, "union": _TEXT, "phase": {"type": ["string", "null"]}}
    found["properties"] = {**computed, **found["properties"]}
    always = [key for key in sources.innovation["required"] if key in CONFIDENTIAL]
    return {**found, "required": ["id", "url", "union", *always]}


def _union(schema: Schema) -> Part:
    found = _plain(schema)
    shown = {key: part for key, part in found["properties"].items() if key not in UNION_PRIVATE}
    required = ["id", "url", *schema["required"]]
    return {**found, "properties": {"id": _TEXT, "url": _TEXT, **shown}, "required": required}


def _extended(schema: Part, more: Part) -> Part:
    properties = {**schema["properties"], **more}
    return {**schema, "properties": properties, "required": [*schema["required"], *more]}


def _figures() -> Part:
    properties: Part = {}
    for name, value in Figures().to_json().items():
        part: Part = _map(_COUNT) if isinstance(value, dict) else dict(_COUNT)
        if name in RATIOS:
            part = {"type": "number", "minimum": 0}
        if name in _UNKNOWN:
            part["type"] = [part["type"], "null"]
        if name in FIGURE_WORDS:
            part["title"] = FIGURE_WORDS[name].vi
        properties[name] = part
    return _object(properties)


def _measured(more: Part) -> Part:
    figures = {"phases": _map(_ref("Figures")), "total": _ref("Figures")}
    return _object({"id": _TEXT, "name": _TEXT, **figures, **more})


def _index() -> Part:
    names = _ref("Names")
    file = _object({"path": _TEXT, "media_type": _TEXT, "about": names})
    return _object(
        {
            "version": _TEXT, "name": names, "programme": names, "publisher": names,
            "as_of": {"type": "string", "format": "date"}, "innovations": _COUNT,
            "illustrative": {"type": "boolean"}, "licence": _object({"id": _TEXT, "url": _TEXT}),
            "site": _TEXT, "files": _list(file),
        }
    )  # fmt: skip


def _plain(schema: Any) -> Any:
    """A schema without what is for contributors alone; names refer to the document's own schema of names."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    if "$ref" in schema:
        return {**_ref("Names"), **_named(schema)}
    found: Part = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            found[key] = {name: _plain(part) for name, part in value.items()}
        elif key in _AS_IT_IS:
            found[key] = value
        elif key not in _FOR_WRITERS:
            found[key] = _plain(value)
    return found


def _named(schema: Schema) -> Part:
    words = {"title": label(schema).vi, "description": help_text(schema).vi}
    return {key: text for key, text in words.items() if text}


def _ref(name: str) -> Part:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Part) -> Part:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Part) -> Part:
    return {"type": "array", "items": items}


def _map(values: Part) -> Part:
    return {"type": "object", "additionalProperties": values}
