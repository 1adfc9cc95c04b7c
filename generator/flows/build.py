"""`sangkien build`: from the files to the public folder."""

from pathlib import Path

from generator.parts import plan
from generator.parts.desk import open_desk
from generator.renewal import Built, Renewal, look, make_parts
from generator.survey import Workshop


def build(shop: Workshop, out: Path, clean: bool = False) -> Built:
    """Bring the folder `out` up to date. Raises Refusal where `out` holds something else."""
    renewal = Renewal(shop, out, clean)
    found = look(shop, clean)
    renewal.begin()
    desk = open_desk(shop.repository, shop.store)
    parts = plan(desk)
    shop.stopwatch.lap("plan", len(parts))
    renewal.compare(parts)
    if renewal.needed:
        stage = renewal.prepare()
        renewal.finish(make_parts(shop, desk, stage, renewal.stale))
    return renewal.built(found)
