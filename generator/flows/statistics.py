"""`sangkien stats`: the figures of the catalogue, as on its pages."""

from dataclasses import dataclass

from generator.model import SUBMISSIONS, Programme, Union
from generator.problems import Refusal
from generator.statistics import Figures
from generator.survey import Workshop, measures, survey
from generator.text import closest, sort_key

CITY = ""


@dataclass(frozen=True)
class Row:
    """One union (or the whole catalogue, whose ID is empty) with its figures."""

    id: str
    name: str
    figures: Figures


@dataclass(frozen=True)
class Statistics:
    """The figures asked for: of a union and of those below it, in one phase or in total."""

    programme: Programme
    phase_id: str | None
    rows: tuple[Row, ...]


def statistics(shop: Workshop, union_id: str | None, phase_id: str | None) -> Statistics:
    """The figures of the whole and its upper-level unions, or of one union and those below it.

    Raises Refusal for a union or phase that does not exist.
    """
    programme = survey(shop).game.programme
    unions, figures = measures(shop.store, programme)
    if phase_id is not None and phase_id not in {phase.id for phase in programme.phases}:
        known = ", ".join(phase.id for phase in programme.phases)
        raise Refusal(
            f"Không có giai đoạn “{phase_id}”. Các giai đoạn: {known}.",
            f"There is no phase “{phase_id}”. The phases are: {known}.",
        )
    if union_id is not None and union_id not in unions:
        raise _no_union(union_id, unions)
    shown = _shown(unions, union_id)
    names = {CITY: str(programme.data["federation"]["short_name"]["vi"])}
    rows = (Row(u, names.get(u) or unions[u].short_name, figures[u].of(phase_id)) for u in shown)
    return Statistics(programme, phase_id, tuple(rows))


def _no_union(name: str, unions: dict[str, Union]) -> Refusal:
    folder = name.removeprefix(SUBMISSIONS).rstrip("/")
    same = (union_id for union_id in unions if union_id.endswith(f"/{folder}"))
    likely = closest(folder, unions) or next(same, None)
    uppers = ", ".join(sorted(union.id for union in unions.values() if union.is_upper)) or "–"
    return Refusal(
        f"Không có công đoàn “{name}”."
        + (f" Có phải “{likely}” không?" if likely else "")
        + f" Hãy gọi công đoàn bằng thư mục của nó trong {SUBMISSIONS}; các công đoàn cấp trên: {uppers}.",
        f"There is no union “{name}”."
        + (f" Did you mean “{likely}”?" if likely else "")
        + f" A union is named by its folder in {SUBMISSIONS}; the upper-level unions are: {uppers}.",
    )


def _shown(unions: dict[str, Union], union_id: str | None) -> list[str]:
    if union_id is None:
        below = [u for u in unions.values() if u.is_upper]
    else:
        below = [u for u in unions.values() if not u.is_upper and u.upper_id == union_id]
    ordered = sorted(below, key=lambda union: sort_key(union.short_name))
    return [CITY if union_id is None else union_id, *(union.id for union in ordered)]
