"""The page of one innovation: what it is, for whom, what it gave.

It depends on its innovation, its neighbours' cards, the names of its unions and the programme, and on
nothing else: a new entry elsewhere must not rewrite it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator import markdown
from generator.model import Data, Innovation
from generator.pages.page import Card, Page, Snapshot
from generator.pages.shell import edit_url, entry_page, shortened

# Characters of a description's HTML above which one related innovation is enough: pages stay within 8 KB.
_LONG = 1400


def entry(
    snapshot: Snapshot,
    innovation: Innovation,
    previous: Card | None,
    following: Card | None,
    related: Sequence[Card],
    sizes: Mapping[str, tuple[int, int]],
) -> Page:
    """The page of `innovation`; of a confidential one only what may be published reaches the template.

    `sizes` gives width and height of its photos in pixels, by file.
    """
    programme = snapshot.programme
    words = programme.vocabularies
    unions = snapshot.unions
    upper = unions[innovation.upper_id]
    grassroots = unions[innovation.grassroots_id]
    body = "" if innovation.confidential else markdown.render(innovation.description)
    phase = None if innovation.confidential else programme.phase_of(innovation.applied_on)
    context = {
        "id": innovation.id,
        "title": innovation.title,
        "summary": innovation.summary,
        "description": shortened(innovation.summary),
        "field_id": innovation.field,
        "field": words["fields"][innovation.field].name["vi"],
        "authors": innovation.authors,
        "credited": innovation.credited if len(innovation.authors) > 1 else None,
        "benefit": innovation.benefit,
        "upper": upper,
        "grassroots": grassroots,
        "phase": phase,
        "confidential": innovation.confidential,
        "previous": previous,
        "following": following,
        "related": [
            (card, unions[card.grassroots_id].short_name)
            for card in related[: 1 if len(body) > _LONG else None]
        ],
        "edit_url": edit_url(programme, f"submissions/{innovation.id}.yml"),
    }
    if not innovation.confidential:
        recogniser = words["recognisers"][innovation.recognition["by"]].name["vi"]
        research = innovation.research
        context.update(
            kind_id=innovation.kind,
            kind=words["kinds"][innovation.kind].short_name["vi"],
            applied_on=innovation.applied_on,
            applied=innovation.applied,
            novelty=innovation.novelty,
            recogniser=recogniser,
            recognition=innovation.recognition,
            research=research,
            research_level=words["research_levels"][research["level"]].name["vi"] if research else None,
            registration=innovation.registration,
            report=innovation.report,
            grassroots_vnd=innovation.grassroots_vnd,
            images=[_photo(image, sizes) for image in innovation.images],
            tags=innovation.tags,
            body=body,
        )
    twin = f"don-vi/{innovation.grassroots_id}/index.html"
    return entry_page(f"sang-kien/{innovation.id}.html", twin, **context)


def _photo(image: Data, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    width, height = sizes.get(image["file"], (None, None))
    return {**image, "width": width, "height": height}
