"""A whole synthetic catalogue as paths and texts, one union after another.

Made of nothing but its arguments. Chance comes from `random.Random(seed)`, whose numbers are the same
on every machine; only additions, multiplications and divisions are done with them, for the same reason.
"""

from collections.abc import Iterator, Sequence
from random import Random

from generator.demo.entries import Writer
from generator.demo.setting import Setting
from generator.demo.units import units
from generator.model import SUBMISSIONS, UNION_FILE, Programme, Union


def files(programme: Programme, uppers: Sequence[Union], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Paths and texts of the grassroots unions below `uppers` and of their `count` innovations.

    A union's own file comes before its innovations. Nothing is kept of what was yielded, except a few
    bits of each title and the unions' IDs.
    """
    random = Random(seed).random
    setting = Setting(programme)
    writer = Writer(setting, count, random)
    for unit in units(setting, _open(uppers, programme), count, random):
        folder = f"{SUBMISSIONS}{unit.id}/"
        yield folder + UNION_FILE, unit.text
        for name, text in writer.entries(unit):
            yield folder + name, text


def _open(uppers: Sequence[Union], programme: Programme) -> Sequence[Union]:
    """The unions, in the order of their IDs, that exist all through the programme; all if there is none."""
    lasting = [
        upper
        for upper in uppers
        if (upper.valid_from is None or upper.valid_from <= programme.start)
        and (upper.valid_to is None or upper.valid_to >= programme.end)
    ]
    return sorted(lasting or uppers, key=lambda upper: upper.id)
