"""Branches of work that make, move, build, grow or supply something: their words, see `branch`."""

from generator.demo.branch import branch

INDUSTRY = (
    branch(
        34,
        False,
        "sản xuất | chế tạo | công thương | khu kinh tế | công nghiệp | doanh nghiệp",
        org="""Công ty TNHH May | Công ty cổ phần Cơ khí | Công ty TNHH Điện tử | Công ty cổ phần Nhựa |
            Công ty TNHH Giày | Công ty cổ phần Bao bì | Công ty TNHH Linh kiện | Công ty TNHH Gỗ |
            Công ty cổ phần Thép | Công ty TNHH Thực phẩm | Công ty TNHH Dây cáp điện | Công ty cổ phần In""",
        thing="""máy cắt vải | máy may một kim | máy ép thủy lực | máy đột dập | máy hàn điểm |
            băng tải thành phẩm | máy tiện vạn năng | khuôn ép nhựa | lò sấy | máy đóng gói |
            bàn lắp ráp | máy kiểm tra bo mạch | máy trộn hạt nhựa | máy cuốn dây | nồi hơi |
            máy nén khí | xe đẩy bán thành phẩm | máy dán nhãn | máy in lưới | đồ gá khoan |
            máy phay rãnh | máy đùn | cầu trục nhà xưởng | máy vắt sổ | súng bắn keo |
            tủ điện điều khiển | bàn là hơi | máy mài hai đá | khay đựng linh kiện | máy cắt plasma""",
        work="""quy trình đổi mã hàng | việc bàn giao ca | việc cấp phát nguyên phụ liệu |
            phiếu theo dõi lỗi | việc kiểm hàng cuối chuyền | kế hoạch bảo dưỡng định kỳ |
            quy trình kiểm tra hàng đầu ca | việc sắp xếp khuôn mẫu | việc đào tạo công nhân mới |
            việc chấm công theo chuyền | việc gom phế liệu | bảng năng suất hằng ngày |
            việc giao nhận bán thành phẩm | quy trình xử lý hàng trả về | việc quản lý dao cụ |
            việc kiểm kê phụ tùng | việc cân bằng chuyền | hồ sơ mẫu chuẩn""",
        spot="""chuyền may {number} | phân xưởng cắt | phân xưởng lắp ráp {letter} | tổ cơ điện |
            phân xưởng ép nhựa | kho thành phẩm {letter} | phân xưởng hàn | chuyền lắp ráp {number} |
            tổ hoàn thiện {number} | phòng Kỹ thuật | phân xưởng đúc | khu đóng gói {letter} |
            tổ khuôn mẫu | phòng Chất lượng | phân xưởng sơn | xưởng cơ khí {number}""",
        people="""công nhân | thợ vận hành | thợ máy | nhân viên kiểm hàng | thợ bảo trì | công nhân mới |
            tổ trưởng""",
        goods="sản phẩm | thùng hàng | lô hàng | chi tiết | bán thành phẩm | mã hàng | bộ linh kiện",
        job="""Công nhân vận hành | Tổ trưởng tổ cơ điện | Kỹ thuật viên bảo trì | Chuyền trưởng |
            Thợ khuôn | Nhân viên kiểm tra chất lượng | Quản đốc phân xưởng | Kỹ sư công nghệ | Thợ hàn |
            Nhân viên kế hoạch | Phó phòng Kỹ thuật | Công nhân đóng gói | Thợ cắt | Nhân viên cải tiến""",
        tag="""bảo trì | năng suất | tiết kiệm điện | đồ gá | giảm phế phẩm | bàn giao ca | chất lượng |
            khuôn mẫu | nguyên phụ liệu | đóng gói | cơ khí | tự động hóa""",
    ),
    branch(
        6,
        False,
        "an toàn | vệ sinh lao động | bảo hộ",
        org="""Công ty TNHH Kỹ thuật | Công ty cổ phần Hóa chất | Công ty TNHH Kết cấu thép |
            Công ty cổ phần Sơn | Công ty TNHH Đóng tàu | Xí nghiệp Cơ điện""",
        thing="""giàn thao tác di động | quạt hút bụi | tủ đựng hóa chất | hàng rào che máy |
            thang kiểm tra bồn | đèn chiếu sáng khẩn cấp | bình chữa cháy xe đẩy | móc treo dây an toàn |
            hộp khóa nguồn | chụp hút khói hàn | sàn thao tác | tủ thuốc sơ cứu | vòi rửa mắt khẩn cấp |
            biển báo nguy hiểm | giá treo bình khí | lan can tháo lắp | tay vịn cầu thang sắt |
            bộ cảnh báo khí | thùng cát cứu hỏa""",
        work="""việc huấn luyện an toàn đầu ca | phiếu cấp phép làm việc trên cao |
            việc khóa nguồn khi sửa máy | việc kiểm tra bình chữa cháy | quy trình ứng phó tràn hóa chất |
            việc cấp phát bảo hộ | việc ghi nhận suýt tai nạn | diễn tập thoát nạn |
            việc kiểm tra dây đai an toàn | bản đồ nguy cơ | việc nghỉ giải lao chống nóng |
            việc đo môi trường lao động | việc phân loại rác nguy hại""",
        spot="""xưởng kết cấu {letter} | khu bồn chứa {letter} | phân xưởng sơn {number} | bãi phun cát |
            trạm khí nén | xưởng hàn {number} | kho hóa chất {letter} | phòng An toàn | khu lò hơi |
            tầng kỹ thuật {number}""",
        people="công nhân | thợ hàn | an toàn vệ sinh viên | thợ lắp dựng | nhân viên kho | thợ sơn",
        goods="lượt vào khu vực | lượt thao tác | phiếu cấp phép | lượt kiểm tra | đơn vị hàng",
        job="""Cán bộ an toàn | An toàn vệ sinh viên | Tổ trưởng tổ hàn | Đốc công | Thợ lắp dựng |
            Thủ kho hóa chất | Nhân viên môi trường | Kỹ thuật viên cơ điện | Thợ sơn""",
        tag="""an toàn | bảo hộ | phòng cháy | làm việc trên cao | hóa chất | giảm bụi | chống nóng |
            sơ cứu | tiếng ồn | vệ sinh lao động""",
    ),
    branch(
        10,
        False,
        "cảng | vận tải | giao thông | kho bãi",
        org="""Công ty cổ phần Cảng | Công ty TNHH Vận tải | Công ty cổ phần Kho vận |
            Công ty TNHH Giao nhận | Xí nghiệp Xếp dỡ | Công ty cổ phần Đường bộ |
            Công ty TNHH Dịch vụ hàng hải | Xí nghiệp Xe buýt""",
        thing="""xe nâng | cẩu giàn | khung cẩu container | xe đầu kéo | cân ô tô | dây chằng hàng |
            pa lét gỗ | đèn báo luồng xe | ngáng an toàn | gầu ngoạm | băng tải hàng rời |
            đệm va cầu tàu | xe chở công nhân | phễu rót hàng | ổ cắm container lạnh | máy bơm nước dằn |
            rào chắn bãi | sàn nâng hạ | lốp xe nâng | giá kê hàng | máy soi niêm phong""",
        work="""việc gọi xe vào bãi | lệnh giao hàng | việc đảo chuyển container |
            việc kiểm đếm hàng rời | việc giao nhận niêm phong | lịch điều xe | việc ghép hàng lẻ |
            nhật ký ca máy | việc vệ sinh container | quy trình cấp nhiên liệu | việc kiểm tra lốp |
            việc bố trí vị trí hạ bãi | việc rút hàng trong kho | việc báo sự cố trên tuyến |
            việc giao ca lái máy | hồ sơ phương tiện""",
        spot="""bãi container {letter} | kho CFS {number} | cầu tàu số {number} | đội cơ giới |
            cổng giao nhận {number} | xưởng sửa chữa | kho ngoại quan {letter} | phòng Điều độ |
            đội xe {number} | trạm cân {number} | bãi hàng rời {letter} | tổ buộc cởi dây""",
        people="lái xe | công nhân xếp dỡ | nhân viên giao nhận | thợ máy | nhân viên điều độ | lái cẩu",
        goods="container | chuyến xe | tấn hàng | lượt xe | kiện hàng | lệnh giao hàng | tờ khai",
        job="""Lái xe nâng | Lái cẩu | Nhân viên giao nhận | Đội trưởng đội cơ giới | Điều độ viên |
            Thợ sửa chữa | Công nhân xếp dỡ | Nhân viên kho | Kỹ sư máy | Tổ trưởng bốc xếp |
            Nhân viên cổng""",
        tag="""container | xe nâng | xếp dỡ | giao nhận | điều độ | tiết kiệm nhiên liệu | bãi hàng |
            kho | an toàn cầu tàu | vận tải | sửa chữa""",
    ),
    branch(
        6,
        False,
        "xây dựng | hạ tầng | công trình",
        org="""Công ty cổ phần Xây dựng | Công ty TNHH Bê tông | Công ty cổ phần Cấp nước |
            Công ty TNHH Nội thất | Công ty cổ phần Công viên cây xanh | Xí nghiệp Thoát nước |
            Công ty cổ phần Gạch""",
        thing="""cốp pha dầm | giàn giáo | máy trộn vữa | máy đầm bàn | vận thăng | máy cắt gạch |
            nắp hố ga | bơm nước hố móng | xe rùa | máy uốn sắt | khuôn gạch lát | lưới che bụi |
            bộ định vị tim cột | thước lấy dấu | đồng hồ nước | máy cắt cỏ | bồn trộn phụ gia |
            máng đổ bê tông | hàng rào công trường""",
        work="""nhật ký thi công | việc nghiệm thu cốt thép | việc cấp vật tư công trình |
            việc lấy mẫu bê tông | biện pháp đổ sàn | việc đọc chỉ số đồng hồ nước | việc dò rò rỉ |
            việc cắt tỉa cây đường phố | lịch quay vòng cốp pha | việc nạo vét cống |
            việc giao khoán tổ đội | hồ sơ hoàn công | việc bảo dưỡng bê tông""",
        spot="""công trường {letter} | đội thi công {number} | trạm trộn {number} | xưởng sắt |
            trạm bơm {number} | đội cây xanh {number} | kho vật tư {letter} | phòng Kỹ thuật thi công |
            tổ quản lý mạng {number} | khu nhà {letter}""",
        people="""thợ nề | thợ sắt | công nhân công trường | nhân viên quản lý mạng | kỹ thuật viên |
            thợ cốp pha""",
        goods="khối bê tông | mét ống | viên gạch | tấm cốp pha | hố ga | mẻ trộn | đồng hồ nước",
        job="""Kỹ sư hiện trường | Đội trưởng thi công | Thợ sắt | Thợ nề | Công nhân vận hành trạm bơm |
            Nhân viên trắc đạc | Thủ kho công trường | Giám sát kỹ thuật | Công nhân cây xanh""",
        tag="""thi công | cốp pha | bê tông | tiết kiệm vật tư | thoát nước | chống thất thoát nước |
            công trường | trắc đạc | cây xanh | tiến độ""",
    ),
    branch(
        5,
        False,
        "nông nghiệp | thủy sản | nông thôn | hợp tác xã",
        org="""Hợp tác xã Nông nghiệp | Công ty TNHH Thủy sản | Trạm Giống cây trồng | Hợp tác xã Rau |
            Công ty cổ phần Thủy lợi | Trại Chăn nuôi | Công ty TNHH Thức ăn chăn nuôi""",
        thing="""máy sục khí ao nuôi | nhà màng | hệ thống tưới nhỏ giọt | máy cấy | lồng bè |
            máy băm cỏ | máy sấy lúa | cống điều tiết | bể ương cá giống | máy phun thuốc | khay mạ |
            máy cho tôm ăn | bẫy côn trùng | kho lạnh rau | trạm bơm tưới | hầm ủ phân | giàn leo dưa |
            máy đóng bầu""",
        work="""lịch gieo cấy | nhật ký ao nuôi | việc ủ phân hữu cơ | việc thu gom vỏ thuốc |
            quy trình nhân giống | việc phòng bệnh đàn vật nuôi | việc lấy nước theo con triều |
            việc dự báo sâu bệnh | việc sơ chế rau | việc ghi nhãn truy xuất | việc chia ca tưới |
            việc chọn giống""",
        spot="""ao nuôi số {number} | nhà màng {letter} | tổ sản xuất {number} | trạm bơm {number} |
            xưởng sơ chế | trại giống {letter} | cánh đồng khu {letter} | cụm thủy nông {number} |
            khu ương giống {letter}""",
        people="""xã viên | công nhân thủy nông | kỹ thuật viên | tổ nuôi | công nhân sơ chế |
            cán bộ khuyến nông""",
        goods="mẻ thu hoạch | khay mạ | bao phân | lứa cá giống | sào ruộng | tạ rau | con giống",
        job="""Kỹ sư nông nghiệp | Công nhân thủy nông | Tổ trưởng sản xuất | Kỹ thuật viên nuôi trồng |
            Cán bộ khuyến nông | Công nhân chăn nuôi | Cụm trưởng thủy nông | Nhân viên bảo vệ thực vật""",
        tag="""tưới tiết kiệm | nuôi trồng | giống | phân hữu cơ | sơ chế | thủy lợi | truy xuất |
            chăn nuôi | rau an toàn | mùa vụ""",
    ),
    branch(
        5,
        False,
        "năng lượng | môi trường | điện lực",
        org="""Công ty cổ phần Điện cơ | Công ty TNHH Môi trường | Xí nghiệp Điện nước |
            Công ty cổ phần Xử lý chất thải | Công ty TNHH Năng lượng | Đội Quản lý vận hành""",
        thing="""máy biến áp | tủ bù công suất | bể lắng | máy ép bùn | xe ép rác | quạt làm mát |
            lò đốt | máy bơm nước thải | đèn đường | sào thao tác | tháp giải nhiệt | thùng ủ rác |
            bộ lọc bụi túi | đồng hồ đo điện | pin mặt trời mái xưởng | trạm quan trắc | van xả đáy |
            máy thổi khí""",
        work="""việc ghi chỉ số công tơ | lịch thu gom rác | việc phân loại chất thải |
            việc kiểm tra đường dây | nhật ký vận hành trạm | việc bơm hóa chất xử lý |
            việc tắt bật chiếu sáng | việc thu hồi nước ngưng | việc theo dõi phụ tải |
            việc báo mất điện | việc quét dọn tuyến phố | việc bảo dưỡng trạm""",
        spot="""trạm xử lý nước thải {number} | trạm biến áp {letter} | tổ thu gom {number} |
            đội đường dây {number} | khu lò đốt | phòng Vận hành | trạm trung chuyển {letter} |
            nhà máy nước {number} | tổ chiếu sáng""",
        people="công nhân môi trường | thợ điện | vận hành viên | công nhân thu gom | nhân viên quan trắc",
        goods="khối nước thải | chuyến rác | công tơ | tấn bùn | kWh điện | điểm thu gom",
        job="""Thợ điện | Vận hành viên | Công nhân môi trường | Kỹ sư môi trường | Trưởng ca |
            Tổ trưởng thu gom | Nhân viên quan trắc | Đội trưởng đường dây""",
        tag="""tiết kiệm điện | nước thải | rác thải | tái sử dụng nước | chiếu sáng | bù công suất |
            giảm phát thải | vận hành | quan trắc""",
    ),
)  # fmt: skip
