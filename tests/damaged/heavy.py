"""Files that would take all memory, were they read without care."""

from __future__ import annotations

import base64
import gzip
import io
import random
import zipfile

from tests.damaged.variant import Variant, partners
from tests.damaged.written import ods
from tests.damaged.written.xlsx import MAIN, book, said, texts

FIRST = {partners(columns="id, name"): ("x1", "a")}
TOO_LARGE = "{} unpacks into far more than a table holds; save its rows anew and import it then."
TOO_WIDE = "partner.csv has {} columns, more than the 2,000 that are read; take out those that are empty."
NO_JSON = "partner.json is not JSON of rows: it must be a list of objects, or one object on each line."
SHEET = "xl/worksheets/sheet1.xml"
HEAD = f"<worksheet {MAIN}><sheetData>{texts('id', 'naam')}{texts('x1', 'a')}".encode()
TAIL = b"</sheetData></worksheet>"
SHARED_CELL = b'<c t="s"><v>0</v></c>'
MANY = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(9, 200_009))


def _packed(head: bytes, piece: bytes, times: int) -> bytes:
    target = io.BytesIO()
    with gzip.open(target, "wb", compresslevel=1) as file:
        file.write(head)
        for _ in range(times):
            file.write(piece)
    return target.getvalue()


def _swollen(part: str, head: bytes, piece: bytes, times: int, tail: bytes) -> bytes:
    """A workbook of which one part unpacks into very much."""
    whole = io.BytesIO(book(texts("id", "naam"), texts("x1", "a")).bytes())
    target = io.BytesIO()
    with zipfile.ZipFile(whole) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name in given.namelist():
            if name != part:
                file.writestr(name, given.read(name))
        with file.open(part, "w") as stream:
            stream.write(head)
            for _ in range(times):
                stream.write(piece)
            stream.write(tail)
    return target.getvalue()


def _sharing(text: bytes, cells: bytes) -> bytes:
    """A workbook of a few rows, each of the same cells, which say the first shared text."""
    target = io.BytesIO(_swollen(SHEET, HEAD, b"<row>" + cells + b"</row>", 400, TAIL))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/sharedStrings.xml", b"<sst><si><t>" + text + b"</t></si></sst>")
    return target.getvalue()


def _wide(columns: int) -> bytes:
    return b"id;naam" + b";" * columns + b"\nx1;a" + b";" * columns + b"\n"


def _zipped(piece: bytes, times: int, files: int = 1) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for number in range(files):
            file.writestr(f"partner-{number}.csv", piece * times)
    return target.getvalue()


LETTERS = base64.b64encode(random.Random(1).randbytes(3_750_000), altchars=b"ab")
TOO_LONG = "partner.xlsx has a cell that is longer than any cell of Excel; look for it, shorten it and save the file again."
WIDE_BOOK = "partner.xlsx (Blad1) has 5,000 columns, more than the 2,000 that are read; take out those that are empty."
UNPACKS = "many.zip unpacks into far more than tables hold; import the files in it without packing them."
CROWDED = "many.zip holds 201 files, more than the 200 that are read at once; take out those that are no tables."
EVERYWHERE = ods.book(
    ods.texts("id", "naam"),
    ods.row(ods.said("x1").replace("cell ", 'cell table:number-columns-repeated="16000" '), more=' table:number-rows-repeated="900000"'),
)


def _refused(name: str, file: str, content: bytes, sentence: str) -> Variant:
    return Variant(name, {file: content}, refused=sentence)


def _read(name: str, file: str, content: bytes) -> Variant:
    return Variant(name, {file: content}, read=1, holds=FIRST)


