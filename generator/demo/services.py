"""Branches of work that serve people, and matters that arise in every unit: their words, see `branch`."""

from generator.demo.branch import branch

SERVICES = (
    branch(
        9,
        True,
        "y tế | bệnh viện | bệnh",
        org="""Bệnh viện Đa khoa | Trung tâm Y tế | Bệnh viện Phục hồi chức năng | Bệnh viện Phụ sản |
            Phòng khám Đa khoa | Bệnh viện Mắt | Trạm Y tế khu vực | Bệnh viện Y học cổ truyền""",
        thing="""xe tiêm | giường bệnh | cọc truyền dịch | tủ thuốc trực | đèn soi da | máy hút dịch |
            ghế lấy mẫu | hộp vận chuyển mẫu | nồi hấp dụng cụ | xe đẩy đồ vải | bàn thay băng |
            khay dụng cụ tiểu phẫu | máy xông khí dung | tủ bảo quản vắc xin | đai cố định người bệnh |
            giá phơi dây thở | xe cấp phát thuốc | ghế tập phục hồi | bộ chuông gọi điều dưỡng |
            tủ sấy dụng cụ | cáng chuyển người bệnh""",
        work="""quy trình đón người bệnh | việc bàn giao người bệnh giữa hai ca |
            việc trả kết quả xét nghiệm | việc phát thuốc ngoại trú | việc hẹn tái khám |
            hồ sơ bệnh án ngoại trú | việc theo dõi đường huyết | quy trình rửa tay thường quy |
            việc chia suất ăn bệnh lý | việc tư vấn trước ra viện | việc gọi số khám |
            việc đối chiếu tủ trực | phiếu theo dõi chăm sóc | việc phân loại cấp cứu |
            việc xử lý dụng cụ | việc hướng dẫn tập tại giường""",
        spot="""khoa Nội {number} | khoa Ngoại | khoa Nhi | khoa Khám bệnh | khoa Cấp cứu |
            khoa Xét nghiệm | khoa Dược | khoa Phục hồi chức năng | phòng Điều dưỡng | khoa Sản |
            khoa Chẩn đoán hình ảnh | khoa Kiểm soát nhiễm khuẩn | phòng tiêm {number} | khoa Hồi sức |
            khoa Mắt""",
        people="điều dưỡng | bác sĩ | hộ sinh | kỹ thuật viên | nhân viên tiếp đón | dược sĩ | hộ lý",
        goods="lượt khám | mẫu xét nghiệm | lượt tiêm | người bệnh | đơn thuốc | lượt chăm sóc | bộ dụng cụ",
        job="""Điều dưỡng | Điều dưỡng trưởng khoa | Bác sĩ điều trị | Kỹ thuật viên xét nghiệm |
            Hộ sinh | Dược sĩ | Phó trưởng khoa | Nhân viên công tác xã hội |
            Kỹ thuật viên vật lý trị liệu | Hộ lý | Kỹ sư thiết bị y tế""",
        tag="""điều dưỡng | người bệnh | xét nghiệm | chống nhiễm khuẩn | thời gian chờ |
            an toàn người bệnh | phục hồi chức năng | tủ trực | dinh dưỡng | bệnh án""",
    ),
    branch(
        13,
        True,
        "giáo dục | đào tạo | trường",
        org="""Trường Tiểu học | Trường THCS | Trường Mầm non | Trường THPT | Trường Cao đẳng nghề |
            Trung tâm Giáo dục nghề nghiệp | Trường Trung cấp | Khoa Cơ khí Trường Đại học""",
        thing="""bàn thực hành điện | bộ thí nghiệm quang học | bảng phụ xoay | kệ sách lớp học |
            mô hình động cơ | góc chơi ngoài trời | máy chiếu lớp học | tủ đựng hóa chất thí nghiệm |
            bếp ăn bán trú | giá phơi khăn | bàn học nhóm | cột bóng rổ | bộ chữ ghép |
            hệ thống tưới vườn trường | xe chia cơm | bảng tương tác | kính hiển vi | loa phát thanh |
            bộ lắp ráp rô bốt | thùng phân loại rác lớp học""",
        work="""việc kiểm tra đầu giờ | việc giao bài tập về nhà | sổ liên lạc | kế hoạch dự giờ |
            việc chấm bài viết | giờ sinh hoạt lớp | việc đón trả trẻ | việc ra đề theo ma trận |
            lịch dùng phòng bộ môn | việc phụ đạo học sinh yếu | hồ sơ chuyên môn | việc rèn chữ lớp 1 |
            tiết đọc thư viện | việc dạy trực tuyến | việc theo dõi bữa ăn bán trú | buổi họp phụ huynh |
            việc thực tập xưởng | việc hướng nghiệp""",
        spot="""khối lớp {few} | phòng Tin học {number} | tổ Khoa học tự nhiên | thư viện |
            lớp mẫu giáo {letter} | bếp ăn bán trú | xưởng thực hành {number} | tổ Ngữ văn |
            phòng thí nghiệm {letter} | văn phòng nhà trường | tổ Ngoại ngữ | sân trường khu {letter} |
            lớp {number}{letter} | khoa Cơ bản""",
        people="""giáo viên | học sinh | cô nuôi | học viên | giáo viên chủ nhiệm | phụ huynh |
            nhân viên thư viện""",
        goods="""bài kiểm tra | lượt mượn sách | lượt học sinh | tiết học | suất ăn | phiếu học tập |
            buổi thực hành""",
        job="""Giáo viên | Tổ trưởng chuyên môn | Giáo viên chủ nhiệm | Nhân viên thư viện |
            Phó Hiệu trưởng | Giảng viên | Giáo viên dạy nghề | Nhân viên nuôi dưỡng |
            Nhân viên thiết bị | Tổng phụ trách Đội""",
        tag="""dạy học | học sinh | đồ dùng dạy học | thư viện | bán trú | thí nghiệm | dạy trực tuyến |
            mầm non | kỹ năng sống | đánh giá | thực hành nghề""",
    ),
    branch(
        4,
        False,
        "công nghệ thông tin | chuyển đổi số | thông tin | số hóa",
        org="""Công ty cổ phần Công nghệ | Trung tâm Công nghệ thông tin | Công ty TNHH Phần mềm |
            Công ty cổ phần Viễn thông | Trung tâm Dữ liệu""",
        thing="""máy chủ nội bộ | tủ mạng tầng | bộ phát không dây | máy trạm cũ | cảm biến phòng máy |
            đầu đọc mã vạch | màn hình điều hành | bộ lưu điện | cáp quang trục | máy in dùng chung |
            ki ốt tra cứu | camera đếm lượt""",
        work="""việc sao lưu dữ liệu | việc cấp quyền truy cập | phiếu yêu cầu hỗ trợ |
            việc nhập số liệu báo cáo | quy trình nâng cấp phần mềm | việc đối soát dữ liệu |
            kho tài liệu dùng chung | việc ký số hồ sơ | việc gửi thông báo nội bộ | việc kiểm thử |
            việc quản lý bản quyền | việc theo dõi sự cố mạng""",
        spot="""phòng máy chủ {letter} | tổ Hỗ trợ kỹ thuật | phòng Phát triển {number} |
            trung tâm điều hành | tổ Dữ liệu | phòng Hạ tầng mạng | đội triển khai {number}""",
        people="lập trình viên | nhân viên hỗ trợ | quản trị viên | kỹ thuật viên mạng | nhân viên nhập liệu",
        goods="yêu cầu hỗ trợ | bản ghi | báo cáo | lượt đăng nhập | tệp dữ liệu | phiên làm việc",
        job="""Lập trình viên | Quản trị mạng | Nhân viên hỗ trợ kỹ thuật | Trưởng nhóm dữ liệu |
            Kỹ sư hạ tầng | Nhân viên kiểm thử""",
        tag="""số hóa | sao lưu | dữ liệu dùng chung | mã QR | ký số | an toàn thông tin | tự động hóa |
            báo cáo""",
    ),
    branch(
        5,
        True,
        "hành chính | dịch vụ công | viên chức | cơ quan | sự nghiệp",
        org="""Văn phòng Sở | Trung tâm Phục vụ hành chính | Ban Quản lý dự án | Chi cục Thống kê |
            Thư viện | Bảo tàng | Trung tâm Lưu trữ | Trung tâm Văn hóa""",
        thing="""tủ hồ sơ một cửa | giá lưu trữ | máy lấy số thứ tự | bàn tiếp công dân |
            máy quét tài liệu | bảng niêm yết | hộp hồ sơ | phòng họp không giấy | xe chuyển hồ sơ |
            kệ trưng bày | màn hình tra cứu | cổng sân cơ quan""",
        work="""việc tiếp nhận hồ sơ một cửa | việc luân chuyển công văn | lịch tuần cơ quan |
            việc trả kết quả | báo cáo tháng | việc chỉnh lý tài liệu | việc trả lời kiến nghị |
            hồ sơ thanh toán | việc họp giao ban | việc quản lý xe công | việc mượn đọc tài liệu |
            quy trình thẩm định | việc đặt phòng họp""",
        spot="""bộ phận một cửa | phòng Hành chính | phòng Tổng hợp | kho lưu trữ {letter} |
            phòng Kế toán | tổ Văn thư | phòng Nghiệp vụ {number} | phòng đọc {letter} | phòng Kế hoạch""",
        people="cán bộ một cửa | chuyên viên | văn thư | viên chức | người dân | kế toán viên",
        goods="hồ sơ | công văn | lượt người dân | tờ trình | hộp tài liệu | văn bản đến",
        job="""Chuyên viên | Văn thư | Chánh Văn phòng | Kế toán viên | Lưu trữ viên | Phó Trưởng phòng |
            Cán bộ một cửa | Thủ thư""",
        tag="""một cửa | lưu trữ | không giấy tờ | công văn | rút ngắn thời gian | hồ sơ | tra cứu |
            họp trực tuyến""",
    ),
    branch(
        3,
        False,
        "thương mại | dịch vụ | du lịch",
        org="""Công ty TNHH Thương mại | Khách sạn | Siêu thị | Công ty cổ phần Du lịch |
            Công ty TNHH Suất ăn | Nhà hàng | Công ty cổ phần Xăng dầu""",
        thing="""quầy thu ngân | kệ trưng bày | tủ mát | xe đẩy buồng phòng | bếp hấp | máy rửa bát |
            biển giá | cột bơm xăng | bàn tiệc | xe giao hàng | máy giặt công nghiệp | thang cuốn |
            lò nướng""",
        work="""việc đặt phòng | việc kiểm hàng hết hạn | thực đơn suất ăn | việc giao ca thu ngân |
            việc chăm sóc khách | việc dọn buồng | việc nhập hàng | việc giao hàng chặng cuối |
            việc xử lý phàn nàn | việc xếp bàn tiệc""",
        spot="""quầy lễ tân | gian hàng {letter} | bếp trung tâm | tổ buồng phòng {number} |
            kho lạnh {letter} | cửa hàng số {number} | tổ giao hàng {number} | nhà ăn {letter}""",
        people="""nhân viên bán hàng | thu ngân | nhân viên buồng phòng | đầu bếp | nhân viên giao hàng |
            lễ tân""",
        goods="lượt khách | suất ăn | đơn hàng | phòng nghỉ | hóa đơn | mặt hàng",
        job="""Thu ngân | Bếp trưởng | Nhân viên buồng phòng | Cửa hàng trưởng | Lễ tân |
            Nhân viên giao hàng | Giám sát ca | Thủ kho""",
        tag="""phục vụ khách | suất ăn | kho lạnh | bán hàng | buồng phòng | giao hàng | giảm lãng phí |
            vệ sinh thực phẩm""",
    ),
)  # fmt: skip

