"""Mô tả dùng Markdown, không dùng thẻ HTML, ảnh chèn, liên kết tương đối

Thẻ HTML hiện ra nguyên văn, ảnh chèn bằng `![]()` bị bỏ, liên kết không có http:// không bấm được. Muốn chữ
đậm thì viết `**chữ đậm**`; ảnh thì khai ở mục `images`.

Nguồn: Quy ước của danh mục này.

---

The description uses Markdown: no HTML tags, inserted images or relative links

HTML tags are shown as they are typed, images inserted with `![]()` are dropped, links without http:// cannot
be followed. For bold words write `**words**`; photos are listed under `images`.

Source: this catalogue's own convention.

---

Good:
    description: |
      Giảm **8 phút** mỗi ca.
Bad:
    description: |
      Giảm <b>8 phút</b> mỗi ca.
"""

import re
from collections.abc import Iterator

from generator.findings import Problem
from generator.model import Programme
from generator.rules._spans import outside_code
from generator.rules._words import shorten
from generator.text import Text

SCOPE = "text"
SEVERITY = "warning"
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|p|br|hr|div|span|img|table|tr|td|th|tbody|thead|ul|ol|li|h[1-6]|font|center|strong|em|sub|sup|"
    r"script|style|iframe|object|embed|video|audio|svg|form|input|button|pre|code|blockquote|details|summary|del|"
    r"ins|mark|small|big|html|body|head|meta|link)(?:\s[^<>\n]*)?/?>|<!--",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_RELATIVE = re.compile(r"(?<!!)\[[^\]\n]{0,300}\]\( {0,9}<?(?![A-Za-z][A-Za-z0-9+.-]*:)([^)\s>]{1,500})")


def check(text: str, programme: Programme) -> Iterator[Problem]:
    if "<" in text:
        for tag in outside_code(_TAG, text):
            yield Problem(
                Text(
                    f"Thẻ HTML “{shorten(tag[0])}” sẽ hiện nguyên văn.",
                    f"The tag “{shorten(tag[0])}” will be shown as text.",
                ),
                Text(
                    "Bỏ thẻ; dùng Markdown: **đậm**, *nghiêng*, - gạch đầu dòng.",
                    "Delete it; use Markdown: **bold**, *italic*, - list.",
                ),
                offset=tag.start(),
            )
    if "](" in text:
        for image in outside_code(_IMAGE, text):
            yield Problem(
                Text(
                    "Ảnh chèn trong mô tả sẽ không hiện.",
                    "A picture inserted into the description is not shown.",
                ),
                Text("Khai ảnh ở mục `images`.", "List the photo under `images`."),
                offset=image.start(),
            )
        for link in outside_code(_RELATIVE, text):
            yield Problem(
                Text(
                    f"Liên kết “{shorten(link[1])}” không bấm được.",
                    f"The link “{shorten(link[1])}” cannot be followed.",
                ),
                Text(
                    "Ghi đủ địa chỉ, bắt đầu bằng https://.",
                    "Write the whole address, beginning with https://.",
                ),
                offset=link.start(1),
            )
