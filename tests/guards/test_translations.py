"""Every sentence of the theme has its translation, and no translation has lost its sentence.

The sentences are those marked in the templates, and the few that the room `templates` adds itself. A
catalogue is `site/theme/locale/<language>.po`; Vietnamese, the language of the templates, has none.
"""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po

from generator.statistics import SUPPORT_DUE, SUPPORT_SPENT
from generator.text import Text

ROOT = Path(__file__).parents[2]
THEME = ROOT / "site" / "theme"
LANGUAGES = ("en",)
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")

# A sentence: its one form, or its singular and plural.
Sentence = tuple[str, ...]


def _sentence(message: str | tuple[str, ...] | list[str] | None) -> Sentence:
    return tuple(message) if isinstance(message, tuple | list) else (message or "",)


def sentences_of_theme() -> dict[Sentence, str]:
    """What the theme says, with the place where it was first found."""
    found: dict[Sentence, str] = {}
    options = {"**.html": {"extensions": "jinja2.ext.do,jinja2.ext.loopcontrols", "silent": "false"}}
    templates = extract_from_dir(
        THEME / "templates",
        [("**.html", "jinja2.ext:babel_extract")],
        options,
        KEYWORDS,
        strip_comment_tags=False,
    )
    for name, line, message, _comments, _context in templates:
        found.setdefault(_sentence(message), f"{name}:{line}")
    room = ROOT / "generator" / "templates.py"
    for line, message, _comments, _context in extract_from_file("python", room, KEYWORDS):
        found.setdefault(_sentence(message), f"{room.name}:{line}")
    return found


def catalogue(language: str) -> Catalog:
    with (THEME / "locale" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def translations(language: str) -> dict[Sentence, Sentence]:
    """The catalogue's sentences with what stands for them."""
    return {_sentence(m.id): _sentence(m.string) for m in catalogue(language) if m.id}


def test_the_theme_is_read() -> None:
    found = sentences_of_theme()
    assert ("Gửi sáng kiến",) in found
    assert ("%(n)s sáng kiến", "%(n)s sáng kiến") in found
    assert ("chưa có số liệu",) in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language: str) -> None:
    said = sentences_of_theme()
    missing = said.keys() - translations(language).keys()
    assert not missing, "\n".join(sorted(f"{said[s]}: {s[0]}" for s in missing))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_obsolete(language: str) -> None:
    obsolete = translations(language).keys() - sentences_of_theme().keys()
    assert not obsolete, "\n".join(sorted(s[0] for s in obsolete))
    assert not catalogue(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_is_finished(language: str) -> None:
    found = catalogue(language)
    assert not found.fuzzy
    unfinished = [m.id for m in found if m.id and (m.fuzzy or not all(_sentence(m.string)))]
    assert not unfinished


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_two_forms(language: str) -> None:
    """The room `templates` chooses between one and many; the header has to say so."""
    assert catalogue(language).num_plurals == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language: str) -> None:
    for sentence, translation in translations(language).items():
        expected = set(PLACEHOLDER.findall(sentence[0]))
        for form in translation:
            assert set(PLACEHOLDER.findall(form)) == expected, sentence[0]
            assert "%" not in PLACEHOLDER.sub("", form), f"a stray % would not survive formatting: {form}"


@pytest.mark.parametrize("name", [SUPPORT_DUE, SUPPORT_SPENT], ids=lambda name: name.en)
def test_what_the_terminal_and_files_name_too_has_one_name(name: Text) -> None:
    assert (name.vi,) in sentences_of_theme()
    assert translations("en")[(name.vi,)] == (name.en,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_edges_are_kept(language: str) -> None:
    """Templates join sentences, so white space at the edges and a full stop at the end are part of them."""
    for sentence, translation in translations(language).items():
        for form in translation:
            assert form == form.strip() or sentence[0] != sentence[0].strip(), sentence[0]
            assert form.endswith(".") == sentence[0].endswith("."), sentence[0]
