"""Why a command cannot go on: misuse or the environment. Problems in people's files are findings instead."""

from generator.text import Text


class Refusal(Exception):
    """A command's end with exit status 2. `message` is a finished sentence that says what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(vi, en)

    def __reduce__(self) -> tuple[type["Refusal"], tuple[str, str]]:
        # It may be a worker's.
        return type(self), (self.message.vi, self.message.en)