# Matters that arise in every unit: an innovation's kind may point to them, whatever the unit's branch.
MATTERS = (
    branch(
        0, True, "công đoàn",
        org="Nhà văn hóa",
        thing="""tủ sách công nhân | bảng tin công đoàn | góc nghỉ giữa ca | phòng vắt sữa |
            máy lọc nước nhà ăn | tủ đồ dùng chung | ghế nghỉ ca đêm | hộp thư góp ý |
            vườn rau đoàn viên | gian hàng giá gốc""",
        work="""việc thăm hỏi đoàn viên ốm đau | việc đối thoại tại nơi làm việc | quỹ tương trợ |
            việc thu đoàn phí | việc lấy ý kiến bữa ăn ca | buổi sinh hoạt tổ công đoàn |
            việc đăng ký sáng kiến | hồ sơ đoàn viên | việc trao quà Tết | việc giới thiệu đoàn viên mới |
            việc tư vấn pháp luật | lịch hội thao | việc gửi con dịp hè | thỏa ước lao động tập thể""",
        spot="""tổ công đoàn {number} | nhà ăn ca {letter} | văn phòng công đoàn | khu nhà trọ {letter} |
            công đoàn bộ phận {number} | ban nữ công | câu lạc bộ công nhân""",
        people="đoàn viên | công nhân | nữ công nhân | tổ trưởng công đoàn | công nhân ở trọ",
        goods="suất quà | lượt đoàn viên | ý kiến góp ý | phiếu khảo sát | lượt thăm hỏi",
        job="""Chủ tịch công đoàn cơ sở | Ủy viên ban chấp hành | Tổ trưởng công đoàn |
            Trưởng ban nữ công | Phó Chủ tịch công đoàn cơ sở | Cán bộ công đoàn""",
        tag="""đoàn viên | chăm lo đời sống | đối thoại | bữa ăn ca | nữ công | quỹ tương trợ | nhà trọ |
            hội thao""",
    ),
    branch(
        0, True, "phòng chống dịch | phòng dịch | dịch bệnh | đại dịch",
        org="Trạm Y tế",
        thing="""bồn rửa tay | vách ngăn bàn ăn | buồng khử khuẩn | bình phun khử khuẩn |
            cổng đo thân nhiệt | thùng chứa khẩu trang thải | tủ sấy khẩu trang | giá để nước sát khuẩn |
            xe đưa cơm khu cách ly | lều lấy mẫu | quạt thông gió phòng họp | tấm chắn quầy tiếp đón |
            hộp đựng đồ cá nhân""",
        work="""việc khai báo y tế đầu ca | việc phân luồng giờ ăn ca | phương án ba tại chỗ |
            việc truy vết tiếp xúc | lịch xét nghiệm định kỳ | việc đưa đón công nhân |
            việc giao nhận hàng không tiếp xúc | việc chăm sóc người cách ly | việc họp trực tuyến |
            việc phát túi thuốc | việc nhận thực phẩm vùng phong tỏa | lịch tiêm vắc xin""",
        spot="""cổng ra vào {number} | nhà ăn ca {letter} | khu lưu trú {letter} |
            chốt kiểm soát {number} | phòng y tế | khu cách ly tạm {letter} | phòng họp {number} |
            xe đưa đón số {number}""",
        people="công nhân | bảo vệ | nhân viên y tế | tổ an toàn phòng dịch | lái xe | nhân viên nhà ăn",
        goods="lượt ra vào | suất ăn | mẫu xét nghiệm | tờ khai | túi thuốc | lượt đo thân nhiệt",
        job="""Nhân viên y tế cơ quan | Tổ trưởng tổ an toàn phòng dịch | Đội trưởng bảo vệ |
            Nhân viên hành chính | Phụ trách nhà ăn | Cán bộ nhân sự""",
        tag="""phòng dịch | khử khuẩn | phân luồng | xét nghiệm | ba tại chỗ | giãn cách | khai báo y tế |
            rửa tay""",
    ),
)  # fmt: skip
