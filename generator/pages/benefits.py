"""The classes of benefit in words. Their bounds are the search's: its filter finds what a chart counts."""

from generator.search.columns import BENEFIT_CLASSES, SOCIAL
from generator.text import Text, format_money

_FROM = Text("Từ {least}", "{least} or more")
_BETWEEN = Text("{low} đến dưới {under}", "{low} to under {under}")
_UNDER = Text("Dưới {under}", "Under {under}")
_SOCIAL = Text("Chỉ có lợi ích xã hội", "Social benefit only")


def benefit_labels(language: str) -> dict[str, str]:
    """What each class is called, the largest benefit first and social only last."""
    found = {}
    for place, least in enumerate(BENEFIT_CLASSES):
        amount = format_money(least, language)
        # The unit stands once, behind the higher of two amounts.
        values = {"least": amount, "low": amount.rpartition(" ")[0]}
        if place:
            values["under"] = format_money(BENEFIT_CLASSES[place - 1], language)
        words = _FROM if not place else _BETWEEN if least else _UNDER
        found[str(least)] = words.get(language).format(**values)
    return {**found, SOCIAL: _SOCIAL.get(language)}
