"""A branch of work: the words of what people work with there, and the hints that recognise it.

A programme's own words (fields, unit types, upper-level unions) are matched to a branch by `hints`,
parts of their Vietnamese names, so that this module knows no programme. Sentences do not belong here.
"""

from dataclasses import dataclass

from generator.demo.words import Table, even, listed, ranked


@dataclass(frozen=True)
class Branch:
    """One branch. `share` weighs it against the others; `hints` are lower-case, the best first.

    `tables` has: org, thing, work, spot, people, goods, job, tag.
    """

    share: int
    public: bool
    hints: tuple[str, ...]
    tables: dict[str, Table]


def branch(
    share: int, public: bool, hints: str, *, org: str, thing: str, work: str, spot: str,
    people: str, goods: str, job: str, tag: str,
) -> Branch:  # fmt: skip
    tables = {
        "org": ranked(listed(org), 4),
        "thing": ranked(listed(thing), 6),
        "work": ranked(listed(work), 6),
        "spot": ranked(listed(spot), 6),
        "people": ranked(listed(people)),
        "goods": ranked(listed(goods)),
        "job": ranked(listed(job), 5),
        "tag": even(listed(tag)),
    }
    return Branch(share, public, tuple(listed(hints)), tables)
