"""Why a command could not go on, in words and as an exit status: misuse, the machine, or a bug of ours.

A status that is neither 0 nor 1 tells whoever looks at it alone, such as a CI, a failure from findings.
"""

import errno
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from traceback import format_exception

from generator.problems import Refusal
from generator.text import Text

TROUBLE = 2
# What the system calls a fault in the program itself, EX_SOFTWARE.
BUG = 70

_BUG = Text(
    "Chương trình gặp lỗi của chính nó, không phải lỗi trong tệp của bạn. Hãy báo người phụ trách, kèm theo "
    "lệnh đã chạy và những dòng sau:",
    "This is a bug in the program, not an error in your files. Report it to the maintainers, with the "
    "command and these lines:",
)
_OUT_OF_MEMORY = Text(
    "Máy không còn đủ bộ nhớ cho lệnh này. Hãy đóng bớt chương trình khác, hoặc chạy lại với --jobs 1.",
    "There is not enough memory for this command. Close other programs, or run it again with --jobs 1.",
)
_ROOM = Text("Hãy dọn bớt đĩa rồi chạy lại.", "Free some space and run it again.")
_RIGHTS = Text(
    "Hãy kiểm tra quyền của tệp hoặc thư mục, hoặc chọn nơi khác.",
    "Check the permissions of the file or folder, or choose another place.",
)
_PATH = Text("Hãy kiểm tra lại đường dẫn.", "Check the path.")
_IN_THE_WAY = Text("Hãy chuyển nó đi, hoặc chọn tên khác.", "Move it away, or choose another name.")
# The system's reasons in Vietnamese, and what to do about them.
_REASONS: Mapping[int, tuple[str, Text]] = {
    errno.ENOSPC: ("đĩa đã đầy", _ROOM),
    errno.EDQUOT: ("đã dùng hết dung lượng được cấp", _ROOM),
    errno.EFBIG: ("tệp lớn quá mức cho phép", _ROOM),
    errno.EROFS: ("chỗ này chỉ đọc được, không ghi được", _RIGHTS),
    errno.EACCES: ("không có quyền", _RIGHTS),
    errno.EPERM: ("không được phép", _RIGHTS),
    errno.ENOENT: ("không có tệp hoặc thư mục này", _PATH),
    errno.ENOTDIR: ("một phần của đường dẫn là tệp, không phải thư mục", _PATH),
    errno.EISDIR: ("đây là thư mục, không phải tệp", _PATH),
    errno.ENAMETOOLONG: ("tên quá dài", _PATH),
    errno.EEXIST: ("đã có tệp hoặc thư mục cùng tên", _IN_THE_WAY),
    errno.ENOTEMPTY: ("thư mục còn nội dung khác", _IN_THE_WAY),
}
_ANY = Text("Hãy khắc phục rồi chạy lại.", "Mend this and run it again.")


def told(failure: Exception, language: str, place: Path | None = None) -> str:
    """What happened: a sentence, and for a bug where it lies in the program.

    `place` is where the command was at work, for failures that do not tell.
    """
    sentence = _sentence(failure, place)
    if sentence is not None:
        return sentence.get(language)
    return f"{_BUG.get(language)}\n{''.join(format_exception(failure)).rstrip()}"


def status(failure: Exception) -> int:
    """The exit status of a command that ended so."""
    return BUG if _sentence(failure, None) is None else TROUBLE


def _sentence(failure: Exception, place: Path | None) -> Text | None:
    """A finished sentence about misuse or the machine; None for a bug."""
    if isinstance(failure, Refusal):
        return failure.message
    if isinstance(failure, MemoryError):
        return _OUT_OF_MEMORY
    if isinstance(failure, shutil.Error):
        return _system(_first(failure), place)
    return _system(failure, place) if isinstance(failure, OSError) else None


def _system(failure: OSError, place: Path | None) -> Text:
    path = failure.filename or place
    vi, hint = _REASONS.get(failure.errno or 0, ("", _ANY))
    reason = failure.strerror or str(failure) or type(failure).__name__
    vi = f"{vi} ({reason})" if vi else reason
    if path is None:
        return Text(f"Lệnh phải dừng: {vi}. {hint.vi}", f"The command stopped: {reason}. {hint.en}")
    path = os.fsdecode(path)
    return Text(
        f"Lệnh phải dừng ở “{path}”: {vi}. {hint.vi}", f"The command stopped at “{path}”: {reason}. {hint.en}"
    )


def _first(failure: shutil.Error) -> OSError:
    """The first of the errors that the copying of a folder gathered, each as source, target and words."""
    source, target, words = failure.args[0][0]
    found = re.match(r"\[Errno (\d+)\]", str(words))
    number = int(found[1]) if found else 0
    reason = os.strerror(number) if number else str(words)
    return OSError(number, reason, source if number == errno.ENOENT else target)
