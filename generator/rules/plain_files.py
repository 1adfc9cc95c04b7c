"""Chỉ có tệp thường đọc được, không có liên kết, mô-đun con, tệp chạy được

Liên kết tượng trưng và mô-đun con trỏ ra ngoài danh mục, nên máy chủ dựng trang có thể đọc phải tệp không
ai duyệt. Ống dẫn, ổ cắm (socket) và tệp thiết bị không có nội dung. Tệp dữ liệu và ảnh không cần quyền chạy.

Nguồn: Quy ước của danh mục này.

---

Only plain files that can be read: no links, submodules or executables

Symbolic links and submodules point out of the catalogue, so that the machine that builds the site could
read files that nobody reviewed. Pipes, sockets and devices have no contents. Data and photos need no
permission to be run.

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
    "special": Problem(
        Text(
            "Đây là ống dẫn, ổ cắm hoặc thiết bị, không phải tệp.",
            "This is a pipe, a socket or a device, not a file.",
        ),
        Text("Xóa nó khỏi submissions/.", "Remove it from submissions/."),
    ),
    "unreadable": Problem(
        Text("Không đọc được tệp này.", "This file cannot be read."),
        Text(
            "Cho phép đọc tệp (chmod u+r), hoặc đổi tên tệp thành chữ thường không dấu.",
            "Let it be read (chmod u+r), or rename it to plain lower case letters.",
        ),
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
