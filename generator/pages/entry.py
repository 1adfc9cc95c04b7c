"""The page of one innovation: what it is, for whom, what it gave.

It depends on its innovation, its neighbours' cards, the names of its unions and the programme, and on
nothing else: a new entry elsewhere must not rewrite it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator import markdown
from generator.exports import LICENCE_URL, json_ld
from generator.model import Data, Innovation, Programme, Union
from generator.pages.page import Card, Page, Past, Snapshot
from generator.pages.shell import commits_url, edit_url, entry_page, shortened
from generator.pictures import thumbnails

# The most that the HTML of an entry's page may weigh, in bytes.
HEAVIEST = 8192
# Where the title and the summary are told a second time, on the window and to search engines, and where other
# innovations are named: at most so many characters.
_BRIEF = 110


def entry(
    snapshot: Snapshot,
    innovation: Innovation,
    previous: Card | None,
    following: Card | None,
    related: Sequence[Card],
    sizes: Mapping[str, tuple[int, int]],
    past: Past | None,
) -> Page:
    """The page of `innovation`; of a confidential one only what may be published reaches the template.

    `sizes` gives width and height of its photos in pixels, by file; `past` is what is known of its commits.
    """
    programme = snapshot.programme
    words = programme.vocabularies
    unions = snapshot.unions
    upper = unions[innovation.upper_id]
    grassroots = unions[innovation.grassroots_id]
    body = "" if innovation.confidential else str(markdown.render(innovation.description))
    phase = None if innovation.confidential else programme.phase_of(innovation.applied_on)
    context = {
        "id": innovation.id,
        "title": innovation.title,
        "summary": innovation.summary,
        "window": shortened(innovation.title, _BRIEF),
        "description": shortened(innovation.summary, _BRIEF),
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
        "titled": True,
        "related": [(card, unions[card.grassroots_id].short_name) for card in related],
        "edit_url": edit_url(programme, f"submissions/{innovation.id}.yml"),
        "json_ld": json_ld.innovation(innovation, unions, programme),
        "licence_url": LICENCE_URL,
        "cited": _cited(innovation, grassroots, programme),
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
            past=past,
            commits=commits_url(programme),
            # The theme takes it as it is; these end tags HTML implies.
            body=body.replace("</p>\n", "\n").replace("</li>\n", "\n").rstrip(),
        )
    twin = f"don-vi/{innovation.grassroots_id}/index.html"
    return entry_page(f"sang-kien/{innovation.id}.html", twin, **context)


def lightened(page: Page, over: int) -> Page:
    """The page without what it can best do without, `over` bytes of HTML or a few more.

    First go the related innovations but one, the farthest first; then the titles of the neighbours, what only
    programs read, the citation, and the last related one.
    """
    context = dict(page.context)
    related, neighbours = list(context["related"]), (context["previous"], context["following"])
    while over > 0 and len(related) > 1:
        card, unit = related.pop()
        over -= _weight(card.id, card.title, unit)
    if over > 0:
        over -= _weight(*(card.title for card in neighbours if card))
        context["titled"] = False
    for key in ("json_ld", "cited"):
        if over > 0:
            over -= _weight(context[key])
            context[key] = ""
    context["related"] = related if over <= 0 else []
    return replace(page, context=context)


def _weight(*texts: str) -> int:
    return sum(len(text.encode()) for text in texts)


def _cited(innovation: Innovation, unit: Union, programme: Programme) -> str:
    """One sentence that names the source: authors who consented, year, title, union, catalogue, address."""
    names = [author.name for author in innovation.authors if not author.pseudonym]
    if names and len(names) < len(innovation.authors):
        names[-1] += " và cộng sự"
    who = ", ".join(names) or unit.name
    year = "" if innovation.confidential else f" ({innovation.applied_on.year})"
    where = [unit.name] if names else []
    site = programme.data["site_url"]
    # Without a full stop at its end, which would be copied with it.
    address = f": {site}sang-kien/{innovation.id}.html" if site else "."
    source = ", ".join([*where, programme.data["site_name"]["vi"]])
    return f"{who}{year}. “{innovation.title}”. {source}{address}"


def _photo(image: Data, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    file = image["file"]
    size = sizes.get(file)
    if size is None:
        return {**image, "width": None, "places": ()}
    width, height = thumbnails.scaled(size, thumbnails.WIDTHS[-1])
    places = [
        (thumbnails.place(file, wanted), thumbnails.scaled(size, wanted)[0])
        for wanted in thumbnails.WIDTHS
        if thumbnails.is_reduced(size[0])
    ]
    return {**image, "width": width, "height": height, "places": places}
