"""Tên tệp, tên thư mục không chứa dữ liệu cá nhân

Tên tệp thành địa chỉ trang web và còn lại trong lịch sử. Số điện thoại, số căn cước trong tên tệp cũng lộ
như trong nội dung.

Nguồn: Luật Bảo vệ dữ liệu cá nhân (Luật 91/2025/QH15), Nghị định 356/2025.

---

Names of files and folders hold no personal data

The name of a file becomes a web address and stays in the history. A telephone or card number in it is as
public as in the contents.

Source: Law 91/2025/QH15 on personal data, Decree 356/2025.

---

Good:
    submissions/hong-bang/cty-abc/bon-rua-tay.yml
Bad:
    submissions/hong-bang/cty-abc/anh-an-0912345678.yml
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.rules._personal import DATE, exposed, personal_numbers
from generator.text import Text

SCOPE = "file"
SEVERITY = "error"
_WHATS = {
    "phone": Text("số điện thoại trong tên tệp", "a telephone number in the file's name"),
    "id": Text("số căn cước trong tên tệp", "a card number in the file's name"),
}
_OTHER = Text("số của cá nhân trong tên tệp", "a person's number in the file's name")


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    if sum(map(str.isdigit, file.path)) < 8:
        return
    for part in file.path.split("/"):
        # Dashes stand for spaces in names, but not in dates.
        words = DATE.sub("•", part).replace("-", " ").replace("_", " ")
        for number in personal_numbers(words):
            yield exposed(_WHATS.get(number.kind, _OTHER), number.text)
