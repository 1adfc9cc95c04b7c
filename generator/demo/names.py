"""Made-up names of people and organisations, and the numbers, sizes and codes that sentences mention.

Numbers stay below nine digits: nothing here may look like somebody's personal data.
"""

from generator.demo.words import Table, even, listed, ranked
from generator.text import format_number

SURNAMES = ranked(
    listed(
        """Nguyễn | Trần | Lê | Phạm | Vũ | Hoàng | Bùi | Đỗ | Đặng | Phan | Ngô | Đào | Đinh | Lương |
            Mai | Trịnh | Hà | Đoàn | Cao | Tạ | Phùng | Lưu | Dương | Chu | Khúc | Tô | Vương | Quách |
            Lại | Nghiêm"""
    ),
    1,
)
MIDDLES = ranked(
    listed(
        """Văn | Thị | Thị Thanh | Đức | Minh | Quang | Thị Thu | Hữu | Thị Ngọc | Xuân | Ngọc | Thanh |
            Duy | Thị Kim | Thị Hồng | Tuấn | Anh | Thị Bích | Hoàng | Đình | Mạnh | Thị Phương | Công |
            Trọng | Bá"""
    )
)
GIVEN = ranked(
    listed(
        """Hương | Hùng | Hà | Dũng | Hạnh | Tuấn | Lan | Cường | Thủy | Nam | Hoa | Sơn | Mai | Long |
            Nga | Hải | Vân | Thắng | Yến | Bình | Trang | Kiên | Linh | Phúc | Quyên | Trung | Dung |
            Huy | Oanh | Khánh | Nhung | Đạt | Liên | Toàn | Tâm | Hiếu | Loan | Việt | Thảo | Lâm |
            Ngân | Tùng | Xuân | Duy | Hiền | Quân | Hằng | Thành | Chi | An | Diệp | Vinh | Khôi | Thơm |
            Tiến | Nhài | Phong | Luyến | Bảo | Mơ | Đông | Sen | Chiến"""
    ),
    12,
)

# Brands are two words drawn from these, so that tens of thousands of units have names of their own.
_FIRST = listed(
    """Tân | Minh | Phú | Đại | Việt | Thành | Hưng | An | Long | Nam | Đông | Hòa | Bình | Trường | Vạn |
        Kim | Thịnh | Gia | Quang | Hoàng | Thiên | Ngọc | Song | Tam | Lam | Thanh | Bắc | Phúc | Hợp |
        Khang | Nhật | Đức | Mỹ | Châu | Xuân | Thái | Vĩnh | Liên | Hồng | Anh | Toàn | Tiến | Trung |
        Sơn | Hải | Bảo | Duy | Quốc"""
)
_SECOND = listed(
    """Phát | Thịnh | Long | Hưng | An | Phong | Thành | Đạt | Lợi | Khánh | Sơn | Vượng | Tâm | Hà |
        Dương | Quang | Lộc | Cường | Phú | Tiến | Giang | Minh | Hòa | Nguyên | Bình | Thắng | Xuân |
        Đức | Huy | Linh | Vân | Châu | Hoa | Mai | Lâm | Tường | Anh | Bách | Sáng | Vinh | Kỳ | Ân |
        Hạnh | Trí | Nhân | Đông | Sinh"""
)
BRANDS = even([f"{first} {second}" for first in _FIRST[::2] for second in _SECOND[::2] if first != second])
BRANDS_ODD = even([f"{a} {b}" for a in _FIRST[1::2] for b in _SECOND[1::2] if a != b])


# Makes of equipment and software: the long tail of words that any collection of texts has.
_HEADS = "Vi Ro Ka Te Lu Mo Sa De Ha No Ti Bo Pa Ge Zu Fa Ne Ru So Ma Ki Le Du Ve Co Ni Pe Ta Wi Jo Si Bu"
_TAILS = """natek max dor lita zen vika tron mira koda sun fab leto gana rix pello sora tech bana lux nova
    kern tus dima hawk zola rado mig sel quan berg tama yo"""
_MAKES = even([head + tail for head in _HEADS.split() for tail in _TAILS.split()])


def _drops(unit: str, smallest: int, largest: int, scale: int = 1, decimals: int = 0) -> Table:
    """`từ 46 xuống 12`, with `unit` after each number; the second is smaller."""
    words = []
    span = largest - smallest
    for place in range(512):
        before = smallest + place * 37 % (span + 1)
        after = max(1, before * (20 + place * 11 % 56) // 100)
        high, low = (format_number(number / scale, decimals) for number in (before, after))
        words.append(f"từ {high}{unit} xuống {'còn ' if place % 3 == 0 else ''}{low}{unit}")
    return even(words)


def _numbers(first: int, last: int, step: int = 1, unit: str = "") -> Table:
    return even([f"{format_number(number)}{unit}" for number in range(first, last + 1, step)])


NUMBERS = {
    "few": _numbers(3, 9),
    "tens": _numbers(12, 96),
    "weeks": _numbers(14, 45),
    "hundreds": _numbers(110, 990, 7),
    "minutes": _numbers(6, 55, 1, " phút"),
    "percent": _numbers(8, 47, 1, " %"),
    "money": _numbers(180_000, 4_900_000, 5_000, " đồng"),
    "millions": _numbers(5, 86, 1, " triệu đồng"),
    "drop": _drops("", 14, 96),
    "drop_minutes": _drops(" phút", 12, 90),
    "drop_percent": _drops(" %", 18, 120, 10, 1),
    "size": even([f"{20 + n * 7 % 90} × {30 + n * 13 % 110} cm" for n in range(500)]),
    "letter": ranked(listed("A | B | C | D | E | G | H | A1 | A2 | B1 | B2 | C1 | C2 | D1 | D2"), 6),
    "number": ranked([str(number) for number in range(1, 19)]),
    "make": _MAKES,
    "model": even([
        f"{a}{b}-{100 + (ord(a) * 7 + ord(b) * 13 + n * 137) % 890}"
        for a in "BCDHKLMPRST" for b in "AGKLMNTVX" for n in range(10)
    ]),
}  # fmt: skip
