"""Made-up grassroots unions: how many, how large, where, and their files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.demo.branch import Branch
from generator.demo.names import BRANDS, BRANDS_ODD
from generator.demo.setting import BRANCHES, Setting, branch_of
from generator.demo.words import SIZE
from generator.model import Union
from generator.text import slugify

ENTRIES_PER_UNIT = 16
# The largest union's weight against that of an ordinary one, in a catalogue of many.
_HEAVIEST = 400
Random = Callable[[], float]


@dataclass(frozen=True)
class Unit:
    """One grassroots union. `people` is how many of its members have an innovation, about."""

    id: str
    name: str
    branch: Branch
    size: int
    people: int
    initials: str
    text: str


def sizes(count: int, largest: int, random: Random) -> list[int]:
    """`count` entries divided among unions: few have very many, most have few, each has 1 to `largest`."""
    number = min(count, max(1, round(count / ENTRIES_PER_UNIT), -(-count // largest)))
    heaviest = min(_HEAVIEST, max(4, number))
    weights = [min(heaviest, 1 / (random() + 1e-9)) for _ in range(number)]
    total = sum(weights)
    parts = [min(largest, 1 + int((count - number) * weight / total)) for weight in weights]
    left, place = count - sum(parts), 0
    while left:
        if parts[place] < largest:
            parts[place] += 1
            left -= 1
        place = (place + 1) % number
    return parts


def units(setting: Setting, uppers: Sequence[Union], count: int, random: Random) -> Iterator[Unit]:
    """The grassroots unions of `count` entries, spread over `uppers` by their targets."""
    weights = _weights(uppers, random)
    branches = {upper.id: branch_of(upper.name) for upper in uppers}
    given = dict.fromkeys(weights, 0.0)
    # Where a catalogue is larger than its programme, targets stay within the programme's.
    cut = min(1.0, sum(phase.target for phase in setting.programme.phases) / count) if count else 1.0
    used: set[str] = set()
    # A union's own file is in the folder too.
    largest = setting.programme.data["limits"]["folder_files"] - 1
    for size in sizes(count, largest, random):
        upper_id = min(given, key=lambda upper: given[upper] / weights[upper])
        given[upper_id] += size
        branch = branches[upper_id]
        if branch is None or random() < 0.08:
            branch = _any_branch(random)
        yield _unit(setting, upper_id, branch, size, cut, used, random)


def _weights(uppers: Sequence[Union], random: Random) -> Mapping[str, float]:
    targets = {upper.id: sum(upper.targets.values()) for upper in uppers}
    known = sorted(target for target in targets.values() if target)
    usual = known[len(known) // 2] if known else 1
    # Not every union keeps pace with its target.
    return {upper: (target or usual) * (0.65 + 0.7 * random()) for upper, target in targets.items()}


def _any_branch(random: Random) -> Branch:
    left = random() * sum(branch.share for branch in BRANCHES)
    for branch in BRANCHES:
        left -= branch.share
        if left < 0:
            return branch
    return BRANCHES[0]


def _unit(
    setting: Setting, upper_id: str, branch: Branch, size: int, cut: float, used: set[str], random: Random
) -> Unit:
    organisation = branch.tables["org"][int(random() * SIZE)]
    brand = (BRANDS if random() < 0.6 else BRANDS_ODD)[int(random() * SIZE)]
    name = f"{organisation} {brand}"
    number = 1
    while (slug := f"{upper_id}/{slugify(name)}") in used:
        number += 1
        name = f"{organisation} {brand} {number}"
    used.add(slug)
    people = max(6, int(size * (0.3 + 0.4 * random())))
    lines = [
        f"name: CĐCS {name}",
        f"short_name: CĐCS {brand}{f' {number}' if number > 1 else ''}",
        f"unit_type: {setting.unit_type(branch, organisation, int(random() * SIZE))}",
    ]
    ownership = setting.ownership(branch, organisation, random(), int(random() * SIZE))
    if ownership:
        lines.append(f"ownership: {ownership}")
    phases = setting.programme.phases
    if random() < 0.92:
        members = int(people / (0.05 + 0.45 * random())) + 3
        known = phases if random() < 0.93 else phases[-1:]
        figures = (f"{phase.id}: {members + int(members * 0.06 * random())}" for phase in known)
        lines.append(f"members: {{{', '.join(figures)}}}")
    if random() < 0.75:
        whole = sum(phase.target for phase in phases)
        figures = (
            f"{phase.id}: {max(1, int(size * phase.target / whole * cut * (0.6 + 0.7 * random())))}"
            for phase in phases
        )
        lines.append(f"targets: {{{', '.join(figures)}}}")
    lines += ["illustrative: true", "source: Số liệu giả lập để thử quy mô", ""]
    initials = "".join(word[0] for word in brand.split())
    return Unit(slug, name, branch, size, people, initials, "\n".join(lines))
