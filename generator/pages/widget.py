"""The progress widget: a small page by itself, which a union shows on its own website in a frame."""

from generator.pages.page import CITY, Page, Snapshot
from generator.pages.standing import phase_standings, union_url

FOLDER = "nhung"


def widget_path(union_id: str) -> str:
    """Where the widget of an upper-level union, or of the whole, is."""
    return f"{FOLDER}/{union_id or 'index'}.html"


def widget(snapshot: Snapshot, union_id: str) -> Page:
    """How many innovations, of how many, per phase; with a link to the whole story."""
    federation = snapshot.programme.data["federation"]["short_name"]["vi"]
    context = {
        "section": "",
        "name": federation if union_id == CITY else snapshot.unions[union_id].short_name,
        "about": "index.html" if union_id == CITY else union_url(union_id),
        "figures": snapshot.measures[union_id].total,
        "standings": phase_standings(snapshot, union_id, "vi"),
        "as_of": snapshot.as_of,
    }
    return Page(widget_path(union_id), "widget.html", context, "vi")
