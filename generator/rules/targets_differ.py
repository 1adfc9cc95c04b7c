"""Chỉ tiêu của các công đoàn cấp trên cộng lại bằng chỉ tiêu chung

Khi mọi công đoàn cấp trên đều đã có chỉ tiêu của một giai đoạn, tổng của chúng nên bằng chỉ tiêu của giai
đoạn đó trong schema/programme.yml. Lệch nhau thì thường có công đoàn chưa vào danh mục hoặc một con số gõ
nhầm, nên đây chỉ là lưu ý.

Nguồn: Thông báo của chương trình ngày 25/01/2022 (chỉ tiêu từng giai đoạn); schema/programme.yml.

---

The upper-level unions' targets add up to the common target

Once every upper-level union has a target for a phase, together they should make the target of that phase
in schema/programme.yml. Where they do not, a union is mostly missing from the catalogue or a number was
mistyped, so this is a warning.

Source: the programme's announcement of 25 January 2022 (a target per phase); schema/programme.yml.

---

Good:
    targets: {phase-1: 12000}    # 12000 + 8000 = 20000
Bad:
    targets: {phase-1: 12000}    # 12000 + 7000 ≠ 20000
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Problem
from generator.model import SUBMISSIONS, UNION_FILE
from generator.text import Text, format_number, named

SCOPE = "catalogue"
SEVERITY = "warning"


def check(catalogue: Catalogue) -> Iterator[tuple[str, Problem]]:
    folders = {f for f, names in catalogue.folders.items() if f.count("/") == 1 and UNION_FILE in names}
    uppers = [union for union in catalogue.unions.values() if union.is_upper]
    # Faulty unions, and those that were not looked at, are in no sum.
    if not uppers or folders != {f"{SUBMISSIONS}{union.id}" for union in uppers}:
        return
    for number, phase in enumerate(catalogue.programme.data["phases"]):
        targets = [union.targets[phase["id"]] for union in uppers if phase["id"] in union.targets]
        if len(targets) < len(uppers) or sum(targets) == phase["target"]:
            continue
        name = named(phase["name"])
        total_vi, target_vi = format_number(sum(targets)), format_number(phase["target"])
        total_en, target_en = (format_number(n, language="en") for n in (sum(targets), phase["target"]))
        yield (
            "schema/programme.yml",
            Problem(
                Text(
                    f"{name.vi}: chỉ tiêu của các công đoàn cấp trên ({len(uppers)}) cộng lại là {total_vi}, "
                    "chỉ tiêu chung "
                    f"là {target_vi}.",
                    f"{name.en}: the targets of the upper-level unions ({len(uppers)}) add up to {total_en}, "
                    "the common "
                    f"target is {target_en}.",
                ),
                Text(
                    "Thêm công đoàn cấp trên còn thiếu, hoặc sửa `targets` trong các tệp union.yml.",
                    "Add the upper-level unions that are missing, or correct `targets` in their union.yml.",
                ),
                ("phases", number, "target"),
            ),
        )
