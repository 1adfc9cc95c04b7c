"""Photos over the limit are findings; their case would be a file of more than a megabyte."""

from generator.inspection import inspect_place
from generator.model import SourceFile
from tests.harness import base_game

PHOTO = "submissions/hong-bang/may-hoa-phuong/images/bon-rua.jpg"


def _found(size: int) -> list[tuple[str, str, str]]:
    found = inspect_place(SourceFile(PHOTO, size), base_game().programme)
    return [(f.rule, f.message.vi, f.message.en) for f in found]


def test_a_photo_over_the_limit_is_found() -> None:
    limit = base_game().programme.data["limits"]["image_bytes"]
    assert limit == 1048576
    assert _found(limit + 1) == [
        (
            "image-bytes",
            "Ảnh nặng 1.048.577 byte, được nhiều nhất 1.048.576 byte.",
            "The photo has 1,048,577 bytes, at most 1,048,576 are allowed.",
        )
    ]


def test_a_photo_at_the_limit_is_fine() -> None:
    assert _found(base_game().programme.data["limits"]["image_bytes"]) == []


def test_the_limit_of_photos_is_not_that_of_other_files() -> None:
    entry = SourceFile("submissions/hong-bang/may-hoa-phuong/bon-rua.yml", 2_000_000)
    assert inspect_place(entry, base_game().programme) == []
