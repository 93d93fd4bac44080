"""Read text files of rows and cells, whatever their letters and delimiters, without taking them into memory."""

from __future__ import annotations

import csv
import functools
import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relinsight.records.reasons import SWALLOWS
from relinsight.sources.arrow import Array, Batch, arrow, arrow_csv, compute
from relinsight.sources.byte_stream import Bytes
from relinsight.sources.dialect import DELIMITERS, NAMES, Dialect, sniffed
from relinsight.sources.encodings import MIXED, encoding, lines, raw_texts, texts
from relinsight.sources.open_quotes import never_closed
from relinsight.sources.refusal import ImportRefused, empty
from relinsight.sources.sheet import BrokenRow, Sheet, Written, batch, schema
from relinsight.words.blanks import BLANKS
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

GUARDED = r'^="([^"]*)"$'
SAMPLE = 1 << 20
BLOCK = 1 << 22
WIDTHS = range(3, 200)  # of narrower tables any text may look like a row
SPOKEN = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", MIXED: "UTF-8"}


@dataclass(frozen=True)
class TextFormat:
    """What a profile says of a text file; what it leaves open is decided from the file."""

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None


def read_text_file(path: Path, format_: TextFormat) -> Sheet:
    """The rows of a text file."""
    letters = format_.encoding or encoding(path)
    sample, is_complete = _sample(path, letters)
    dialect = sniffed(sample, format_.delimiter, format_.header_row, is_complete)
    header, begins = _header(path, letters, sample, dialect, is_complete)
    reading = _Reading(path, letters, dialect, len(header), begins, is_complete)
    return Sheet(
        path=path,
        name=None,
        header=header,
        batches=reading.batches,
        first_row=dialect.header_row + 1,
        written=Written(letters, dialect.delimiter),
        choices=_choices(path, letters, dialect),
        warnings=reading.warnings,
        lines=reading.lines,
        broken=lambda: tuple(reading.broken),
    )


def _sample(path: Path, letters: str) -> tuple[str, bool]:
    pieces = texts(path, letters)
    start = "".join(itertools.islice(pieces, 1))
    rest = next((piece for piece in pieces if piece), "")
    if len(start) < SAMPLE:
        return start + rest, True
    return start, not rest


def _header(path: Path, letters: str, sample: str, dialect: Dialect, is_complete: bool) -> tuple[tuple[str, ...], int]:
    """The names of the columns, and on which line they end."""
    rows = dialect.rows(io.StringIO(sample, newline=""))
    try:
        header = next(itertools.islice(rows, dialect.header_row - 1, None), None)
    except csv.Error:
        header = None
    if not header or not any(cell.strip(BLANKS + DELIMITERS) for cell in header):
        raise ImportRefused(empty(path))
    if is_complete and sample.count(dialect.quote) % 2 and any("\n" in cell for cell in header):
        raise ImportRefused(never_closed(path, letters, dialect.quote))
    if len(header) == 1 and sum(mark in header[0] for mark in DELIMITERS) == 1 and f'"{header[0]}"' in sample:
        raise ImportRefused(
            text("{file} has its rows within quotation marks as a whole; take those marks out and import it then.", file=Name(path.name))
        )
    return tuple(cell.strip(BLANKS) for cell in header), rows.line_num


def _choices(path: Path, letters: str, dialect: Dialect) -> tuple[Text, ...]:
    read = text(
        "{file} was read as {letters}, cells parted by {delimiter}, header on row {row}.",
        file=Name(path.name),
        letters=Name(SPOKEN.get(letters, letters)),
        delimiter=Name(NAMES.get(dialect.delimiter, dialect.delimiter)),
        row=dialect.header_row,
    )
    return (read,)


