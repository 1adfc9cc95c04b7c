"""Where the time of a command goes: laps and work, each with the number of things it was about.

The flows say which stage has just ended. How it is shown is decided elsewhere.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Lap:
    """The seconds that a stage took, and how many things it was about."""

    seconds: float = 0.0
    number: int = 0


class Stopwatch:
    """Laps by stage, in the order in which stages first ended. The first one begins when it is made."""

    def __init__(self) -> None:
        self._begun = self._last = time.perf_counter()
        self._stages: dict[str, Lap] = {}
        self._work: dict[str, Lap] = {}

    def lap(self, stage: str, number: int = 0) -> None:
        """All time since the last lap went to `stage`, for `number` things."""
        now = time.perf_counter()
        _add(self._stages, stage, now - self._last, number)
        self._last = now

    def work(self, sort: str, seconds: float, number: int = 1) -> None:
        """Somebody, perhaps beside others, worked `seconds` on `number` things of one sort."""
        _add(self._work, sort, seconds, number)

    @property
    def seconds(self) -> float:
        """The time since the beginning."""
        return time.perf_counter() - self._begun

    @property
    def stages(self) -> Mapping[str, Lap]:
        """What each stage took of the time that passed."""
        return self._stages

    @property
    def sorts(self) -> Mapping[str, Lap]:
        """What each sort of thing took of the time of all who worked, the longest first."""
        return dict(sorted(self._work.items(), key=lambda item: -item[1].seconds))


def _add(laps: dict[str, Lap], name: str, seconds: float, number: int) -> None:
    before = laps.get(name, Lap())
    laps[name] = Lap(before.seconds + seconds, before.number + number)
