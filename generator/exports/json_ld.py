"""What search engines read in a page: schema.org as JSON-LD, for an innovation and for the data set.

Both are made for `<script type="application/ld+json">`: data, which a content security policy without
inline scripts lets pass.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.exports import FOLDER, LICENCE_URL, DataFile
from generator.model import Innovation, Programme, Union
from generator.pages.page import Snapshot

_CONTEXT = "https://schema.org"


def innovation(found: Innovation, unions: Mapping[str, Union], programme: Programme) -> str:
    """An innovation for its page, short enough for it. Of a confidential one: title, field, authors, unit.

    Authors are those who consented: a pseudonym is nobody's name.
    """
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        "name": found.title,
        "about": programme.vocabularies["fields"][found.field].name["vi"],
        "sourceOrganization": {"@type": "Organization", "name": unions[found.grassroots_id].name},
        "license": LICENCE_URL,
    }
    named = [{"@type": "Person", "name": a.name} for a in found.authors if not a.pseudonym]
    if named:
        data["author"] = named
    if not found.confidential:
        data["dateCreated"] = found.applied_on.isoformat()
    return in_script(data)


def data_set(snapshot: Snapshot, files: Sequence[DataFile], root: str, language: str) -> str:
    """The data set for the page of open data; `root` leads from that page to the site's root."""
    data, programme = snapshot.programme.data, snapshot.programme
    base = data["site_url"] or root
    downloads = [
        {
            "@type": "DataDownload",
            "name": file.about.get(language),
            "encodingFormat": file.media_type,
            "contentUrl": base + file.path,
            "contentSize": f"{file.size} B",
        }
        for file in files
    ]
    return in_script(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "name": data["site_name"][language],
            "description": f"{data['federation']['name'][language]}. {data['name'][language]}",
            "url": f"{base}{FOLDER}/index.html",
            "inLanguage": "vi",
            "license": LICENCE_URL,
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": data["federation"]["name"][language]},
            "dateModified": snapshot.as_of.isoformat(),
            "temporalCoverage": f"{programme.start.isoformat()}/{programme.end.isoformat()}",
            "distribution": downloads,
        }
    )


def in_script(data: Any) -> str:
    """JSON that ends no script element, whatever texts it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
