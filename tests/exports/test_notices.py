"""Feeds, catalogues for machines, sitemaps and the like, each as a real reader of its format reads it."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import feedparser
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF

from generator.exports.addresses import MOST, sitemaps

SITE = "https://example.org/sang-kien/"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
FEEDS = {"moi-nhat.xml": 4, "don-vi/quan-dong/moi-nhat.xml": 3, "don-vi/nganh-y/moi-nhat.xml": 1}


@pytest.mark.parametrize(("path", "number"), FEEDS.items())
def test_feed_readers_read_feeds(public: Path, nameless: Path, path: str, number: int) -> None:
    for site in (public, nameless):
        headers = {"content-location": SITE + path, "content-type": "application/atom+xml; charset=utf-8"}
        found = feedparser.parse((site / path).read_bytes(), response_headers=headers)
        assert not found.bozo, found.get("bozo_exception")
        assert found.version == "atom10"
        assert found.feed.language == "vi"
        assert len(found.entries) == number
        days = [entry.updated for entry in found.entries]
        assert days == sorted(days, reverse=True)
        assert found.feed.updated == days[0]
        assert len({entry.id for entry in found.entries} | {found.feed.id}) == number + 1
        for entry in found.entries:
            assert entry.link.startswith(SITE)
            assert (site / entry.link.removeprefix(SITE)).is_file()
            assert entry.author.startswith("CĐCS")
            assert entry.summary


def test_feeds_keep_confidential_innovations_to_themselves(public: Path) -> None:
    """A feed tells days, and a confidential innovation's day is not public."""
    for path in FEEDS:
        assert "khung-det-hai-lop" not in (public / path).read_text("utf-8")


def test_identities_do_not_depend_on_the_address(public: Path, nameless: Path) -> None:
    one, other = (feedparser.parse((site / "moi-nhat.xml").read_bytes()) for site in (public, nameless))
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]


def test_the_home_page_names_its_feed(public: Path) -> None:
    assert 'type="application/atom+xml" href="moi-nhat.xml"' in (public / "index.html").read_text("utf-8")


def graph(public: Path) -> rdflib.Graph:
    found = rdflib.Graph()
    found.parse(public / "du-lieu/dcat.jsonld", format="json-ld", publicID=f"{SITE}du-lieu/dcat.jsonld")
    return found


# rdflib still uses its own old graph to read JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_dcat_is_a_catalogue_of_files_that_are_there(public: Path, nameless: Path) -> None:
    for site in (public, nameless):
        found = graph(site)
        (catalogue,) = found.subjects(RDF.type, DCAT.Catalog)
        (data_set,) = found.objects(catalogue, DCAT.dataset)
        assert str(found.value(data_set, DCTERMS.license)).endswith("licenses/by/4.0/")
        assert found.value(data_set, DCTERMS.modified).toPython() == date(2025, 3, 31)
        assert {title.language for title in found.objects(data_set, DCTERMS.title)} == {"vi", "en"}
        downloads = list(found.objects(data_set, DCAT.distribution))
        assert len(downloads) == 10
        for download in downloads:
            address = str(found.value(download, DCAT.downloadURL))
            path = site / address.removeprefix(SITE)
            assert (
                address.startswith(SITE)
                and path.stat().st_size == found.value(download, DCAT.byteSize).toPython()
            )


@pytest.mark.parametrize("page", ["du-lieu/index.html", "en/du-lieu/index.html"])
def test_search_engines_read_the_data_set(public: Path, nameless: Path, page: str) -> None:
    for site in (public, nameless):
        text = (site / page).read_text("utf-8")
        raw = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        data = json.loads(raw)
        assert data["@type"] == "Dataset"
        assert 50 <= len(data["description"]) <= 5000
        for file in data["distribution"]:
            address = urljoin(SITE + page, file["contentUrl"])
            assert (site / address.removeprefix(SITE)).is_file()


def test_sitemaps_name_every_page_that_is_no_list(public: Path) -> None:
    robots = RobotFileParser()
    robots.parse((public / "robots.txt").read_text().splitlines())
    assert robots.can_fetch("*", SITE + "index.html")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]
    index = ElementTree.parse(public / "sitemap.xml").getroot()
    assert index.tag == f"{SITEMAPS}sitemapindex"
    named: list[str] = []
    for place in index.iter(f"{SITEMAPS}loc"):
        found = ElementTree.parse(public / str(place.text).removeprefix(SITE)).getroot()
        assert found.tag == f"{SITEMAPS}urlset"
        named += [str(address.text) for address in found.iter(f"{SITEMAPS}loc")]
    assert len(named) == len(set(named))
    pages = {SITE + path.relative_to(public).as_posix() for path in public.rglob("*.html")}
    assert set(named) <= pages
    missing = {urlsplit(page).path.rpartition("/")[2] for page in pages - set(named)}
    lists = {"2024-11.html", "2024-12.html", "2025-01.html", "2025-03.html", "kin.html"}
    apart = {"404.html", "nganh-y.html", "quan-dong.html"}
    assert missing - lists - apart == {"index.html"}, "files to be corrected, and the whole's widget"


def test_no_sitemap_is_longer_than_allowed() -> None:
    assert MOST == 50_000, "what the protocol allows"
    paths = [f"{n}.html" for n in range(MOST + 1)]
    made = dict(sitemaps(SITE, "a", paths))
    assert list(made) == ["sitemap/a.xml", "sitemap/a-2.xml"]
    counts = [len(list(ElementTree.fromstring(content).iter(f"{SITEMAPS}loc"))) for content in made.values()]
    assert counts == [MOST, 1]
    assert dict(sitemaps(SITE, "a", paths[:-1])).keys() == {"sitemap/a.xml"}
    assert dict(sitemaps(SITE, "a", [])) == {}


def test_without_an_address_there_is_nothing_that_needs_one(nameless: Path) -> None:
    assert not list(nameless.glob("sitemap*"))
    assert not (nameless / "opensearch.xml").exists()
    assert "opensearch" not in (nameless / "index.html").read_text("utf-8")
    robots = RobotFileParser()
    robots.parse((nameless / "robots.txt").read_text().splitlines())
    assert robots.can_fetch("*", "/index.html") and robots.site_maps() is None


def test_browsers_find_the_search(public: Path) -> None:
    head = (public / "tim-kiem/index.html").read_text("utf-8")
    assert '<link rel="search" type="application/opensearchdescription+xml" href="../opensearch.xml"' in head
    root = ElementTree.parse(public / "opensearch.xml").getroot()
    assert root.tag == f"{SEARCH}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{SEARCH}ShortName", "")) <= 16
    template = next(e.get("template") for e in root.iter(f"{SEARCH}Url") if e.get("type") == "text/html")
    assert template == f"{SITE}tim-kiem/index.html?q={{searchTerms}}"
