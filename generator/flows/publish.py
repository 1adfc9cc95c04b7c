"""`sangkien build --out s3://…`: what is new in a built folder goes to an object store, what is gone leaves.

Visitors read the site meanwhile: no page comes before what it loads, and nothing leaves before the pages that
named it are replaced. Until all is done, the note in the store leaves uncertain what is being touched: after
an interruption the next run does that again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.bucket import REQUESTS, Bucket
from generator.executor import run_in_order, threads
from generator.search.segments import DATA
from generator.survey import Workshop


@dataclass(frozen=True)
class Published:
    """What a publication did: how many files were sent and how many were removed."""

    sent: int
    removed: int


def publish(shop: Workshop, bucket: Bucket, known: Mapping[str, str], folder: Path) -> Published:
    """Make the bucket, where `known` lies, the same as the folder that was built last."""
    files = shop.store.outputs.digests()
    sent = [path for path, digest in files.items() if known.get(path) != digest]
    gone = sorted(known.keys() - files.keys(), key=lambda path: (not path.endswith(".html"), path))
    if sent or gone:
        bucket.note({**known, **dict.fromkeys((*sent, *gone), "")})
        done = 0
        with threads(REQUESTS) as executor:
            for lasting, wave in _waves(sent):
                tasks = ((path, folder / path, lasting) for path in wave)
                for _ in run_in_order(executor, REQUESTS, bucket.put, tasks):
                    done += 1
                    shop.progress("send", done, len(sent))
            for number, _ in enumerate(run_in_order(executor, REQUESTS, bucket.remove, zip(gone)), 1):
                shop.progress("take-away", number, len(gone))
        bucket.note(files)
    shop.stopwatch.lap("send", len(sent) + len(gone))
    return Published(len(sent), len(gone))


def _waves(paths: list[str]) -> tuple[tuple[bool, list[str]], ...]:
    """What is named by its contents, then what else pages load, then pages; whether each never changes."""
    lasting = [path for path in paths if path.startswith(f"{DATA}/")]
    pages = [path for path in paths if path.endswith(".html")]
    loaded = sorted(set(paths).difference(lasting, pages))
    return (True, lasting), (False, loaded), (False, pages)
