"""The forms for contributors without Git ask for what the schema asks for, in the programme's own words."""

import yaml

from generator.forms import fields, issue_form, issue_text
from generator.model import Programme
from tests.harness import base_game

UPPERS = ("Liên đoàn Lao động quận Hồng Bàng", "Công đoàn ngành Y tế")


def test_what_the_schema_requires_is_required() -> None:
    game = base_game()
    schema = game.schemas.innovation.schema
    found = {field.id: field for field in fields(schema, game.programme, UPPERS, "vi")}
    for key in schema["required"]:
        inside = [field for name, field in found.items() if name == key or name.startswith(f"{key}-")]
        assert inside, f"the form does not ask for {key}"
        if schema["properties"][key]["type"] != "object":
            assert inside[0].required
    assert found["applied-on"].required
    assert not found["applied-where"].required
    assert not found["research-level"].required
    assert found["upper"].options == UPPERS


def test_photos_are_not_asked_for() -> None:
    """An issue is public at once, and so is what a photo carries."""
    game = base_game()
    form = issue_form(game.schemas.innovation.schema, game.programme, UPPERS, "vi")
    assert "images" not in form


def test_words_come_from_the_programme() -> None:
    game = base_game()
    kinds = [{"id": "technical", "name": {"vi": "Loại khác hẳn", "en": "Quite another kind"}}]
    programme = Programme.from_data({**game.programme.data, "kinds": kinds})
    for language, name in (("vi", "Loại khác hẳn"), ("en", "Quite another kind")):
        form = yaml.safe_load(issue_form(game.schemas.innovation.schema, programme, UPPERS, language))
        kind = next(element for element in form["body"] if element.get("id") == "kind")
        assert kind["attributes"]["options"] == [name]


def test_names_are_told_apart() -> None:
    game = base_game()
    for language in ("vi", "en"):
        form = yaml.safe_load(issue_form(game.schemas.innovation.schema, game.programme, UPPERS, language))
        for key in ("id", "label"):
            names = [e.get(key) or e["attributes"].get(key) for e in form["body"][1:]]
            assert len(set(names)) == len(names), key


def test_both_forges_ask_for_the_same() -> None:
    game = base_game()
    given = game.schemas.innovation.schema, game.programme, UPPERS, "vi"
    form, text = yaml.safe_load(issue_form(*given)), issue_text(*given)
    for element in form["body"][1:]:
        assert f"\n## {element['attributes']['label']}" in text
