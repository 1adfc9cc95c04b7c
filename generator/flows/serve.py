"""`sangkien serve`: show the site in a browser, and build it again after every change."""

import threading
from collections.abc import Callable
from pathlib import Path

from generator.problems import Refusal
from generator.repository import Repository
from generator.server import SiteServer, watch
from generator.text import Text


def serve(
    repository: Repository, out: Path, port: int, rebuild: Callable[[], None], tell: Callable[[Text], None]
) -> None:
    """Serve the built site in `out` on `port` until interrupted; `rebuild` runs after every change.

    Raises Refusal where the port is taken. A build that is refused is told, and the site stays as it was.
    """
    try:
        server = SiteServer(out.absolute(), port)
    except OSError:
        raise Refusal(
            f"Cổng {port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.",
            f"Port {port} is in use. Choose another with --port.",
        ) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    tell(Text(f"Mở {address} để xem. Nhấn Ctrl+C để dừng.", f"Open {address}. Press Ctrl+C to stop."))

    def changed() -> None:
        try:
            rebuild()
            server.reload()
        except Refusal as refusal:
            tell(refusal.message)

    try:
        watch([repository.root / name for name in ("submissions", "schema", "site")], changed)
    finally:
        server.shutdown()
