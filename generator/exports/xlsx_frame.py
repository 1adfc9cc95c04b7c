"""What stands around the sheets of a workbook: types, relations, names of sheets, formats of cells."""

from collections.abc import Sequence

from generator.exports.xml import HEAD, escaped

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Formats of cells, in the order of _STYLES; 0 is plain.
HEADING, DATE, AMOUNT, WRAPPED = 1, 2, 3, 4


def frame(title: str, sheets: Sequence[str]) -> dict[str, str]:
    """The parts of the package by name, but the sheets themselves: `sheet1.xml` and so on."""
    places = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    named = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1)
    )
    parts = {
        "[Content_Types].xml": _types(places),
        "_rels/.rels": _relations(
            [(f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
             (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escaped(title)}</dc:title><dc:language>vi</dc:language></cp:coreProperties>"
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{NAMESPACE}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            [*((f"{_OFFICE}/worksheet", place) for place in places), (f"{_OFFICE}/styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }  # fmt: skip
    return {name: HEAD + content for name, content in parts.items()}


def _types(places: Sequence[str]) -> str:
    kinds = {
        "xl/workbook.xml": f"{_SHEET_TYPE}.sheet.main",
        "xl/styles.xml": f"{_SHEET_TYPE}.styles",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties",
        **{f"xl/{place}": f"{_SHEET_TYPE}.worksheet" for place in places},
    }
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _format(number: int = 0, font: int = 0, inside: str = "") -> str:
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
        f'applyFont="1" applyAlignment="1">{inside}</xf>'
    )


# 14 and 3 are numbers of the format itself: the reader's own short date, whole numbers in groups of three.
_CELLS = (
    _format(), _format(font=1), _format(14), _format(3),
    _format(inside='<alignment vertical="top" wrapText="1"/>'),
)  # fmt: skip
_STYLES = (
    f'<styleSheet xmlns="{NAMESPACE}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_CELLS)}">{"".join(_CELLS)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
