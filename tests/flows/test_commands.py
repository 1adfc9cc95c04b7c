"""The commands as a person runs them: exit statuses, streams, languages, and what they leave behind."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from generator.flows.explain import explain
from generator.rules import all_rules
from generator.statistics import SUPPORT_DUE
from tests.catalogues import ROOT, golden_catalogue, own_catalogue, tree
from tests.histories import commit, git

GOOD = "submissions/quan-dong/xuong-moc/bao-goc-ban-go.yml"
FAULTY = "submissions/quan-dong/to-det/loi-thieu-ngay.yml"


def run(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run `sangkien` for the catalogue in `root`."""
    command = [sys.executable, "-m", "generator", "--root", str(root), *words]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=root, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return golden_catalogue(tmp_path)


def test_validate_says_where_and_what(root: Path) -> None:
    done = run("validate", root=root)
    assert done.returncode == 1
    assert f"{FAULTY}:7:" in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("Đã kiểm tra 11 tệp:")
    assert done.stderr == ""


def test_validate_speaks_english_before_and_after_the_command(root: Path) -> None:
    for words in (("--lang", "en", "validate"), ("validate", "--lang", "en")):
        assert "files checked" in run(*words, root=root).stdout


def test_validate_json_is_json_and_nothing_else(root: Path) -> None:
    done = run("validate", "--format", "json", root=root)
    findings = json.loads(done.stdout)
    assert {f["path"] for f in findings if f["severity"] == "error"} == {FAULTY}
    keys = ["path", "line", "column", "rule", "severity", "message", "hint"]
    assert all(list(finding) == keys for finding in findings)
    places = [(f["path"], f["line"], f["column"]) for f in findings]
    assert places == sorted(places)


def test_validate_one_file_or_folder(root: Path) -> None:
    assert run("validate", GOOD, root=root).returncode == 0
    assert run("validate", "submissions/quan-dong/to-det", root=root).returncode == 1
    missing = run("validate", "submissions/khong-co.yml", root=root)
    assert missing.returncode == 2
    assert "khong-co.yml" in missing.stderr


