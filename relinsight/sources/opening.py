"""Open a file by what it holds, not by what it is called."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from relinsight.sources.address_books.reader import read_cards
from relinsight.sources.archives import Arrived
from relinsight.sources.calendars.reader import read_calendar
from relinsight.sources.circumstances import BEFORE_ALL, Circumstances
from relinsight.sources.citizen_numbers import shielded
from relinsight.sources.content_lines import in_utf8
from relinsight.sources.encodings import MARKS, check_encoding, is_packed, opened, without_mark
from relinsight.sources.json_files import read_json
from relinsight.sources.parquet.reader import read_parquet
from relinsight.sources.profile import FilePart
from relinsight.sources.refusal import UNREADABLE, ImportRefused, archive, cut_short, empty
from relinsight.sources.sheet import Sheet
from relinsight.sources.text_files import TextFormat, read_text_file
from relinsight.sources.workbook.reader import read_workbook
from relinsight.words.name import Name
from relinsight.words.text import Text, text

START = 4096
MOST_COLUMNS = 2_000
NO_TEXT = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})
SLIPS, MOST_STRANGE = 8, 20
WORKBOOKS = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"PK\x05\x06")
TAR, TAR_AT = b"ustar", 257
STRANGERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format",
    b"\x7fELF",
    b"Rar!",
    b"\x28\xb5\x2f\xfd",
    b"\x04\x22\x4d\x18",
    b"7z\xbc\xaf",
    b"{\\rtf",
)
MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<!--", b"<meta", b"<head", b"<body", b"<style", b"<div", b"mime-version:")
CALENDARS, CARDS = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT"), b"BEGIN:VCARD"
JSON_NAMES = (".json", ".jsonl", ".ndjson")


def sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables of a file."""
    return sheets_for(path, FilePart())


def sheets_for(path: Path, part: FilePart, circumstances: Circumstances = BEFORE_ALL) -> tuple[Sheet, ...]:
    """The tables of a file, read as a profile says; a calendar up to a day."""
    check_encoding(part.encoding)
    try:
        return tuple(map(shielded, _within_bounds(_sheets(path, part, _start(path), circumstances))))
    except PermissionError as error:
        raise ImportRefused(
            text("{file} may not be read by you; ask for the right to read it, or copy it.", file=Name(path.name))
        ) from error
    except UnicodeError as error:
        raise ImportRefused(
            text(
                "{file} is not written in {encoding}; name another in the profile.",
                file=Name(path.name),
                encoding=Name(part.encoding or ""),
            )
        ) from error
    except UNREADABLE as error:
        raise ImportRefused(cut_short(path)) from error


def sheets_of(file: Arrived, part: FilePart, circumstances: Circumstances) -> tuple[Sheet, ...]:
    """The tables of a file; every sentence about it calls it as it is told."""
    try:
        first, *others = sheets_for(file.path, part, circumstances)
    except ImportRefused as refused:
        raise ImportRefused(_as_told(refused.reason, file)) from refused
    return (_told_as(first, file, file.remarks), *(_told_as(sheet, file) for sheet in others))


def _told_as(sheet: Sheet, file: Arrived, remarks: tuple[Text, ...] = ()) -> Sheet:
    return replace(
        sheet,
        told_as=file.told,
        choices=tuple(_as_told(said, file) for said in sheet.choices),
        warnings=lambda: (*remarks, *(_as_told(said, file) for said in sheet.warnings())),
    )


def _as_told(said: Text, file: Arrived) -> Text:
    """A sentence that calls a file by its bare name, alone or with a sheet behind it."""
    named = re.compile(rf"{re.escape(file.path.name)}(?= \(|$)")
    return said.with_values(
        **{
            key: Name(named.sub(lambda _: file.told, value, count=1)) if isinstance(value, Name) and named.match(value) else value
            for key, value in said.values
        }
    )


def told_apart(paths: Collection[Path]) -> dict[Path, str]:
    """How each of these files is told: by its name, with as many folders above it as it takes to tell it from the others."""
    return {path: _told(path, set(paths) - {path}) for path in paths}


def _told(path: Path, others: Collection[Path]) -> str:
    ends = (path.parts[-deep:] for deep in range(1, len(path.parts)))
    return "/".join(next((end for end in ends if not any(other.parts[-len(end) :] == end for other in others)), path.parts))


def no_table(path: Path) -> ImportRefused:
    """Why a file of another kind is not read."""
    return ImportRefused(
        text("{file} is not a table; give CSV, Excel, Parquet, JSON, a calendar (.ics) or address cards (.vcf).", file=Name(path.name))
    )


def _sheets(path: Path, part: FilePart, start: bytes, circumstances: Circumstances) -> tuple[Sheet, ...]:
    if start.startswith((b"PAR1", *WORKBOOKS)) and is_packed(path):
        raise ImportRefused(archive(path))
    if start.startswith(b"PAR1"):
        return (read_parquet(path),)
    if start.startswith(WORKBOOKS):
        return read_workbook(path, part.sheet, part.header_row)
    if start.startswith(STRANGERS) or b"DUCK" in start[8:12] or start.startswith(TAR, TAR_AT) or _is_binary(start) or _is_markup(start):
        raise no_table(path)
    opens = _opens(start, part.encoding)
    if opens.startswith(CALENDARS):
        return (read_calendar(path, circumstances, part.encoding),)
    if opens.startswith(CARDS):
        return read_cards(path, part.encoding)
    if _is_json(path, start):
        return (read_json(path, part.encoding),)
    return (read_text_file(path, TextFormat(part.encoding, part.delimiter, part.header_row)),)


def _within_bounds(found: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    widest = max(found, key=lambda sheet: len(sheet.header))
    if len(widest.header) > MOST_COLUMNS:
        raise ImportRefused(
            text(
                "{file} has {n} columns, more than the {most} that are read; take out those that are empty.",
                file=widest.called,
                n=len(widest.header),
                most=MOST_COLUMNS,
            )
        )
    return found


def _start(path: Path) -> bytes:
    """The first bytes of a file, unpacked where it is packed."""
    if path.exists() and not path.is_file():
        raise ImportRefused(text("{file} is no file but a folder or something else; name the file itself.", file=Name(path.name)))
    if not path.is_file():
        raise ImportRefused(text("{file} is not there; check the name and the folder.", file=Name(path.name)))
    with opened(path) as file:
        start = file.read(START)
    if not _content(start):
        raise ImportRefused(empty(path))
    return start


def _content(start: bytes) -> bytes:
    """The bytes without a mark before them and without the blanks and zeros around them."""
    mark = next((mark for mark, _ in MARKS if start.startswith(mark)), b"")
    return start.removeprefix(mark).strip(b" \t\r\n\x00")


def _opens(start: bytes, letters: str | None) -> bytes:
    """How the text of a file opens, in capitals."""
    return in_utf8(start, letters).replace(b"\x00", b"").lstrip().upper()


def _is_json(path: Path, start: bytes) -> bool:
    named = path.name.lower().removesuffix(".gz").endswith(JSON_NAMES)
    opens = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    return named or opens.startswith((b'[{"', b'{"', b"[\n", b"[ {", b"[\r\n"))


def _is_markup(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP)


def _is_binary(start: bytes) -> bool:
    """More bytes that no text has than a slip would leave, but for text of two or four bytes a sign."""
    if any(start.startswith(mark) for mark, _ in MARKS) or without_mark(start):
        return False
    text = start.rstrip(b"\x00")
    strange = len(text) - len(text.translate(None, NO_TEXT))
    return strange > SLIPS and MOST_STRANGE * strange > len(text)
