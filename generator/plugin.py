"""The MkDocs plugin named `sangkien` in mkdocs.yml: the same build, for those who call MkDocs."""

from pathlib import Path

from generator.cli import open_workshop
from generator.flows.build import build
from generator.guides import SitePlugin


class CataloguePlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """Builds the catalogue beside mkdocs.yml."""

    def build_site(self, root: Path, out: Path) -> None:
        with open_workshop(root) as shop:
            build(shop, out)