@pytest.mark.parametrize("command", ["validate", "validate --since HEAD", "fix"])
def test_what_lies_outside_submissions_is_not_passed_over_in_silence(command: str, root: Path) -> None:
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    for paths in (["schema"], ["mkdocs.yml"], [GOOD, "schema/programme.yml"], ["site/../schema"]):
        done = run(*command.split(), *paths, root=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"“{paths[-1]}” nằm ngoài submissions/" in done.stderr
    assert "outside submissions/" in run("--lang", "en", *command.split(), "schema", root=root).stderr
    for path in (".", "submissions", "submissions/", str(root), "schema/../submissions"):
        every = run(*command.split(), root=root)
        assert run(*command.split(), path, root=root).stdout == every.stdout


def test_misuse_is_told_in_the_users_language(root: Path) -> None:
    done = run("valdate", root=root)
    assert done.returncode == 2
    assert "Lệnh viết chưa đúng" in done.stderr
    assert "not right" in run("--lang", "en", "valdate", root=root).stderr


def test_a_faulty_programme_is_told_with_its_place(root: Path) -> None:
    programme = root / "schema/programme.yml"
    programme.write_text(programme.read_text("utf-8").replace("target: 40}", "target: nhiều}"), "utf-8")
    done = run("build", root=root)
    assert done.returncode == 2
    assert "schema/programme.yml:15:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_theme_of_another_version_is_told(root: Path) -> None:
    (root / "site/theme/templates/below.html").unlink()
    done = run("build", root=root)
    assert done.returncode == 2
    assert "thiếu tệp templates/below.html" in done.stderr
    assert "Traceback" not in done.stderr


def test_build_goes_on_and_tells_of_what_waits(root: Path) -> None:
    done = run("build", root=root)
    assert done.returncode == 0
    assert "1 tệp còn lỗi" in done.stdout
    assert (root / "public/index.html").exists()


def innovations(root: Path) -> int:
    """How many innovations the catalogue holds, published or not."""
    return len([path for path in (root / "submissions").rglob("*.yml") if path.name != "union.yml"])


def published(root: Path) -> int:
    figures = json.loads((root / "public/api/v1/statistics.json").read_text("utf-8"))
    return int(figures["city"]["total"]["innovations"])


def published_after(root: Path) -> int:
    """How many innovations a build publishes."""
    assert run("build", root=root).returncode == 0
    return published(root)


def test_build_tells_how_many_innovations_wait(root: Path) -> None:
    assert innovations(root) == published_after(root) + 1
    done = run("build", root=root)
    assert "1 tệp còn lỗi, nên 1 sáng kiến chưa được đăng" in done.stdout
    (root / "submissions/quan-dong/union.yml").unlink()
    for clean in ((), ("--clean",)):
        done = run("build", *clean, root=root)
        waiting = innovations(root) - published(root)
        assert waiting > 2
        assert f"tệp còn lỗi, nên {waiting} sáng kiến chưa được đăng" in done.stdout
        page = (root / "public/cho-sua/index.html").read_text("utf-8")
        assert f"nên {waiting} sáng kiến chưa được đăng" in page
        english = (root / "public/en/cho-sua/index.html").read_text("utf-8")
        assert f"so {waiting} innovations are not published" in english
    # Without innovations, none waits.
    shutil.rmtree(root / "submissions")
    (root / "submissions/quan-dong").mkdir(parents=True)
    (root / "submissions/quan-dong/union.yml").write_text("name: x\n", "utf-8")
    assert "1 tệp còn lỗi; xem lỗi" in run("build", root=root).stdout


def test_what_to_run_next_is_told_as_it_has_to_be_typed(root: Path, tmp_path: Path) -> None:
    """For the same catalogue, in the same language."""
    for language, more in ("vi", ""), ("en", " --lang en"):
        given = f" --root {root}{more}"
        told = run("--lang", language, "build", root=root).stdout
        assert f"sangkien validate{given}\n" in told
        assert "1 file has errors, so 1 innovation is left out" in told or language == "vi"
        assert f"sangkien validate{given}\n" in run("--lang", language, "fix", root=root).stdout
        assert f"sangkien sync{given}\n" in run("--lang", language, "sync", "--check", root=root).stdout
        made = run(
            "--lang", language, "demo", "--count", "3", "--out", str(tmp_path / "d d"), root=root
        ).stdout
        assert f"sangkien build --root '{tmp_path / 'd d'}'{more}\n" in made
        shard = run("--lang", language, "build", "--shard", "1/2", root=root).stdout
        assert f"sangkien build{given} --merge\n" in shard
    here = subprocess.run(
        [sys.executable, "-m", "generator", "build"], cwd=root, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert here.stdout.endswith(": sangkien validate\n")


def test_mkdocs_gives_the_same_site(root: Path) -> None:
    run("build", root=root)
    expected = tree(root / "public")
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "elsewhere"]
    subprocess.run(mkdocs, cwd=root, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert tree(root / "elsewhere") == expected
    subprocess.run(mkdocs[:-2], cwd=root, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert tree(root / "public") == expected


def test_stats_in_three_formats_agree(root: Path) -> None:
    found = json.loads(run("stats", "--format", "json", root=root).stdout)
    assert [row["id"] for row in found] == ["", "nganh-y", "quan-dong"]
    assert found[0]["innovations"] == 4
    rows = list(csv.DictReader(io.StringIO(run("stats", "--format", "csv", root=root).stdout)))
    assert [row["innovations"] for row in rows] == [str(row["innovations"]) for row in found]
    assert rows[1]["members"] == "", "unknown is not zero"
    table = run("stats", "--union", "quan-dong", "--phase", "nam-2025", root=root).stdout
    assert "CĐCS Tổ dệt" in table and "Năm 2025" in table
    assert run("stats", "--union", "quan-dogn", root=root).returncode == 2


def test_stats_speak_as_the_site_does(root: Path) -> None:
    for language, unknown in (("vi", "chưa có"), ("en", "not known")):
        table = run("--lang", language, "stats", root=root).stdout
        assert unknown in table and SUPPORT_DUE.get(language) in table


def test_explain_every_rule_and_help_with_a_slip(root: Path) -> None:
    listed = [line.split()[0] for line in run("explain", root=root).stdout.splitlines()]
    assert listed == sorted(all_rules())
    for language in ("vi", "en"):
        for name in listed:
            told = explain(name, language)
            assert f"`{name}`" in told
            assert all_rules()[name].manual.title.get(language) in told
    assert "shares-add-up" in run("explain", "shares-add-up", root=root).stdout
    assert "shares-add-up" in run("explain", "share-add-up", root=root).stderr


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_does_not_exist_is_answered_with_a_next_step(language: str, root: Path) -> None:
    def told(*words: str) -> str:
        done = run("--lang", language, *words, root=root)
        assert done.returncode == 2
        return done.stderr

    for slip in ("quan-dogn", "không có gì giống"):
        assert "nganh-y, quan-dong" in told("stats", "--union", slip), "the upper-level unions"
    for slip in ("to-det", "quan-dong/to-dét", "submissions/quan-dong/to-det/"):
        assert "“quan-dong/to-det”" in told("stats", "--union", slip)
    assert "sangkien explain" in told("explain", "nope")
    for path in ("submissions/quan-dong/union.yml", "submissions/quan-dong", "mkdocs.yml"):
        assert f"“{path}”" in told("similar", path) and "submissions/" in told("similar", path)
        assert ".yml" in told("similar", path).replace(path, "")


def test_sync_writes_what_is_derived_and_check_only_looks(root: Path) -> None:
    assert run("sync", "--check", root=root).returncode == 1
    assert not (root / ".github").exists()
    assert run("sync", root=root).returncode == 0
    assert "@cong-doan-dong" in (root / ".github/CODEOWNERS").read_text("utf-8")
    assert run("sync", "--check", root=root).returncode == 0


def test_the_repository_is_in_sync(tmp_path: Path) -> None:
    root = own_catalogue(tmp_path)
    for name in (".github", ".gitlab"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, root / name)
    done = run("sync", "--check", root=root)
    assert done.returncode == 0, done.stdout


def test_serve_shows_rebuilds_and_reloads(root: Path) -> None:
    command = [sys.executable, "-u", "-m", "generator", "--root", str(root), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        try:
            assert server.stderr is not None
            address = next(w for line in server.stderr for w in line.split() if w.startswith("http://"))
            threading.Thread(target=server.stderr.read, daemon=True).start()
            with urllib.request.urlopen(address) as answer:
                assert b".reload.js" in answer.read()
            with urllib.request.urlopen(address + ".reload") as events:
                entry = root / GOOD
                # The watch may begin a moment after the address is told: change until it is seen.
                told = threading.Event()

                def listen() -> None:
                    while not events.readline().startswith(b"data:"):
                        pass
                    told.set()

                threading.Thread(target=listen, daemon=True).start()
                number = 0
                while not told.wait(0.5):
                    number += 1
                    assert number < 240
                    text = entry.read_text("utf-8")
                    entry.write_text(text.replace("title: Bào góc", "title: Bào góc thật", 1), "utf-8")
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                with urllib.request.urlopen(
                    address + "sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html"
                ) as answer:
                    if "Bào góc thật" in answer.read().decode():
                        break
            else:
                pytest.fail("the page never changed")
        finally:
            server.terminate()
