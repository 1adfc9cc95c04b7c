"""An object store for tests: a real server that speaks S3, on this machine alone, with users and secrets."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

WRITER, READER, SECRET = "writer", "reader", "a-secret-of-tests"
_PORTS = ("master.port", "volume.port", "filer.port", "s3.port", "admin.port")


class ObjectStore:
    """A server in `folder`. It can be ended and started again, with all that it holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        users = [(WRITER, ["Admin"]), (READER, ["Read", "List"])]
        identities: list[dict[str, object]] = [
            {"name": name, "credentials": [{"accessKey": name, "secretKey": SECRET}], "actions": actions}
            for name, actions in users
        ]
        # A visitor.
        identities.append({"name": "anonymous", "actions": ["Read"]})
        (folder / "users.json").write_text(json.dumps({"identities": identities}))
        free = _free_ports(2 * len(_PORTS))
        self._ports = {name: next(free) for port in _PORTS for name in (port, f"{port}.grpc")}
        self.endpoint = f"http://127.0.0.1:{self._ports['s3.port']}"
        self.client: Any = boto3.client(
            "s3", endpoint_url=self.endpoint, region_name="us-east-1", aws_access_key_id=WRITER,
            aws_secret_access_key=SECRET, config=Config(retries={"total_max_attempts": 1}),
        )  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start the server, and wait until it keeps something."""
        ports = [f"-{name}={number}" for name, number in self._ports.items()]
        command = [
            str(Path(sys.executable).parent / "weed"), "mini", f"-dir={self.folder}", "-ip=127.0.0.1",
            "-ip.bind=127.0.0.1", f"-s3.config={self.folder / 'users.json'}", "-s3.autoCreateBucket=false",
            "-s3.port.iceberg=0", "-s3.port.lance=0", "-webdav=false", "-admin.ui=false",
            "-master.telemetry=false", *ports,
        ]  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        deadline = time.monotonic() + 60
        while not self._keeps():
            assert time.monotonic() < deadline, (self.folder / "log").read_text()[-5000:]
            time.sleep(0.05)

    def _keeps(self) -> bool:
        try:
            if "ready" not in {b["Name"] for b in self.client.list_buckets()["Buckets"]}:
                self.client.create_bucket(Bucket="ready")
            self.client.put_object(Bucket="ready", Key="word", Body=b"yes")
        except (BotoCoreError, ClientError):
            return False
        return True

    def end(self) -> None:
        """Kill the server, and take away what it leaves outside its folder."""
        self._process.kill()
        self._process.wait()
        for port in self._ports.values():
            for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):
                left.unlink()

    def environment(self, user: str = WRITER) -> Mapping[str, str]:
        """What a program is told by the environment to use the store as `user`, and nothing else."""
        return {
            **os.environ, "AWS_ENDPOINT_URL": self.endpoint, "AWS_ACCESS_KEY_ID": user,
            "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "2", "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }  # fmt: skip

    def keys(self, bucket: str, prefix: str = "") -> dict[str, str]:
        """What lies in a bucket: when each object was last written, by key."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        return {
            item["Key"]: f"{item['ETag']} {item['LastModified']}"
            for page in pages
            for item in page.get("Contents", ())
        }

    def objects(self, bucket: str, prefix: str = "") -> dict[str, bytes]:
        """The contents of all that lies in a bucket."""
        return {key: content for key, (content, _) in self.visit(bucket, self.keys(bucket, prefix)).items()}

    def visit(self, bucket: str, keys: Iterable[str]) -> dict[str, tuple[bytes, Mapping[str, str]]]:
        """What a visitor gets: contents and headers of each object."""
        found: dict[str, tuple[bytes, Mapping[str, str]]] = {}
        with closing(HTTPConnection(self.endpoint.removeprefix("http://"))) as connection:
            for key in keys:
                connection.request("GET", f"/{bucket}/{key}")
                answer = connection.getresponse()
                found[key] = answer.read(), dict(answer.headers)
                assert answer.status == 200, (key, found[key])
        return found


def _free_ports(number: int) -> Iterator[int]:
    sockets = [socket.socket() for _ in range(number)]
    for found in sockets:
        found.bind(("127.0.0.1", 0))
    ports = [found.getsockname()[1] for found in sockets]
    for found in sockets:
        found.close()
    return iter(ports)


@contextmanager
def object_store(folder: Path) -> Iterator[ObjectStore]:
    """A server for as long as it is needed."""
    store = ObjectStore(folder)
    try:
        yield store
    finally:
        store.end()
