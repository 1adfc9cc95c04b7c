"""`sangkien sync`: everything that is derived from the schema and the unions, and kept in the repository."""

from collections.abc import Mapping

from generator.forms import issue_form, issue_text
from generator.manual import rules_page, schema_page
from generator.model import Union
from generator.repository import Repository
from generator.survey import Workshop, survey
from generator.text import sort_key

# GitHub and GitLab each look in their own folder.
_CODE_OWNERS = (".github/CODEOWNERS", ".gitlab/CODEOWNERS")


def sync(shop: Workshop, check: bool) -> list[str]:
    """Write the derived files anew. The paths that were not current; with `check`, nothing is written."""
    survey(shop)
    owners = _code_owners(shop)
    derived = {**_guides(shop.repository), **_forms(shop), **dict.fromkeys(_CODE_OWNERS, owners)}
    stale = [path for path, text in sorted(derived.items()) if shop.repository.read_text(path) != text]
    if not check:
        for path in stale:
            shop.repository.write_text(path, derived[path])
    return stale


def _guides(repository: Repository) -> Mapping[str, str]:
    schemas = repository.game.schemas
    fields = {"innovation": schemas.innovation, "upper": schemas.upper, "grassroots": schemas.grassroots}
    effective = {name: checker.schema for name, checker in fields.items()}
    found = {}
    for language in repository.game.programme.languages:
        folder = "site/content/huong-dan" if language == "vi" else f"site/content/{language}/huong-dan"
        found[f"{folder}/quy-tac.md"] = rules_page(language)
        found[f"{folder}/luoc-do.md"] = schema_page(effective, repository.game.programme, language)
    return found


def _forms(shop: Workshop) -> Mapping[str, str]:
    """The forms in which people without Git send an innovation, in each language."""
    game = shop.repository.game
    schema = game.schemas.innovation.schema
    uppers = [union.name for union in _uppers(shop)]
    found = {}
    for language in game.programme.languages:
        name = "sang-kien" if language == "vi" else f"sang-kien.{language}"
        given = schema, game.programme, uppers, language
        found[f".github/ISSUE_TEMPLATE/{name}.yml"] = issue_form(*given)
        found[f".gitlab/issue_templates/{name}.md"] = issue_text(*given)
    return found


def _uppers(shop: Workshop) -> list[Union]:
    unions = (union for union in shop.store.unions.all().values() if union.is_upper)
    return sorted(unions, key=lambda union: sort_key(union.name))


def _code_owners(shop: Workshop) -> str:
    """Who reviews which folder, from the `reviewers` of upper-level unions."""
    lines = ["# Made from the unions' `reviewers` by: sangkien sync"]
    unions = sorted(shop.store.unions.all().values(), key=lambda union: sort_key(union.id))
    lines += [f"/submissions/{u.id}/ {' '.join(u.reviewers)}" for u in unions if u.reviewers]
    return "\n".join(lines) + "\n"
