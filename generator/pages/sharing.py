"""What the pictures say that stand for pages where their addresses are shared, and which page has which.

A picture stands for the whole, an upper-level union, or a phase; every other page has that of what it
belongs to. How a picture is drawn belongs to `pictures`.
"""

from collections.abc import Iterator

from generator.model import Phase
from generator.pages.page import CITY, Snapshot
from generator.pages.shell import PICTURES, WHOLE_PICTURE, localised
from generator.pictures.card import Card, Line
from generator.statistics import Figures
from generator.text import Text, format_date, format_number, format_percent


def picture_path(union_id: str = CITY, phase_id: str = "") -> str:
    """Where the picture of a union, a phase or the whole is, below the language's root."""
    if phase_id:
        return f"{PICTURES}/giai-doan/{phase_id}.png"
    return f"{PICTURES}/don-vi/{union_id.partition('/')[0]}.png" if union_id else WHOLE_PICTURE


def cards(snapshot: Snapshot, language: str) -> Iterator[tuple[str, Card]]:
    """Every picture of a language: its path below the site's root, and what it says."""
    programme = snapshot.programme
    whole = snapshot.measures[CITY]
    name = programme.data["short_name"][language]
    yield localised(picture_path(), language), _card(snapshot, name, CITY, language)
    for union in snapshot.unions.values():
        if union.is_upper:
            path = localised(picture_path(union.id), language)
            yield path, _card(snapshot, union.name, union.id, language)
    for phase in programme.phases:
        path = localised(picture_path(phase_id=phase.id), language)
        figures = whole.phases[phase.id]
        span = f"{format_date(phase.start, language)} – {format_date(phase.end, language)}"
        yield path, _of(snapshot, phase.name[language], figures, (_line(span, figures, language),), language)


def _card(snapshot: Snapshot, name: str, union_id: str, language: str) -> Card:
    measure = snapshot.measures[union_id]

    def line(phase: Phase) -> Line:
        return _line(phase.name[language], measure.phases[phase.id], language)

    phases = (phase for phase in snapshot.programme.phases if snapshot.was_there(union_id, phase))
    lines = tuple(line(phase) for phase in phases)
    return _of(snapshot, name, measure.total, lines, language)


def _of(snapshot: Snapshot, name: str, figures: Figures, lines: tuple[Line, ...], language: str) -> Card:
    data = snapshot.programme.data
    federation = data["federation"].get("short_name", data["federation"]["name"])[language]
    programme = data["short_name"][language]
    return Card(
        data["site_name"][language], name, format_number(figures.innovations, 0, language),
        (_ONE if figures.innovations == 1 else _MANY).get(language), lines,
        f"{programme} · {federation}" if name != programme else federation,
        _ILLUSTRATIVE.get(language) if data.get("illustrative") else "",
    )  # fmt: skip


def _line(name: str, figures: Figures, language: str) -> Line:
    number = format_number(figures.innovations, 0, language)
    if figures.progress is None or figures.target is None:
        return Line(name, f"{number} · {_NO_TARGET.get(language)}", None)
    target = format_number(figures.target, 0, language)
    return Line(name, f"{number} / {target} · {format_percent(figures.progress, language)}", figures.progress)


_ONE, _MANY = Text("sáng kiến", "innovation"), Text("sáng kiến", "innovations")
_NO_TARGET = Text("chưa có số liệu chỉ tiêu", "target not known")
_ILLUSTRATIVE = Text("Dữ liệu minh họa", "Illustrative data")
