"""Open data: what the catalogue gives to programs. Pure; each format is a module of its own."""

from dataclasses import dataclass

from generator.text import Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: its path below the site's root, its contents, and what it is about."""

    path: str
    format: str
    about: Text
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)
