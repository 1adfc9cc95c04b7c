"""Phrases and templates about things that one can touch: machines, tools, fittings.

Slots are explained in `sentences`.
"""

from generator.demo.words import Table, lines, listed, ranked

TABLES: dict[str, Table] = {
    "action": ranked(
        listed(
            """Cải tiến | Thiết kế lại | Nâng cấp | Phục hồi | Bố trí lại | Chế tạo đồ gá cho |
                Chống kẹt cho | Giảm rung cho | Che chắn | Kéo dài tuổi thọ của |
                Rút ngắn thời gian cài đặt | Cân chỉnh nhanh | Giảm công bảo dưỡng | Lắp bộ cảnh báo cho |
                Tự chế phụ tùng thay thế cho | Phòng ngừa hỏng vặt của | Đơn giản hóa việc vệ sinh |
                Làm giá đỡ di động cho | Chuẩn hóa việc kiểm tra | Giảm tiếng ồn của |
                Tận dụng vật tư cũ để sửa | Kiểm soát hao mòn của | Dán mã tra cứu nhanh cho | Gia cường |
                Cơ giới hóa một phần | Giám sát từ xa | Nâng độ bền của | Ghép chung bộ gá cho |
                Làm bộ thử nhanh cho | Giảm thao tác thừa quanh | Lắp thêm bộ đếm cho |
                Chống bám bẩn cho | Làm nắp che tháo nhanh cho"""
        ),
        6,
    ),
    "means": ranked(
        listed(
            """cảm biến tiệm cận | xi lanh khí nén | con lăn tự lựa | khung thép tận dụng |
                bộ đếm điện tử | công tắc hành trình | rơ le thời gian | đèn báo ba màu |
                nam châm vĩnh cửu | ray trượt bi | khớp xoay nhanh | cữ chặn điều chỉnh | gối đỡ hai nửa |
                tấm nhựa kỹ thuật | lưới lọc tháo nhanh | van điện từ | biến tần thanh lý | bộ hẹn giờ |
                nắp che mica | bánh xe có phanh | tay quay trợ lực | lò xo hồi vị | thanh dẫn hướng |
                chốt định vị | dây đai răng | cụm puly trung gian | tấm lót cao su | máng trượt nghiêng |
                gạt silicon | đầu nối nhanh | ống mềm xoắn | bảng màu phân khu | bản lề giảm chấn |
                tấm composite | bạc lót đồng | kẹp nhanh | mạch báo mức | bộ căng tự động | cảm biến cân |
                khay dẫn inox | vít me bi | bộ lọc hai ngăn | dây cáp bọc nhựa | phao cơ |
                tấm lưới mắt nhỏ | thanh nhôm định hình | móc khóa liên động | lò sưởi hồng ngoại |
                bộ chia khí | ống nhựa cũ"""
        ),
        8,
    ),
    "goal": ranked(
        listed(
            """giảm thời gian chờ | giảm hao hụt | tiết kiệm điện | bớt việc nặng | tránh nhầm lẫn |
                tăng tuổi thọ | dễ kiểm tra | giữ an toàn cho người làm | chủ động phụ tùng |
                nâng độ đồng đều | giảm tiếng ồn | giảm bụi | thay nhanh khi hỏng | đỡ cúi khom |
                gọn mặt bằng | ổn định chất lượng | giảm số lần dừng | bớt một người phụ |
                dùng lại vật tư cũ | phát hiện hỏng sớm | giảm rò rỉ | làm được cả khi mưa | dễ vệ sinh |
                giảm va đập"""
        ),
        6,
    ),
    "trouble": lines(
        """{object} thường kẹt vào giữa ca, mỗi lần xử lý mất {minutes}, có hôm phải dừng {few} lần liền
        cứ khoảng {tens} ngày {object} lại hỏng một lần, chờ phụ tùng có khi cả tuần
        {people} phải đứng nghiêng hơn {few} giờ mỗi ca bên {object}, nhiều người kêu đau vai, đau lưng
        mép của {object} đã mòn, cứ {tens} {goods} lại có vài trường hợp phải làm lại
        do không có bộ phận báo trước nên {object} chạy quá tải mà không ai biết, đến khi có mùi khét mới tắt
        mỗi lần vệ sinh {object} phải tháo {few} con ốc, mất {minutes} và hay rơi long đền
        {object} đặt lệch so với dòng việc, {people} đi lại thêm chừng {hundreds} mét trong một ca
        phụ tùng hãng {make} của {object} giá {money}, đặt mua phải chờ {tens} ngày
        {object} là loại {make} {model}, mua lại sau {few} năm sử dụng nên hay hỏng vặt
        khi trời ẩm, {object} trượt và lệch vị trí, thợ phải chỉnh tay theo kinh nghiệm
        tiếng ồn cạnh {object} khá lớn, hai người đứng gần phải ra hiệu bằng tay
        {object} chỉ chỉnh được ba nấc trong khi thực tế có tới {tens} loại {goods} khác nhau
        dây và ống quanh {object} để chồng lên nhau, tìm một chỗ hở mất {minutes}
        thống kê {before} cho thấy {object} dừng đột ngột {tens} lần, chiếm {percent} thời gian dừng
        phần lớn lỗi xuất phát từ khâu kê đặt ban đầu, vì {object} không có cữ chuẩn
        nắp của {object} nặng gần {tens} kg, mở ra đóng vào đều cần hai người
        vật tư rơi vãi dưới {object} mỗi tuần gom được cả bao, vừa phí vừa trơn trượt
        người mới đến chưa quen {object} hay bấm nhầm thứ tự, có ca hỏng {few} {goods}
        ánh sáng quanh {object} yếu, kim chỉ và vạch số gần như không đọc được về đêm""",
    ),
    "step": lines(
        """Đo lại toàn bộ kích thước của {object}, ghi vào bản vẽ tay rồi thống nhất vị trí đặt {means}.
        Gia công {means} từ vật tư thanh lý, mài nhẵn cạnh và sơn chống gỉ hai lớp.
        Khoan {few} lỗ bắt vít theo bước {tens} mm để có thể nới ra thu vào tùy loại {goods}.
        Lắp thử vào {object} loại {make} {model} trong giờ nghỉ, chạy không tải {minutes} rồi mới chạy có tải.
        Thay chỗ nối cứng bằng {means2}, nhờ đó tháo lắp không cần dụng cụ.
        Thêm {means2} ở phía sau để chặn trường hợp quá hành trình.
        Đặt tấm chắn {size} bên hông, vừa che bụi vừa giữ cho tay người không với vào trong.
        Sơn vạch xanh, vàng, đỏ lên thân {object}; kim nằm trong vạch xanh thì cứ thế mà làm.
        Đấu tín hiệu về đèn ở đầu {spot}, khi có bất thường đèn nháy trước khi dừng {few} giây.
        Chừa cửa thăm {size} để bôi trơn mà không phải tháo nắp.
        Hạ chiều cao làm việc xuống {tens} cm, thử với {few} người cao thấp khác nhau.
        Chọn loại {means2} {make} bán sẵn ngoài chợ để sau này hỏng thì thay được ngay.
        Kẹp chặt bằng tay gạt thay cho bu lông, mỗi lần chỉnh còn chưa tới {few} phút.
        Lót thêm cao su dày {few} mm ở chỗ tiếp xúc để không làm xước {goods}.
        Bố trí lại dây theo một máng chung, dán nhãn hai đầu từng sợi.
        Ghi số lần chạy bằng bộ đếm; đủ {hundreds} lần thì đến lượt tra mỡ.
        Gắn bánh xe có khóa để một người cũng đẩy được {object} sang chỗ khác.
        Làm thêm {few} bộ dự phòng treo cạnh máy, ai cũng thay được theo ảnh hướng dẫn.
        Đổi hướng thoát của {goods} sang bên trái, thuận tay người đứng kế tiếp.
        Đặt ngưỡng dừng ở mức {percent} trên tải thường ngày, có nút xác nhận để chạy lại.
        Tận dụng động cơ tháo từ máy {make} {model} đã thanh lý, kiểm tra cách điện trước khi lắp.
        Căn đồng tâm bằng dây dọi và thước lá, sai lệch cho phép không quá {few} phần mười mm.
        Khắc thang chia ngay trên thân để ca nào cũng chỉnh về cùng một vị trí.
        Bọc kín cụm {means} trong hộp nhựa, xả nước cả ca cũng không lọt vào trong."""
    ),
    "care": lines(
        """Không can thiệp vào mạch bảo vệ của nhà sản xuất; mọi thay đổi đều tháo ra được và trả về như cũ.
        Trước khi lắp, {crew} khóa nguồn, treo biển và mời cán bộ an toàn xem lại từng điểm kẹp.
        Toàn bộ vật tư hết {money}, trong đó quá nửa lấy từ kho thanh lý.
        Linh kiện mua của hãng {make}, mã {model}, giá {money}; hỏng thì thay loại tương đương.
        Chi phí mua thêm chỉ {money}; công gia công do anh em tranh thủ ngoài giờ.
        Cách làm có ảnh chụp từng bước, treo ngay cạnh {object} để người thay ca làm theo.
        Khi {object} bảo dưỡng lớn, bộ gá được tháo trong {minutes} và lắp lại đúng vạch.
        Mỗi tuần tổ trưởng kiểm tra độ rơ một lần, ghi vào thẻ treo tại chỗ.
        Phần chịu lực được thử với tải gấp rưỡi trong {minutes} trước khi đưa vào dùng.
        Bản vẽ và danh mục vật tư lưu tại {spot}, bộ phận khác mượn được.
        Ba ngày đầu luôn có một người trong {crew} đứng kèm để chỉnh theo góp ý của {people}."""
    ),
}

# What is saved: unit, lowest and highest price of one in VND, and the least that is worth a mention a month.
SAVINGS = (
    ("giờ công", 25_000, 60_000, 8),
    ("kg vật tư", 8_000, 90_000, 10),
    ("kWh điện", 1_900, 3_200, 120),
    ("giờ dừng máy", 150_000, 900_000, 2),
    ("sản phẩm lỗi", 6_000, 120_000, 20),
    ("lít dầu", 18_000, 26_000, 15),
    ("khối nước", 9_000, 15_000, 30),
    ("lần thuê sửa ngoài", 900_000, 6_000_000, 1),
)
