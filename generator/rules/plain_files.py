"""Chỉ có tệp thường, không có liên kết, mô-đun con, tệp chạy được

Liên kết tượng trưng và mô-đun con trỏ ra ngoài danh mục, nên máy chủ dựng trang có thể đọc phải tệp không
ai duyệt. Tệp dữ liệu và ảnh không cần quyền chạy.

Nguồn: Quy ước của danh mục này.

---

Only plain files: no links, submodules or executables

Symbolic links and submodules point out of the catalogue, so that the machine that builds the site could
read files that nobody reviewed. Data and photos need no permission to be run.

Source: this catalogue's own convention.

---

Good:
    submissions/hong-bang/cty-abc/bon-rua.yml
Bad:
    submissions/hong-bang/cty-abc/bon-rua.yml -> /etc/passwd
"""

from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme, SourceFile
from generator.text import Text

SCOPE = "file"
SEVERITY = "error"
_PROBLEMS = {
    "symlink": Problem(
        Text("Đây là liên kết tượng trưng, không phải tệp.", "This is a symbolic link, not a file."),
        Text("Thay liên kết bằng chính tệp đó.", "Replace the link with the file itself."),
    ),
    "submodule": Problem(
        Text("Đây là mô-đun con của Git, không phải tệp.", "This is a Git submodule, not a file."),
        Text("Xóa mô-đun con: git rm --cached <đường dẫn>.", "Remove it: git rm --cached <path>."),
    ),
    "executable": Problem(
        Text("Tệp có quyền chạy.", "The file may be executed."),
        Text(
            "Bỏ quyền chạy: git update-index --chmod=-x <đường dẫn>.",
            "Take the permission away: git update-index --chmod=-x <path>.",
        ),
    ),
}


def check(file: SourceFile, programme: Programme) -> Iterator[Problem]:
    if file.mode in _PROBLEMS:
        yield _PROBLEMS[file.mode]
