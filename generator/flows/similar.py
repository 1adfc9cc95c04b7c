"""`sangkien similar`: the earlier innovations nearest to one, with the passages that agree."""

import json
from dataclasses import dataclass
from pathlib import Path

from generator import novelty
from generator.model import SUBMISSIONS, UNION_FILE, Innovation, SourceFile
from generator.problems import Refusal
from generator.similarity import NOVELTY_THRESHOLD, Match
from generator.survey import Workshop, inspect, survey

# Below this, texts share a few everyday words.
_WORTH_SHOWING = 0.2


@dataclass(frozen=True)
class Likeness:
    """An earlier innovation with its title and unit; `notable` where it deserves a second look."""

    match: Match
    title: str
    unit: str

    @property
    def notable(self) -> bool:
        return self.match.score >= NOVELTY_THRESHOLD


def similar(shop: Workshop, path: Path) -> list[Likeness]:
    """The nearest of the published innovations; the file itself need not be published.

    Raises Refusal where the file is no innovation or has errors.
    """
    survey(shop)
    innovation = _read(shop, path)
    novelty.prepare(shop)
    unions = shop.store.unions.all()
    found = [match for match in novelty.matches(shop, innovation) if match.score >= _WORTH_SHOWING]
    cards = shop.store.cards.of([match.id for match in found])
    return [Likeness(m, cards[m.id].title, unions[cards[m.id].grassroots_id].short_name) for m in found]


def _read(shop: Workshop, path: Path) -> Innovation:
    repository = shop.repository
    inside = repository.inside(path)
    if not inside.startswith(SUBMISSIONS) or not inside.endswith(".yml") or inside.endswith(f"/{UNION_FILE}"):
        raise Refusal(
            f"“{path}” không phải tệp của một sáng kiến. Hãy chỉ ra một tệp như "
            f"{SUBMISSIONS}<công đoàn cấp trên>/<công đoàn cơ sở>/<tên ngắn>.yml, không phải {UNION_FILE}.",
            f"“{path}” is not the file of an innovation. Name a file such as "
            f"{SUBMISSIONS}<upper-level union>/<grassroots union>/<short name>.yml, other than {UNION_FILE}.",
        )
    size = (repository.root / inside).stat().st_size
    record = inspect(repository, repository.game, SourceFile(inside, size))
    if record.entry is None:
        raise Refusal(
            f"“{path}” còn lỗi nên chưa so sánh được. Xem lỗi: sangkien validate {path}",
            f"“{path}” has errors and cannot be compared yet. See: sangkien validate {path}",
        )
    return Innovation.from_data(record.entry.id, json.loads(record.entry.data))
