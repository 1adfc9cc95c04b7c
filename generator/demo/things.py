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
    "part": ranked(
        listed(
            """khung đỡ | chân đế | tay nắm | bản lề | khay hứng | nắp chụp | mặt bàn |
            bánh xe dẫn hướng | khóa cài | ngăn chứa | dây kéo | giá treo | tấm chắn | lò xo | con lăn |
            đệm cao su | ống dẫn | lưới lọc | ổ cắm | nút bấm | đèn báo | chốt hãm | thanh giằng |
            rãnh thoát | cửa thăm | vách ngăn | bậc lên xuống | móc cài | thanh trượt | viền mép |
            kính quan sát | hộp đấu dây | vòi xả | gioăng cửa | tai bắt vít | chân tăng chỉnh |
            đầu nối | quai xách | thước chặn | màn che | mặt kệ | vòng kẹp | nút xoay | thanh ngang |
            bảng nhãn | lỗ định vị | dây nguồn | quạt gió | đáy hộp | thành bên | tay đẩy | ray treo |
            phao chặn | van khóa | nắp lật | bệ tì | hộp dụng cụ | tấm lót | cần gạt | khung chữ A"""
        ),
        20,
    ),
    "when": ranked(
        listed(
            """vào giữa ca | khi trời ẩm | lúc đổi mã hàng | sau mỗi lần lau rửa |
            những hôm mất điện chập chờn | khi chạy liên tục | lúc giao ca | về mùa nồm | khi chở nặng |
            mỗi lần di chuyển | khi người mới thao tác | những đợt cao điểm | ban đêm |
            khi nhiệt độ lên cao | sau kỳ nghỉ dài | lúc khởi động | khi bụi bám dày | vào đầu tuần |
            khi tải thay đổi đột ngột | lúc vệ sinh cuối ngày | gần đến kỳ bảo dưỡng |
            khi hai người cùng dùng | lúc hạ xuống | khi nước yếu | khi nghiêng quá mức |
            lúc cần gấp nhất | khi thiếu ánh sáng | những ngày mưa to | khi kéo ngược chiều |
            mỗi lần tháo ra"""
        ),
        40,
    ),
    "fails": ranked(
        listed(
            """mòn không đều | lỏng dần | lệch hẳn sang một phía | bám cáu dày | nứt ở mép | rung mạnh |
            kêu ken két | nóng quá mức | hay kẹt | rơ ngang | gỉ sét | rất khó tháo |
            không khóa chặt được | trượt khỏi vị trí | cong vênh | hở một khe nhỏ |
            vướng chân người đi | va vào vật bên cạnh | tụt ren | đọng nước | sờn rách |
            che mất tầm nhìn | ngược tay thuận | nhả chậm | không đủ cứng | bong keo |
            quá nặng so với sức phụ nữ | không còn loại thay thế | thiếu chỗ bám tay |
            đặt cao hơn tầm với | tuột sau vài lần dùng | dính mạt bẩn | hút ẩm rồi trương nở |
            chạm vào phần mang điện | biến dạng khi siết | bật ra bất ngờ | mất hẳn vạch dấu |
            lún xuống nền | rò rỉ từng giọt | mài vào lớp sơn"""
        ),
        40,
    ),
    "so": ranked(
        listed(
            """thợ phải dừng tay chỉnh lại | hàng làm ra bị xước | người phía sau ngồi chờ |
            phải gọi thêm người giữ | dễ kẹp vào ngón tay | tốn thêm một lượt lau chùi |
            nhiều hôm phải mượn bộ phận khác | cuối ngày ai cũng mỏi lưng | không ai dám làm nhanh |
            hỏng lây sang chi tiết lân cận | số đo mỗi lần một khác | mặt sàn lúc nào cũng trơn |
            phải kê tạm bằng gỗ vụn | phát sinh tiền thuê ngoài | chị em ngại sử dụng |
            cứ phải canh chừng suốt buổi | thao tác thừa lặp đi lặp lại | rơi vãi khắp lối đi |
            tiếng ồn vang sang phòng bên | có lần suýt đổ vào người | tuổi thọ chỉ còn phân nửa |
            phải bỏ cả mẻ đang làm | điện tiêu thụ tăng vọt | tháo lắp hết cả buổi sáng |
            khó giữ nền nếp chung | kế hoạch bị đảo lộn | lệch giờ giao nhận |
            người sức yếu không dùng nổi | lỗi chỉ lộ ra ở công đoạn cuối |
            thủ kho không kịp cấp đồ thay | quản lý phải giải trình | vật liệu hao hụt trông thấy |
            lịch bảo dưỡng chồng lên nhau | an toàn không được bảo đảm"""
        ),
        40,
    ),
    "do": ranked(
        listed(
            """lắp thêm | thay hẳn | gia công lại | hàn bổ sung | bọc kín | nối dài | hạ thấp |
            tách riêng | đánh số | sơn lại | gia cố | khoan bắt | ghép đôi | cắt ngắn | dịch chuyển |
            đảo chiều | bịt kín | mở rộng | treo | lót phía dưới | uốn cong | bo tròn | cố định |
            dựng lại | cân bằng | kéo thẳng | nâng cao | thu gọn | chia đôi | đặt so le | gắn thêm |
            giấu gọn | chèn thêm | đúc lại | tiện mới | quấn lại | làm sạch rồi phủ kín |
            dời chỗ | ép phẳng | kẹp giữ"""
        ),
        40,
    ),
    "how": ranked(
        listed(
            """bằng thép tấm dày {few} ly | ở phía tay thuận | cách nền {tens} cm | theo bản vẽ tay |
            với hai vít hãm | bằng ống kẽm còn thừa | sát mép trong | bằng keo chịu nhiệt |
            theo hướng dốc nhẹ | bằng đinh tán nhôm | dọc hai bên hông | trên nền bê tông phẳng |
            bằng nhựa tái sinh | theo dưỡng cắt sẵn | ngay dưới tầm mắt | bằng dây rút thép |
            qua một khớp quay | trong hộp kín nước | vào khung sẵn có | bằng gỗ dán phủ phim |
            với độ hở {few} mm | theo bước {tens} mm | bằng cao su non | ở bốn góc |
            chéo nhau từng cặp | bằng bu lông chìm | lên giá xoay | bằng xích nhỏ |
            sau lớp lưới bảo vệ | theo hàng lối | với lò xo của xe máy cũ | bằng mối hàn chấm |
            vào đúng tâm | bằng nẹp cài nhanh | có tấm che phía trên | theo cỡ {size} |
            bằng băng vải sợi thủy tinh | nhờ một thanh chống | bằng đai ốc tai hồng | với tay quay ngắn"""
        ),
        40,
    ),
    "purpose": ranked(
        listed(
            """để tháo ra không cần cờ lê | cho nước tự chảy hết | để ai cũng với tới |
            nhằm giữ khoảng cách an toàn | cho khỏi xô lệch | để nhìn là biết còn hay hết |
            nhằm chia đều sức nặng | để tay không phải chạm vào | cho dễ lau chùi |
            để đứng thẳng lưng khi làm | nhằm chặn bụi bay ra | cho người thuận tay trái cũng tiện |
            để quay đầu trong lối hẹp | nhằm giảm va chạm | cho chắc chắn hơn trước |
            để đóng mở bằng chân | nhằm tránh đấu nhầm | để đỡ tiếng động | cho hai cỡ cùng dùng chung |
            để kiểm tra từ bên ngoài | nhằm giữ nhiệt lâu hơn | để chịu được mưa nắng |
            nhằm khỏi phải căn chỉnh | cho gió lùa qua | để thay riêng từng phần |
            nhằm tự dừng khi quá đà | cho trẻ nhỏ không mở được | để gấp lại khi không dùng |
            nhằm đếm chính xác | cho đúng chiều ngay từ đầu | để giữ lại phần rơi vãi |
            nhằm dễ nhận biết từ xa | cho khớp với loại đang có | để một người làm được"""
        ),
        40,
    ),
    "trouble": lines(
        """{when}, {part} {fails}, {so}
        {part} {fails} {when}, {so}
        {so} vì {part} {fails}
        {part} {fails} mà {part2} lại {fails2}, {so}
        có tuần {part} {fails} tới {few} lần, {so}
        theo sổ trực {before}, riêng chuyện {part} {fails} đã xảy ra {tens} lần, {so}
        {people} cho biết {when} thì {part} {fails}, {so}
        loại {make} {model} đang dùng có {part} {fails}; {when}, {so}
        {so}, nhất là {when}, do {part} {fails}"""
    ),
    "step": lines(
        """{do} {part2} {how}.
        {do} {part2} {how}, {purpose}.
        {do} {part2} {how}; {do2} {part3} {purpose}.
        {do} {part2} rồi {do2} {part3} {how}.
        dùng {means2} {how}, {purpose}.
        {part2} cũ bỏ đi, {do} {part3} {how}.
        phần {part2} được {do} {how}, {purpose}.
        lấy {part2} của máy {make} {model} đã thanh lý, {do} {how}.
        tại chỗ hay {fails}, {do} {part3} {purpose}.
        {do} {part2} {purpose}, sai số cho phép {few} mm."""
    ),
    "care": lines(
        """Phần {part} được thử với tải gấp rưỡi trong {minutes}, không thấy {fails}.
        Trước khi lắp, {crew} khóa nguồn, treo biển và soát lại {part}.
        Vật tư hết {money}, riêng {part} chiếm {percent}.
        Linh kiện {make} {model} giá {money}; hỏng thì lấy {part2} thay tạm được.
        Ảnh chụp từng bước dán cạnh {part}, {purpose}.
        Mỗi tuần tổ trưởng xem {part} một lượt, nếu {fails} thì siết lại ngay.
        Mọi thứ đều tháo ra được trong {minutes}, trả về nguyên trạng {when}.
        Ba ngày đầu có người đứng kèm {when} để sửa theo lời góp ý.
        Công do anh em làm ngoài giờ; chỉ mua {part} với giá {money}.
        Bản vẽ {part} lưu tại tổ, nơi khác mượn về {do} lại được.
        Cán bộ an toàn đã xem {part} và yêu cầu {do} {part2}."""
    ),
}

# Parts that only machines have.
MACHINE_PARTS = ranked(
    listed(
        """gối đỡ trục | dây đai | bạc trượt | cụm dao | ngàm kẹp | đầu phun | van một chiều |
        phớt chặn dầu | bánh tỳ | bộ gá phôi | cáp điều khiển | công tắc chân | mâm cặp | đĩa xích |
        hộp số | cánh khuấy | phễu cấp liệu | đồng hồ áp | cảm biến nhiệt | rơ le bảo vệ |
        dây tiếp địa | trục vít | cữ hành trình | đường hơi | bầu lọc tinh | má phanh | đầu dò |
        khóa liên động | trục cuốn | bộ căng xích | vòng bi | dao gạt | khớp nối mềm | bộ ly hợp |
        quả đối trọng | bình dầu phụ | đường hồi | đầu cân | mặt bích | chổi than | van xả áp |
        bộ chia dầu | thanh gia nhiệt | đầu kẹp khí"""
    ),
    8,
)

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
