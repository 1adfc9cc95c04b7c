"""`sangkien sync`: everything that is derived from the schema and the unions, and kept in the repository."""

from collections.abc import Mapping

from generator.forms import issue_form, issue_text
from generator.manual import rules_page, schema_page
from generator.model import Union
from generator.pages.shell import localised
from generator.repository import Repository
from generator.survey import Workshop, survey
from generator.text import sort_key

# GitHub and GitLab each look in their own folder.
_CODE_OWNERS = (".github/CODEOWNERS", ".gitlab/CODEOWNERS")
# Those that a programme may have.
_LANGUAGES = ("vi", "en")


def sync(shop: Workshop, check: bool) -> Mapping[str, str | None]:
    """Write the derived files anew, and remove those of languages that the programme does not have.

    What was not current, by path: what has to stand there, None for nothing. With `check`, only that is told.
    """
    survey(shop)
    repository = shop.repository
    derived: dict[str, str | None] = dict.fromkeys(_CODE_OWNERS, _code_owners(shop))
    for language in _LANGUAGES:
        made = {**_guides(repository, language), **_forms(shop, language)}
        derived.update(made if language in repository.game.programme.languages else dict.fromkeys(made))
    stale = {path: text for path, text in sorted(derived.items()) if _found(repository, path) != text}
    if not check:
        for path, text in stale.items():
            if text is None:
                (repository.root / path).unlink()
            else:
                repository.write_text(path, text)
    return stale


def _found(repository: Repository, path: str) -> str | None:
    return repository.read_text(path) if (repository.root / path).is_file() else None


def _guides(repository: Repository, language: str) -> Mapping[str, str]:
    schemas = repository.game.schemas
    fields = {"innovation": schemas.innovation, "upper": schemas.upper, "grassroots": schemas.grassroots}
    effective = {name: checker.schema for name, checker in fields.items()}
    folder = f"site/content/{localised('huong-dan', language)}"
    return {
        f"{folder}/quy-tac.md": rules_page(language),
        f"{folder}/luoc-do.md": schema_page(effective, repository.game.programme, language),
    }


def _forms(shop: Workshop, language: str) -> Mapping[str, str]:
    """The forms in which people without Git send an innovation."""
    game = shop.repository.game
    name = "sang-kien" if language == "vi" else f"sang-kien.{language}"
    given = game.schemas.innovation.schema, game.programme, [union.name for union in _uppers(shop)], language
    return {
        f".github/ISSUE_TEMPLATE/{name}.yml": issue_form(*given),
        f".gitlab/issue_templates/{name}.md": issue_text(*given),
    }


def _uppers(shop: Workshop) -> list[Union]:
    unions = (union for union in shop.store.unions.all().values() if union.is_upper)
    return sorted(unions, key=lambda union: sort_key(union.name))


def _code_owners(shop: Workshop) -> str:
    """Who reviews which folder, from the `reviewers` of upper-level unions."""
    lines = ["# Made from the unions' `reviewers` by: sangkien sync"]
    unions = sorted(shop.store.unions.all().values(), key=lambda union: sort_key(union.id))
    lines += [f"/submissions/{u.id}/ {' '.join(u.reviewers)}" for u in unions if u.reviewers]
    return "\n".join(lines) + "\n"
