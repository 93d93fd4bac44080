"""What a person sees in a cell, from what a workbook stores of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import unescape

from relinsight.sources.digits import unmistakable
from relinsight.sources.workbook.layout import column_number
from relinsight.sources.workbook.package import Package, own_text
from relinsight.sources.workbook.plain_rows import PlainCell
from relinsight.sources.workbook.shown import is_as_stored, shown

YES_OR_NO = {"1": "true", "0": "false"}
MOST_COLUMNS = 16_384
MOST_KEPT = 1 << 17
ENTITIES = {"&quot;": '"', "&apos;": "'"}
AS_STORED = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9]")  # figures that show as they are kept


def number_shown(package: Package, value: str, style: int) -> str:
    """The text of a number under the format of its style."""
    format_ = package.formats[style] if 0 <= style < len(package.formats) else "General"
    return unmistakable(shown(value, format_, package.first_day))


class CellTexts:
    """The texts of cells of one workbook; a number that comes again under the same format is written once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._numbers: dict[tuple[str, str], str] = {}
        as_stored = [str(style) for style, format_ in enumerate(package.formats) if is_as_stored(format_)]
        self._as_stored = frozenset([*as_stored, *([""] if "0" in as_stored or not package.formats else [])])

    def of(self, cells: Sequence[PlainCell]) -> dict[int, str]:
        """The texts of a row by column, without those that are blank."""
        texts: dict[int, str] = {}
        for letters, style, kind, value, own in cells:
            said = self._said(style, kind, value, own)
            if said and not said.isspace() and (at := column_number(letters)) < MOST_COLUMNS:
                texts[at] = said
        return texts

    def _said(self, style: str, kind: str, value: str, own: str) -> str:
        if kind == "s":
            return self._package.text(int(value)) if value else ""
        if kind in ("", "n"):
            return self._number(style, value)
        if kind == "b":
            return YES_OR_NO.get(value, value)
        return _unescaped(value) if value or kind != "inlineStr" else own_text(_unescaped(own))

    def _number(self, style: str, value: str) -> str:
        if style in self._as_stored and AS_STORED.fullmatch(value):
            return unmistakable(value) if value[-4:-3] == "." else value
        said = self._numbers.get((style, value))
        if said is None:
            said = number_shown(self._package, value, int(style or 0)) if value else ""
            if len(self._numbers) < MOST_KEPT:
                self._numbers[style, value] = said
        return said


def _unescaped(written: str) -> str:
    return unescape(written, ENTITIES) if "&" in written else written
