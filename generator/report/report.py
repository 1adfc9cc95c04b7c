"""What every format is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.findings import Finding, Validation
from generator.text import Text, format_number

SEVERITY = {"error": Text("lỗi", "error"), "warning": Text("lưu ý", "warning")}


@dataclass(frozen=True)
class Report:
    """What a check found, for readers of `language`. `read` gives a path's text, empty where it has none."""

    validation: Validation
    language: str
    read: Callable[[str], str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.validation.findings

    @cached_property
    def summary(self) -> str:
        """How much was checked and found, in one sentence."""
        files, errors = len(self.validation.checked), self.validation.errors
        warnings = self.validation.warnings
        counted = [format_number(number, 0, self.language) for number in (files, errors, warnings)]
        if self.language == "en":
            nouns = ("file", files), ("error", errors), ("warning", warnings)
            words = [noun if number == 1 else f"{noun}s" for noun, number in nouns]
            return "{} {} checked: {} {}, {} {}.".format(
                *(part for pair in zip(counted, words, strict=True) for part in pair)
            )
        return "Đã kiểm tra {} tệp: {} lỗi, {} lưu ý.".format(*counted)

    def words(self, finding: Finding) -> str:
        """What is wrong and what to write instead, in one paragraph."""
        return f"{finding.message.get(self.language)} {finding.hint.get(self.language)}"
