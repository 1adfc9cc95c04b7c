"""What names a file's contents names the same contents in memory."""

from pathlib import Path
from random import Random

import pytest

from generator.parts import _BLOCK, digest


@pytest.mark.parametrize("size", [0, 1, _BLOCK - 1, _BLOCK, _BLOCK + 1, 3 * _BLOCK, 3 * _BLOCK + 5])
def test_a_file_is_named_as_its_bytes_are(size: int, tmp_path: Path) -> None:
    content = Random(size).randbytes(size)
    file = tmp_path / "file"
    file.write_bytes(content)
    assert digest(file) == digest(content)
    other = content[:-1] if content else b"\0"
    assert digest(other) != digest(content)
