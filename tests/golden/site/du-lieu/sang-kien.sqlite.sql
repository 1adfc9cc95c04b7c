BEGIN TRANSACTION;
CREATE TABLE "authors" (
  "innovation" TEXT,
  "position" INTEGER,
  "name" TEXT,
  "job" TEXT,
  "share" REAL,
  "credited" INTEGER,
  PRIMARY KEY ("innovation", "position"),
  FOREIGN KEY ("innovation") REFERENCES "innovations" (id)
) WITHOUT ROWID;
INSERT INTO "authors" VALUES('nganh-y/benh-vien-may/khau-trang-vai-mau',1,'Trần Thị Mây','Bác sĩ',40.0,1);
INSERT INTO "authors" VALUES('nganh-y/benh-vien-may/khau-trang-vai-mau',2,'Vũ Văn Gió','Điều dưỡng',60.0,0);
INSERT INTO "authors" VALUES('quan-dong/to-det/khung-det-hai-lop',1,'Tác giả 1','Thợ dệt',100.0,1);
INSERT INTO "authors" VALUES('quan-dong/xuong-moc/bao-goc-ban-go',1,'Lê Văn Mộc','Thợ mộc',50.0,1);
INSERT INTO "authors" VALUES('quan-dong/xuong-moc/bao-goc-ban-go',2,'Tác giả 1','Thợ mộc',50.0,0);
INSERT INTO "authors" VALUES('quan-dong/xuong-moc/so-giao-ca-mot-trang',1,'Tác giả 1','Thợ mộc',100.0,1);
CREATE TABLE "fields" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "fields" VALUES('healthcare','Y tế','Health care');
INSERT INTO "fields" VALUES('production','Sản xuất','Production');
CREATE TABLE "figures" (
  "union" TEXT,
  "phase" TEXT,
  "innovations" INTEGER,
  "target" INTEGER,
  "progress" REAL,
  "authors" INTEGER,
  "members" INTEGER,
  "participation" REAL,
  "benefit_vnd" INTEGER,
  "social_only" INTEGER,
  "support_due_vnd" INTEGER,
  "support_grassroots_vnd" INTEGER,
  PRIMARY KEY ("union", "phase"),
  FOREIGN KEY ("union") REFERENCES "unions" (id)
) WITHOUT ROWID;
INSERT INTO "figures" VALUES('_all','nam-2024',2,4,0.5,2,400,0.005,12500000,1,50000,70000);
INSERT INTO "figures" VALUES('_all','nam-2025',2,40,0.05,2,500,0.004,2400000000,1,0,0);
INSERT INTO "figures" VALUES('_all','total',4,44,0.090909,4,500,0.008,2412500000,2,50000,70000);
INSERT INTO "figures" VALUES('nganh-y','nam-2024',1,2,0.5,1,NULL,NULL,0,1,0,0);
INSERT INTO "figures" VALUES('nganh-y','nam-2025',0,10,0.0,0,NULL,NULL,0,0,0,0);
INSERT INTO "figures" VALUES('nganh-y','total',1,12,0.083333,1,NULL,NULL,0,1,0,0);
INSERT INTO "figures" VALUES('nganh-y/benh-vien-may','nam-2024',1,NULL,NULL,1,NULL,NULL,0,1,0,0);
INSERT INTO "figures" VALUES('nganh-y/benh-vien-may','nam-2025',0,NULL,NULL,0,NULL,NULL,0,0,0,0);
INSERT INTO "figures" VALUES('nganh-y/benh-vien-may','total',1,NULL,NULL,1,NULL,NULL,0,1,0,0);
INSERT INTO "figures" VALUES('quan-dong','nam-2024',1,2,0.5,1,20,0.05,12500000,0,50000,70000);
INSERT INTO "figures" VALUES('quan-dong','nam-2025',2,30,0.066667,2,30,0.066667,2400000000,1,0,0);
INSERT INTO "figures" VALUES('quan-dong','total',3,32,0.09375,3,30,0.1,2412500000,1,50000,70000);
INSERT INTO "figures" VALUES('quan-dong/to-det','nam-2024',0,NULL,NULL,0,NULL,NULL,0,0,0,0);
INSERT INTO "figures" VALUES('quan-dong/to-det','nam-2025',1,NULL,NULL,1,NULL,NULL,2400000000,0,0,0);
INSERT INTO "figures" VALUES('quan-dong/to-det','total',1,NULL,NULL,1,NULL,NULL,2400000000,0,0,0);
INSERT INTO "figures" VALUES('quan-dong/xuong-moc','nam-2024',1,1,1.0,1,4,0.25,12500000,0,50000,70000);
INSERT INTO "figures" VALUES('quan-dong/xuong-moc','nam-2025',1,3,0.333333,1,5,0.2,0,1,0,0);
INSERT INTO "figures" VALUES('quan-dong/xuong-moc','total',2,4,0.5,2,5,0.4,12500000,1,50000,70000);
CREATE TABLE "innovations" (
  "id" TEXT,
  "upper_union" TEXT,
  "grassroots_union" TEXT,
  "phase" TEXT,
  "title" TEXT,
  "kind" TEXT,
  "field" TEXT,
  "summary" TEXT,
  "authors" TEXT,
  "credited_author" TEXT,
  "applied_on" TEXT,
  "applied_trial" INTEGER,
  "applied_where" TEXT,
  "novelty" TEXT,
  "recognition_by" TEXT,
  "recognition_decision" TEXT,
  "recognition_on" TEXT,
  "benefit_money_vnd" INTEGER,
  "benefit_basis" TEXT,
  "benefit_social" TEXT,
  "research_level" TEXT,
  "research_accepted_on" TEXT,
  "research_confirmed_by" TEXT,
  "registration_code" TEXT,
  "registration_submitted_on" TEXT,
  "registration_approved_on" TEXT,
  "report_on" TEXT,
  "report_reference" TEXT,
  "support_grassroots_vnd" INTEGER,
  "confidential" INTEGER,
  "images" TEXT,
  "tags" TEXT,
  "url" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("upper_union") REFERENCES "unions" (id),
  FOREIGN KEY ("grassroots_union") REFERENCES "unions" (id),
  FOREIGN KEY ("phase") REFERENCES "phases" (id),
  FOREIGN KEY ("kind") REFERENCES "kinds" (id),
  FOREIGN KEY ("field") REFERENCES "fields" (id),
  FOREIGN KEY ("recognition_by") REFERENCES "recognisers" (id),
  FOREIGN KEY ("research_level") REFERENCES "research_levels" (id)
) WITHOUT ROWID;
INSERT INTO "innovations" VALUES('nganh-y/benh-vien-may/khau-trang-vai-mau','nganh-y','nganh-y/benh-vien-may','nam-2024','Nghiên cứu khẩu trang vải màu cho người bệnh nhi','research','healthcare','Đề tài thử ba loại vải màu cho khẩu trang trẻ em; loại được chọn giữ được độ lọc sau mười lần giặt.','Trần Thị Mây (Bác sĩ, 40%); Vũ Văn Gió (Điều dưỡng, 60%)','Trần Thị Mây','2024-12-31',NULL,'Khoa Nhi',NULL,'council','31/QĐ','2025-01-20',NULL,NULL,'Trẻ chịu đeo khẩu trang.','city','2024-12-15','Giám đốc',NULL,'2025-02-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/sang-kien/sang-kien/nganh-y/benh-vien-may/khau-trang-vai-mau.html');
INSERT INTO "innovations" VALUES('quan-dong/to-det/khung-det-hai-lop','quan-dong','quan-dong/to-det',NULL,'Khung dệt hai lớp giữ kín công thức',NULL,'production','Khung dệt hai lớp cho vải dày gấp rưỡi mà không tốn thêm sợi ngang, năng suất không đổi.','Tác giả 1 (Thợ dệt, 100%)','Tác giả 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,2400000000,'Chênh lệch giá bán vải trong một năm',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,'https://example.org/sang-kien/sang-kien/quan-dong/to-det/khung-det-hai-lop.html');
INSERT INTO "innovations" VALUES('quan-dong/xuong-moc/bao-goc-ban-go','quan-dong','quan-dong/xuong-moc','nam-2024','Bào góc bàn gỗ bằng dưỡng xoay','technical','production','Dưỡng xoay giữ góc bàn khi bào nên góc nào cũng tròn đều, mỗi bàn bớt năm phút chà nhám.','Lê Văn Mộc (Thợ mộc, 50%); Tác giả 1 (Thợ mộc, 50%)','Lê Văn Mộc','2024-11-01',NULL,'Tổ mộc 1','Lần đầu xưởng dùng dưỡng xoay thay cho kẻ tay.','head','01/QĐ','2024-11-25',12500000,'5 phút × 1.500 bàn × đơn giá giờ công','Ít bụi gỗ hơn.',NULL,NULL,NULL,'SK-1','2024-12-01','2024-12-10','2024-12-20','02/BC',70000,NULL,'https://example.org/sang-kien/sang-kien/quan-dong/xuong-moc/images/duong-xoay.png','gỗ; dưỡng','https://example.org/sang-kien/sang-kien/quan-dong/xuong-moc/bao-goc-ban-go.html');
INSERT INTO "innovations" VALUES('quan-dong/xuong-moc/so-giao-ca-mot-trang','quan-dong','quan-dong/xuong-moc','nam-2025','Sổ giao ca một trang cho tổ mộc','union-activity','production','Một trang giao ca ghi ba việc dở dang và một điều cần tránh, ca sau bắt tay vào việc ngay.','Tác giả 1 (Thợ mộc, 100%)','Tác giả 1','2025-03-31',1,NULL,NULL,'head',NULL,'2025-04-10',NULL,NULL,'Hai ca hiểu nhau hơn.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/sang-kien/sang-kien/quan-dong/xuong-moc/so-giao-ca-mot-trang.html');
CREATE TABLE "kinds" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "kinds" VALUES('research','Đề tài nghiên cứu','Research project');
INSERT INTO "kinds" VALUES('technical','Giải pháp kỹ thuật','Technical solution');
INSERT INTO "kinds" VALUES('union-activity','Hoạt động công đoàn','Union activity');
CREATE TABLE "ownerships" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "ownerships" VALUES('private','Ngoài nhà nước','Private');
INSERT INTO "ownerships" VALUES('state','Nhà nước','State');
CREATE TABLE "phases" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  "from" TEXT,
  "to" TEXT,
  "target" INTEGER,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "phases" VALUES('nam-2024','Năm 2024','Year 2024','2024-11-01','2024-12-31',4);
INSERT INTO "phases" VALUES('nam-2025','Năm 2025','Year 2025','2025-01-01','2025-03-31',40);
CREATE TABLE "recognisers" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "recognisers" VALUES('council','Hội đồng sáng kiến','Innovation Council');
INSERT INTO "recognisers" VALUES('head','Thủ trưởng đơn vị','Head of the unit');
CREATE TABLE "research_levels" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "research_levels" VALUES('city','Cấp tỉnh','Provincial level');
CREATE TABLE "union_types" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "union_types" VALUES('district','Liên đoàn quận','District federation');
INSERT INTO "union_types" VALUES('sector','Công đoàn ngành','Sector union');
CREATE TABLE "unions" (
  "id" TEXT,
  "upper" TEXT,
  "name" TEXT,
  "short_name" TEXT,
  "type" TEXT,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "successor" TEXT,
  "illustrative" INTEGER,
  "source" TEXT,
  "unit_type" TEXT,
  "ownership" TEXT,
  "url" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("upper") REFERENCES "unions" (id),
  FOREIGN KEY ("type") REFERENCES "union_types" (id),
  FOREIGN KEY ("unit_type") REFERENCES "unit_types" (id),
  FOREIGN KEY ("ownership") REFERENCES "ownerships" (id)
) WITHOUT ROWID;
INSERT INTO "unions" VALUES('_all',NULL,'Liên đoàn Lao động tỉnh Mẫu','LĐLĐ tỉnh Mẫu',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/sang-kien/index.html');
INSERT INTO "unions" VALUES('nganh-y',NULL,'Công đoàn ngành Y','CĐ ngành Y','sector',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/sang-kien/don-vi/nganh-y/index.html');
INSERT INTO "unions" VALUES('nganh-y/benh-vien-may','nganh-y','CĐCS Bệnh viện Đám Mây',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'hospital','state','https://example.org/sang-kien/don-vi/nganh-y/benh-vien-may/index.html');
INSERT INTO "unions" VALUES('quan-dong',NULL,'Liên đoàn Lao động quận Đông','LĐLĐ quận Đông','district',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/sang-kien/don-vi/quan-dong/index.html');
INSERT INTO "unions" VALUES('quan-dong/to-det','quan-dong','CĐCS Tổ dệt Bến Nứa','CĐCS Tổ dệt',NULL,NULL,NULL,NULL,NULL,NULL,'enterprise',NULL,'https://example.org/sang-kien/don-vi/quan-dong/to-det/index.html');
INSERT INTO "unions" VALUES('quan-dong/xuong-moc','quan-dong','CĐCS Xưởng mộc Cây Gạo','CĐCS Xưởng mộc',NULL,NULL,NULL,NULL,NULL,NULL,'enterprise','private','https://example.org/sang-kien/don-vi/quan-dong/xuong-moc/index.html');
CREATE TABLE "unit_types" (
  "id" TEXT,
  "name" TEXT,
  "name_en" TEXT,
  PRIMARY KEY ("id")
) WITHOUT ROWID;
INSERT INTO "unit_types" VALUES('enterprise','Doanh nghiệp','Enterprise');
INSERT INTO "unit_types" VALUES('hospital','Bệnh viện','Hospital');
COMMIT;