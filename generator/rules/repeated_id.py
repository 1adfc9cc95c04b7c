"""Mỗi danh sách của tệp quy định chỉ dùng một mã một lần

Giai đoạn, loại giải pháp, lĩnh vực, loại hình đơn vị… được nhận ra bằng mã. Hai mục của một danh sách mà
trùng mã thì một mục sẽ mất khỏi biểu mẫu, số liệu và trang web, vì vậy mỗi mục có một mã riêng.

Nguồn: schema/programme.yml.

---

Each list of the programme's file uses an ID once

Phases, kinds, fields, types of unit… are told apart by their IDs. Of two items of one list with the same
ID, one would be lost to the forms, the figures and the site: give each an ID of its own.

Source: schema/programme.yml.

---

Good:
    fields:
      - {id: healthcare, name: {vi: Y tế, en: Health care}}
      - {id: education, name: {vi: Giáo dục, en: Education}}
Bad:
    fields:
      - {id: healthcare, name: {vi: Y tế, en: Health care}}
      - {id: healthcare, name: {vi: Giáo dục, en: Education}}
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import VOCABULARIES, Data
from generator.text import Text

SCOPE = "programme"
SEVERITY = "error"


def check(data: Data) -> Iterator[Problem]:
    for name in ("phases", *VOCABULARIES):
        used: set[str] = set()
        for number, item in enumerate(data[name]):
            if item["id"] in used:
                yield Problem(
                    Text(
                        f"Mã “{item['id']}” bị trùng trong `{name}`.",
                        f"The ID “{item['id']}” is used twice in `{name}`.",
                    ),
                    Text("Đặt cho mỗi mục một mã riêng.", "Give each item an ID of its own."),
                    (name, number, "id"),
                )
            used.add(item["id"])
