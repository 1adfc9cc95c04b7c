"""The search index: static files that a page can search a million innovations with, by plain `fetch`.

What belongs here is the index; the engine that reads it is `site/theme/assets/search-engine.js`, and the page
around that is `search.js`.

**What is found.** A query's words must all be in title, summary, authors, unit or description, whatever their
diacritics (`words`). The last word, while it is being typed, may be the beginning of one; up to three letters
it is looked up in titles, summaries, authors and units only, and anywhere as a whole word.

**In which order.** By score, then newest first (without a date last), then by ID. A word of the query gives
a document the best of what agrees with it there: whether the diacritics agree, whether it stands in the
title (2), in summary, authors or unit (1) or in the description (0), whether the whole word agrees. Where
the query has diacritics they count most and the place next; where it has none, the place counts most.

**Files.** `tim-kiem/index.json` is the manifest, the only file that changes; the others, under
`tim-kiem/data/`, are named by what is in them and can be kept for ever. A query reads the manifest (once),
then in parallel the words and columns it needs, then the cards of the results it shows.

- Manifest: `segments` are [number of documents, place of the upper-level union in `uppers`, folders of
  cards]; documents are numbered through all segments. `cards` says how many cards a file holds, and how
  many files a folder. `uppers` are [ID, name, file of its units]. `kind`, `field`, `phase`, `unit_type`,
  `benefit` hold the IDs that codes stand for. `order`, `kinds`, `fields`, `unit_types`, `benefit_classes`,
  `benefits` are files. `words` are two texts: where files of words begin, in the order of keys and with
  spaces between; and the names of these files, ten characters each.
- Words: key → form → sets of documents, each document in the last that it belongs to. A key of one to three
  letters and `*` stands for all words of names and titles that begin so.
- Sets: for each segment with members `|` and its number, the documents that have the word in the text, `{`
  and those in summary, authors or unit, `}` and those in the title. Each is the gaps between members, or `~`
  and a bitmap (`numbers`).
- Columns: for each segment its documents' codes, one code more than there are IDs for none. `order` has the
  first day; for each run of at most eight documents of one day, their number less one, and eight times the
  days since the run before (documents without a day come first); and runs [phase, length]. In `benefits` 0
  is none, any other number one more than ten times the leading digits plus the number of zeros after them.
- Units: [[ID, name], …] and the codes of each segment of that upper-level union.
- Cards: [ID, title, summary, unit, date, benefit, kind, field].

**How it is built.** `analyse` takes one document, `encode` the documents of one segment (`borders` says
which), `word_files` all segments' words with one first letter (of `word_zones`), `assemble` all segments.
Each result depends on its input alone and can be kept (`zone_state` names that of words): after a change one
analysis, one segment, the words of some letters and the assembly are new.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import tee

from generator.search.columns import codes_of
from generator.search.documents import Analysis, SearchDocument, analyse, document_of
from generator.search.index import MANIFEST, assemble, word_files, word_zones, zone_state
from generator.search.segments import Segment, borders, encode

__all__ = [
    "MANIFEST", "Analysis", "SearchDocument", "Segment", "analyse", "assemble", "borders", "build_index",
    "codes_of", "document_of", "encode", "stream_index", "word_files", "word_zones", "zone_state",
]  # fmt: skip


def build_index(
    documents: Iterable[SearchDocument], labels: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    """The files of the index of `documents`, in any order, as paths below the site's root and contents.

    `labels` holds the IDs of the vocabularies in the programme's order: `kind`, `field`, `phase` and
    `unit_type`.
    """
    return stream_index(sorted(documents, key=lambda document: document.id), labels)


def stream_index(
    documents: Iterable[SearchDocument], labels: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    """As `build_index`, for documents that come in the order of their IDs: few are held at a time."""
    ahead, behind = tee(documents)
    segments, codes = [], codes_of(labels)
    for ids in borders(document.id for document in ahead):
        segment, files = encode((analyse(next(behind)) for _ in ids), codes)
        segments.append(segment)
        yield from files
    words = []
    for zone in word_zones(segments):
        for first, file in word_files(segments, zone):
            words.append((first, file[0]))
            yield file
    yield from assemble(segments, labels, words)
