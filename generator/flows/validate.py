"""`sangkien validate`: every finding of every file, or of some."""

from pathlib import Path

from generator import novelty
from generator.findings import Validation
from generator.selection import chosen
from generator.survey import Workshop, survey


def validate(shop: Workshop, paths: list[Path]) -> Validation:
    """Check the whole catalogue; with `paths` (files or folders), tell only what concerns them.

    Innovations named so are compared with all earlier ones.
    Raises Refusal for a path that is not in submissions/.
    """
    wanted = chosen(shop.repository, paths)
    found = Validation(survey(shop).findings, tuple(sorted(shop.store.known_files())))
    if not wanted:
        return found
    near = found.within(wanted)
    if len(near.checked) > novelty.MANY:
        return near
    novelty.prepare(shop)
    return near.plus(novelty.findings(shop.repository, shop.store, near.checked))
