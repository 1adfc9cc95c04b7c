"""The data described for programs: Frictionless Data Package of the CSV files, DCAT catalogue of all."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.exports import FOLDER, LICENCE, LICENCE_ID, LICENCE_URL, DataFile
from generator.exports.columns import UNIONS, Column, Table
from generator.exports.rows import named
from generator.model import Programme
from generator.pages.page import Snapshot

DATA_PACKAGE, CATALOGUE = f"{FOLDER}/datapackage.json", f"{FOLDER}/dcat.jsonld"


def schema_path(table: Table) -> str:
    """Where the Table Schema of a table's CSV files is."""
    return f"{FOLDER}/{table.name}.schema.json"


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema (Frictionless) of a table's CSV files."""
    # A table that refers to itself names no resource.
    unions = "" if table.name == UNIONS else UNIONS
    keys = [
        {"fields": column.name, "reference": {"resource": unions, "fields": "id"}}
        for column in table.columns
        if column.references == UNIONS
    ]
    fields = [_field(column) for column in named(table.columns)]
    return {"fields": fields, "primaryKey": list(table.key), **({"foreignKeys": keys} if keys else {})}


def data_package(programme: Programme, tables: Sequence[Table], files: Sequence[DataFile]) -> dict[str, Any]:
    """datapackage.json: every CSV file among `files`, with the schema of its table."""
    data = programme.data
    by_name = {table.name: table for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": "sang-kien",
        "title": data["site_name"]["vi"],
        "description": data["name"]["vi"],
        **({"homepage": data["site_url"]} if data["site_url"] else {}),
        "licenses": [{"name": LICENCE_ID, "title": LICENCE.vi, "path": LICENCE_URL}],
        "contributors": [{"title": data["federation"]["name"]["vi"], "role": "publisher"}],
        "resources": [
            _described(file, by_name[file.table]) for file in files if file.format == "CSV" and file.table
        ],
    }


def catalogue(snapshot: Snapshot, files: Sequence[DataFile]) -> dict[str, Any]:
    """The DCAT catalogue as JSON-LD: one data set, and each of `files` as a distribution of it."""
    data = snapshot.programme.data
    up = data["site_url"] or "../"
    page = {"@id": f"{up}{FOLDER}/index.html"}
    shared = {
        "dct:title": _both(data["site_name"]),
        "dct:description": _both(data["name"]),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _both(data["federation"]["name"])},
        "dct:license": {"@id": LICENCE_URL},
        "dct:modified": _day(snapshot.as_of.isoformat()),
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/VIE"},
    }
    return {
        "@context": _PREFIXES,
        "@id": f"{up}{CATALOGUE}",
        "@type": "dcat:Catalog",
        "foaf:homepage": {"@id": f"{up}index.html"},
        **shared,
        "dcat:dataset": {
            **page,
            "@type": "dcat:Dataset",
            "dcat:landingPage": page,
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": _day(snapshot.programme.start.isoformat()),
                "dcat:endDate": _day(snapshot.programme.end.isoformat()),
            },
            **shared,
            "dcat:distribution": [_distribution(file, up) for file in files],
        },
    }


_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _distribution(file: DataFile, up: str) -> dict[str, Any]:
    place = {"@id": up + file.path}
    return {
        **place,
        "@type": "dcat:Distribution",
        "dct:title": _both({"vi": file.about.vi, "en": file.about.en}),
        "dct:license": {"@id": LICENCE_URL},
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{file.media_type}"},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
    }


def _both(names: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": name} for language, name in names.items()]


def _day(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}


def _described(file: DataFile, table: Table) -> dict[str, Any]:
    inside = file.path.removeprefix(f"{FOLDER}/")
    # Tables of one union are named by their place; those of the whole by what they are.
    of_union = inside.removesuffix(".csv").replace("/", ".") if "/" in inside else None
    return {
        "profile": "tabular-data-resource",
        "name": of_union or table.name,
        "path": inside,
        "title": file.about.vi,
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.size,
        "schema": schema_path(table).removeprefix(f"{FOLDER}/"),
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.label.vi}
    if column.about.vi:
        found["description"] = column.about.vi
    # Unions are too many to list, and have a table of their own.
    if column.words is not None and column.references != UNIONS:
        found["constraints"] = {"enum": list(column.words)}
    if column.unit:
        found["unit"] = column.unit
    return found
