"""Workbooks in other formats than .xlsx: .xls, .xlsb and .ods, by their stored values."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from relinsight.sources.foreign.process import parsed
from relinsight.sources.workbook.compound import check_chains
from relinsight.sources.workbook.grid import GridRow
from relinsight.sources.workbook.layout import Layout, Merged
from relinsight.sources.workbook.package import Tab
from relinsight.sources.workbook.parts import parts_of

PARSER = "relinsight.sources.workbook.parsing"
TAB, ROW = b"{", b"["


def is_older(path: Path) -> bool:
    """Whether a workbook is not an .xlsx."""
    if not zipfile.is_zipfile(path):
        return True
    with parts_of(path) as parts:
        return parts.book is None


class OlderBook:
    """The sheets of such a workbook, as the process that parsed it wrote them down."""

    def __init__(self, path: Path, sheet: str | int | None) -> None:
        check_chains(path)
        self._written = parsed(PARSER, path, sheet=sheet)
        self._places, self._layouts = dict[Tab, int](), dict[Tab, Layout]()
        self._find_tabs()
        self.tabs = tuple(self._places)

    def rows(self, tab: Tab) -> Iterator[GridRow]:
        """The rows of a sheet that hold a text; which are hidden is not told."""
        self._written.seek(self._places[tab])
        for line in takewhile(lambda line: line.startswith(ROW), iter(self._written.readline, b"")):
            number, unformatted, texts = json.loads(line)
            yield GridRow(number, {int(at): said for at, said in texts.items()}, hidden=False, unformatted=unformatted)

    def layout(self, tab: Tab) -> Layout:
        """What a sheet merges over several rows, where its format tells."""
        return self._layouts[tab]

    def _find_tabs(self) -> None:
        """Find each sheet, and where its rows begin."""
        self._written.seek(0)
        for number, line in enumerate(iter(self._written.readline, b"")):
            if line.startswith(TAB):
                said = json.loads(line)
                tab = Tab(said["name"], str(number), said["hidden"])
                self._places[tab] = self._written.tell()
                self._layouts[tab] = Layout(tuple(Merged(*each) for each in said["merged"]))
