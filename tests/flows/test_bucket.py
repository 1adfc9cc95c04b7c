"""Sites in an object store: a real server, programs that are killed in mid-upload, and what is refused.

Nothing here is played: the server speaks S3, checks signatures and keeps what it is given on disk.
"""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.bucket import NOTE, Bucket, content_type
from generator.cli import main
from generator.flows.publish import _waves
from generator.problems import Refusal
from tests.catalogues import ROOT, golden_catalogue, tree
from tests.stores import READER, SECRET, WRITER, ObjectStore, object_store

ENTRY = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
PAGE = "sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"
LASTING = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStore]:
    with object_store(tmp_path_factory.mktemp("store") / "objects") as found:
        yield found


@pytest.fixture
def bucket(store: ObjectStore, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty bucket, which this process may write to."""
    for name, value in store.environment().items():
        monkeypatch.setenv(name, value)
    name = request.node.name.replace("_", "-").partition("[")[0][:40].rstrip("-")
    name = f"{name}-{len(store.client.list_buckets()['Buckets'])}"
    store.client.create_bucket(Bucket=name)
    return name


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return golden_catalogue(tmp_path)


def publish(root: Path, address: str, *words: str) -> int:
    return main(["build", "--root", str(root), "--out", address, "--jobs", "1", *words])


def built(root: Path) -> dict[str, bytes]:
    """The site as it was built before it was sent."""
    (folder,) = (root / ".sangkien" / "buckets").glob("[!.]*")
    return tree(folder)


def note(store: ObjectStore, bucket: str) -> dict[str, str]:
    content = store.visit(bucket, [NOTE])[NOTE][0]
    known: dict[str, str] = json.loads(gzip.decompress(content))["files"]
    return known


def there(store: ObjectStore, bucket: str, prefix: str = "") -> dict[str, bytes]:
    """What lies in a bucket but its note."""
    objects = {key.removeprefix(prefix): content for key, content in store.objects(bucket, prefix).items()}
    objects.pop(NOTE)
    return objects


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths whose contents differ, or that only one has: far quicker to show than the contents."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_first_publication_then_nothing_then_little(
    store: ObjectStore, bucket: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prefix = "mien-bac/trang"
    store.client.put_object(Bucket=bucket, Key="mien-bac/khac.txt", Body=b"somebody else's")
    address = f"s3://{bucket}/{prefix}/"
    assert publish(root, address) == 0
    first = built(root)
    found = store.visit(bucket, store.keys(bucket))
    assert found.pop("mien-bac/khac.txt")[0] == b"somebody else's"
    found.pop(f"{prefix}/{NOTE}")
    got = {key.removeprefix(f"{prefix}/"): answer for key, answer in found.items()}
    assert not differing({path: content for path, (content, _) in got.items()}, first)
    for path, (_, headers) in got.items():
        assert headers["Content-Type"] == content_type(path) != "application/octet-stream", path
        lasting = path.startswith("tim-kiem/data/")
        assert headers["Cache-Control"] == (LASTING if lasting else "no-cache"), path
    assert f"Đã đưa lên s3://{bucket}/{prefix}: gửi {len(first)} tệp, gỡ 0 tệp" in capsys.readouterr().out

    # What was put there by another hand in the meantime stays: nothing is sent, nothing is looked at.
    store.client.put_object(Bucket=bucket, Key=f"{prefix}/{PAGE}", Body=b"changed behind our back")
    before = store.keys(bucket)
    assert publish(root, address, "--lang", "en") == 0
    assert f"It is in s3://{bucket}/{prefix}: 0 files sent, 0 removed" in capsys.readouterr().out
    assert store.keys(bucket) == before

    entry = root / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("title: ", "title: Mới, ", 1), "utf-8")
    assert publish(root, address) == 0
    changed = {path for path, content in built(root).items() if first.get(path) != content}
    after = store.keys(bucket)
    written = {key.removeprefix(f"{prefix}/") for key in after if after[key] != before.get(key)}
    assert written == changed | {NOTE}
    assert 0 < len(changed) < len(first) / 2
    assert PAGE in changed

    entry.unlink()
    assert publish(root, address, "--timings") == 0
    assert "Gửi lên kho đối tượng" in capsys.readouterr().out
    objects = there(store, bucket, f"{prefix}/")
    assert PAGE not in objects
    assert not differing(objects, built(root))
    assert "mien-bac/khac.txt" in store.keys(bucket)


def test_without_its_note_a_site_is_sent_anew(store: ObjectStore, bucket: str, root: Path) -> None:
    # A site that the program has not noted, such as one that somebody copied there; below it, another one.
    lying = {"api/v1/statistics.json": b"{}", PAGE: b"old", "sang-kien/gone.html": b"gone"}
    further = {f"tinh-khac/{NOTE}": b"theirs", "tinh-khac/index.html": b"theirs"}
    for key, content in {**lying, **further}.items():
        store.client.put_object(Bucket=bucket, Key=key, Body=content)
    uncertain = dict.fromkeys(lying, "")
    assert Bucket(f"s3://{bucket}").known() == uncertain
    sound = gzip.compress(b'{"format": 1, "files": {}}')
    cut, mangled = (sound[:-9], sound[:-1]), (b"", b"{}", sound[:12] + b"\xff\xff" + sound[14:])
    strange = (gzip.compress(b"[]"), gzip.compress(b'{"files": 1}'), gzip.compress(b"{"))
    for damaged in (*cut, *mangled, *strange):
        store.client.put_object(Bucket=bucket, Key=NOTE, Body=damaged)
        assert Bucket(f"s3://{bucket}").known() == uncertain, damaged
    earlier = gzip.compress(b'{"format": 0, "files": {"sang-kien/gone.html": "5a"}}')
    store.client.put_object(Bucket=bucket, Key=NOTE, Body=earlier)
    assert Bucket(f"s3://{bucket}").known() == {"sang-kien/gone.html": ""}
    store.client.put_object(Bucket=bucket, Key=NOTE, Body=sound[:-9])
    assert publish(root, f"s3://{bucket}") == 0
    assert not differing(there(store, bucket), {**built(root), **further})


def halted(root: Path, store: ObjectStore, bucket: str, ending: str) -> subprocess.Popen[str]:
    """A program that was stopped when it had sent some of the files with this ending."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", f"s3://{bucket}"]
    environment = {**store.environment(), "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    running = subprocess.Popen(
        [*command, "--jobs", "1"], stdout=pipe, stderr=pipe, text=True, env=environment
    )
    while not store.keys(bucket):
        assert running.poll() is None, running.communicate()
        time.sleep(0.005)
    running.send_signal(signal.SIGSTOP)
    # In small steps: how fast this machine is does not matter.
    while not any(key.endswith(ending) for key in store.keys(bucket)):
        assert running.poll() is None, running.communicate()
        running.send_signal(signal.SIGCONT)
        time.sleep(0.02)
        running.send_signal(signal.SIGSTOP)
    return running


