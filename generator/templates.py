"""The theme: templates filled with a page's context. The only doorway to jinja2 (and to babel's catalogues).

Vietnamese is the language that templates are written in; others come from `locale/<language>.po`.
Sentences without values are translated when a template is compiled, so that they cost nothing later.
What surrounds every page is drawn once per section, depth and language.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from traceback import extract_tb
from typing import Any
from urllib.parse import urlsplit

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.ext import Extension
from markupsafe import Markup, escape

from generator.model import Programme
from generator.pages import shell
from generator.pages.page import Page
from generator.problems import Refusal
from generator.records import fingerprint
from generator.text import format_date, format_money, format_month, format_number, format_percent

SOURCE_LANGUAGE = "vi"
_SHELL = ("head", "top", "rest", "foot")
_REFERENCE = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_SPECIAL = re.compile("[&<>'\"]")
_CONSTANT = re.compile(r"\{\{\s*_\('([^'\\]*)'\)\s*\}\}")


class Translations:
    """The sentences of one language. A sentence that the catalogue lacks stays Vietnamese."""

    def __init__(self, language: str, catalog: Catalog | None) -> None:
        self.language = language
        self._singular: dict[str, str] = {}
        self._plural: dict[str, tuple[str, ...]] = {}
        for message in catalog or ():
            if message.id and isinstance(message.string, str) and message.string:
                self._singular[str(message.id)] = message.string
            elif isinstance(message.id, tuple | list) and message.string and all(message.string):
                self._plural[message.id[0]] = tuple(message.string)

    def gettext(self, text: str, **values: Any) -> str | Markup:
        """`text` in this language; values fill its `%(name)s`, escaped unless they are Markup."""
        translated = self._singular.get(text, text)
        return Markup(escape(translated)) % values if values else translated

    def ngettext(self, one: str, many: str, number: int, **values: Any) -> Markup:
        """The form that `number` asks for. `%(n)s` is the number as this language writes it."""
        forms = self._plural.get(one, (one, many))
        text = forms[0] if number == 1 else forms[-1]
        return Markup(escape(text)) % {"n": format_number(number, 0, self.language), **values}


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around a page's own part. Between `top` and `rest` goes the switch of languages."""

    head: Markup
    top: Markup
    rest: Markup
    foot: Markup


class Templates:
    """The templates of a theme folder, compiled once, for one programme."""

    def __init__(self, theme_folder: Path, programme: Programme, kept: Path | None = None) -> None:
        """In `kept`, a folder, compiled templates lie ready for the next time."""
        self._folder = theme_folder
        self._programme = programme
        self._environments = {
            language: _environment(theme_folder, language, programme, kept)
            for language in programme.languages
        }
        self._digests: dict[str, str] = {}
        self._shells: dict[tuple[str, str, str], Shell] = {}
        self._loaded: dict[tuple[str, str], Callable[..., str]] = {}

    def render(self, page: Page) -> str:
        """The HTML of `page`. Raises Refusal where a template of the theme is faulty."""
        try:
            return self._render(page)
        except TemplateError as error:
            raise self._faulty(error, page.template) from error

    def _render(self, page: Page) -> str:
        root = "../" * page.path.count("/")
        if page.context.get("absolute"):
            # The place on whatever host serves it: the site may have several names.
            root = urlsplit(self._programme.data["site_url"]).path.rstrip("/") + "/"
        language = page.language
        render = self._loaded.get((language, page.template))
        if render is None:
            render = self._environments[language].get_template(page.template).render
            self._loaded[language, page.template] = render
        return render(
            page.context,
            path=page.path,
            root=root,
            home=root if language == SOURCE_LANGUAGE else f"{root}{language}/",
            shell=self._shell(language, page.context["section"], root),
        )

    def _faulty(self, error: TemplateError, template: str) -> Refusal:
        """What to say of an error in a template, which one may have written for another look."""
        if isinstance(error, TemplateSyntaxError):
            name, line = error.name or template, error.lineno
        else:
            folder = f"{self._folder / 'templates'}/"
            frames = [f for f in extract_tb(error.__traceback__) if f.filename.startswith(folder)]
            last = frames[-1] if frames else None
            name, line = (last.filename.removeprefix(folder), last.lineno or 1) if last else (template, 1)
        place = f"site/theme/templates/{name}:{line}"
        return Refusal(
            f"{place}: mẫu trang này có lỗi: {error.message or error}. Hãy sửa tệp mẫu rồi chạy lại.",
            f"{place}: there is an error in this template: {error.message or error}. Mend it, and run again.",
        )

    def digest(self, name: str) -> str:
        """Names a template's source with all that it includes, the shell and the translations."""
        if name not in self._digests:
            self._digests[name] = self._digest(name)
        return self._digests[name]

    def _digest(self, name: str) -> str:
        found: dict[str, str] = {}
        waiting = [name, *(f"shell/{part}.html" for part in _SHELL)]
        while waiting:
            template = waiting.pop()
            if template not in found:
                found[template] = source = self._source(template)
                waiting += _REFERENCE.findall(source)
        for path in sorted((self._folder / "locale").glob("*.po")):
            found[path.name] = path.read_text("utf-8")
        return fingerprint(sorted(found.items()))

    def _source(self, template: str) -> str:
        try:
            return (self._folder / "templates" / template).read_text("utf-8")
        except FileNotFoundError as error:
            raise Refusal(
                f"Giao diện ở site/theme thiếu tệp templates/{template}. Hãy chép lại thư mục site/theme của "
                "phiên bản sangkien đang dùng.",
                f"The theme in site/theme lacks templates/{template}. Copy the folder site/theme that comes "
                "with this version of sangkien.",
            ) from error

    def _shell(self, language: str, section: str, root: str) -> Shell:
        key = (language, section, root)
        found = self._shells.get(key)
        if found is None:
            environment = self._environments[language]
            home = root if language == SOURCE_LANGUAGE else f"{root}{language}/"
            parts = (
                environment.get_template(f"shell/{part}.html").render(root=root, home=home, section=section)
                for part in _SHELL
            )
            found = self._shells[key] = Shell(*map(Markup, parts))
        return found


