"""`sangkien answer DIR`: tell a pull request what the review of it found – one comment and labels.

This runs with the right to write, on what a job without rights left behind. That job may have been
changed by the very pull request it ran for, so what it left is hostile: the pull request is found from the
event, of the labels only known ones count, the report must be made of nothing but what reports are made of,
and where files outside submissions/ change – the job's own description among them – its word is not trusted.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.forge import Answer, GitHub, checked, left_behind, reply
from generator.model import SUBMISSIONS
from generator.preview import LABELS
from generator.text import Text

_REPORT_BYTES = 250_000
_LABELS_BYTES = 1000
_NO_REPORT = Text(
    "Máy chưa lập được báo cáo duyệt cho lần gửi này. Xem nhật ký ở thẻ Checks.",
    "No report could be made for this. See the log under Checks.",
)
_UNTRUSTED = Text(
    "Đề nghị này thay đổi cả tệp ngoài submissions/, nên báo cáo dưới đây chỉ để tham khảo: người phụ trách "
    "kỹ thuật cần xem trực tiếp các thay đổi.",
    "This changes files outside submissions/, so the report below is not to be relied on: the maintainers "
    "have to look at the changes themselves.",
)


def answer(forge: GitHub, event: Mapping[str, Any], folder: Path, language: str) -> Answer | None:
    """Answer the pull request that the event's run was for; None where it is closed or has moved on."""
    number = _number(forge, event)
    if number is None:
        return None
    report = checked(left_behind(folder, "report.md", _REPORT_BYTES)) or _NO_REPORT.get(language) + "\n"
    labels = _labels(folder)
    if _is_beyond(forge.files(number)):
        report = f"{_UNTRUSTED.get(language)}\n\n{report}"
        labels = (labels | {"beyond-submissions"}) - {"ready"}
    return reply(forge, number, report, labels)


def _number(forge: GitHub, event: Mapping[str, Any]) -> int | None:
    """The open pull request against the main branch whose last commit the run saw."""
    run = event["workflow_run"]
    if run["event"] != "pull_request" or not run["head_repository"]:
        return None
    found = forge.proposals(run["head_repository"]["owner"]["login"], run["head_branch"])
    main = event["repository"]["default_branch"]
    return next(
        (
            int(proposal["number"])
            for proposal in found
            if proposal["head"]["sha"] == run["head_sha"] and proposal["base"]["ref"] == main
        ),
        None,
    )


def _labels(folder: Path) -> set[str]:
    try:
        found = json.loads(left_behind(folder, "labels.json", _LABELS_BYTES) or "[]")
    except (ValueError, RecursionError):
        return set()
    return {name for name in found if name in LABELS} if isinstance(found, list) else set()


def _is_beyond(files: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a file outside submissions/ changes, or so many that the forge does not tell them all."""
    number = 0
    for file in files:
        number += 1
        names = (file["filename"], file.get("previous_filename", SUBMISSIONS))
        if not all(name.startswith(SUBMISSIONS) for name in names):
            return True
    return number == 0 or number >= 3000
