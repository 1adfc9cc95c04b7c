"""The workflows of both forges: audited, and every command of theirs run here on a real history.

What cannot be run here is what the forge itself provides: checking out, keeping artifacts, Pages. Its part
is played by folders that are prepared as the forge would leave them.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.repository import Repository
from tests.catalogues import GOLDEN
from tests.forges import REPOSITORY, TOKEN, Forge, running, running_gitlab
from tests.harness import GRASSROOTS, INNOVATION, ROOT, base_text, merged
from tests.histories import ENVIRONMENT, commit, git, repository_of

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
BIN = Path(sys.executable).parent
FOLDER = GRASSROOTS.rpartition("/")[0]
FAULTY = merged(base_text(INNOVATION), "applied: {on: 2022-02-30}\n")
BETTER = merged(base_text(INNOVATION), "title: Bồn rửa tay đạp chân, bản mới\n")
# What runs these very tests cannot be run by them.
RUNS_THIS = ".ci/run"

Job = Mapping[str, Any]


def workflow(name: str) -> Mapping[Any, Any]:
    """A workflow's text as data."""
    loaded: Mapping[Any, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text("utf-8"))
    return loaded


def gitlab_jobs() -> dict[str, Job]:
    """The jobs of .gitlab-ci.yml."""
    loaded = yaml.safe_load(GITLAB.read_text("utf-8"))
    return {name: job for name, job in loaded.items() if isinstance(job, dict) and "script" in job}


def gitlab_runs(part: Job, told: Mapping[str, str]) -> bool:
    """Whether a job, or a pipeline, runs by its rules, where GitLab tells this of it."""
    known = {"CI_DEFAULT_BRANCH": "main", **told}

    def value(word: str) -> str | None:
        return known.get(word[1:]) if word.startswith("$") else word.strip('"')

    def holds(condition: str) -> bool:
        left, sign, right = condition.split()
        assert sign in ("==", "!=")
        return (value(left) == value(right)) == (sign == "==")

    for rule in part.get("rules", [{}]):
        if all(holds(condition) for condition in rule["if"].split(" && ")) if "if" in rule else True:
            return bool(rule.get("when") != "never")
    return False


JOBS = [(path.name, name) for path in WORKFLOWS for name in workflow(path.name)["jobs"]]
STEPS = [
    (file, job, step) for file, job in JOBS for step in workflow(file)["jobs"][job]["steps"]
]  # fmt: skip


def tool(*words: str | Path) -> None:
    """Run a tool that audits; it must find nothing."""
    done = subprocess.run(
        [BIN / words[0], *map(str, words[1:])], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


# --- what is written down


def test_zizmor_finds_nothing() -> None:
    """The severest of its personas, without asking the network."""
    tool("zizmor", "--offline", "--no-config", "--persona", "pedantic", ROOT / ".github")


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.github-issue-config", [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.github-issue-forms", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("s*.yml"))),
    ],
)
def test_published_schemas_are_satisfied(schema: str, paths: list[Path]) -> None:
    assert paths
    tool("check-jsonschema", "--builtin-schema", schema, *paths)


def test_gitlabs_schema_is_satisfied() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", GITLAB)


@pytest.mark.parametrize(("file", "job", "step"), STEPS)
def test_actions_are_pinned_and_know_no_credentials(file: str, job: str, step: Job) -> None:
    if "uses" in step:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        text = (ROOT / ".github" / "workflows" / file).read_text("utf-8")
        assert re.search(rf"{re.escape(step['uses'])} # v\d+\.\d+\.\d+\n", text), "the version stands beside"
    if step.get("uses", "").startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("file", "job", "step"), [step for step in STEPS if "run" in step[2]])
def test_commands_hold_no_expressions(file: str, job: str, step: Job) -> None:
    """What a stranger wrote could become a command there."""
    assert "${{" not in step["run"]
    assert "\n" not in step["run"].strip(), "what takes several lines is a command of ours"


