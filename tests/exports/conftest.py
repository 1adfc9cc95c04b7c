"""A small catalogue with all that open data must take care of, built with an address and without one."""

from pathlib import Path

import pytest

from generator.exports.columns import Sources
from generator.parts.desk import open_desk
from generator.repository import Repository
from generator.store import Store
from tests.catalogues import build_site, golden_catalogue

# Texts that would do harm in a spreadsheet, in XML or in a page, and what must stay in the file.
DANGEROUS = "submissions/quan-dong/xuong-moc/can-keo-nhanh.yml"
SUMMARY = '=1+1 không phải công thức; <b>đậm</b> & "nháy", _x0041_, </script><script>alert(1)</script>'
DANGEROUS_YAML = f"""\
title: Cân keo nhanh cho tổ ghép ván
kind: technical
field: production
summary: '{SUMMARY}'
authors:
  - {{name: Trần Thị Keo, consent_on: 2024-12-24, job: '@ Thợ ghép', share: 30}}
  - {{alias: Tác giả 2, job: Thợ mộc, share: 70}}
  - {{name: Bùi Văn Cân, consent_on: 2024-12-24, job: Tổ trưởng, share: 0.5, lead: true}}
applied: {{on: 2025-01-01, trial: true, where: -Tổ ghép}}
recognition: {{by: council, decision: '+12/QĐ', on: 2025-01-20}}
benefit: {{social: 'Đỡ mỏi tay, đỡ phí keo.'}}
support: {{grassroots_vnd: 0}}
tags: ['@keo', cân]
description: |
  ## Thực trạng

  Keo pha bằng mắt nên khi đặc khi loãng, mỗi mẻ ghép thừa cả bát keo phải bỏ đi rất phí.

  ## Giải pháp

  Cân điện tử đặt cạnh thùng keo, bảng tỷ lệ dán ngay trên nắp thùng.

  ## Hiệu quả

  Mỗi ca bớt được hai cân keo.
""".replace("share: 70", "share: 69.5")
# A reviewer of the golden catalogue.
REVIEWER = "@cong-doan-dong"


def catalogue(folder: Path, address: bool = True) -> Path:
    """A copy of the golden catalogue with the dangerous innovation."""
    root = golden_catalogue(folder)
    (root / DANGEROUS).write_text(DANGEROUS_YAML, "utf-8")
    if not address:
        programme = root / "schema/programme.yml"
        text = programme.read_text("utf-8")
        programme.write_text(
            text.replace("site_url: https://example.org/sang-kien/", "site_url: ''"), "utf-8"
        )
    return root


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue with an address, built."""
    root = catalogue(tmp_path_factory.mktemp("address"))
    built = build_site(root)
    assert not [f for f in built.survey.errors if f.path == DANGEROUS]
    return root


@pytest.fixture(scope="session")
def public(root: Path) -> Path:
    """Its site."""
    return root / "public"


@pytest.fixture(scope="session")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the catalogue without an address."""
    root = catalogue(tmp_path_factory.mktemp("nameless"), address=False)
    build_site(root)
    return root / "public"


@pytest.fixture(scope="session")
def sources(root: Path) -> Sources:
    """What columns come from."""
    repository = Repository(root)
    store = Store(repository.state / "store.sqlite", read_only=True)
    found = open_desk(repository, store).sources
    store.close()
    return found
