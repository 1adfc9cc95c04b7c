"""The JSON API: every file is what its OpenAPI document promises, and tells no more than pages do."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from generator.exports.columns import FIGURE_WORDS
from generator.statistics import Figures
from tests.exports.conftest import DANGEROUS, REVIEWER

API = "api/v1"


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def files(public: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the API with the path in the document that stands for it."""
    for path in sorted((public / API).rglob("*.json")):
        place = path.relative_to(public / API).as_posix()
        if place != "openapi.json":
            yield ("/unions/{upper}/{grassroots}.json" if place.startswith("unions/") else f"/{place}"), path


def checker(document: Any, place: str) -> jsonschema.Draft202012Validator:
    answer = document["paths"][place]["get"]["responses"]["200"]
    reference = answer["content"]["application/json"]["schema"]["$ref"]
    schema = {"$ref": reference, "components": document["components"]}
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_document_is_valid(public: Path, nameless: Path) -> None:
    document = load(public / API / "openapi.json")
    validate(document)
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "https://example.org/sang-kien/api/v1"}]
    validate(load(nameless / API / "openapi.json"))


def test_every_file_is_as_promised(public: Path, nameless: Path) -> None:
    for site in (public, nameless):
        document = load(site / API / "openapi.json")
        found = list(files(site))
        assert {place for place, _ in found} == set(document["paths"])
        for place, path in found:
            checker(document, place).validate(load(path))


@pytest.mark.parametrize("harm", ["title", "authors", "url"])
def test_promises_can_be_broken(public: Path, harm: str) -> None:
    data = load(public / API / "unions/quan-dong/xuong-moc.json")
    del data["innovations"][0][harm]
    found = checker(load(public / API / "openapi.json"), "/unions/{upper}/{grassroots}.json")
    assert not found.is_valid(data)


def test_schemas_come_from_the_schemas(public: Path) -> None:
    schema = load(public.parent / "schema/innovation.schema.json")
    found = load(public / API / "openapi.json")["components"]["schemas"]["Innovation"]["properties"]
    assert found.keys() - schema["properties"].keys() == {"id", "url", "union", "phase"}
    assert schema["properties"].keys() <= found.keys()
    assert found["kind"]["enum"] == ["technical", "union-activity", "research"]
    assert found["authors"]["items"]["properties"].keys() == {"name", "job", "share", "credited"}


def test_figures_in_words_are_figures() -> None:
    assert FIGURE_WORDS.keys() <= Figures().to_json().keys()
    tables = {name for name, value in Figures().to_json().items() if isinstance(value, dict)}
    assert Figures().to_json().keys() - FIGURE_WORDS.keys() == tables


def test_unions_lead_to_their_innovations(public: Path) -> None:
    listed = load(public / API / "unions.json")["unions"]
    assert [upper["id"] for upper in listed] == ["nganh-y", "quan-dong"]
    number = 0
    for upper in listed:
        assert (public / upper["feed"]).is_file()
        for union in upper["grassroots"]:
            data = load(public / union["path"])
            assert data["union"]["id"] == union["id"]
            assert data["union"]["upper"] == {"id": upper["id"], "name": upper["name"]}
            assert len(data["innovations"]) == union["innovations"]
            number += union["innovations"]
    assert number == load(public / API / "index.json")["innovations"] == 5


def test_index_lists_files_that_are_there(public: Path) -> None:
    index = load(public / API / "index.json")
    assert index["as_of"] == "2025-03-31"
    assert index["licence"]["id"] == "CC-BY-4.0"
    for file in index["files"]:
        assert (public / file["path"]).is_file(), file


def test_an_innovation_is_whole(public: Path) -> None:
    data = load(public / API / "unions/quan-dong/xuong-moc.json")
    found = {innovation["id"].rpartition("/")[2]: innovation for innovation in data["innovations"]}
    wood = found["bao-goc-ban-go"]
    assert wood["phase"] == "nam-2024"
    assert wood["url"] == f"https://example.org/sang-kien/sang-kien/{wood['id']}.html"
    assert "Thực trạng" in wood["description"]
    image = wood["images"][0]
    assert (public / image["url"].removeprefix("https://example.org/sang-kien/")).is_file()
    people = found["can-keo-nhanh"]["authors"]
    assert [person["credited"] for person in people] == [False, False, True], "the lead is credited"
    assert [person["credited"] for person in wood["authors"]] == [True, False], "the first where shares tie"


def test_json_lines_are_all_innovations_in_the_order_of_ids(public: Path) -> None:
    lines = [
        json.loads(line) for line in (public / "du-lieu/sang-kien.jsonl").read_text("utf-8").splitlines()
    ]
    listed = [
        i
        for _, path in files(public)
        if path.parent.parent.name == "unions"
        for i in load(path)["innovations"]
    ]
    assert [line["id"] for line in lines] == sorted(i["id"] for i in listed)
    assert {line["id"]: line for line in lines} == {i["id"]: i for i in listed}


def test_what_is_private_is_nowhere(public: Path) -> None:
    """Dates of consent, reviewers, and what a confidential innovation keeps to itself."""
    secrets = (
        "consent_on", "2024-12-24", "24/12/2024", REVIEWER.strip("@"), "reviewers",
        "Bí quyết kín", "Nội dung kín", "07/QĐ", "2025-01-15",
    )  # fmt: skip
    root = public.parent
    sources = (root / DANGEROUS).read_text("utf-8") + (root / "submissions/quan-dong/union.yml").read_text(
        "utf-8"
    )
    sources += (root / "submissions/quan-dong/to-det/khung-det-hai-lop.yml").read_text("utf-8")
    for secret in secrets[1:2] + secrets[3:4] + secrets[5:]:
        assert secret in sources, "the test has to look for what is there"
    folders = ("du-lieu", "api", "nhung", "don-vi")
    paths = [path for folder in folders for path in sorted((public / folder).rglob("*")) if path.is_file()]
    assert len(paths) > 50
    for path in (*paths, public / "moi-nhat.xml"):
        found = [secret for secret in secrets if secret.encode() in path.read_bytes()]
        assert not found, f"{path} tells {found}"