def test_killed_in_mid_upload(store: ObjectStore, bucket: str, root: Path) -> None:
    running = halted(root, store, bucket, ".html")
    running.kill()
    running.communicate()
    left, site = there(store, bucket), built(root)
    assert len(left) < len(site)
    assert {path for path in site if not path.endswith(".html")} < left.keys(), "a page before what it loads"
    assert note(store, bucket) == dict.fromkeys(site, "")

    # What it had sent and what is no more is taken away again.
    (root / ENTRY).unlink()
    assert publish(root, f"s3://{bucket}") == 0
    assert not differing(there(store, bucket), built(root))
    assert "" not in note(store, bucket).values()


def test_a_store_that_dies(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with object_store(tmp_path / "objects") as mortal:
        mortal.client.create_bucket(Bucket="trang-web")
        running = halted(root, mortal, "trang-web", ".json")
        mortal.end()
        running.send_signal(signal.SIGCONT)
        complaints = running.communicate()[1]
        assert running.returncode == 2, complaints
        assert "kết nối bị ngắt giữa chừng" in complaints
        assert "Traceback" not in complaints
        mortal.start()
        for name, value in mortal.environment().items():
            monkeypatch.setenv(name, value)
        assert publish(root, "s3://trang-web") == 0
        assert not differing(there(mortal, "trang-web"), built(root))


def test_what_is_refused(
    store: ObjectStore,
    bucket: str,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(address: str, vi: str, en: str) -> None:
        with pytest.raises(Refusal) as told:
            Bucket(address).known()
        assert vi in told.value.message.vi
        assert en in told.value.message.en

    here = f"s3://{bucket}"
    refused(f"s3://no-{bucket}", f"Không có bucket “no-{bucket}”", f"There is no bucket “no-{bucket}”")
    store.client.put_object(Bucket=bucket, Key="album/nghi-he.jpg", Body=b"a photo")
    refused(here, "đã có nội dung khác nên không ghi đè", "holds something else and is left alone")
    assert publish(root, here) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"“{here}” đã có nội dung khác") and told.out == ""
    assert not (root / ".sangkien" / "buckets").exists(), "built before it was refused"
    assert store.objects(bucket) == {"album/nghi-he.jpg": b"a photo"}

    here = f"{here}/trang"
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    refused(here, "từ chối khóa truy cập", "refuses the credentials")
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    refused(here, "Chưa có khóa truy cập", "There are no credentials")
    config = tmp_path / "config"
    config.write_text("[default]\ncredential_process = false\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    refused(here, "Cấu hình AWS để ghi vào", "The AWS configuration for")
    key = {"Version": 1, "AccessKeyId": WRITER, "SecretAccessKey": SECRET, "SessionToken": "a"}
    (tmp_path / "key.json").write_text(json.dumps({**key, "Expiration": "2020-01-01T00:00:00Z"}))
    config.write_text(f"[default]\ncredential_process = cat {tmp_path / 'key.json'}\n")
    refused(here, "Không đưa được trang lên", "cannot be put into")
    monkeypatch.setenv("AWS_PROFILE", "nobodys")
    refused(here, "Cấu hình AWS để ghi vào", "The AWS configuration for")
    monkeypatch.delenv("AWS_PROFILE")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "nowhere")
    refused(here, "Cấu hình AWS để ghi vào", "The AWS configuration for")
    for name, value in store.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    refused(here, "Không kết nối được với kho", "cannot be reached")

    for name, value in store.environment(READER).items():
        monkeypatch.setenv(name, value)
    assert publish(root, here, "--lang", "en") == 2
    assert "refuses the credentials" in capsys.readouterr().err
    assert store.keys(bucket).keys() == {"album/nghi-he.jpg"}


class Other(BaseHTTPRequestHandler):
    """What answers, but is no object store."""

    status = 404

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Location", "https://127.0.0.1:1/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize(
    ("status", "vi", "en"),
    [
        (404, "Không đưa được trang lên", "cannot be put into"),
        (301, "chuyển hướng sang địa chỉ khác", "redirects to another one"),
    ],
)
def test_what_answers_is_no_object_store(
    bucket: str, monkeypatch: pytest.MonkeyPatch, status: int, vi: str, en: str
) -> None:
    monkeypatch.setattr(Other, "status", status)
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        Thread(target=server.serve_forever).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
        with pytest.raises(Refusal) as told:
            Bucket(f"s3://{bucket}").known()
        server.shutdown()
    assert vi in told.value.message.vi
    assert en in told.value.message.en


