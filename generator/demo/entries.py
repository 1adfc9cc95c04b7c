"""Made-up innovations, written straight as YAML: every phrase is safe in plain style by its vocabulary."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal
from zlib import crc32

from generator.demo import sentences, things, ways
from generator.demo.branch import Branch
from generator.demo.industry import INDUSTRY
from generator.demo.names import GIVEN, MIDDLES, NUMBERS, SURNAMES
from generator.demo.setting import Calendar, Kind, Setting
from generator.demo.units import Unit
from generator.demo.words import SIZE, Voice, numbered, sentence
from generator.model import Phase
from generator.text import fold, format_number, slugify

Nature = Literal["thing", "work"]
Random = Callable[[], float]
# Names of files end between two words, at most so long.
_SLUG = 64
_NATURES = {"thing": things, "work": ways}
_SHARES = {
    1: ((100,),),
    2: ((60, 40), (70, 30), (55, 45), (65, 35), (50, 50), (80, 20), (40, 60), (75, 25)),
    3: ((50, 30, 20), (40, 30, 30), (60, 20, 20), (45, 35, 20), (40, 40, 20), (35, 35, 30)),
    4: ((40, 20, 20, 20), (25, 25, 25, 25), (40, 30, 20, 10), (35, 25, 25, 15)),
    5: ((30, 25, 20, 15, 10), (20, 20, 20, 20, 20), (40, 20, 15, 15, 10)),
}


@dataclass(frozen=True)
class Person:
    """A member who has innovations. Without consent only a pseudonym is written."""

    name: str
    job: str
    pseudonym: bool


class Seen:
    """Which titles were there before, in a few bits each: it may mistake a new one for an old one, never
    an old one for a new one."""

    def __init__(self, expected: int) -> None:
        self._bits = bytearray(8 * expected + 64)

    def add(self, title: str) -> bool:
        """Whether `title` is new."""
        place, bit = divmod(crc32(title.encode()) % (8 * len(self._bits)), 8)
        new = not self._bits[place] >> bit & 1
        self._bits[place] |= 1 << bit
        return new


class Writer:
    """Writes the innovations of one unit after another; remembers titles, so that none comes twice."""

    def __init__(self, setting: Setting, count: int, random: Random) -> None:
        self._setting, self._random = setting, random
        self._calendar = Calendar(setting.programme.phases)
        self._seen = Seen(count)
        self._voices: dict[tuple[int, str], Voice] = {}
        self._serial = 0
        phases = setting.programme.phases
        # A phase gets entries by its target, in a table that one drawing reads.
        whole = sum(phase.target for phase in phases)
        shares = [max(1, SIZE * phase.target // whole) for phase in phases]
        self._phases = [phase for phase, share in zip(phases, shares, strict=True) for _ in range(share)]

    def entries(self, unit: Unit) -> Iterator[tuple[str, str]]:
        """File names and texts of the unit's innovations."""
        people = self._people(unit)
        used: set[str] = set()
        for _ in range(unit.size):
            title, text = self._entry(unit, people)
            slug = stem = _slug(title)
            number = 1
            while slug in used:
                number += 1
                slug = f"{stem}-{number}"
            used.add(slug)
            yield f"{slug}.yml", text

    def _entry(self, unit: Unit, people: list[Person]) -> tuple[str, str]:
        random, setting, calendar = self._random, self._setting, self._calendar
        self._serial += 1
        applied = self._day(self._phases[int(random() * len(self._phases))])
        kind = setting.kind(calendar.days[applied], random(), random())
        nature: Nature = "thing" if random() < kind.things else "work"
        voice = self._voice(kind.matter or unit.branch, nature)
        authors = self._authors(people)
        title = self._topic(voice, kind, applied, "tác giả" if len(authors) == 1 else "nhóm tác giả")
        recognised = applied + 5 + int(70 * random())
        consent = calendar.iso[recognised - int(5 * random())]
        trial = "\n  trial: true" if random() < 0.03 else ""
        novelty = f"novelty: {sentence(voice.say('novelty'))}\n" if random() < 0.7 else ""
        tags = _tags(voice, random)
        return title, (
            f"title: {title}\n"
            f"kind: {kind.id}\n"
            f"field: {setting.field(unit.branch, kind, random(), int(random() * SIZE))}\n"
            f"summary: {sentence(voice.say('summary'))}\n"
            f"authors:\n{self._author_lines(authors, consent)}"
            f"applied:\n  on: {calendar.iso[applied]}{trial}\n  where: {sentence(voice['spot'])}\n"
            f"{novelty}"
            f"recognition: {{by: {setting.recognisers[int(random() * SIZE)]}, "
            f"decision: {1 + int(400 * random())}/QĐ-{unit.initials}, on: {calendar.iso[recognised]}}}\n"
            f"benefit:\n{self._benefit(voice, nature)}"
            f"{self._research(kind, applied)}"
            f"{self._after_recognition(recognised)}"
            f"tags: [{tags}]\n"
            f"description: |\n{self._description(voice)}"
        )

    def _day(self, phase: Phase) -> int:
        """A day of `phase` as a number; the later of two drawings, so that months rise towards its end."""
        length = (phase.end - phase.start).days + 1
        return self._calendar.number(phase.start) + int(length * max(self._random(), self._random()))

    def _voice(self, branch: Branch, nature: Nature) -> Voice:
        key = id(branch), nature
        if key not in self._voices:
            tables = {**NUMBERS, **sentences.TABLES, **_NATURES[nature].TABLES, **branch.tables}
            if nature == "thing" and branch in INDUSTRY:
                tables["part"] = things.MACHINE_PARTS
            # Another word of the same sort in one sentence.
            more = {f"{slot}2": tables[slot] for slot in ("part", "fails", "do", "gain")}
            tables |= more | {"part3": tables["part"], "object": tables[nature]}
            for slot in ("spot", "how"):
                tables[slot] = numbered(tables[slot], NUMBERS)
            self._voices[key] = Voice(self._random, tables)
        return self._voices[key]

    def _topic(self, voice: Voice, kind: Kind, applied: int, crew: str) -> str:
        """Draws what the entry is about until its title is new; returns the title."""
        while True:
            voice.clear()
            for slot in ("spot", "object", "part", "means", "goal", "people", "goods"):
                voice[slot] = voice[slot]
            for slot in ("means", "goal"):
                voice[slot + "2"] = voice.other(slot)
            title = sentence(voice.say("title"))
            if kind.research:
                title = f"Nghiên cứu {title[0].lower()}{title[1:]}"
            if self._seen.add(title):
                break
        voice["crew"] = crew
        voice["after"], voice["before"] = self._calendar.month[applied], self._calendar.month_before[applied]
        first, second = voice.say_all("effect", 2)
        voice["effect"], voice["effect2"], voice["Effect"] = first, second, sentence(first)
        return title

    def _people(self, unit: Unit) -> list[Person]:
        """The unit's people, no two of the same name, with other marks or not."""
        random, jobs = self._random, unit.branch.tables["job"]
        people: dict[str, Person] = {}
        while len(people) < unit.people:
            pseudonym = random() < 0.03
            parts = [table[int(random() * SIZE)] for table in (SURNAMES, MIDDLES, GIVEN)]
            name = f"Tác giả {len(people) + 1}" if pseudonym else " ".join(parts)
            people[fold(name)] = Person(name, jobs[int(random() * SIZE)], pseudonym)
        return list(people.values())

    def _authors(self, people: list[Person]) -> list[Person]:
        random = self._random
        draw = random()
        number = 1 if draw < 0.62 else 2 if draw < 0.87 else 3 if draw < 0.96 else 4 if draw < 0.99 else 5
        chosen: dict[int, Person] = {}
        while len(chosen) < number:
            # The lesser of two drawings: some people have many innovations.
            place = int(len(people) * min(random(), random()))
            chosen[place] = people[place]
        return list(chosen.values())

    def _author_lines(self, authors: list[Person], consent: str) -> str:
        splits = _SHARES[len(authors)]
        shares = splits[int(self._random() * len(splits))]
        lead = int(self._random() * 2.5 * len(authors)) if len(authors) > 1 else -1
        lines = ""
        for place, (person, share) in enumerate(zip(authors, shares, strict=True)):
            who = (
                f"alias: {person.name}"
                if person.pseudonym
                else f"name: {person.name}\n    consent_on: {consent}"
            )
            chief = "    lead: true\n" if place == lead else ""
            lines += f"  - {who}\n    job: {person.job}\n    share: {share}\n{chief}"
        return lines

    def _benefit(self, voice: Voice, nature: Nature) -> str:
        random = self._random
        form = random()
        lines, money = "", 0
        if form < 0.004:
            money = int(self._setting.largest_benefit * (0.02 + 0.4 * random())) // 1_000_000 * 1_000_000
            voice["months"] = str(12 + int(12 * random()))
            lines = f"  money_vnd: {money}\n  basis: {voice.say('large_basis')}\n"
        elif form < 0.94:
            savings = _NATURES[nature].SAVINGS
            unit, lowest, highest, least = savings[int(random() * len(savings))]
            amount = int(least / (random() + 0.012)) + 1
            price = (lowest + int((highest - lowest) * random())) // 100 * 100
            months = 12 if random() < 0.7 else 3 + int(9 * random())
            voice["amount"], voice["unit"], voice["months"] = format_number(amount), unit, str(months)
            voice["price"] = format_number(price)
            money = amount * months * price
            lines = f"  money_vnd: {money}\n  basis: {voice.say('basis')}\n"
        if not self._setting.least_benefit <= money <= self._setting.largest_benefit:
            lines, money = "", 0
        if not money or random() < 0.55:
            lines += f"  social: {sentence(voice.say('social'))}.\n"
        return lines

    def _research(self, kind: Kind, applied: int) -> str:
        if not kind.research:
            return ""
        earliest = self._calendar.number(self._setting.research_from)
        accepted = max(applied - int(200 * self._random()), earliest, 0)
        level = self._setting.levels[int(self._random() * SIZE)]
        head = "Giám đốc" if self._random() < 0.7 else "Phó Giám đốc"
        day = self._calendar.iso[accepted]
        return f"research: {{level: {level}, accepted_on: {day}, confirmed_by: {head}}}\n"

    def _after_recognition(self, recognised: int) -> str:
        """Registration, approval, report and the grassroots union's support, for those that got so far."""
        random, iso = self._random, self._calendar.iso
        lines = ""
        if random() < 0.82:
            submitted = recognised + 2 + int(40 * random())
            approved = submitted + 1 + int(30 * random())
            final = random()
            last = f", approved_on: {iso[approved]}" if final < 0.88 else ""
            lines = f"registration: {{code: SK-{self._serial}, submitted_on: {iso[submitted]}{last}}}\n"
            if final < 0.75:
                number = 1 + int(60 * random())
                lines += (
                    f"report: {{on: {iso[approved + 1 + int(30 * random())]}, reference: {number}/BC-CĐCS}}\n"
                )
        quarter = self._setting.programme.grassroots_support_max_vnd // 4
        if quarter and random() < 0.6:
            lines += f"support: {{grassroots_vnd: {quarter * (1 + int(4 * random()))}}}\n"
        return lines + "confidential: true\n" if random() < 0.004 else lines

    def _description(self, voice: Voice) -> str:
        random = self._random
        trouble = [f"{sentence(text)}." for text in voice.say_all("trouble", 2)]
        need = [sentence(voice.say("need"))] if random() < 0.8 else []
        before = " ".join((sentence(voice.say("open")), *trouble, sentence(voice.say("cost")), *need))
        steps = voice.say_all("step", 3 + int(2.9 * random()))
        listed = "".join(f"  {place}. {sentence(step)}\n" for place, step in enumerate(steps, 1))
        care = sentence(voice.say("care"))
        good = [voice.say("result"), *voice.say_all("second", 1 + int(1.4 * random())), voice.say("spread")]
        after = " ".join(map(sentence, good))
        return (
            f"  ## Thực trạng\n  {before}\n\n"
            f"  ## Giải pháp\n  {sentence(voice.say('intro'))}\n\n{listed}\n  {care}\n\n"
            f"  ## Hiệu quả\n  {after}\n"
        )


def _slug(title: str) -> str:
    """What `slugify` makes of the title, from words that it has seen before."""
    slug = "-".join(filter(None, map(_slug_of_word, title.split())))
    return slug if len(slug) <= _SLUG else slug[: _SLUG + 1].rpartition("-")[0]


# The vocabulary is small, and folding is the slowest part of an entry.
_slug_of_word = cache(slugify)


def _tags(voice: Voice, random: Random) -> str:
    table = voice.tables["tag"]
    place = int(random() * SIZE)
    return ", ".join(dict.fromkeys(table[(place + step) % SIZE] for step in (0, 311, 677)))
