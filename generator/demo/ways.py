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
    "part": ranked(
        listed(
            """phiếu yêu cầu | sổ giao nhận | mẫu báo cáo | danh sách chờ | chữ ký duyệt |
            bảng phân công | lịch hẹn | biên bản bàn giao | thông báo nội bộ | hồ sơ lưu | bảng kê |
            thư mời | đơn đề nghị | sổ trực | kết quả kiểm tra | ý kiến đóng góp | kế hoạch tuần |
            giấy xác nhận | tờ hướng dẫn | số liệu đầu kỳ | bản đối chiếu | lệnh điều động |
            mã tra cứu | phần nhận xét | bảng chấm điểm | ảnh chụp hiện trường |
            thông tin liên hệ công việc | danh mục cần mua | bản cam kết | lượt đăng ký |
            phiếu trả lời | bảng tổng hợp | quyết định phân công | nhật ký ca | nội dung cuộc họp |
            tài liệu tập huấn | hạn hoàn thành | vật phẩm mượn | chìa khóa dùng chung |
            phản hồi của người dùng | sơ đồ vị trí | định mức | câu hỏi thường gặp | giấy ra vào |
            lời nhắc | tệp đính kèm | bước thẩm tra | khâu tiếp đón | phần đánh giá | suất dự phòng |
            lượt trực thay | hộp thư chung | sổ góp ý"""
        ),
        20,
    ),
    "when": ranked(
        listed(
            """vào cuối tháng | khi có người nghỉ phép | lúc đông khách | đầu giờ sáng |
            những tuần có đoàn kiểm tra | khi đổi người phụ trách | giữa hai kỳ báo cáo |
            khi nhận việc gấp | sau giờ hành chính | mỗi dịp lễ | khi mạng chậm | lúc giao ban |
            vào mùa cao điểm | khi cần tra lại việc cũ | lúc chuyển tầng | mỗi lần họp xong |
            khi hai nơi cùng sửa | những hôm làm ca ba | khi thay mẫu | trước kỳ quyết toán |
            lúc người hỏi dồn dập | khi lãnh đạo đi vắng | vào buổi trưa | sau khi sáp nhập tổ |
            khi có thắc mắc | mỗi đợt thi đua | lúc kiểm kê | khi tuyển người mới | những ngày làm bù |
            khi phải làm từ xa"""
        ),
        40,
    ),
    "fails": ranked(
        listed(
            """bị thất lạc | thường ghi thiếu cột | nằm chờ trên bàn | lệch với số kho |
            đến tay chậm một ngày | không rõ ai giữ | phải chép đi chép lại | trùng với nơi khác |
            để lẫn giấy đã xong | chỉ một người hiểu | không có hạn trả | sai mẫu mới |
            quá nhiều mục thừa | ít ai đọc hết | không khớp chữ ký | gửi nhầm bộ phận |
            bỏ trống phần quan trọng | chưa bao giờ được tổng kết | phụ thuộc trí nhớ |
            ghi bằng ký hiệu riêng | phải hỏi qua ba nơi | bị đẩy sang tuần sau | không ai nhắc |
            lặp lại từ năm ngoái | thiếu người xác nhận | khó tìm trong đống cũ | viết tay khó đọc |
            vướng ở khâu trung gian | thay đổi liên tục | đóng dấu xong mới thấy sai |
            không tính đến ca đêm | bị quên sau kỳ nghỉ | không phân biệt việc gấp |
            mở ra là lỗi phông | chưa có thứ tự ưu tiên | dồn hết cho một bàn | qua tay quá nhiều người"""
        ),
        40,
    ),
    "so": ranked(
        listed(
            """người sau phải hỏi lại từ đầu | có việc làm hai lần | khách ra về trong bực bội |
            số liệu cộng mãi không khớp | ai cũng tưởng người kia đã làm | phải gọi điện xác minh |
            mất cả buổi lục tìm | nhiều người xin chuyển việc | đến hạn mới biết còn thiếu |
            cuối quý phải làm đêm | kế toán trả hồ sơ về | không ai chịu nhận lỗi |
            người lao động chậm được hưởng quyền lợi | tổ trưởng thành người chạy giấy |
            bị nhắc nhở trong giao ban | phòng khác phải chờ theo | tiền in ấn đội lên |
            lòng tin giảm sút | có trường hợp phải xin lỗi | thời gian chờ kéo dài |
            người mới rất lúng túng | mâu thuẫn nhỏ nảy sinh | bỏ lỡ dịp khen thưởng |
            nhiều góp ý hay rơi vào quên lãng | báo cáo phải đính chính |
            xếp người không đúng sở trường | công sức bỏ ra không được ghi nhận |
            ca sau làm khác ca trước | phải bù bằng giờ nghỉ | việc nhỏ hóa thành việc lớn |
            không rút được bài học | khâu cuối cùng gánh hết | giờ cao điểm ùn lại ngoài cửa"""
        ),
        40,
    ),
    "do": ranked(
        listed(
            """gộp chung | rút ngắn | công khai | số hóa | giao hẳn một đầu mối cho |
            đánh mã | in sẵn | lên lịch | bỏ hẳn bản giấy của | chia theo nhóm | đặt hạn cho |
            kèm ảnh vào | đơn giản hóa | phân cấp | nhắc trước về | ghim lên đầu | tự động cộng |
            soát chéo | trả ngay tại chỗ | lưu theo ngày | tập huấn về | mẫu hóa | xếp lại thứ tự |
            giới hạn | thử nghiệm trước | tổng kết mỗi tuần về | dán nhãn |
            liên thông | viết lại cho dễ hiểu | mở lớp nhỏ về | khen kịp thời người làm tốt |
            đổi phiên người giữ | bổ sung cột lý do cho | vẽ thành sơ đồ | hẹn giờ trả"""
        ),
        40,
    ),
    "how": ranked(
        listed(
            """theo ba mức ưu tiên | trên một trang duy nhất | ngay trong ngày |
            bằng điện thoại của tổ | theo màu từng bộ phận | ở bảng trước cửa | qua hai bước xác nhận |
            vào khung giờ cố định | bằng câu ngắn, chữ lớn | với ví dụ cụ thể | theo vòng bảy ngày |
            bằng công thức có sẵn | có người thay khi vắng | từ dưới cơ sở lên | ở cuối mỗi ca |
            không cần ký nháy | theo thứ tự đến trước | bằng tin nhắn hẹn giờ | kèm số thứ tự |
            trong {few} phút đầu giờ | theo địa bàn | bằng phiếu bấm lỗ | trên máy dùng chung |
            cùng bộ phận liên quan | bằng hình vẽ vui | theo từng nhóm {few} người | có ghi lại lý do |
            qua góc trao đổi | với thời hạn {tens} giờ | dưới dạng hỏi đáp | bằng thẻ gài |
            theo khu vực phụ trách | trong sổ tay nhỏ | trước khi sang khâu kế | bằng cách bốc thăm |
            qua loa đầu giờ | có người đi trước kèm | theo biểu đồ treo tường | trong buổi sinh hoạt tổ"""
        ),
        40,
    ),
    "purpose": ranked(
        listed(
            """để ai cũng biết việc tới đâu | cho khỏi phải hỏi | nhằm tránh làm trùng |
            để ca sau nhận là làm được | cho người ở xa cùng theo dõi | nhằm thấy ngay chỗ tắc |
            để không bỏ sót ai | cho công bằng giữa các tổ | nhằm giảm thời gian đứng chờ |
            để khi cần là tìm được | cho người lớn tuổi dễ làm | nhằm bớt một lần đi lại |
            để trả lời thống nhất | cho cấp trên khỏi phải giục | nhằm giữ bí mật cá nhân |
            để kịp trước kỳ lương | cho việc khó có người chung tay | nhằm khơi thêm ý tưởng |
            để so được giữa các tháng | cho buổi họp ngắn lại | nhằm khỏi nhập hai lần |
            để người mới tự học | cho rõ trách nhiệm | nhằm phát hiện sai từ sớm |
            để có thời gian cho việc chính | cho mọi người cùng góp sức | nhằm giảm giấy vụn |
            để tiện đối chiếu về sau | cho đúng người đúng việc | nhằm tạo thói quen tốt |
            để không ai thấy bị bỏ rơi | cho nhẹ gánh cuối tháng"""
        ),
        40,
    ),
    "trouble": lines(
        """{when}, {part} {fails}, {so}
        {part} {fails} {when}, {so}
        {so} vì {part} {fails}
        {part} {fails}, còn {part2} thì {fails2}, {so}
        trong {before}, có {tens} trường hợp {part} {fails}, {so}
        {people} phản ánh {part} {fails} {when}, {so}
        khảo sát {hundreds} ý kiến thì {percent} nói {part} {fails}; hậu quả là {so}
        phần mềm {make} dùng đã {few} năm, {part} {fails}, {so}
        {so}, nhất là {when}, do {part} {fails}"""
    ),
    "step": lines(
        """{do} {part2} {how}.
        {do} {part2} {how}, {purpose}.
        {do} {part2} {how}; sau đó {do2} {part3} {purpose}.
        {do} {part2} rồi {do2} {part3} {how}.
        dùng {means2} {how}, {purpose}.
        {when} thì {do} {part2} {how}.
        chỗ nào {fails} thì {do} {part3} {purpose}.
        giao {few} {people} {do} {part2} {how}.
        xuất {part2} từ phần mềm {make} bản {few}.{few}, {purpose}.
        hướng dẫn {tens} {people} cách {do} {part2} trong {minutes}, {purpose}."""
    ),
    "care": lines(
        """Tháng đầu vẫn giữ {part} theo lối cũ để đối chiếu, {purpose}.
        Không thu thêm thông tin riêng của ai; {part} chỉ người phụ trách xem được.
        Chi phí in {part} hết {money}, không mua phần mềm.
        {crew} lập nhóm hỏi đáp về {part}, ai gặp lúc {when} thì nhắn vào đó.
        Bản mẫu của {part} chỉ sửa vào ngày đầu tháng, {purpose}.
        Tổ dùng máy in {make} {model} sẵn có cho {part}, không mua sắm thêm.
        Ban lãnh đạo cho làm trước với {part}, ổn rồi mới {do} {part2}.
        Người không quen dùng máy được ghi {part} ra giấy, {when} có người nhập hộ.
        Cột góp ý nằm cạnh {part}; mỗi tuần {crew} trả lời {how}.
        Bản sao {part} cất ở hai nơi, cuối tuần mở thử một lần.
        Nếu {part} {fails}, người trực được quyền {do} {part2} ngay."""
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