def test_only_other_sites_and_folders_of_a_console_lie_there(store: ObjectStore, bucket: str) -> None:
    for key in (f"tinh-khac/{NOTE}", "tinh-khac/index.html", "trang/"):
        store.client.put_object(Bucket=bucket, Key=key, Body=b"")
    assert Bucket(f"s3://{bucket}").known() == {}
    assert Bucket(f"s3://{bucket}/trang").known() == {}


@pytest.mark.parametrize(
    "address",
    ["s3://", "s3:///trang", "S3://bucket", "s3://Bucket", "s3://b", "gs://bucket/trang", "s3://bucket//trang",
     "s3://bucket/../trang", "s3://bucket/a/.", "s3://bucket/trang web", "s3://bucket/" + "a" * 200],
)  # fmt: skip
def test_what_is_no_address(root: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(root, address) == 2
    assert capsys.readouterr().err.startswith(f"Không hiểu địa chỉ “{address}”")


def test_what_is_an_address(bucket: str) -> None:
    labels = {}
    for address in (
        "s3://abc",
        "s3://abc/",
        "s3://abc/d",
        "s3://abc/d/",
        "s3://abc/d/..e",
        "s3://abc/d/.e.f_g-H",
    ):
        found = Bucket(address)
        labels[address.rstrip("/")] = found.label
        assert found.address == address.rstrip("/")
    assert len(set(labels.values())) == 4
    assert all("/" not in label for label in labels.values())
    with pytest.raises(Refusal):
        Bucket("s3://abc/d/..")


def test_serve_shows_a_folder(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--root", str(root), "--out", "s3://bucket"]) == 2
    assert "“s3://bucket”" in capsys.readouterr().err


def test_without_the_extra(root: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / "boto3.py").write_text("raise ImportError\n")
    for language in ("vi", "en"):
        command = [sys.executable, "-m", "generator", "--lang", language, "build", "--out", "s3://bucket"]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(missing), str(ROOT))),
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=root, check=False)
        assert done.returncode == 2
        assert "pip install 'sangkien[s3]'" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""


def test_what_is_sent_first() -> None:
    paths = ["a.html", "assets/style.css", "tim-kiem/data/a/0.json", "tim-kiem/index.json"]
    assert _waves(paths) == (
        (True, ["tim-kiem/data/a/0.json"]),
        (False, ["assets/style.css", "tim-kiem/index.json"]),
        (False, ["a.html"]),
    )


def test_what_files_are_called() -> None:
    told = {
        path: content_type(path) for path in ("a/index.html", "a.csv", "b.c.json", "x.png.webp", "y.z", "w")
    }
    assert told == {
        "a/index.html": "text/html; charset=utf-8",
        "a.csv": "text/csv; charset=utf-8",
        "b.c.json": "application/json",
        "x.png.webp": "image/webp",
        "y.z": "application/octet-stream",
        "w": "application/octet-stream",
    }
