"""A crowd of made-up entries around the real ones: form language, and a catalogue of any size.

The sentences of form are those that reports of innovations open and close with everywhere. The made-up
texts join halves of sentences of catalogue.jsonl and replace some syllables by others, so that the number of
entries that share a pair of syllables is spread as in a real catalogue: some shared by all, many by few. The
texts of the topics are not among them.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.similarity import SimilarText
from tests.novelty.pairs import frozen_entries

OPENING = (
    "Trước khi có sáng kiến, công việc được thực hiện hoàn toàn thủ công, tốn nhiều thời gian và công sức "
    "của người lao động. Xuất phát từ yêu cầu thực tiễn của đơn vị, nhóm tác giả đã mạnh dạn nghiên cứu, "
    "đề xuất và triển khai giải pháp cải tiến. Giải pháp bảo đảm tính mới, tính sáng tạo, lần đầu tiên được "
    "áp dụng trong phạm vi cơ quan, đơn vị. "
)
CLOSING = (
    " Sáng kiến đã được lãnh đạo đơn vị và tổ chức công đoàn quan tâm, tạo mọi điều kiện thuận lợi trong quá "
    "trình thực hiện. Kết quả áp dụng cho thấy hiệu quả rõ rệt, góp phần nâng cao năng suất lao động và cải "
    "thiện điều kiện làm việc. Giải pháp dễ thực hiện, chi phí thấp, có khả năng nhân rộng cho các đơn vị có "
    "điều kiện tương tự trong toàn ngành."
)


def in_form(text: SimilarText) -> SimilarText:
    """`text` between the opening and the closing that everybody writes."""
    return replace(text, description=OPENING + text.description + CLOSING)


def crowd(count: int, seed: int = 1) -> Iterator[SimilarText]:
    """`count` different made-up texts of some 250 words in 2,900 units; half of them in form language."""
    chance = random.Random(seed)
    sentences = [
        sentence.split()
        for entry in frozen_entries()
        for sentence in re.split(r"(?<=[.!?;])\s+|\n+", entry["description"])
        if len(sentence.split()) > 5
    ]
    sounds = [a + b + c for a in _ONSETS.split() for b in _VOWELS.split() for c in _ENDS]

    def sentence() -> str:
        one, other = chance.choice(sentences), chance.choice(sentences)
        words = one[: len(one) // 2] + other[len(other) // 2 :]
        return " ".join(chance.choice(sounds) if chance.random() < 0.15 else word for word in words)

    for number in range(count):
        text = SimilarText(
            f"u{number % 29}/g{number % 2900}/e{number}", sentence(), sentence(), sentence(),
            " ".join(sentence() for _ in range(11)),
        )  # fmt: skip
        yield in_form(text) if number % 2 else text


_ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x"
_VOWELS = "a ă â e ê i o ô ơ u ư oa uy ươ iê"
_ENDS = ["", "n", "ng", "m", "t", "c", "p", "nh"]
