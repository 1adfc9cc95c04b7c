"""A refusal says the same wherever it was made."""

from pathlib import Path

import pytest

from generator.executor import processes
from generator.parts import write_parts
from generator.problems import Refusal


def test_a_refusal_comes_back_from_a_worker(tmp_path: Path) -> None:
    """A worker that does not see the catalogue's folder says so in both languages."""
    with processes(2) as executor, pytest.raises(Refusal) as refused:
        executor.submit(write_parts, tmp_path, "token", tmp_path / "store", tmp_path, ["list:x"]).result()
    assert "không phải là một danh mục" in refused.value.message.vi
    assert "is not a catalogue" in refused.value.message.en
