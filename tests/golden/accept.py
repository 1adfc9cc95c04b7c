"""Takes the golden catalogue's site as it is built now. Read the diff before it is committed."""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.catalogues import SITE, build_golden, site_files  # noqa: E402 – after the path is set


def main() -> None:
    """Build, and put the result in place of tests/golden/site."""
    with tempfile.TemporaryDirectory() as folder:
        out = build_golden(Path(folder))
        shutil.rmtree(SITE, ignore_errors=True)
        for path, content in site_files(out).items():
            target = SITE / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main()
