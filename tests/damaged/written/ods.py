"""A spreadsheet of LibreOffice put together by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style", "config")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>'
)


def said(text: str) -> str:
    """A cell with a text in it."""
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def value(kind: str, name: str, written: str, shown: str = "") -> str:
    """A cell with a number, a day or a yes in it, and what the screen shows."""
    return f'<table:table-cell office:value-type="{kind}" office:{name}="{written}"><text:p>{shown or written}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells as XML."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def texts(*cells: str) -> str:
    """A row of texts."""
    return row(*map(said, cells))


def book(*rows: str, name: str = "Blad1") -> bytes:
    """A spreadsheet with one sheet."""
    table = f'<table:table table:name="{name}">{"".join(rows)}</table:table>'
    content = f"<office:document-content {SPACES}><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in {"mimetype": KIND, "content.xml": content, "META-INF/manifest.xml": MANIFEST}.items():
            file.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), text)
    return target.getvalue()


def spreadsheet(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as a spreadsheet of texts."""
    return book(texts(*header), *(texts(*each) for each in rows))
