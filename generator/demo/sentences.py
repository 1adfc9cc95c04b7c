"""Templates of titles, summaries and descriptions that suit things and ways of working alike.

A slot that the entry sets (object, spot, means, people, goods, crew, before, after) stays the same all
through it; other slots are drawn anew. Sentences that start with a slot are capitalised afterwards.
"""

from generator.demo.words import Table, even, lines

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
        """Đưa {means} vào {object} ở {spot}, thay cho cách làm cũ vừa chậm vừa phụ thuộc tay nghề. {Effect}.
        {crew} cùng {people} của {spot} làm {means}, kết hợp {means2} để {goal}. {Effect}.
        Nhờ {means}, {people} ở {spot} không còn phải chờ khi có sự cố. {Effect}, chi phí ban đầu chỉ {money}.
        Từ khó khăn của {object}, {spot} tự làm {means} bằng vật tư có sẵn. Sau {few} tháng, {effect}.
        Gắn {means} với {object}, chia lại việc giữa hai ca và treo hướng dẫn tại chỗ. {Effect}.
        Cách làm gồm {few} bước, lấy {means} làm trung tâm, áp dụng cho {tens} {people}. {Effect}.
        {spot} thử {means} trong {few} tuần rồi dùng hẳn. {Effect}; {effect2}.
        Thay vì thêm người, {crew} dùng {means2} cùng {means} để {goal} và {goal2}. {Effect}.
        Xuất phát từ góp ý của {people}, {means} được làm và chỉnh ngay tại {spot}. {Effect}.
        {object} nay có {means}, ai cũng thấy tình trạng ngay từ xa. {Effect}, {people} đỡ vất vả hơn."""
    ),
    "effect": lines(
        """thời gian mỗi lượt giảm {drop_minutes}
        số lần phải làm lại mỗi tháng giảm {drop}
        tỷ lệ sai sót giảm {drop_percent}
        mỗi tháng bớt được {tens} giờ công
        thời gian chờ giảm {drop_minutes}
        số lượt hỏng giữa ca giảm {drop}
        mỗi ca làm thêm được {tens} {goods}
        số {goods} tồn cuối ngày giảm {drop}
        lượng vật tư bỏ đi giảm khoảng {percent}
        số ý kiến phàn nàn trong tháng giảm {drop}
        người mới làm được việc sau {few} ngày thay vì {weeks} ngày
        tỷ lệ phải kiểm tra lại giảm {drop_percent}"""
    ),
    "novelty": lines(
        """Trong đơn vị trước đây chưa ai dùng {means} cho {object}.
        Điểm mới là kết hợp {means} với {means2}, không phải mua thiết bị mới.
        Lần đầu {spot} có cách {goal} mà không cần thêm người.
        {people} tự làm và tự chỉnh được {means}, không phụ thuộc bên ngoài.
        Cách làm cũ chỉ xử lý khi đã hỏng; nay nhờ {means} mà biết trước để phòng ngừa.
        Tận dụng những gì có sẵn ở {spot} nên bộ phận nào cũng làm theo được.
        Chuyển từ nhắc nhở bằng lời sang {means}, nhìn là biết đúng hay sai."""
    ),
    "social": lines(
        """{people} bớt mệt và yên tâm hơn khi làm việc; không khí trong tổ vui hơn
        Người đến liên hệ với {spot} không phải chờ lâu và ít phải quay lại
        Giảm nguy cơ tai nạn, {tens} {people} được hưởng lợi trực tiếp
        Góp phần giữ môi trường sạch, bớt {percent} lượng rác phát sinh tại {spot}
        Anh chị em tin rằng góp ý của mình được lắng nghe, phong trào thi đua sôi nổi hơn
        {people} có thêm thời gian cho gia đình vì ít phải ở lại ngoài giờ
        Cách làm dễ hiểu, {few} đơn vị bạn đã đến xem và làm theo
        Người cao tuổi và người mới đều dùng được, không ai bị bỏ lại phía sau"""
    ),
    "open": lines(
        """{spot} có {tens} {people}, mỗi ngày xử lý khoảng {hundreds} {goods}.
        Từ {before}, lượng {goods} qua {spot} tăng {percent} trong khi số {people} không đổi.
        Mỗi tháng {spot} nhận khoảng {hundreds} {goods}, quá nửa dồn vào tuần cuối.
        Ở {spot}, {object} là khâu mà mọi {goods} đều phải đi qua.
        Qua theo dõi trong {before}, {crew} nhận thấy {object} là chỗ nghẽn lớn nhất của {spot}.
        {spot} làm việc theo ca kíp, {few} ngày trong tuần có việc gấp.
        Nhiều năm nay {object} ở {spot} vẫn giữ cách làm cũ.
        Đầu năm, đơn vị giao {spot} nâng số {goods} thêm {percent} mà không thêm kinh phí.
        {people} ở {spot} phần lớn là người trẻ, vào nghề chưa đến {few} năm.
        Khi rà soát công việc của {spot}, tổ ghi được {tens} điểm bất hợp lý, đứng đầu là {object}.
        Sau đợt cao điểm {before}, {people} ở {spot} đều mong thay đổi cách làm với {object}.
        Mặt bằng của {spot} hẹp, {tens} {people} làm chung một lối đi.
        Chỉ tính riêng {spot}, mỗi tuần đã có {hundreds} {goods} liên quan đến {object}.
        Trong cuộc họp tổ cuối {before}, {object} được nhắc đến nhiều nhất."""
    ),
    "cost": lines(
        """Tính ra mỗi tháng mất chừng {tens} giờ công, tương đương {money}.
        Có tuần {people} phải ở lại thêm {few} buổi mới xong việc.
        Đơn vị từng thuê ngoài, báo giá {millions}, nên chưa làm được.
        Hệ quả là {tens} {goods} bị chậm, có lần phải xin lỗi khách.
        Trong {before} đã có {few} lần suýt xảy ra sự cố, may mà phát hiện kịp.
        Riêng tiền vật tư bù vào mỗi quý đã là {money}.
        Tỷ lệ phải làm lại lên tới {percent}, gấp đôi so với bộ phận bên cạnh.
        Người mới thường mất {tens} ngày mới quen, nhiều người nản.
        Khi việc dồn lại, cả bộ phận phía sau phải chờ {minutes}.
        Những hôm cao điểm, {people} bỏ cả giờ nghỉ mà vẫn không kịp.
        Cán bộ quản lý mất gần {few} giờ một tuần chỉ để giải thích và phân lại việc.
        Số liệu này được ghi liên tục trong {few} tuần nên {crew} khá tin cậy."""
    ),
    "need": lines(
        """Yêu cầu đặt ra là {goal} nhưng không được tăng chi phí.
        {crew} chọn hướng làm nhỏ, làm nhanh, sai thì sửa.
        Mục tiêu ban đầu chỉ là {goal}, sau mới tính đến {goal2}.
        Vì vậy cần một cách đơn giản để {people} tự làm được.
        Ý tưởng nảy ra khi {crew} xem cách làm của một bộ phận khác.
        Sau {few} buổi trao đổi, mọi người thống nhất dùng {means}."""
    ),
    "intro": lines(
        """{crew} làm lần lượt các việc sau:
        Cách làm dựa trên {means}, gồm các bước:
        Lấy {means} làm chính, {means2} để hỗ trợ:
        Việc thực hiện kéo dài {few} tuần, chia thành các phần:
        Giải pháp có mấy điểm chính như sau:
        Trên cơ sở góp ý của {people}, nội dung thực hiện gồm:
        Toàn bộ do {spot} tự làm, theo thứ tự:
        Có những thay đổi cụ thể sau đây:"""
    ),
    "result": lines(
        """Sau {few} tháng áp dụng từ {after}, {effect}, {effect2}.
        So với trước, {effect}; cùng lúc đó {effect2}.
        Theo sổ theo dõi của {spot}, {effect}.
        Kết quả {few} tuần đầu: {effect}, {effect2}.
        Đo {tens} lần ngẫu nhiên ở cả hai ca cho thấy {effect}.
        Đến nay {spot} đã xử lý hơn {hundreds} {goods} theo cách mới, {effect}.
        Ngay tháng đầu tiên, {effect}; sang tháng thứ hai kết quả vẫn giữ được.
        Phòng Kế toán đối chiếu và xác nhận {effect}, {effect2}."""
    ),
    "second": lines(
        """{people} bớt phải làm thêm giờ, tổ trưởng cũng nhàn hơn.
        Hỏi {tens} {people} thì {percent} cho rằng việc nhẹ đi rõ rệt.
        Trong suốt thời gian đó không xảy ra sự cố nào ở {spot}.
        Số tiền tiết kiệm mỗi quý vào khoảng {millions}, chưa kể công đi lại.
        Phần thời gian dôi ra được dùng để kèm người mới.
        Cũng có {few} lần trục trặc nhỏ trong tuần đầu, đã chỉnh xong.
        Điều được nhất là {goal}, việc mà trước đây chỉ trông vào kinh nghiệm.
        Chất lượng {goods} đều hơn giữa ca ngày và ca đêm.
        Chi phí bỏ ra thu lại sau {few} tháng.
        Nhờ {means}, ai vắng thì người khác thay được ngay."""
    ),
    "spread": lines(
        """Đơn vị đã cho làm thêm {few} bộ ở các bộ phận khác.
        {crew} sẵn sàng chia sẻ cách làm cho đơn vị bạn.
        Quý tới, {spot} sẽ thử thêm với {means2}.
        Cách làm đã được đưa vào quy định nội bộ.
        {few} tổ khác đã đến xem, hai nơi bắt đầu làm theo.
        Hạn chế còn lại là chưa dùng được khi {goods} tăng quá {percent}.
        Nếu nhân ra toàn đơn vị, ước tính lợi thêm {millions} mỗi năm.
        Tài liệu hướng dẫn dài hai trang, ai cần đều có thể xin bản chụp.
        Bước tiếp theo là {goal2}, dự kiến làm trong {few} tháng."""
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
