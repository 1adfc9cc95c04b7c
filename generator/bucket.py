"""A folder of an object store that speaks S3, as a site lies in it. The only doorway to boto3.

Who may write there, in which region and at which endpoint is said by AWS's standard environment and files
alone. Beside the site lies a note of what this program put there: `NOTE`. Nothing else is ever removed, and
one address is written to from one place at a time.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from generator.problems import Refusal

SCHEME = "s3://"
NOTE = ".sangkien.json.gz"
# Whoever changes how files are sent counts it up: then all are sent again.
_FORMAT = 1
# Every site has this file: what lies around it was put there by this program, or with its folder.
_HALLMARK = "api/v1/statistics.json"
# How many requests are under way at once.
REQUESTS = 16

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"(?!(.*/)?\.\.?(/|$))[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")
_LONGEST = 200
_CONNECT_SECONDS = 10
_TEXTS = {
    ".css": "text/css", ".csv": "text/csv", ".html": "text/html", ".js": "text/javascript",
    ".txt": "text/plain", ".xml": "application/xml", ".svg": "image/svg+xml",
}  # fmt: skip
_OTHERS = {
    ".gif": "image/gif", ".gz": "application/gzip", ".ico": "image/x-icon", ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg", ".json": "application/json", ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json", ".pdf": "application/pdf", ".png": "image/png",
    ".sqlite": "application/vnd.sqlite3", ".webp": "image/webp", ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".zip": "application/zip",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"
# Browsers keep what is named by its contents, and ask about everything else whether it is still the same.
_LASTING = "public, max-age=31536000, immutable"
_CHANGING = "no-cache"


class Bucket:
    """The folder at `s3://bucket/prefix`. What goes wrong there is told by a Refusal."""

    def __init__(self, address: str) -> None:
        """Connect; nothing is asked yet."""
        self._bucket, self._prefix = _parts(address)
        self.address = SCHEME + "/".join(filter(None, (self._bucket, self._prefix)))
        # Tells addresses apart as the name of a folder.
        self.label = "+".join(filter(None, (self._bucket, *self._prefix.split("/"))))
        self._client = _client(self.address)
        self._client.meta.events.register_first("needs-retry.s3", self._stay)

    def known(self) -> dict[str, str]:
        """What this program put there: the digest of each file by path, an empty one where it is uncertain.

        Raises Refusal where something else lies there.
        """
        note = self._note()
        known = None if note is None else _read(note)
        if known is not None:
            return known
        paths = list(self._list())
        # A site further down has a note of its own, and is left alone.
        others = tuple(path.removesuffix(NOTE) for path in paths if path.endswith(f"/{NOTE}"))
        own = [path for path in paths if path != NOTE and not path.startswith(others)]
        if note is None and own and _HALLMARK not in own:
            raise Refusal(
                f"“{self.address}” đã có nội dung khác nên không ghi đè. Hãy chọn chỗ trống bằng --out.",
                f"“{self.address}” holds something else and is left alone. Choose an empty one with --out.",
            )
        return dict.fromkeys(own, "")

    def note(self, known: Mapping[str, str]) -> None:
        """Keep what `known` will answer the next time."""
        text = json.dumps({"format": _FORMAT, "files": known}, ensure_ascii=False, separators=(",", ":"))
        self._put(NOTE, gzip.compress(text.encode(), mtime=0), _CHANGING)

    def put(self, path: str, file: Path, lasting: bool) -> None:
        """Send a file; one that is `lasting` never changes under its name."""
        with file.open("rb") as content:
            self._put(path, content, _LASTING if lasting else _CHANGING)

    def remove(self, path: str) -> None:
        """Take a file away, if it is there."""
        # One by one: not every store can remove several in one request.
        with self._told():
            self._client.delete_object(Bucket=self._bucket, Key=self._key(path))

    def _put(self, path: str, content: object, cache: str) -> None:
        kind = {"ContentType": content_type(path), "CacheControl": cache}
        with self._told():
            self._client.put_object(Bucket=self._bucket, Key=self._key(path), Body=content, **kind)

    def _note(self) -> bytes | None:
        from botocore.exceptions import ClientError

        with self._told():
            try:
                answer = self._client.get_object(Bucket=self._bucket, Key=self._key(NOTE))
            except ClientError as error:
                if error.response["Error"]["Code"] != "NoSuchKey":
                    raise
                return None
            content: bytes = answer["Body"].read()
            return content

    def _list(self) -> Iterator[str]:
        start = self._key("")
        with self._told():
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=start)
            for page in pages:
                for item in page.get("Contents", ()):
                    # Consoles make folders by empty objects.
                    if not item["Key"].endswith("/"):
                        yield item["Key"].removeprefix(start)

    def _key(self, path: str) -> str:
        return f"{self._prefix}/{path}" if self._prefix else path

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what goes wrong inside in one sentence."""
        from botocore import exceptions

        nobody = exceptions.NoCredentialsError, exceptions.PartialCredentialsError
        broken = exceptions.HTTPClientError, exceptions.ConnectionError, exceptions.IncompleteReadError
        try:
            yield
        except nobody as error:
            raise Refusal(
                f"Chưa có khóa truy cập để ghi vào {self.address}. Hãy khai báo AWS_ACCESS_KEY_ID và "
                "AWS_SECRET_ACCESS_KEY, hoặc chọn hồ sơ bằng AWS_PROFILE.",
                f"There are no credentials for {self.address}. Set AWS_ACCESS_KEY_ID and "
                "AWS_SECRET_ACCESS_KEY, or choose a profile with AWS_PROFILE.",
            ) from error
        except broken as error:
            raise Refusal(
                f"Không kết nối được với kho chứa {self.address}, hoặc kết nối bị ngắt giữa chừng. Hãy kiểm "
                "tra mạng và AWS_ENDPOINT_URL rồi chạy lại: phần còn thiếu sẽ được gửi tiếp.",
                f"The store of {self.address} cannot be reached, or the connection broke. Check the network "
                "and AWS_ENDPOINT_URL, then run again: what is missing will be sent.",
            ) from error
        except exceptions.ClientError as error:
            raise self._refused(error) from error
        except (exceptions.BotoCoreError, RuntimeError) as error:
            # The latter is what the library makes of credentials that are renewed too late.
            raise self._complaint(error) from error

    def _stay(self, response: Any = None, **_: Any) -> None:
        """Refuse an endpoint that redirects: the library would ask there again and again."""
        if response is None or response[0].status_code not in (301, 302, 303, 307, 308):
            return
        # Another region of the same store is told by a header, and the library finds it.
        if "x-amz-bucket-region" not in response[0].headers:
            raise Refusal(
                f"Địa chỉ của kho chứa {self.address} chuyển hướng sang địa chỉ khác. Hãy sửa "
                "AWS_ENDPOINT_URL, ví dụ viết https thay cho http.",
                f"The endpoint of {self.address} redirects to another one. Mend AWS_ENDPOINT_URL, "
                "for example to begin with https instead of http.",
            )

    def _refused(self, error: Any) -> Refusal:
        code = error.response["Error"]["Code"]
        if code == "NoSuchBucket":
            return Refusal(
                f"Không có bucket “{self._bucket}” trong kho đối tượng. Hãy tạo bucket trước, hoặc kiểm tra "
                "lại tên bucket và AWS_ENDPOINT_URL.",
                f"There is no bucket “{self._bucket}” in the object store. Create it first, or check its "
                "name and AWS_ENDPOINT_URL.",
            )
        if error.response["ResponseMetadata"]["HTTPStatusCode"] in (401, 403):
            return Refusal(
                f"Kho đối tượng từ chối khóa truy cập đang dùng cho {self.address} ({code}). Khóa phải đúng "
                "và có quyền liệt kê, đọc, ghi, xóa trong bucket.",
                f"The object store refuses the credentials for {self.address} ({code}). They must be right, "
                "and allow to list, read, write and delete in the bucket.",
            )
        return self._complaint(error)

    def _complaint(self, error: BaseException) -> Refusal:
        return Refusal(
            f"Không đưa được trang lên {self.address}. Kho đối tượng hoặc thư viện báo: {error}",
            f"The site cannot be put into {self.address}. The object store or the library says: {error}",
        )


