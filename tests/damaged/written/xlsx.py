"""An .xlsx workbook put together by hand, so that each of its parts can be damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)


@dataclass(frozen=True)
class Tab:
    """A sheet: its name, the XML of its rows, and what stands in the workbook about it."""

    name: str
    rows: str
    more: str = ""
    state: str = "visible"


@dataclass(frozen=True)
class Book:
    """What a workbook holds beside its sheets, and which parts are written otherwise, or not."""

    tabs: Sequence[Tab]
    formats: Sequence[str] = ()
    texts: Sequence[str] | None = None
    properties: str = ""
    parts: Mapping[str, str | bytes | None] = field(default_factory=dict)

    def bytes(self, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", packing) as file:
            for name, content in ({**self._parts(), **self.parts}).items():
                if content is not None:
                    file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, packing)
        return target.getvalue()

    def _parts(self) -> dict[str, str]:
        parts = {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": self._relations(),
            "xl/styles.xml": self._styles(),
        }
        if self.texts is not None:
            parts["xl/sharedStrings.xml"] = f"<sst {MAIN}>{''.join(f'<si>{text}</si>' for text in self.texts)}</sst>"
        sheets = {f"xl/worksheets/sheet{n}.xml": _sheet(tab) for n, tab in enumerate(self.tabs, 1)}
        return parts | sheets

    def _workbook(self) -> str:
        sheets = "".join(
            f'<sheet name="{escape(tab.name)}" sheetId="{n}" state="{tab.state}" r:id="rId{n}"/>' for n, tab in enumerate(self.tabs, 1)
        )
        return f'<workbook {MAIN} xmlns:r="{R}">{self.properties}<sheets>{sheets}</sheets></workbook>'

    def _relations(self) -> str:
        targets = "".join(
            f'<Relationship Id="rId{n}" Type="{R}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(self.tabs) + 1)
        )
        return f'<Relationships xmlns="{RELATIONS}">{targets}</Relationships>'

    def _styles(self) -> str:
        own = "".join(
            f'<numFmt numFmtId="{164 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>' for n, code in enumerate(self.formats)
        )
        styles = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(self.formats)))
        return f'<styleSheet {MAIN}><numFmts>{own}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'


def _sheet(tab: Tab) -> str:
    return f"<worksheet {MAIN}><sheetData>{tab.rows}</sheetData>{tab.more}</worksheet>"


def said(text: str) -> str:
    """A cell with a text in it."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number(figures: str, style: int = 0) -> str:
    """A cell with a number in it, of a style counted from 1; 0 is none."""
    return f'<c s="{style}"><v>{figures}</v></c>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells as XML."""
    return f"<row{more}>{''.join(cells)}</row>"


def texts(*cells: str) -> str:
    """A row of texts; an empty one is a cell without a value."""
    return row(*(said(cell) if cell else "<c/>" for cell in cells))


def book(*rows: str, name: str = "Blad1", **more: object) -> Book:
    """A workbook with one sheet."""
    return Book([Tab(name, "".join(rows))], **more)


def workbook(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as a workbook of texts."""
    return book(texts(*header), *(texts(*each) for each in rows)).bytes()
