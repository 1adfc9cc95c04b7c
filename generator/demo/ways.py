"""Phrases and templates about ways of working: procedures, paperwork, timetables.

Slots are explained in `sentences`.
"""

from generator.demo.words import Table, lines, listed, ranked

TABLES: dict[str, Table] = {
    "action": ranked(
        listed(
            """Rút gọn | Chuẩn hóa | Số hóa | Đổi mới | Cải tiến | Theo dõi trực quan |
                Gộp các bước trong | Lập bảng kiểm cho | Phân vai rõ trong | Hẹn giờ cho | Minh bạch hóa |
                Chia nhỏ | Tổ chức lại | Đưa lên điện thoại | Giảm giấy tờ trong | Nhắc tự động cho |
                Hướng dẫn bằng hình ảnh cho | Luân phiên | Giảm nhầm lẫn trong | Lồng ghép |
                Phối hợp liên bộ phận trong | Đo lường | Tự chủ | Rút ngắn | Lấy ý kiến tại chỗ về |
                Kèm cặp một một trong | Xếp lịch linh hoạt cho | Ghi nhận kịp thời"""
        ),
        6,
    ),
    "means": ranked(
        listed(
            """bảng tính dùng chung | mã QR | biểu mẫu điện tử | bảng màu | thẻ luân chuyển |
                lịch luân phiên | sổ giao ca một trang | nhóm nhắn tin nội bộ | bảng kiểm mười ý |
                nhãn ba màu | sơ đồ một chiều | kho câu hỏi dùng chung | ảnh mẫu tại chỗ |
                video ngắn ba phút | quy trình năm bước | bộ thẻ hình | phần mềm mã nguồn mở |
                tệp mẫu có công thức | hộp thư góp ý | buổi họp đứng mười phút | bản đồ điểm nóng |
                bảng phân vai | danh mục rút gọn | phiếu hai liên | tổ tự quản | góc trao đổi cuối tuần |
                nhật ký ảnh | mô hình đôi bạn | tin nhắn hẹn giờ | bảng treo tường | thư mục theo tuần |
                bộ câu hỏi tự chấm | giờ cố định trong ngày | khay hồ sơ theo màu | cẩm nang bỏ túi |
                đầu mối duy nhất | thước đo thống nhất | bảng xếp lượt | loa nhắc việc |
                số theo dõi chung | phiếu khảo sát nhanh | lớp học hai mươi phút"""
        ),
        8,
    ),
    "goal": ranked(
        listed(
            """giảm thời gian chờ | tránh bỏ sót | bớt giấy tờ | dễ tra cứu | công khai, rõ việc |
                giảm sai sót | đỡ phải nhập lại | bớt đi lại | rút ngắn giao ca | kịp thời hạn |
                ai vắng cũng có người thay | giảm tồn đọng | thống nhất cách làm | chủ động xếp người |
                giảm thắc mắc | người mới học nhanh | biết ngay chỗ nghẽn | tăng số người tham gia |
                giảm họp | tiết kiệm chi phí | giữ liên lạc thông suốt | bớt làm thêm giờ"""
        ),
        6,
    ),
    "trouble": lines(
        """{object} qua tay {few} người, không ai biết đang nằm ở khâu nào nếu không gọi điện hỏi
        mỗi lần làm {object} mất {minutes}, trong đó quá nửa là tìm giấy tờ và chép lại
        mẫu biểu của {object} mỗi nơi một kiểu, cuối tháng cộng lại không khớp
        {people} mới vào làm {object} theo lời kể của người trước, sai đâu sửa đấy
        trong {before}, {tens} trường hợp bị trả lại vì thiếu một trong hai thông tin bắt buộc
        người phụ trách {object} nghỉ là việc dừng, hồ sơ dồn sang hôm sau
        thông tin về {object} truyền miệng nên ca đêm thường biết sau một ngày
        {object} dồn vào hai buổi đầu tuần, lúc cao điểm có {tens} người cùng chờ
        khảo sát nhanh {hundreds} ý kiến thì {percent} cho rằng khâu chờ đợi là khó chịu nhất
        số liệu được nhập {few} lần vào {few} quyển sổ khác nhau, đối chiếu lại thường lệch
        việc nhắc nhau chủ yếu bằng lời, cuối ngày mới phát hiện còn {tens} {goods} chưa xử lý
        không có quy ước chung nên cùng một tình huống mà mỗi ca trả lời một khác
        phần việc khó luôn rơi vào vài người quen tay, người khác không có dịp học
        bảng theo dõi treo ở phòng trong, {people} ngoài hiện trường không nhìn thấy
        hướng dẫn cũ dài {tens} trang, rất ít người đọc hết
        phần mềm {make} dùng từ {few} năm trước không có mục nào cho {object}
        gần {percent} số {goods} bị chậm chỉ vì chờ một chữ ký
        buổi họp về {object} thường kéo quá giờ mà vẫn không rõ ai làm gì
        những góp ý về {object} trước đây ghi rồi để đó, người nêu không thấy hồi âm""",
    ),
    "step": lines(
        """Vẽ lại đường đi của {object} lên giấy khổ lớn, gạch bỏ những bước không ai dùng kết quả.
        Dùng {means} làm nơi ghi duy nhất; sổ cũ giữ lại để đối chiếu trong {few} tuần đầu.
        Giao mỗi khâu cho một người chính và một người thay, tên ghi ngay trên bảng.
        Quy định giờ chốt là {number} giờ hằng ngày; sau giờ đó chuyển sang lượt kế tiếp.
        Đặt {means2} ở lối vào {spot} để ai cũng thấy việc của hôm nay.
        Rút mẫu từ {tens} mục xuống {few} mục, mục nào máy tự tính được thì bỏ.
        Tô đỏ những {goods} quá hạn {few} ngày, tổ trưởng gọi hỏi trước khi hết buổi.
        Hướng dẫn lại cho {tens} {people} theo nhóm nhỏ, mỗi nhóm {minutes}, làm luôn trên việc thật.
        Dán {means2} tại từng vị trí, quét là thấy ảnh mẫu đúng và ảnh lỗi hay gặp.
        Đầu tuần dành {minutes} xem lại ba việc chậm nhất và gỡ ngay tại chỗ.
        Tách trường hợp đơn giản, chiếm {percent}, cho làm luôn; trường hợp khó mới chuyển lên trên.
        Chuyển phần nhắc việc sang {means2}, trước hạn {few} ngày thì tự báo.
        Mỗi quý đổi người phụ trách một lần để ai cũng biết cả vòng việc.
        Lập thư mục chung theo tháng, đặt tên tệp theo một quy ước sáu chữ.
        Mời {few} {people} dùng thử trước và sửa lại chỗ nào họ hỏi nhiều nhất.
        Công khai kết quả mỗi thứ Sáu tại {spot}, kèm tên người xử lý nhanh nhất.
        Chia {object} thành {few} chặng, chặng nào xong thì chuyển ngay, không chờ gom đủ.
        Thống nhất cách đếm với phòng Kế toán để số liệu hai bên trùng nhau.
        Người không quen dùng điện thoại được ghi phiếu giấy, cuối buổi có người nhập hộ.
        Ghi lý do mỗi lần trả lại bằng một trong {few} mã ngắn, cuối tháng đếm mã nào nhiều.
        Bỏ bớt chữ ký trung gian, chỉ giữ chữ ký của người chịu trách nhiệm cuối cùng.
        Xuất sẵn danh sách từ phần mềm {make} bản {few}.{few} để khỏi nhập tay.
        Xếp lịch so le {minutes} để hai bộ phận không dồn vào cùng một lúc.
        Làm bộ ví dụ gồm {tens} tình huống thật, che tên người liên quan.
        Giữ một khung giờ riêng cho {people} làm ca đêm, không phải ở lại sau giờ."""
    ),
    "care": lines(
        """Không thu thập thêm thông tin riêng của ai; chỉ người phụ trách mới xem được danh sách.
        Cách làm mới không tốn tiền mua phần mềm, chỉ in thêm bảng hết {money}.
        Tổ chỉ dùng máy in {make} {model} sẵn có, không mua sắm thêm.
        Trong tháng đầu vẫn chạy song song cách cũ để so sánh, sau đó mới bỏ hẳn.
        Hướng dẫn rút lại còn một trang, chữ to, treo tại {spot}.
        {crew} lập nhóm hỏi đáp, câu nào hỏi quá ba lần thì bổ sung vào hướng dẫn.
        Mọi thay đổi về mẫu chỉ làm vào ngày đầu tháng để không ai bị nhầm.
        Bản gốc lưu ở hai nơi, cuối tuần kiểm tra việc mở lại được hay không.
        Chi phí ban đầu gồm giấy, mực và {few} khung bảng, tổng cộng {money}.
        Ban lãnh đạo giao cho {spot} làm trước, rút kinh nghiệm rồi mới mở rộng.
        Ai thấy bất tiện có thể ghi vào cột góp ý, mỗi tuần {crew} trả lời một lần."""
    ),
}

# What is saved: unit, lowest and highest price of one in VND, and the least that is worth a mention a month.
SAVINGS = (
    ("giờ công", 25_000, 60_000, 8),
    ("giờ làm thêm", 40_000, 95_000, 4),
    ("tờ giấy in", 300, 900, 500),
    ("lượt đi lại", 15_000, 60_000, 12),
    ("lượt làm lại", 20_000, 160_000, 6),
    ("suất thừa", 18_000, 32_000, 20),
)
