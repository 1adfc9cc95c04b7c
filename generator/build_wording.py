"""What the commands that make the site say, in both languages. What others say stands in `wording`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.terminal import table
from generator.text import Text, format_number

# Commands that need no build start without what a build imports.
if TYPE_CHECKING:
    from generator.flows.publish import Published
    from generator.flows.shards import Sharded
    from generator.renewal import Built
    from generator.stopwatch import Stopwatch


def built(done: Built, out: Path, seconds: float, following: str) -> Text:
    """What a build did, and the command that shows why something waits.

    `out` is the folder as the user named it.
    """
    waiting = _waiting(done, following) if done.faulty else Text("", "")
    return Text(
        f"Trang web ở {out}/: {format_number(done.files)} tệp, viết mới {format_number(done.written)}, "
        f"bỏ {format_number(done.removed)}, trong {format_number(seconds, 1)} giây.{waiting.vi}",
        f"The site is in {out}/: {format_number(done.files, 0, 'en')} files, "
        f"{format_number(done.written, 0, 'en')} written, {format_number(done.removed, 0, 'en')} removed, "
        f"in {format_number(seconds, 1, 'en')} seconds.{waiting.en}",
    )


def _waiting(done: Built, following: str) -> Text:
    """What is left out for errors. One file may hold back many innovations: a union's own, all of them."""
    vi = f"{format_number(done.faulty)} tệp còn lỗi"
    en = f"{format_number(done.faulty, 0, 'en')} {'file has' if done.faulty == 1 else 'files have'} errors"
    if done.waiting:
        vi += f", nên {format_number(done.waiting)} sáng kiến chưa được đăng"
        some = "innovation is" if done.waiting == 1 else "innovations are"
        en += f", so {format_number(done.waiting, 0, 'en')} {some} left out"
    return Text(f"\n{vi}; xem lỗi bằng lệnh: {following}", f"\n{en}; see: {following}")


def sharded(done: Sharded, out: Path, seconds: float, following: str) -> Text:
    """What making a shard did, and the command for when all are there."""
    return Text(
        f"Mảnh {done.share} ở {out}/: {format_number(done.files)} tệp, trong {format_number(seconds, 1)} "
        f"giây. Khi đủ các mảnh, ghép bằng lệnh: {following}",
        f"Shard {done.share} is in {out}/: {format_number(done.files, 0, 'en')} files, in "
        f"{format_number(seconds, 1, 'en')} seconds. Once all shards are there: {following}",
    )


def published(done: Published, address: str, seconds: float) -> Text:
    """What a publication did, after what was said of the build."""
    return Text(
        f"Đã đưa lên {address}: gửi {format_number(done.sent)} tệp, gỡ {format_number(done.removed)} tệp, "
        f"sau tổng cộng {format_number(seconds, 1)} giây.",
        f"It is in {address}: {format_number(done.sent, 0, 'en')} files sent, "
        f"{format_number(done.removed, 0, 'en')} removed, "
        f"after {format_number(seconds, 1, 'en')} seconds in all.",
    )


def timings(watch: Stopwatch, language: str) -> str:
    """Where the time of a build went. Parts are made side by side: theirs is the time of all makers."""

    def row(name: Text, seconds: float, number: int) -> tuple[str, str, str]:
        told = format_number(number, 0, language) if number else ""
        return name.get(language), format_number(seconds, 2, language), told

    rows, passed = [], watch.seconds
    for stage, lap in watch.stages.items():
        rows.append(row(_STAGES[stage], lap.seconds, lap.number))
        if stage == "make":
            rows += [
                row(Text(f"  – {_SORTS[sort].vi}", f"  – {_SORTS[sort].en}"), work.seconds, work.number)
                for sort, work in watch.sorts.items()
            ]
    rows.append(
        row(Text("Kết thúc", "Ending"), passed - sum(lap.seconds for lap in watch.stages.values()), 0)
    )
    rows.append(row(Text("Tổng cộng", "Total"), passed, 0))
    heads = Text("Công đoạn", "Stage"), Text("Giây", "Seconds"), Text("Số lượng", "Number")
    title = Text("Thời gian dựng", "Where the time went").get(language)
    shown = table(title, [head.get(language) for head in heads], rows)
    return f"{shown}\n{_ADDED_UP.get(language)}" if watch.sorts else shown


_ADDED_UP = Text(
    "Mục có dấu – là tổng thời gian của mọi tiến trình.", "Lines with – add up the time of all processes."
)
_STAGES = {
    "start": Text("Khởi động", "Starting"),
    "scan": Text("Tìm tệp", "Finding files"),
    "inspect": Text("Đọc và kiểm tra tệp", "Reading and checking files"),
    "compare": Text("Đối chiếu giữa các tệp", "Comparing across files"),
    "count": Text("Tính số liệu công đoàn", "Counting figures of unions"),
    "history": Text("Đọc lịch sử Git", "Reading Git's history"),
    "plan": Text("Lập kế hoạch dựng", "Planning parts"),
    "prepare": Text("Chuẩn bị thư mục", "Preparing the folder"),
    "make": Text("Dựng các phần", "Making parts"),
    "take": Text("Nhận các mảnh", "Taking shards"),
    "store": Text("Ghi kho dữ liệu", "Writing the store"),
    "place": Text("Đưa trang mới vào chỗ", "Putting in place"),
    "send": Text("Gửi lên kho đối tượng", "Sending to the object store"),
}
# The sorts of parts of a site.
_SORTS = {
    "database": Text("cơ sở dữ liệu mở", "open database"),
    "photo": Text("ảnh", "photos"),
    "table": Text("bảng CSV, XLSX", "CSV and XLSX tables"),
    "files": Text("giao diện, hướng dẫn", "theme and guides"),
    "whole": Text("trang chung", "pages about the whole"),
    "upper": Text("trang công đoàn cấp trên", "pages of upper-level unions"),
    "term": Text("trang loại, lĩnh vực", "pages of kinds and fields"),
    "union": Text("trang công đoàn cơ sở, sáng kiến", "pages of grassroots unions and innovations"),
    "list": Text("trang danh sách theo tháng", "lists by month"),
    "record": Text("dữ liệu JSON của sáng kiến", "JSON of innovations"),
    "feed": Text("nguồn tin", "feeds"),
    "picture": Text("hình chia sẻ", "pictures for sharing"),
    "widget": Text("khung nhúng", "widgets"),
    "address": Text("sơ đồ trang", "site maps"),
    "api": Text("dữ liệu JSON chung", "JSON about the whole"),
    "segment": Text("phân đoạn tìm kiếm", "segments of the search"),
    "index": Text("chỉ mục tìm kiếm", "index of the search"),
    "data": Text("dữ liệu mở toàn danh mục", "open data of the whole catalogue"),
}
