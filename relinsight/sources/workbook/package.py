"""The parts of an .xlsx file: its sheets, shared texts and formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from relinsight.sources.encodings import storable
from relinsight.sources.refusal import LONGEST_CELL, ImportRefused, too_long
from relinsight.sources.workbook.parts import Parts, parts_of
from relinsight.sources.workbook.shown import BUILT_IN, FIRST_DAY, FIRST_DAY_1904

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHARED, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Tab:
    """A sheet of a workbook."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Relation:
    """What a part is to the workbook, and where it lies."""

    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """A workbook that is open: where its sheets lie and what its numbers of texts and formats mean."""

    path: Path
    tabs: tuple[Tab, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    first_day: datetime

    def text(self, number: int) -> str:
        """A shared text by its number; none counts from the end."""
        if number < 0:
            raise IndexError(number)
        return self.texts[number]


def opened(path: Path) -> Package:
    """Read everything of a workbook but the cells."""
    with parts_of(path) as parts:
        name = parts.book or "xl/workbook.xml"
        book = ET.fromstring(parts.read(name))
        relations = _relations(parts.read(f"xl/_rels/{posixpath.basename(name)}.rels"))
        tabs = tuple(
            Tab(each.get("name", ""), found.target, each.get("state", "visible") != "visible")
            for each in _all(book, "sheet")
            if (found := relations.get(_relation(each))) and (found.kind == "worksheet" or "worksheets" in found.target)
        )
        texts = _texts(parts, _part(relations, "sharedStrings", SHARED), path)
        styles = _part(relations, "styles", STYLES)
        formats = _formats(parts.read(styles)) if styles in parts else ()
    properties = next(_all(book, "workbookPr"), None)
    later = properties is not None and properties.get("date1904", "0") in {"1", "true"}
    return Package(path, tabs, texts, formats, FIRST_DAY_1904 if later else FIRST_DAY)


def local_name(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def text_of(element: ET.Element) -> str:
    """The text of a cell or shared string: its runs, without how a word is pronounced."""
    parts = (
        node.text or ""
        for child in element
        if local_name(child.tag) in {"t", "r"}
        for node in ([child] if local_name(child.tag) == "t" else child)
        if local_name(node.tag) == "t"
    )
    return own_text("".join(parts))


def own_text(written: str) -> str:
    """A text with the letters in it that a workbook writes as numbers."""
    return storable(WRITTEN.sub(lambda found: chr(int(found.group(1), 16)), written) if "_x" in written else written)


def _relation(sheet: ET.Element) -> str:
    return sheet.get(RELATION) or sheet.get(STRICT_RELATION) or ""


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (each for each in root.iter() if local_name(each.tag) == name)


def _relations(xml: bytes) -> dict[str, Relation]:
    return {
        each.get("Id", ""): Relation(each.get("Type", "").rpartition("/")[2], _inside(each.get("Target", "")))
        for each in ET.fromstring(xml)
    }


def _part(relations: Mapping[str, Relation], kind: str, usual: str) -> str:
    """Where the only part of a kind lies."""
    return next((each.target for each in relations.values() if each.kind == kind), usual)


def _inside(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")


def _texts(parts: Parts, name: str, path: Path) -> tuple[str, ...]:
    if name not in parts:
        return ()
    with parts.open(name) as stream:
        return tuple(_shared(stream, path))


def _shared(stream: IO[bytes], path: Path) -> Iterator[str]:
    for _, element in ET.iterparse(stream):
        if local_name(element.tag) == "si":
            said = text_of(element)
            if len(said) > LONGEST_CELL:
                raise ImportRefused(too_long(path))
            yield said
            element.clear()


def _formats(xml: bytes) -> tuple[str, ...]:
    """The format of each style, by the number that cells carry."""
    root = ET.fromstring(xml)
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in _all(root, "numFmt")}
    styles = next(_all(root, "cellXfs"), None)
    numbers = [int(each.get("numFmtId", "0")) for each in styles] if styles is not None else []
    return tuple(own.get(number) or BUILT_IN.get(number, "General") for number in numbers)
