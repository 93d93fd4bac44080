"""Open a file by what it holds, not by what it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

from relinsight.sources.columnar import read_parquet
from relinsight.sources.encodings import opened
from relinsight.sources.json_files import read_json
from relinsight.sources.profile import FilePart
from relinsight.sources.refusal import UNREADABLE, ImportRefused, cut_short
from relinsight.sources.sheet import Sheet
from relinsight.sources.text_files import TextForm, read_text_file
from relinsight.sources.workbook.reader import read_workbook
from relinsight.words.name import Name
from relinsight.words.text import text

START = 4096
OLE = b"\xd0\xcf\x11\xe0"
STRANGERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{\\rtf",
)
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})
MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table")
JSON_NAMES = (".json", ".jsonl", ".ndjson")


def sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables of a file."""
    return sheets_for(path, FilePart())


def sheets_for(path: Path, form: FilePart) -> tuple[Sheet, ...]:
    """The tables of a file, read as a profile says."""
    try:
        return _sheets(path, form, _start(path))
    except UNREADABLE as error:
        raise ImportRefused(cut_short(path)) from error


def _sheets(path: Path, form: FilePart, start: bytes) -> tuple[Sheet, ...]:
    if start.startswith(b"PAR1"):
        return (read_parquet(path),)
    if start.startswith(OLE) or _is_workbook(path):
        return read_workbook(path, form.sheet, form.header_row)
    if start.startswith(STRANGERS) or b"DUCK" in start[8:12] or _is_binary(start) or _is_markup(start):
        raise ImportRefused(text("{file} is not a table; give CSV, Excel, Parquet or JSON.", file=Name(path.name)))
    if _is_json(path, start):
        return (read_json(path, form.encoding),)
    return (read_text_file(path, TextForm(form.encoding, form.delimiter, form.header_row)),)


def _start(path: Path) -> bytes:
    """The first bytes of a file, unpacked where it is packed."""
    if not path.is_file():
        raise ImportRefused(text("{file} is not there; check the name and the folder.", file=Name(path.name)))
    with opened(path) as file:
        start = file.read(START)
    if not start.strip():
        raise ImportRefused(text("{file} is empty; export it again with a header and rows, or choose another file.", file=Name(path.name)))
    return start


def _is_workbook(path: Path) -> bool:
    return zipfile.is_zipfile(path) or path.suffix.lower() in WORKBOOKS


def _is_json(path: Path, start: bytes) -> bool:
    named = path.name.lower().removesuffix(".gz").endswith(JSON_NAMES)
    opens = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    return named or opens.startswith((b'[{"', b'{"', b"[\n", b"[ {", b"[\r\n"))


def _is_markup(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP)


def _is_binary(start: bytes) -> bool:
    """Bytes that no text has, but for text of two bytes a sign."""
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff")) or min(start[0::2].count(0), start[1::2].count(0)) == 0
    return b"\x00" in start and not wide