def content_type(path: str) -> str:
    """What a browser is told that a file is. Texts are UTF-8."""
    suffix = PurePosixPath(path).suffix
    return f"{_TEXTS[suffix]}; charset=utf-8" if suffix in _TEXTS else _OTHERS.get(suffix, _UNKNOWN)


def _parts(address: str) -> tuple[str, str]:
    bucket, _, rest = address.removeprefix(SCHEME).partition("/")
    prefix = rest.removesuffix("/")
    sound = _BUCKET.fullmatch(bucket) and (not rest or _PREFIX.fullmatch(prefix))
    if not address.startswith(SCHEME) or not sound or len(address) > _LONGEST:
        raise Refusal(
            f"Không hiểu địa chỉ “{address}”. Hãy viết theo mẫu s3://bucket/thu-muc, ví dụ "
            "s3://sang-kien hoặc s3://sang-kien/trang-web.",
            f"“{address}” is no address. Write s3://bucket/prefix, such as s3://innovations or "
            "s3://innovations/site.",
        )
    return bucket, prefix


def _client(address: str) -> Any:
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError
    except ImportError as error:
        raise Refusal(
            "Chưa cài phần mở rộng để đưa trang lên kho đối tượng. Hãy chạy lệnh: pip install 'sangkien[s3]'",
            "What puts a site into an object store is not installed. Run: pip install 'sangkien[s3]'",
        ) from error
    config = Config(
        retries={"mode": "standard"},
        connect_timeout=_CONNECT_SECONDS,
        max_pool_connections=REQUESTS,
        # Stores other than Amazon's do not all know its newer checksums; contents are signed in any case.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    try:
        return boto3.session.Session().client("s3", config=config)
    except (BotoCoreError, ValueError) as error:
        # A profile, a file or an endpoint of the environment.
        raise Refusal(
            f"Cấu hình AWS để ghi vào {address} chưa đúng: {error}",
            f"The AWS configuration for {address} is not right: {error}",
        ) from error


def _read(note: bytes) -> dict[str, str] | None:
    """What a note says; None for one that is damaged."""
    try:
        said = json.loads(gzip.decompress(note))
        known = dict(said["files"])
        return known if said["format"] == _FORMAT else dict.fromkeys(known, "")
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        return None
