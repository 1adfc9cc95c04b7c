"""Tables of words from which sentences are drawn, common words often and rare ones rarely.

What the words are belongs to the modules beside this one.
"""

from collections.abc import Callable, Mapping, Sequence

# Every table has this many places, so that drawing is one multiplication.
SIZE = 1024
Table = Sequence[str]
Tables = Mapping[str, Table]


def listed(text: str) -> list[str]:
    """The phrases of a list written with ` | ` and line breaks between them."""
    return [" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip()]


def ranked(words: Sequence[str], head: int = 3) -> Table:
    """`words` with the frequencies of Zipf's law, each at least once; a larger `head` flattens them."""
    weights = [1 / (rank + head) for rank in range(len(words))]
    spare, total = SIZE - len(words), sum(weights)
    table: list[str] = []
    for word, weight in zip(words, weights, strict=True):
        table += [word] * (1 + int(spare * weight / total))
    return (table + table)[:SIZE]


def lines(text: str) -> Table:
    """Templates, one a line, the first somewhat more frequent."""
    return ranked([line.strip() for line in text.strip().splitlines()], 8)


def even(words: Sequence[str]) -> Table:
    """`words` equally often, as nearly as SIZE allows."""
    return [words[place * len(words) // SIZE] for place in range(SIZE)]


def numbered(table: Table, numbers: Tables) -> Table:
    """`table` with each of its words' own slots filled, one number after another."""
    return [
        word.format_map({slot: numbers[slot][place * 37 % SIZE] for slot in numbers}) if "{" in word else word
        for place, word in enumerate(table)
    ]


def sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[0].upper() + text[1:]


class Voice(dict[str, str]):
    """Fills the `{slots}` of templates: what was set stays the topic, anything else is drawn anew."""

    def __init__(self, random: Callable[[], float], tables: Tables) -> None:
        super().__init__()
        self._random, self.tables = random, tables

    def __missing__(self, slot: str) -> str:
        return self.tables[slot][int(self._random() * SIZE)]

    def say(self, slot: str) -> str:
        """A template drawn from `slot`, its own slots filled."""
        return self.tables[slot][int(self._random() * SIZE)].format_map(self)

    def other(self, slot: str) -> str:
        """A word of `slot` that is not its topic."""
        table, topic = self.tables[slot], self[slot]
        while (word := table[int(self._random() * SIZE)]) == topic:
            pass
        return word

    def say_all(self, slot: str, count: int) -> list[str]:
        """`count` different templates of `slot`, filled."""
        table, drawn = self.tables[slot], dict[str, None]()
        while len(drawn) < count:
            drawn[table[int(self._random() * SIZE)]] = None
        return [template.format_map(self) for template in drawn]
