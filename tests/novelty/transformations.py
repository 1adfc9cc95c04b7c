"""How a text is reworded by rule: the documented half of the copies in the labelled set.

Each transformation does what somebody does who hands in an old text as a new one. They are functions of
the text alone: "random" choices come from a hash of the sentence, so that the set is the same everywhere.
`python -m tests.novelty.transformations` writes transformed.jsonl anew from catalogue.jsonl.
"""

import json
import re
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from generator.text import fold

HERE = Path(__file__).parent
Fields = dict[str, str]

# Words that may stand for each other in the texts of a catalogue of innovations; longer ones first.
SYNONYMS = {
    "người bệnh": "bệnh nhân", "công nhân": "người lao động", "học sinh": "các em",
    "giáo viên": "thầy cô", "trước đây": "trước kia", "trước khi": "lúc chưa", "sau khi": "khi đã",
    "mỗi ngày": "hằng ngày", "mỗi tháng": "hằng tháng", "mỗi tuần": "hằng tuần", "sử dụng": "dùng",
    "thời gian": "thì giờ", "tiết kiệm": "đỡ tốn", "kiểm tra": "rà soát", "khoảng": "chừng",
    "trung bình": "bình quân", "gần như": "hầu như", "thay cho": "thay vì", "thay vì": "thay cho",
    "không cần": "khỏi cần", "lắp": "gắn", "gắn": "lắp", "đặt": "để", "giảm": "bớt", "tăng": "lên",
    "nhanh hơn": "mau hơn", "chỉ còn": "còn", "vật tư": "nguyên vật liệu", "tự làm": "tự chế",
    "chế tạo": "làm ra", "cả lớp": "toàn lớp", "bảng tính": "tệp bảng tính",
    "điện thoại": "máy điện thoại", "danh sách": "bảng kê", "bằng": "nhờ", "nhờ": "bằng", "vì": "do",
    "do": "vì", "nên": "cho nên", "nhưng": "song", "hoặc": "hay là", "cũ": "đã cũ", "mỗi": "từng",
    "từng": "mỗi", "phải": "buộc phải", "thường": "hay", "luôn": "lúc nào cũng", "gọi": "liên hệ",
    "nhận": "tiếp nhận", "báo": "thông báo", "chọn": "lựa chọn", "ghi": "ghi chép", "sửa": "sửa chữa",
    "theo dõi": "giám sát", "hướng dẫn": "chỉ dẫn", "phân xưởng": "xưởng", "an toàn": "bảo đảm an toàn",
    "bố trí": "sắp xếp", "chuyển": "đưa", "đưa": "chuyển", "dễ": "dễ dàng", "khó": "khó khăn",
    "hết": "tốn", "đủ": "đầy đủ", "rồi": "sau đó", "tất cả": "toàn bộ", "buổi sáng": "sáng",
    "buổi chiều": "chiều",
}  # fmt: skip
_SYNONYM = re.compile(r"\b(" + "|".join(sorted(SYNONYMS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def _rank(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


def _sentences(description: str) -> list[str]:
    lines = [re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", line) for line in description.splitlines()]
    return [s for line in lines if line and not line.startswith("#") for s in _SENTENCE.split(line)]


def without_diacritics(text: Fields, other: Fields) -> Fields:
    """Typed without diacritics, in lower case."""
    return {key: fold(value) for key, value in text.items()}


def shuffled(text: Fields, other: Fields) -> Fields:
    """The sentences of the description in another order, the headings dropped."""
    return text | {"description": " ".join(sorted(_sentences(text["description"]), key=_rank))}


def synonyms(text: Fields, other: Fields) -> Fields:
    """Every word of the table above replaced, in every field."""

    def other_word(match: re.Match[str]) -> str:
        word = SYNONYMS[match[0].lower()]
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    return {key: _SYNONYM.sub(other_word, value) for key, value in text.items()}


def renumbered(text: Fields, other: Fields) -> Fields:
    """All numbers changed, and the title replaced by the beginning of a sentence of the text."""
    title = " ".join(max(_sentences(text["description"]), key=_rank).split()[:9])
    changed = text | {"title": title}
    return {k: _NUMBER.sub(lambda m: str(int(m[0]) * 7 // 6 + 1), v) for k, v in changed.items()}


def shortened(text: Fields, other: Fields) -> Fields:
    """Summary and statement of novelty dropped, and every other sentence of the description."""
    kept = _sentences(text["description"])[::2]
    return text | {"summary": "", "novelty": "", "description": " ".join(kept)}


def merged(text: Fields, other: Fields) -> Fields:
    """The whole text with another one behind it, under the other's title and summary."""
    return other | {"description": other["description"] + "\n\n" + " ".join(text.values())}


def half_replaced(text: Fields, other: Fields) -> Fields:
    """Every other sentence of the description replaced by one of another text; own title and summary."""
    mine, others = _sentences(text["description"]), _sentences(other["description"])
    swapped = [others[n] if n % 2 and n < len(others) else sentence for n, sentence in enumerate(mine)]
    return text | {"description": " ".join(swapped)}


def everything(text: Fields, other: Fields) -> Fields:
    """Synonyms, other numbers, another title, another order, no summary, no diacritics."""
    changed = synonyms(renumbered(shuffled(text, other), other), other) | {"summary": ""}
    return without_diacritics(changed, other)


TRANSFORMATIONS: tuple[Callable[[Fields, Fields], Fields], ...] = (
    without_diacritics, shuffled, synonyms, renumbered, shortened, merged, half_replaced, everything,
)  # fmt: skip


def transformed() -> list[dict[str, str]]:
    """Every entry of catalogue.jsonl under one transformation each, the eight in turn.

    The other text that some of them need is the next entry of the same part of the set (see `pairs`).
    """
    from tests.novelty.pairs import frozen_entries, part_of

    entries = frozen_entries()
    rows = []
    for part in ("development", "held-out"):
        group = [entry for entry in entries if part_of(entry["id"]) == part]
        for number, entry in enumerate(group):
            change = TRANSFORMATIONS[number % len(TRANSFORMATIONS)]
            following = group[(number + 1) % len(group)]
            fields, others = ({k: v for k, v in e.items() if k != "id"} for e in (entry, following))
            rows.append({"id": entry["id"], "transformation": change.__name__, **change(fields, others)})
    return sorted(rows, key=lambda row: row["id"])


def written(rows: list[dict[str, str]]) -> str:
    """`rows` as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    (HERE / "transformed.jsonl").write_text(written(transformed()), encoding="utf-8")