@pytest.mark.parametrize(("file", "job"), JOBS)
def test_only_two_jobs_may_write(file: str, job: str) -> None:
    found = workflow(file)
    assert found["permissions"] in ({}, {"contents": "read"})
    assert "secrets." not in (ROOT / ".github" / "workflows" / file).read_text("utf-8")
    writes = {name for name, right in found["jobs"][job].get("permissions", {}).items() if right == "write"}
    allowed = {("answer.yml", "answer"): {"pull-requests"}, ("publish.yml", "deploy"): {"pages", "id-token"}}
    assert writes == allowed.get((file, job), set())


def test_what_a_stranger_starts_may_not_write_and_what_may_write_runs_the_main_branch() -> None:
    triggers = {path.name: set(workflow(path.name)[True]) for path in WORKFLOWS}
    assert all("pull_request_target" not in names for names in triggers.values())
    assert "pull_request" not in triggers["answer.yml"] | triggers["publish.yml"]
    checkouts = [
        step["with"] for file, _, step in STEPS
        if file == "answer.yml" and step.get("uses", "").startswith("actions/checkout@")
    ]  # fmt: skip
    assert [step["ref"] for step in checkouts] == ["main"]


MERGE_REQUEST = {"CI_PIPELINE_SOURCE": "merge_request_event"}
PIPELINES = {
    "a merge request": (MERGE_REQUEST, {"proposal", "derived", "test"}),
    "the default branch": (
        {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"}, {"derived", "test", "pages"},
    ),
    "the schedule": ({"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"}, {"answer"}),
    "a schedule for another branch": ({"CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "khác"}, None),
    "another branch": ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "khác"}, None),
}  # fmt: skip


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_what_gitlab_runs_when(pipeline: str) -> None:
    """Every path is taken for changed: what might run counts."""
    told, expected = PIPELINES[pipeline]
    whole = yaml.safe_load(GITLAB.read_text("utf-8"))
    if expected is None:
        assert not gitlab_runs(whole["workflow"], told)
        return
    assert gitlab_runs(whole["workflow"], told)
    assert {name for name, job in gitlab_jobs().items() if gitlab_runs(job, told)} == expected


def test_only_gitlabs_answer_is_given_the_token() -> None:
    """The variable is for an environment that no other job names, and a fresh clone meets it."""
    text = GITLAB.read_text("utf-8")
    found = yaml.safe_load(text)
    assert "SANGKIEN_TOKEN" in text.partition("stages:")[0], "how it is set up stands at the top"
    holders = [name for name, part in found.items() if "SANGKIEN_TOKEN" in json.dumps(part)]
    placed = [name for name, job in gitlab_jobs().items() if "environment" in job]
    assert holders == placed == ["answer"]
    assert found["answer"]["environment"] == {"name": "answer", "action": "access"}
    assert found["answer"]["variables"]["GIT_STRATEGY"] == "clone"
    # One at a time, and to its end: otherwise two runs could both say it first.
    assert found["answer"]["resource_group"] and found["answer"]["interruptible"] is False


def test_code_owners_are_the_same_for_both_forges() -> None:
    github, gitlab = (ROOT / folder / "CODEOWNERS" for folder in (".github", ".gitlab"))
    assert github.read_bytes() == gitlab.read_bytes()


def test_templates_come_in_the_programmes_languages() -> None:
    languages = Repository(ROOT).game.programme.languages
    for folder, ending in ((".github/ISSUE_TEMPLATE", "yml"), (".gitlab/issue_templates", "md")):
        names = {path.name for path in (ROOT / folder).glob(f"*.{ending}")} - {"config.yml"}
        vietnamese = {name for name in names if ".en." not in name}
        english = {name.replace(f".{ending}", f".en.{ending}") for name in vietnamese}
        assert names == vietnamese | english if "en" in languages else names <= vietnamese | english
        assert f"sang-kien.{ending}" in vietnamese


# --- what runs


@dataclass
class Forgeland:
    """A folder for each thing that a forge keeps: the repository, and the place where a job runs."""

    folder: Path
    said: str = ""
    complained: str = ""

    @property
    def origin(self) -> Path:
        return self.folder / "origin"

    def clone(self, path: Path, *words: str) -> Path:
        """What a checkout leaves, with the program as it was installed."""
        git(self.folder, "clone", "--quiet", *words, self.origin.as_uri(), str(path))
        return self.installed(path)

    def installed(self, path: Path) -> Path:
        """`make test` has installed the program before it came here, by the same target of the Makefile."""
        (path / ".venv").mkdir()
        (path / ".venv" / "bin").symlink_to(BIN)
        (path / ".venv" / "site.done").touch()
        return path

    def run(self, command: str, place: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a step as GitHub Actions does."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
            cwd=place, env={**ENVIRONMENT, "CI": "true", **environment}, capture_output=True, check=False,
            encoding="utf-8",
        )  # fmt: skip

    def play(self, file: str, job: str, place: Path, **environment: str) -> list[int]:
        """Run a job's commands in their order; their exit statuses."""
        steps = [step for step in workflow(file)["jobs"][job]["steps"] if "run" in step]
        told = {name: TOKEN for step in steps for name in step.get("env", {})}
        results = [self.run(step["run"], place, **told, **environment) for step in steps]
        self.said = "".join(result.stdout for result in results)
        self.complained = "".join(result.stderr for result in results)
        return [result.returncode for result in results]

    def propose(self, number: int, files: dict[str, str]) -> str:
        """A pull request: a branch in a stranger's clone, and the merge that the forge makes of it."""
        work = self.folder / "an"
        if not work.exists():
            git(self.folder, "clone", "--quiet", str(self.origin), str(work))
            git(work, "checkout", "--quiet", "-b", "work")
        for path, text in files.items():
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            (work / path).write_text(text, "utf-8")
        sha = commit(work)
        merging = self.folder / "merging"
        shutil.rmtree(merging, ignore_errors=True)
        git(self.folder, "clone", "--quiet", "--branch", "main", str(self.origin), str(merging))
        git(merging, "fetch", "--quiet", str(work), "work")
        git(merging, "merge", "--quiet", "--no-ff", "--no-edit", "FETCH_HEAD")
        git(
            merging,
            "push",
            "--quiet",
            "--force",
            "origin",
            f"HEAD:refs/pull/{number}/merge",
            f"{sha}:refs/pull/{number}/head",
            f"{sha}:refs/merge-requests/{number}/head",
        )
        return sha

    def workspace(self, number: int) -> Path:
        """Where the job on a pull request runs, after its two checkouts."""
        place = self.folder / "workspace"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        self.clone(place / "accepted", "--branch", "main", "--depth", "1")
        proposal = place / "proposal"
        git(place, "init", "--quiet", str(proposal))
        git(proposal, "fetch", "--quiet", "--depth", "2", self.origin.as_uri(), f"refs/pull/{number}/merge")
        git(proposal, "checkout", "--quiet", "FETCH_HEAD")
        # Nothing of this may be read, let alone run.
        (proposal / "schema" / "programme.yml").write_text("hỏng: [", "utf-8")
        return place


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the small good catalogue, the site and everything that the jobs' commands ask for."""
    root = repository_of(tmp_path_factory.mktemp("forge") / "origin", {})
    shutil.copytree(ROOT / "site" / "theme", root / "site" / "theme")
    shutil.copytree(GOLDEN / "site" / "content", root / "site" / "content")
    shutil.copytree(ROOT / "requirements", root / "requirements")
    for name in ("mkdocs.yml", "Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    (root / ".gitignore").write_text(".sangkien/\npublic/\n.*.next/\n.venv/\n", "utf-8")
    assert main(["--root", str(root), "sync"]) == 0
    commit(root, "Danh mục")
    # The branch is not checked out where others push.
    git(root, "config", "receive.denyCurrentBranch", "ignore")
    return root


@pytest.fixture
def forgeland(tmp_path: Path, template: Path) -> Forgeland:
    shutil.copytree(template, tmp_path / "origin")
    return Forgeland(tmp_path)


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running() as found:
        yield found


def test_a_good_proposal_is_reviewed(forgeland: Forgeland) -> None:
    forgeland.propose(7, {INNOVATION: BETTER})
    place = forgeland.workspace(7)
    summary = place / "summary.md"
    assert forgeland.play("proposal.yml", "review", place, GITHUB_STEP_SUMMARY=str(summary)) == [0, 0]
    report = (place / "result" / "report.md").read_text("utf-8")
    assert report.startswith("# Báo cáo duyệt: sẵn sàng\n")
    assert (
        "| Tên sáng kiến | Bồn rửa tay đạp chân cho phân xưởng may | Bồn rửa tay đạp chân, bản mới |"
        in report
    )
    assert summary.read_text("utf-8") == report
    assert json.loads((place / "result" / "labels.json").read_text("utf-8")) == ["ready"]


def test_a_bad_proposal_fails_with_the_line(forgeland: Forgeland) -> None:
    forgeland.propose(7, {INNOVATION: FAULTY})
    place = forgeland.workspace(7)
    assert forgeland.play("proposal.yml", "review", place) == [0, 1]
    assert f"::error file={INNOVATION},line=1,col=15," in forgeland.said
    assert json.loads((place / "result" / "findings.json").read_text("utf-8"))[0]["rule"] == "date-format"


def test_a_proposals_program_and_rules_are_not_used(forgeland: Forgeland) -> None:
    """A proposal may bring what it likes: a program that approves of everything, and rules that allow it."""
    schema = json.loads((forgeland.origin / "schema" / "innovation.schema.json").read_text("utf-8"))
    schema["properties"]["applied"]["properties"]["on"] = {"type": "string"}
    trap = f"import pathlib; pathlib.Path({str(forgeland.folder / 'trapped')!r}).touch()\n"
    forgeland.propose(
        7,
        {
            INNOVATION: FAULTY,
            "schema/innovation.schema.json": json.dumps(schema),
            "generator/__init__.py": trap,
            "generator/__main__.py": trap,
            "sitecustomize.py": trap,
            "Makefile": f"all:\n\ttouch {forgeland.folder / 'trapped'}\n",
        },
    )
    place = forgeland.workspace(7)
    assert forgeland.play("proposal.yml", "review", place) == [0, 1]
    findings = json.loads((place / "result" / "findings.json").read_text("utf-8"))
    assert [finding["rule"] for finding in findings] == ["date-format"]
    assert json.loads((place / "result" / "labels.json").read_text("utf-8")) == [
        "needs-fix",
        "beyond-submissions",
    ]
    assert not (forgeland.folder / "trapped").exists()


def test_a_proposal_is_answered_and_answered_again(forgeland: Forgeland, forge: Forge) -> None:
    """From the stranger's push to the comment, twice."""
    for text, verdict, label in ((FAULTY, "cần sửa", "needs-fix"), (BETTER, "sẵn sàng", "ready")):
        sha = forgeland.propose(7, {INNOVATION: text})
        place = forgeland.workspace(7)
        forgeland.play("proposal.yml", "review", place)
        answering = forgeland.clone(forgeland.folder / f"answer-{label}", "--branch", "main", "--depth", "1")
        shutil.copytree(place / "result", answering / "result")
        del forge.proposals[:]
        forge.propose(7, sha)
        forge.files = [{"filename": INNOVATION}]
        event = forgeland.folder / "event.json"
        event.write_text(json.dumps(forge.event(sha)), "utf-8")
        told = {"GITHUB_EVENT_PATH": str(event), "GITHUB_API_URL": forge.url, "GITHUB_REPOSITORY": REPOSITORY}
        assert forgeland.play("answer.yml", "answer", answering, **told) == [0, 0], forgeland.complained
        assert len(forge.comments) == 1
        assert f"# Báo cáo duyệt: {verdict}\n" in forge.comments[0]["body"]
        assert forge.labels == [label]


def test_the_main_branch_is_built(forgeland: Forgeland) -> None:
    steps = workflow("publish.yml")["jobs"]["build"]["steps"]
    assert (
        next(step["with"]["fetch-depth"] for step in steps if "actions/checkout" in step.get("uses", "")) == 0
    )
    place = forgeland.clone(forgeland.folder / "building", "--branch", "main")
    assert forgeland.play("publish.yml", "build", place) == [0, 0], forgeland.complained
    left = next(step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", ""))
    assert (place / left / "index.html").exists()
    entry = next((place / left / "sang-kien").glob("*/*/*.html"))
    assert "<dt>Lịch sử<dd>thêm " in entry.read_text("utf-8")


def test_stale_derived_files_fail(forgeland: Forgeland) -> None:
    place = forgeland.clone(forgeland.folder / "checking", "--branch", "main", "--depth", "1")
    assert forgeland.play("test.yml", "derived", place) == [0, 0], forgeland.said
    (place / ".github" / "CODEOWNERS").write_text("*\n", "utf-8")
    assert forgeland.play("test.yml", "derived", place) == [0, 1]
    assert ".github/CODEOWNERS" in forgeland.said


def test_gitlab_reviews_a_merge_request(forgeland: Forgeland) -> None:
    job = gitlab_jobs()["proposal"]
    for text, status, verdict in ((FAULTY, 1, "cần sửa"), (BETTER, 0, "sẵn sàng")):
        sha = forgeland.propose(7, {INNOVATION: text})
        place = forgeland.folder / f"merge-request-{status}"
        git(forgeland.folder, "clone", "--quiet", str(forgeland.folder / "an"), str(place))
        git(place, "checkout", "--quiet", "--detach", sha)
        base = git(place, "merge-base", "HEAD", git(forgeland.origin, "rev-parse", "main").strip()).strip()
        results = []
        for line in job["script"]:
            results.append(forgeland.run(line, place, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode)
            if (place / "accepted").exists() and not (place / "accepted" / ".venv").exists():
                forgeland.installed(place / "accepted")
        assert results == [0, 0, status]
        assert f"# Báo cáo duyệt: {verdict}\n" in (
            place / job["artifacts"]["paths"][0] / "report.md"
        ).read_text("utf-8")
        told = json.loads((place / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
        assert [finding["location"]["path"] for finding in told] == [INNOVATION] * status


def test_gitlab_answers_and_answers_again(forgeland: Forgeland) -> None:
    """From the stranger's push to the note, by the schedule; nothing is said when nothing has moved."""
    with running_gitlab() as project:
        told = {
            "CI_API_V4_URL": project.api, "CI_PROJECT_ID": "42", "CI_DEFAULT_BRANCH": "main",
            "SANGKIEN_TOKEN": TOKEN,
        }  # fmt: skip
        for text, verdict, label in ((FAULTY, "cần sửa", "needs-fix"), (BETTER, "sẵn sàng", "ready")):
            project.propose(7, forgeland.propose(7, {INNOVATION: text}))
            for said in (f"Đã trả lời !7: {label}.", "Không có gì mới"):
                place = forgeland.clone(forgeland.folder / f"{label}-{len(said)}")
                git(place, "checkout", "--quiet", "--detach", "origin/main")
                del project.written[:]
                results = [forgeland.run(line, place, **told) for line in gitlab_jobs()["answer"]["script"]]
                assert [result.returncode for result in results] == [0, 0], results[1].stderr
                assert results[1].stdout.startswith(said)
            assert project.written == []
            (note,) = project.said(7)
            assert f"# Báo cáo duyệt: {verdict}\n" in note
            assert project.labels(7) == [label]


@pytest.mark.parametrize("name", ["derived", "pages"])
def test_gitlab_checks_and_builds(forgeland: Forgeland, name: str) -> None:
    place = forgeland.clone(forgeland.folder / name, "--branch", "main")
    for line in gitlab_jobs()[name]["script"]:
        assert forgeland.run(line, place).returncode == 0
    if name == "pages":
        assert (place / gitlab_jobs()[name]["pages"]["publish"] / "index.html").exists()


def test_every_command_is_run_here() -> None:
    """A job that is added has to be played above, or to be the one that runs these tests."""
    played = {
        ("proposal.yml", "review"),
        ("answer.yml", "answer"),
        ("publish.yml", "build"),
        ("test.yml", "derived"),
    }
    commands = {(file, job): step["run"] for file, job, step in STEPS if "run" in step}
    others = {place: command for place, command in commands.items() if place not in played}
    assert others == {("test.yml", "test"): RUNS_THIS}
    scripts = {name: job["script"] for name, job in gitlab_jobs().items()}
    assert scripts.keys() == {"proposal", "answer", "derived", "pages", "test"}
    assert scripts["test"] == [RUNS_THIS]
    assert os.access(ROOT / RUNS_THIS, os.X_OK)