VARIANTS = (
    Variant(
        "a note of six million letters",
        {"partner.csv": b"id;naam;over\nx1;a;" + b"z" * 6_000_000 + b"\n"},
        read=1,
        holds={partners(columns="length(about)"): 6_000_000},
    ),
    _refused(
        "one line of forty million letters",
        "partner.csv",
        b"id;naam\nx1;" + b"a" * 40_000_000,
        "partner.csv has a row that is longer than any table has; check its line ends and quotation marks.",
    ),
    _refused(
        "a quotation mark that swallows twenty million lines",
        "partner.csv",
        b'id;naam\nx1;"' + b"a\n" * 20_000_000,
        "partner.csv has a quotation mark that is never closed, most likely in row 2, of which a cell runs on over 19,999,999 more lines; "
        "close it and import again.",
    ),
    _read("a packed file of fifteen million zero bytes", "partner.csv.gz", _packed(b"id;naam\nx1;a\n", bytes(1_000_000), 15)),
    _refused(
        "a packed file of two hundred million zero bytes",
        "partner.csv.gz",
        _packed(b"id;naam\nx1;a\n", bytes(1_000_000), 200),
        "partner.csv.gz unpacks into far more than a table holds; unpack it, look at it and import it then.",
    ),
    _read("a packed file of a million empty rows", "partner.csv.gz", _packed(b"id;naam\nx1;a\n", b";\n" * 500_000, 2)),
    _read("a thousand empty columns", "partner.csv", _wide(1000)),
    _refused("sixteen thousand empty columns", "partner.csv", _wide(16_382), TOO_WIDE.format("16,384")),
    _refused("a million empty columns", "partner.csv", _wide(999_998), TOO_WIDE.format("1,000,000")),
    _refused("lists of JSON a million deep", "partner.json", b"[" * 1_000_000, NO_JSON),
    _refused("objects of JSON a million deep", "partner.json", b'[{"id":"x1","name":' + b'{"a":' * 1_000_000, NO_JSON),
    _refused(
        "one text of JSON of seventy million letters",
        "partner.json",
        b'[{"id":"x1","name":"' + b"a" * 70_000_000 + b'"}]',
        "partner.json holds one value of more than 64 million letters; write one object on each line instead.",
    ),
    _read("two hundred thousand coloured rows without a value", "partner.xlsx", _swollen(SHEET, HEAD, MANY, 1, TAIL)),
    _refused(
        "a sheet that unpacks into blanks without end",
        "partner.xlsx",
        _swollen(SHEET, HEAD, b" " * 1_000_000, 300, TAIL),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused(
        "a cell that unpacks into letters without end",
        "partner.xlsx",
        _swollen(
            SHEET, HEAD + b"<row>" + said("x2").encode() + b'<c t="inlineStr"><is><t>', b"a" * 1_000_000, 300, b"</t></is></c></row>" + TAIL
        ),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused(
        "a row of ten million empty cells",
        "partner.xlsx",
        _swollen(SHEET, HEAD + b"<row>", b"<c/>" * 100_000, 100, b"</row>" + TAIL),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused(
        "shared texts without end",
        "partner.xlsx",
        _swollen("xl/sharedStrings.xml", b"<sst>", b"<si><t>aaaaaaaaaa</t></si>" * 20_000, 100, b"</sst>"),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused(
        "a cell of five million letters",
        "partner.xlsx",
        _swollen(SHEET, HEAD + b'<row r="9"><c r="A9" t="inlineStr"><is><t>', LETTERS, 1, b"</t></is></c></row>" + TAIL),
        TOO_LONG,
    ),
    _refused(
        "a shared text of five million letters",
        "partner.xlsx",
        _swollen("xl/sharedStrings.xml", b"<sst><si><t>", LETTERS, 1, b"</t></si></sst>"),
        TOO_LONG,
    ),
    _refused(
        "a text of a million letters that every row shares",
        "partner.xlsx",
        _sharing(b"a" * 1_000_000, SHARED_CELL * 2),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused(
        "a text of a hundred thousand letters that a thousand cells of a row share",
        "partner.xlsx",
        _sharing(b"a" * 100_000, SHARED_CELL * 1_000),
        TOO_LARGE.format("partner.xlsx"),
    ),
    _refused("a workbook of five thousand columns", "partner.xlsx", book(texts("id", "naam", *map(str, range(4_998)))).bytes(), WIDE_BOOK),
    _refused("an archive that unpacks into far more than tables hold", "many.zip", _zipped(bytes(1_000_000), 30), UNPACKS),
    _refused("an archive of more files than are read at once", "many.zip", _zipped(b"", 1, files=201), CROWDED),
    _refused("a cell that LibreOffice repeats over the whole sheet", "partner.ods", EVERYWHERE, TOO_LARGE.format("partner.ods")),
)
