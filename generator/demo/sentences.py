"""Templates of titles, summaries and descriptions that suit things and ways of working alike.

Slots of both are explained here. What the entry sets (object, spot, means, means2, goal, goal2, people,
goods, crew, before, after, effect, effect2) stays the same all through it; other slots are drawn anew, so
that two texts seldom share more than a few words in a row. Sentences that start with a slot are
capitalised afterwards.
"""

from generator.demo.words import Table, even, lines, listed, ranked

TABLES: dict[str, Table] = {
    "title": even(
        [
            "{action} {object} bằng {means} tại {spot}",
            "{action} {object} bằng {means} để {goal}",
            "{action} {object} tại {spot} nhằm {goal}",
            "Dùng {means} để {goal} cho {object} tại {spot}",
            "{means} cho {object} tại {spot}",
            "{action} {object} nhằm {goal} tại {spot} bằng {means}",
            "{means} và {means2} giúp {goal} ở {object}",
            "{action} {object} nhờ {means} để {goal}",
        ]
    ),
    "summary": lines(
        """Đưa {means} vào {object}, thay cho lối làm khiến {so}. {Effect}.
        {crew} cùng {people} làm {means}, kết hợp {means2} {purpose}. {Effect}.
        Trước kia {when}, {so}. Nhờ {means}, {effect}, chi phí ban đầu chỉ {money}.
        {spot} tự làm {means} {purpose}. Sau {few} tháng, {effect}.
        Gắn {means} với {object} {how}, {purpose}. {Effect}.
        Cách làm gồm {few} bước, bắt đầu từ {part}, áp dụng cho {tens} {people}. {Effect}.
        {part} hay {fails}, {crew} thử {means} trong {few} tuần rồi dùng hẳn. {Effect}; {effect2}.
        Thay vì {costly}, {crew} dùng {means2} cùng {means} {purpose}. {Effect}.
        Từ góp ý của {people} về {part}, {means} được làm ngay tại {spot}. {Effect}.
        {object} nay có {means} {purpose}. {Effect}, {gain}."""
    ),
    "costly": ranked(
        listed(
            """tuyển thêm người | mua máy mới | thuê đơn vị ngoài | tăng ca | chờ cấp trên rót vốn |
                đặt hàng nước ngoài | thay cả hệ thống | mở thêm kho | lập thêm tổ |
                nhờ chuyên gia | đổi nhà cung cấp | xây lại từ đầu"""
        ),
        20,
    ),
    "measure": ranked(
        listed(
            """số lần phải làm lại mỗi tháng | số lượt hỏng giữa ca | số ý kiến phàn nàn |
                số trường hợp trễ hẹn | số lần gọi thợ | số chuyến đi lại |
                số giờ làm thêm trong tuần | số lần nhầm lẫn | số vụ va quệt | số phiếu bị trả |
                số ngày tồn đọng | số thao tác mỗi lượt | số bước phải qua | số đồ thất lạc |
                số lần dừng ngoài kế hoạch | số người phải trực thêm | số tờ in mỗi tuần |
                số lần tra cứu lại"""
        ),
        20,
    ),
    "duration": ranked(
        listed(
            """thời gian mỗi lượt | thời gian chờ | thời gian chuẩn bị | thời gian tìm kiếm |
                thời gian bàn giao | thời gian lau dọn | thời gian hướng dẫn người mới |
                thời gian khắc phục sự cố | thời gian đối chiếu | thời gian xếp dỡ |
                khoảng nghỉ giữa hai việc | thời gian trả lời"""
        ),
        20,
    ),
    "rate": ranked(
        listed(
            """tỷ lệ sai sót | tỷ lệ hao hụt | tỷ lệ phải kiểm tra lại | tỷ lệ trễ hẹn |
                tỷ lệ thiếu thông tin | tỷ lệ hàng hỏng | tỷ lệ bỏ dở | tỷ lệ vắng mặt |
                tỷ lệ khiếu nại | mức lệch so với định mức"""
        ),
        20,
    ),
    "effect": lines(
        """{duration} giảm {drop_minutes}
        {measure} giảm {drop}
        {rate} giảm {drop_percent}
        {duration} rút ngắn {drop_minutes}
        {measure} hạ {drop}
        {rate} hạ {drop_percent}
        mỗi tháng bớt được {tens} giờ công
        mỗi ca làm thêm được {tens} {goods}
        số {goods} tồn cuối ngày giảm {drop}
        người mới làm được việc sau {few} ngày thay vì {weeks} ngày"""
    ),
    "gain": ranked(
        listed(
            """ai nấy làm việc thong thả hơn | tổ trưởng bớt phải chạy vạy |
                giờ nghỉ trưa được giữ trọn | không khí trong tổ cởi mở hẳn | hết cảnh chen chúc |
                người lớn tuổi không phải nhờ vả | bộ phận bên cạnh cũng dễ chịu |
                việc kiểm tra nhẹ nhàng | khách đến khen gọn gàng | nhiều ý tưởng nhỏ nảy ra theo |
                con số minh bạch | bớt lệ thuộc bên ngoài | đồ dùng bền thêm |
                chi phí thường xuyên nhẹ đi | lượng giấy bỏ đi vơi hẳn |
                người trẻ tự tin nhận việc khó | ca đêm đỡ căng thẳng | khâu sau không phải sửa |
                kết quả đều tay giữa các ca | bà con dễ hỏi han | hai ca bớt đổ lỗi cho nhau |
                kho gọn một nửa | kế hoạch tuần ít phải đổi | mọi thứ về đúng chỗ | mắt đỡ mỏi |
                lưng đỡ đau | phụ nữ mang thai cũng làm được | lối đi thông thoáng |
                tiếng cãi vã không còn | người mới hòa nhập nhanh | ngày nghỉ không bị gọi |
                cuộc họp ngắn hẳn lại | tay nghề lên rõ rệt | đơn vị bạn hỏi mượn cách làm |
                phong trào thi đua sôi nổi | niềm vui đi làm trở lại | không ai phải ở lại muộn |
                tài sản chung được giữ gìn | sai sót lộ ra từ sớm | cấp trên yên tâm giao việc |
                thu nhập nhích lên đôi chút | bớt một nỗi lo mỗi sáng |
                thói quen tốt được nhân lên | sức khỏe được chú ý hơn | nề nếp được giữ vững |
                việc gấp không còn làm ai cuống"""
        ),
        40,
    ),
    "busy": ranked(
        listed(
            """phục vụ cả ba khu | chia thành hai ca | dùng chung một lối đi | làm cả ngày lễ |
                gần nửa mới vào nghề | mỗi người kiêm hai việc | nhận việc từ nhiều nơi gửi đến |
                ở xa trung tâm | có nhiều nữ trên bốn mươi tuổi | vừa chuyển địa điểm |
                thường xuyên tiếp đoàn tham quan | đứng suốt buổi | giữ nhiều tài sản có giá trị |
                chạy theo đơn hàng gấp | phải mang đồ bảo hộ kín |
                tiếp nhận việc của đơn vị giải thể | làm trong phòng lạnh |
                luân chuyển ba tháng một lần | được giao khoán | phụ thuộc con nước |
                chịu tiếng ồn lớn | nhận phản ánh trực tiếp"""
        ),
        30,
    ),
    "novelty": lines(
        """Trong đơn vị chưa ai {do} {part} {how}.
        Điểm mới là {means} đi cùng {means2}, {purpose}.
        Lần đầu có cách {goal} mà không phải {costly}.
        {people} tự làm và tự chỉnh được {means}, {purpose}.
        Trước chỉ xử lý sau khi {part} {fails}; nay biết sớm để phòng.
        Dùng lại {part} sẵn có, {do} {how} nên nơi khác dễ làm theo.
        Khác lối cũ ở chỗ {do} {part} {purpose}."""
    ),
    "social": lines(
        """{gain}; {gain2}
        {tens} {people} được hưởng lợi, {gain}
        {people} bớt nhọc nhằn, {gain}
        Không còn cảnh {so}; {gain}
        {when} cũng đỡ vất vả, {gain}
        {few} đơn vị bạn đã sang học, {gain}
        Góp phần bảo vệ môi trường, bớt {percent} rác phát sinh, {gain}"""
    ),
    "open": lines(
        """{spot} có {tens} {people}, {busy}, mỗi ngày xử lý chừng {hundreds} {goods}.
        Từ {before}, {goods} tăng {percent} trong khi {people} vẫn bấy nhiêu và {busy}.
        {spot} nhận khoảng {hundreds} {goods} mỗi tháng, {busy}.
        Ở {spot}, {goods} nào cũng phải qua {part}.
        Theo dõi trong {before}, {crew} thấy vướng nhất là {part}.
        {people} tại {spot} {busy}, lại thêm {tens} {goods} việc gấp mỗi tuần.
        Nhiều năm nay {object} vẫn giữ nếp cũ, {busy}.
        Đầu năm, đơn vị giao thêm {percent} {goods} mà không thêm kinh phí.
        Rà soát {before} ghi được {tens} điểm bất hợp lý, đứng đầu là {part}.
        {people} {busy} nên {part} càng quan trọng.
        Cuộc họp tổ cuối {before} nhắc nhiều đến {part}, nhất là {when}."""
    ),
    "cost": lines(
        """Tính ra mỗi tháng mất {tens} giờ công, tương đương {money}.
        Có tuần phải {costly}, hết {money}.
        Đơn vị từng tính {costly}, báo giá {millions}, nên gác lại.
        Đã {few} lần {so}, may là xử lý kịp.
        Tiền bù cho {part} mỗi quý là {money}.
        {rate} lên tới {percent}, chủ yếu do {part}.
        Cán bộ quản lý mất {few} giờ một tuần vì {part}.
        {when} còn nặng nề hơn vì {so}.
        {people} kể rằng {so}, nhất là {when}.
        Ai cũng thấy {part} {fails} mà chưa có cách gỡ.
        Nếu để nguyên, năm sau thiệt thêm {millions}, chưa kể {so}."""
    ),
    "need": lines(
        """Yêu cầu đặt ra là {goal} mà không {costly}.
        {crew} chọn làm từng phần nhỏ, trước hết với {part}.
        Ban đầu chỉ mong {goal}, sau mới nghĩ đến {goal2}.
        Ý tưởng nảy ra khi thấy nơi khác {do} {part} {how}.
        Sau {few} buổi bàn, mọi người nhất trí dùng {means}.
        Không ai muốn {costly}, vì vậy {crew} quay sang {part}."""
    ),
    "intro": lines(
        """{crew} làm lần lượt các việc sau:
        Lấy {means} làm chính, {means2} hỗ trợ:
        Việc kéo dài {few} tuần, gồm:
        Bắt đầu từ {part}, lần lượt như sau:
        Theo góp ý của {people}, nội dung gồm:
        Toàn bộ tự làm {how}:
        Mấy điểm chính, {purpose}:
        Những thay đổi quanh {part}:"""
    ),
    "result": lines(
        """Sau {few} tháng kể từ {after}, {effect}, {effect2}.
        So với trước, {effect}; cùng lúc {effect2}.
        Theo sổ theo dõi, {effect}; {gain}.
        Kết quả {few} tuần đầu là {effect}, {gain}.
        Đo {tens} lần ngẫu nhiên cho thấy {effect}.
        Đã có {hundreds} {goods} đi theo cách mới, {effect}.
        Ngay tháng đầu {effect}; sang tháng sau {gain}.
        Kế toán đối chiếu và xác nhận {effect}, {effect2}."""
    ),
    "second": lines(
        """{gain}, {gain2}.
        Hỏi {tens} {people} thì {percent} nói {gain}.
        Không còn tình trạng {so}.
        Mỗi quý dôi ra {millions}, chưa kể {gain}.
        Chi phí bỏ ra thu lại sau {few} tháng, {gain}.
        Tuần đầu còn trục trặc vì {part} {fails}, sau chỉnh xong.
        {when} trước đây đáng ngại nhất, nay {gain}.
        Được hơn cả là {goal}, việc vốn chỉ trông vào kinh nghiệm.
        Kể cả {when}, {part} vẫn ổn định."""
    ),
    "spread": lines(
        """Đơn vị cho làm thêm {few} bộ, {purpose}.
        {crew} sẵn sàng sang nơi khác giúp {do} {part}.
        Quý tới sẽ thử với {means2}, {purpose}.
        Cách làm đã vào quy định nội bộ, {gain}.
        {few} tổ khác đến xem, hai nơi bắt đầu {do} {part}.
        Còn hạn chế {when}, nhất là khi {goods} tăng quá {percent}.
        Nếu nhân ra toàn đơn vị, ước lợi thêm {millions} mỗi năm, {gain}.
        Tài liệu {few} trang về {part} để ở tủ chung, ai cần cứ lấy.
        Mục tiêu tiếp theo là {goal2}, trước mắt {do} {part} {how}."""
    ),
    "basis": even([
        f"{what} × {{months}} tháng × {{price}} đồng theo {source}"
        for what in ("Bớt {amount} {unit} mỗi tháng", "Giảm được {amount} {unit} một tháng",
                     "Tiết kiệm {amount} {unit} hằng tháng", "Trung bình mỗi tháng bớt {amount} {unit}")
        for source in ("đơn giá nội bộ", "số liệu của phòng Kế toán", "định mức của đơn vị", "sổ theo dõi")
    ]),
    "large_basis": even([
        "Hiệu quả của toàn hệ thống trong {months} tháng, theo báo cáo của phòng Kế toán",
        "Phần chi phí đầu tư không phải bỏ ra, theo dự toán đã được phê duyệt",
        "Lợi ích cộng dồn ở mọi dây chuyền đã áp dụng, theo xác nhận của phòng Tài chính",
    ]),
}  # fmt: skip
