"""One part per grassroots union that shows photos: the photos as they were sent, and their thumbnails."""

from collections.abc import Iterator

from generator import photos
from generator.model import SUBMISSIONS
from generator.parts.desk import Desk, File
from generator.pictures import thumbnails


def plan(desk: Desk) -> Iterator[tuple[str, str]]:
    """A part for every grassroots union with photos: it depends on nothing but these."""
    for union_id, shown in desk.store.photos().items():
        yield union_id, desk.fingerprint((), shown)


def make(desk: Desk, union_id: str) -> Iterator[File]:
    """The photos of one grassroots union, in the order of their paths."""
    for file, _ in desk.store.photos(union_id)[union_id]:
        raw = desk.repository.read(f"{SUBMISSIONS}{union_id}/{file}")
        yield f"sang-kien/{union_id}/{file}", raw
        size = photos.dimensions(raw)
        if size and thumbnails.is_reduced(size[0]):
            for width, picture in sorted(thumbnails.thumbnails(raw).items()):
                yield f"sang-kien/{union_id}/{thumbnails.place(file, width)}", picture
