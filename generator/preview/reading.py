"""A file's data for showing it, whether or not it satisfies the schema."""

from typing import Any

from generator.document import Document, SyntaxProblem
from generator.schema import Checker


def data_of(raw: bytes, checker: Checker, limit: int) -> Any:
    """The data of a YAML file of at most `limit` bytes; None where it cannot be read, or must not be."""
    if len(raw) > limit:
        return None
    try:
        document = Document(raw.decode("utf-8"))
        if next(document.oddities(), None) is not None:
            return None
    except (UnicodeDecodeError, SyntaxProblem):
        return None
    return document.data(checker.shape)