@dataclass
class _Reading:
    """One pass over a text file: batches come out, and rows that do not fit are kept apart."""

    path: Path
    letters: str
    dialect: Dialect
    width: int
    begins: int
    is_complete: bool
    broken: list[BrokenRow] = field(default_factory=list[BrokenRow])
    mended: list[tuple[int, list[str]]] = field(default_factory=list[tuple[int, list[str]]])
    skipped: set[int] = field(default_factory=set[int])
    within: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    strange: bool = False
    zeros: bool = False
    quotes: int = 0
    is_read: bool = False

    def batches(self) -> Iterator[Batch]:
        """The rows in batches, each with its number in the file."""
        self.broken.clear()
        self.skipped.clear()
        self.within.clear()
        self.quotes = 0
        numbers, last = self._numbers(), None
        for part in self._parts():
            taken = arrow.array(itertools.islice(numbers, part.num_rows), arrow.int64())
            last = part if part.num_rows else last
            numbered = arrow.RecordBatch.from_arrays([taken, *map(_unguarded, part.columns)], schema=schema(self.width))
            yield self._looked_through(numbered) if self.quotes else numbered
            yield from self._mended()
        yield from self._mended()
        self.is_read = True
        if last is not None and self.quotes % 2 and any("\n" in cell[-1].as_py() for cell in last.columns):
            raise ImportRefused(self._never_closed())

    def _looked_through(self, part: Batch) -> Batch:
        """The batch without the rows that take in lines; in the others the cells are noted whose lines look like rows."""
        long = [at for at, column in enumerate(part.columns) if at and compute.any(compute.match_substring(column, "\n")).as_py()]
        kept = self._without_swallowing(part, [part.columns[at] for at in long])
        if WIDTHS.start <= self.width < WIDTHS.stop:
            for at in long:
                self._note_rows_within(kept.columns[0], kept.columns[at])
        return kept

    def _note_rows_within(self, numbers: Array, cells: Array) -> None:
        """Note the cells that hold lines with as many cells as the header, one after the other: a quotation mark may be missing."""
        mark = re.escape(self.dialect.delimiter)
        line = f"\n(?:[^\n{mark}]*{mark}){{{self.width - 1}}}[^\n{mark}]*"
        alike = compute.match_substring_regex(cells, f"(?:{line}){{2}}(?:\n|$)")
        found = zip(numbers.filter(alike).to_pylist(), cells.filter(alike).to_pylist(), strict=True)
        self.within += [(number, cell.count("\n")) for number, cell in found]

    def _without_swallowing(self, part: Batch, long: list[Array]) -> Batch:
        """The batch without the rows of which a cell takes in the lines behind it: its quotation marks do not pair."""
        odd = [compute.and_(compute.match_substring(c, "\n"), compute.match_substring_regex(c, self._odd)) for c in long]
        if not odd or not compute.any(swallows := functools.reduce(compute.or_, odd)).as_py():
            return part
        for row in part.filter(swallows).to_pylist():
            number, *cells = row.values()
            self.broken.append(BrokenRow(number, tuple(cells), SWALLOWS))
        return part.filter(compute.invert(swallows))

    @property
    def _odd(self) -> str:
        """The pattern of a text of several lines with an odd number of quotation marks."""
        mark = self.dialect.quote
        return f"(?s)^[^{mark}]*{mark}(?:[^{mark}]*{mark}[^{mark}]*{mark})*[^{mark}]*$"

    def _mended(self) -> Iterator[Batch]:
        """The rows that had empty cells too many, without them."""
        if self.mended:
            rows = [[re.sub(GUARDED, r"\1", cell) for cell in row] for _, row in self.mended]
            yield batch(rows, [number for number, _ in self.mended], self.width)
            self.mended.clear()

    def warnings(self) -> tuple[Text, ...]:
        """What a person should know about how it was read."""
        file = Name(self.path.name)
        remarks = (
            (self.strange, text("{file} holds bytes that are no letters; they were read as �.", file=file)),
            (self.zeros, text("{file} holds zero bytes, which mean nothing; they were left out.", file=file)),
            (self.letters == MIXED, text("{file} mixes letters of UTF-8 and of Windows; each was read as what it is.", file=file)),
        )
        return (*(said for holds, said in remarks if holds), *self._rows_within())

    def _rows_within(self) -> Iterator[Text]:
        """The sentence about cells whose lines look like rows."""
        if self.within:
            row, lines = self.within[0]
            yield counted(
                "{file}: a cell in row {row} holds {lines} line ends, and its lines look like rows of the table; see whether a quotation "
                "mark is missing there.",
                "{file}: cells in {n} rows hold lines that look like rows of the table, such as row {row} with {lines} line ends; see "
                "whether quotation marks are missing there.",
                len({number for number, _ in self.within}),
                file=Name(self.path.name),
                row=self.lines([row]).get(row, row),
                lines=lines,
            )

    def lines(self, rows: Sequence[int]) -> dict[int, int]:
        """On which line of the file a row starts: cells may hold line ends, but in a file without quotation marks none does."""
        if self.is_read and not self.quotes and self.dialect.escape is None:
            return {row: row for row in rows}
        wanted, found = set(rows), dict[int, int]()
        last = max(wanted, default=0)
        reader = self.dialect.rows(lines(self.path, self.letters))
        line = 1
        for number, _ in enumerate(reader, 1):
            if number in wanted:
                found[number] = line
            if number >= last:
                break
            line = reader.line_num + 1
        return found

    def _never_closed(self) -> Text:
        return never_closed(self.path, self.letters, self.dialect.quote)

    def _numbers(self) -> Iterator[int]:
        return (n for n in itertools.count(self.dialect.header_row + 1) if n not in self.skipped)

    def _parts(self) -> Iterator[Batch]:
        names = [f"c{i}" for i in range(self.width)]
        try:
            yield from arrow_csv.open_csv(
                Bytes(self.dialect.closed_up(self._pieces())),
                read_options=arrow_csv.ReadOptions(use_threads=False, block_size=BLOCK, skip_rows=self.begins, column_names=names),
                parse_options=arrow_csv.ParseOptions(
                    delimiter=self.dialect.delimiter,
                    quote_char=self.dialect.quote,
                    double_quote=self.dialect.escape is None,
                    escape_char=self.dialect.escape or False,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                    invalid_row_handler=self._misfit,
                ),
                convert_options=arrow_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, arrow.string()),
                    strings_can_be_null=False,
                    quoted_strings_can_be_null=False,
                ),
            )
        except arrow.ArrowInvalid as error:
            if "Empty CSV file" not in str(error) and not (self.is_complete and "Could not skip" in str(error)):
                raise ImportRefused(self._never_closed() if self.quotes % 2 else _too_long(self.path)) from error

    def _misfit(self, row: Any) -> str:
        number, raw = int(row.number) - self.begins + self.dialect.header_row, str(row.text)
        self.skipped.add(number)
        cells = next(self.dialect.rows([raw]), [])
        if not any(cell.strip(BLANKS) for cell in cells):
            return "skip"
        if len(cells) > self.width and not any(cell.strip(BLANKS) for cell in cells[self.width :]):
            self.mended.append((number, cells[: self.width]))
        else:
            self.broken.append(BrokenRow(number, tuple(cells)))
        return "skip"

    def _pieces(self) -> Iterator[str]:
        for piece in raw_texts(self.path, self.letters):
            self.strange = self.strange or "\ufffd" in piece
            self.zeros = self.zeros or "\x00" in piece
            self.quotes += piece.count(self.dialect.quote)
            yield piece.replace("\x00", "")


def _unguarded(cells: Array) -> Array:
    """The texts that a spreadsheet shows for formulas of a text alone: `="0123"` keeps the zero of a code."""
    if not compute.any(compute.starts_with(cells, '="')).as_py():
        return cells
    return compute.replace_substring_regex(cells, GUARDED, r"\1")


def _too_long(path: Path) -> Text:
    return text("{file} has a row that is longer than any table has; check its line ends and quotation marks.", file=Name(path.name))
