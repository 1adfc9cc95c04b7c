"""The rules that files must keep: one module each, found by being in this folder.

A rule module has a docstring (its manual page, see `Manual`), `SCOPE`, `SEVERITY` and `check`; its
ID is its module's name with dashes. What `check` gets depends on the scope:

    file        check(file, programme)        model.SourceFile: any file below submissions/
    image       check(file, raw, programme)   a photo and its contents
    bytes       check(raw, programme)         contents of a YAML file
    text        check(text, programme)        the same, decoded
    yaml        check(problem)                document.SyntaxProblem or document.Oddity
    schema      check(violation)              schema.Violation; None when it is another rule's
    innovation  check(data, programme)        data of the right types, see NEEDS
    union       check(data, programme)        the same for a union.yml
    catalogue   check(catalogue)              yields (path, Problem): what crosses files
    novelty     check(match, title)           similarity.Match with an earlier innovation of that title
    programme   check(data)                   programme.yml, which satisfies its schema

A rule of scope innovation or union names in `NEEDS` the top-level keys it reads; it is left out for
a file in which the schema already found fault with one of them. Optional keys may be absent.
Rules yield Problems; severities, paths and positions are the driver's (`inspection`).
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Literal

from generator.findings import Severity
from generator.text import Text

Scope = Literal[
    "file", "image", "bytes", "text", "yaml", "schema", "innovation", "union", "catalogue",
    "novelty", "programme",
]  # fmt: skip


# How the IDs of rules about personal data begin.
PERSONAL = "personal-"


@dataclass(frozen=True)
class Manual:
    """A rule's manual page, read from its docstring.

    The docstring has three parts divided by lines `---`: Vietnamese, English, examples. In the first
    two the first line is the title and a paragraph `Nguồn: …` / `Source: …` names the source; the
    third has an indented YAML block after `Good:` and another after `Bad:`. There `␉` stands for a tab,
    since Python 3.13 makes spaces of tabs in docstrings.
    """

    title: Text
    text: Text
    source: Text
    good: str
    bad: str


@dataclass(frozen=True)
class Rule:
    """A rule as the driver and the manual see it."""

    id: str
    scope: Scope
    severity: Severity
    needs: tuple[str, ...]
    check: Callable[..., Any]
    manual: Manual


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its ID, in alphabetical order."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    rules = [_rule(import_module(f"{__name__}.{name}")) for name in names]
    return {rule.id: rule for rule in rules}


@cache
def rules_of(scope: Scope) -> tuple[Rule, ...]:
    """The rules of one scope."""
    return tuple(rule for rule in all_rules().values() if rule.scope == scope)


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    needs = tuple(getattr(module, "NEEDS", ()))
    return Rule(name, module.SCOPE, module.SEVERITY, needs, module.check, _manual(module.__doc__ or "", name))


def _manual(docstring: str, name: str) -> Manual:
    parts = docstring.split("\n---\n")
    if len(parts) != 3:
        raise ValueError(f"the docstring of rule {name} needs three parts divided by ---")
    (title_vi, text_vi, source_vi), (title_en, text_en, source_en) = map(_section, parts[:2])
    good, _, bad = parts[2].partition("Bad:")
    return Manual(
        Text(title_vi, title_en), Text(text_vi, text_en), Text(source_vi, source_en),
        _dedent(good.partition("Good:")[2]), _dedent(bad),
    )  # fmt: skip


def _section(text: str) -> tuple[str, str, str]:
    title, _, rest = text.strip().partition("\n")
    paragraphs = [" ".join(p.split()) for p in rest.strip().split("\n\n") if p.strip()]
    source = next((p for p in paragraphs if p.startswith(("Nguồn:", "Source:"))), "")
    body = "\n\n".join(p for p in paragraphs if p != source)
    return title.strip().rstrip("."), body, source.partition(":")[2].strip()


def _dedent(block: str) -> str:
    lines = block.strip("\n").rstrip().splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:] for line in lines).replace("␉", "\t")
