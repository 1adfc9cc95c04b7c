"""`sangkien serve`: show the site in a browser, and build it again after every change."""

import errno
import threading
from collections.abc import Callable
from pathlib import Path

from generator.problems import Refusal
from generator.repository import Repository
from generator.server import SiteServer, watch
from generator.text import Text


def serve(
    repository: Repository,
    out: Path,
    port: int,
    build: Callable[[], None],
    rebuild: Callable[[], bool],
    tell: Callable[[Text], None],
) -> None:
    """Build the site in `out` and serve it on `port` until interrupted; `rebuild` runs after every change.

    Raises Refusal where the port cannot be had, before anything is built. Where `rebuild` says that it did
    not succeed, the site stays as it was.
    """
    with _server(out, port) as server:
        build()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        tell(Text(f"Mở {address} để xem. Nhấn Ctrl+C để dừng.", f"Open {address}. Press Ctrl+C to stop."))

        def changed() -> None:
            if rebuild():
                server.reload()

        try:
            folders = [repository.root / name for name in ("submissions", "schema", "site")]
            watch(folders, [repository.root / "mkdocs.yml"], changed)
        finally:
            server.shutdown()


def _server(out: Path, port: int) -> SiteServer:
    try:
        return SiteServer(out.absolute(), port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refusal(
                f"Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.",
                f"Port {port} is in use. Choose another with --port.",
            ) from None
        raise Refusal(
            f"Không mở được cổng {port} ({error.strerror}). Hãy chọn cổng khác bằng --port.",
            f"Port {port} cannot be opened ({error.strerror}). Choose another with --port.",
        ) from None