class _Template(Template):
    """A template whose output is put together without wrapping each plain string as Markup first."""

    @classmethod
    def from_code(cls, *arguments: Any, **options: Any) -> Template:
        found = super().from_code(*arguments, **options)
        found.root_render_func.__globals__["escape"] = _escape
        return found


def _escape(value: Any) -> str:
    return value if type(value) is str and _SPECIAL.search(value) is None else escape(value)


def _environment(theme_folder: Path, language: str, programme: Programme, kept: Path | None) -> Environment:
    translations = Translations(language, _catalog(theme_folder, language))
    environment = Environment(
        loader=FileSystemLoader(theme_folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=None if kept is None else _compiled(theme_folder, language, kept),
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    environment.template_class = _Template
    environment.add_extension(_constants_translated(translations))
    unknown = Markup('<span class="unknown">%s</span>') % translations.gettext("chưa có số liệu")
    known = partial(_known, unknown)
    environment.filters.update(
        number=known(partial(format_number, language=language)),
        percent=known(partial(format_percent, language=language)),
        money=known(partial(format_money, language=language)),
        day=known(partial(format_date, language=language)),
        month=known(partial(format_month, language=language)),
        points=lambda ratio: format_number(abs(ratio) * 100, 0 if abs(ratio) >= 0.0995 else 1, language),
        span=lambda phase: _span(phase.start, phase.end, language),
        local=lambda words: words.get(language) or words[SOURCE_LANGUAGE],
    )
    data = programme.data
    environment.globals.update(
        _=translations.gettext,
        ngettext=translations.ngettext,
        language=language,
        # Titles, summaries and names of unions are Vietnamese on every page: this marks them.
        vi="" if language == SOURCE_LANGUAGE else Markup(' lang="vi"'),
        other_language=next((code for code in programme.languages if code != language), None),
        programme=data,
        site_name=data["site_name"][language],
        threshold=programme.participation_threshold,
        unknown=unknown,
        urls=shell,
        term=partial(_term, programme, language),
    )
    return environment


def _compiled(theme_folder: Path, language: str, kept: Path) -> FileSystemBytecodeCache:
    """Jinja knows templates by their source; what a catalogue puts into them is known by the folder."""
    path = theme_folder / "locale" / f"{language}.po"
    folder = kept / f"{language}-{fingerprint(path.read_text('utf-8') if path.exists() else '')}"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _constants_translated(translations: Translations) -> type[Extension]:
    """An extension that translates `{{ _('…') }}` before the template is compiled."""

    class ConstantsTranslated(Extension):
        identifier = f"constants-{translations.language}"

        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return _CONSTANT.sub(lambda found: str(escape(translations.gettext(found[1]))), source)

    return ConstantsTranslated


def _catalog(theme_folder: Path, language: str) -> Catalog | None:
    path = theme_folder / "locale" / f"{language}.po"
    if language == SOURCE_LANGUAGE or not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _known(unknown: Markup, write: Callable[..., str]) -> Callable[..., str]:
    """`write`, but for None the words for “unknown”: never a zero."""
    write = lru_cache(maxsize=1 << 14)(write)

    def filtered(value: Any, *arguments: Any) -> str:
        return unknown if value is None else write(value, *arguments)

    return filtered


def _span(start: date, end: date, language: str) -> str:
    return f"{format_month(f'{start:%Y-%m}', language)} – {format_month(f'{end:%Y-%m}', language)}"


def _term(programme: Programme, language: str, vocabulary: str, word: str) -> str:
    names: Mapping[str, str] = programme.vocabularies[vocabulary][word].name
    return names[language]
