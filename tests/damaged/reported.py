"""What other programs stumble over, as people reported it of them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable

import pyarrow as pa

from tests.damaged.valid import VALID
from tests.damaged.variant import Variant, partners
from tests.damaged.written import xls
from tests.damaged.written.texts import parquet_of
from tests.damaged.written.xlsx import book, number, row, said, texts

TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
NO_TABLE = "{} is not a table; give CSV, Excel, Parquet, JSON, a calendar (.ics) or address cards (.vcf)."
ARCHIVE = "{} is an archive; unpack it and import the files in it."
BY_COLUMN = "partner.json is not JSON of rows: it must be a list of objects, or one object on each line."
WIDE = "The row has {} cells where the header has 3; mend the delimiters or quotes."
TABLE = (texts("id", "naam"), texts("x1", "a"), texts("x2", "b"))


def _file(name: str, content: str | bytes, file: str = "partner.csv", **more: object) -> Variant:
    return Variant(name, {file: content if isinstance(content, bytes) else content.encode()}, **{"read": 2, "holds": TWO, **more})


def _refused(name: str, file: str, content: str | bytes, sentence: str) -> Variant:
    return _file(name, content, file, read=0, holds={}, refused=sentence.format(file))


def _renamed(name: str, change: Callable[[str], str]) -> Variant:
    """A workbook of which the parts are called otherwise."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(*TABLE).bytes())) as given, zipfile.ZipFile(target, "w") as file:
        for part in given.namelist():
            file.writestr(zipfile.ZipInfo(change(part), (2026, 1, 1, 0, 0, 0)), given.read(part))
    return _file(name, target.getvalue(), "partner.xlsx")


def _flagged(at: int, byte: int) -> bytes:
    """A workbook whose archive says of each part, at this place of its entry in the list, something that is not so."""
    content = bytearray(book(*TABLE).bytes(zipfile.ZIP_STORED))
    start = content.find(ENTRY)
    while start >= 0:
        content[start + at] = byte
        start = content.find(ENTRY, start + 1)
    return bytes(content)


def _formula(stored: str, more: str = "") -> str:
    return f'<c{more}><f>"Del"&amp;"ft"</f>{stored}</c>'


ENTRY = b"PK\x01\x02"
NO_WORKBOOK = "{} is not a whole Excel workbook; save it again in Excel and import it then."
OLD = xls.workbook(VALID["partner"].header, VALID["partner"].rows)
LATIN = parquet_of({"id": pa.array(["x1"]), "naam": pa.array(["Cafe"])}).replace(b"Cafe", b"Caf\xe9")
NAMED = parquet_of({"id": pa.array(["x1"]), "naam": pa.array(["a"])}).replace(b"naam", b"na\xe4m")

VARIANTS = (
    _refused("a workbook packed in a way that is unknown", "partner.xlsx", _flagged(10, 99), NO_WORKBOOK),
    _refused("a workbook of which the parts say that they are locked", "partner.xlsx", _flagged(8, 1), NO_WORKBOOK),
    _refused(
        "a workbook whose list of parts is shifted", "partner.xlsx", book(*TABLE).bytes().replace(ENTRY, b"\x00" + ENTRY, 1), NO_WORKBOOK
    ),
    _refused("an old workbook cut off within its folders", "partner.xls", OLD[:1600], NO_WORKBOOK),
    _refused(
        "letters of Windows in a text of Parquet", "partner.parquet", LATIN, "{} cannot be read to its end; copy, pack or export it again."
    ),
    _refused(
        "letters of Windows in a name of a column of Parquet", "partner.parquet", NAMED, "{} is not a whole Parquet file; export it again."
    ),
    _file("a mark of UTF-8 within a file of UTF-16", b"\xff\xfe" + "\ufeffid;naam\nx1;a\nx2;b\n".encode("utf-16-le")),
    _file("the mark of Excel behind a mark of UTF-8, in capitals", "\ufeffSEP=;\nid;naam\nx1;a\nx2;b\n", said="header on row 2"),
    _file("the mark of Excel with delimiters behind it", "sep=;;\nid;naam\nx1;a\nx2;b\n", said="header on row 2"),
    _file(
        "titles with delimiters above the header",
        "Uitvoer;;\nDatum: 1 mei;;\n;;\nid;naam;plaats\nx1;a;Delft\nx2;b;Gouda\n",
        said="header on row 4",
    ),
    _file(
        "titles in words of ours above the header",
        "naam;Gemeente Delft\nid;12\n\nid;naam;plaats\nx1;a;Delft\nx2;b;Gouda\n",
        said="header on row 4",
    ),
    _file("a blank before every delimiter behind a quoted cell", 'id;naam;plaats\n"x1" ;"a" ;"Delft" \nx2;b;Gouda\n'),
    _file(
        "a blank behind every delimiter, before quotes",
        'id, naam, plaats\nx1, "a", Delft\nx2, "b", "Gouda, Zuid"\n',
        holds={partners(columns="name, place"): [("a", "Delft"), ("b", "Gouda, Zuid")]},
    ),
    _file(
        "a name of a column as long as a book",
        f"id;naam;{'k' * 100_000}\nx1;a;z\nx2;b;z\n",
        said=f"partner.csv: the column {'k' * 80}… is not known",
    ),
    _file(
        "a day as long as a book",
        f"id;naam;actief van\nx1;a;{'9' * 100_000}\nx2;b;\n",
        holds={partners(): "b"},
        rejected={2: f"'{'9' * 200}…' is not a day; write it as 2026-11-25."},
    ),
    _file("form feeds between the pages", "id;naam\nx1;a\n\x0cx2;b\n\x0c\n"),
    _file(
        "line ends of Unicode within cells, and a row that is rejected behind them",
        "id;naam;over\nx1;a;een\u2028twee\x85drie\x0bvier\nx2;;b\n",
        rejected={3: "The cell is empty; fill it in."},
        holds={partners(): "a"},
    ),
    _file(
        "rows behind cells of several lines are found on their own line",
        'id;naam;over\n\n"x1";a;"een\ntwee\n\ndrie"\nx2;;c\nx3;b;"x\r\ny"\nx4;c;d;e\n',
        read=4,
        rejected={7: "The cell is empty; fill it in.", 10: WIDE.format(4)},
        holds={partners(): ["a", "b"]},
    ),
    _file(
        "a header of commas above rows of semicolons",
        "id,naam,plaats\nx1;a;Delft\nx2;b;Gouda\n",
        holds={partners(): []},
        rejected={
            2: "The row has one cell where the header has 3; mend the delimiters or quotes.",
            3: "The row has one cell where the header has 3; mend the delimiters or quotes.",
        },
    ),
    _file(
        "totals that stand under the ids",
        "id;naam;plaats\nx1;a;Delft\nTotaal;1;\n",
        rejected={3: "'Totaal' looks like the row of totals; take it out, or give the row an id if it is meant."},
        holds={partners(): "a"},
    ),
    _file(
        "a column of values under no name",
        "id;naam;\nx1;a;Delft\nx2;b;Gouda\n",
        said="partner.csv: 1 column without a name holds text and was not read",
    ),
    _file("the index of pandas", "Unnamed: 0,id,naam\n0,x1,a\n1,x2,b\n", said="the column Unnamed: 0 is not known"),
    _file(
        "numbers that pandas made of ids",
        "id,dag,soort,partner_id\nx1,2026-01-01,visit,1.0\n",
        "contact_moment.csv",
        read=1,
        holds={},
        rejected={2: "'1.0' is not in partner; bring the file of partner in the same call, or mend it here."},
    ),
    _file(
        "thousands by thin blanks",
        "id\trol\tverleend\nx1\tclient\t1\u2009234\u2009567,89\n",
        "dealing.tsv",
        read=1,
        holds={"SELECT granted FROM dealing WHERE id = 'x1'": "1234567.89"},
    ),
    _file(
        "moments with a zone and without seconds",
        "id;naam;actief van\nx1;a;2026-01-02T23:30Z\nx2;b;2026-01-03T10:00+01\n",
        holds={partners(columns="active_from"): ["2026-01-03"] * 2},
    ),
    _file(
        "moments and zones that no clock has",
        "id;naam;actief van\nx1;a;2026-01-02T24:00:00Z\nx2;b;2026-01-03T10:00+30\n",
        holds={partners(): []},
        rejected={
            2: "'2026-01-02T24:00:00Z' is not a day; write it as 2026-11-25.",
            3: "'2026-01-03T10:00+30' is not a day; write it as 2026-11-25.",
        },
    ),
    _refused("JSON written by column, as pandas does", "partner.json", '{"id":{"0":"x1","1":"x2"},"naam":{"0":"a","1":"b"}}', BY_COLUMN),
    _refused("JSON written by index", "partner.json", '{"0":{"id":"x1","naam":"a"},"1":{"id":"x2","naam":"b"}}', BY_COLUMN),
    _refused("JSON split into columns and data", "partner.json", '{"columns":["id","naam"],"index":[0],"data":[["x1","a"]]}', BY_COLUMN),
    _refused("JSON of a list a column", "partner.json", '{"id":["x1","x2"],"naam":["a","b"]}', BY_COLUMN),
    _file(
        "lists of one length in Parquet",
        parquet_of({"id": pa.array(["x1"]), "naam": pa.array(["a"]), "plaats": pa.array([["Delft", "Gouda"]], pa.list_(pa.string(), 2))}),
        "partner.parquet",
        read=1,
        holds={partners(columns="place"): "Delft; Gouda"},
    ),
    _refused("a workbook that is packed once more", "partner.xlsx.gz", gzip.compress(book(*TABLE).bytes(), mtime=0), ARCHIVE),
    _refused(
        "a Parquet file that is packed once more",
        "partner.parquet.gz",
        gzip.compress(parquet_of({"id": pa.array(["x1"])}), mtime=0),
        ARCHIVE,
    ),
    _refused("a file packed by Zstandard", "partner.csv.zst", b"\x28\xb5\x2f\xfd\x04\x58\x61\x00\x00id;naam\nx1;a\n", NO_TABLE),
    _refused(
        "a page of HTML without its head, called .xls",
        "partner.xls",
        "<meta charset='utf-8'>\n<table><tr><td>id</td></tr></table>",
        NO_TABLE,
    ),
    _refused(
        "a page of the web in one file, called .xls",
        "partner.xls",
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n',
        NO_TABLE,
    ),
    _renamed("a workbook whose parts are named with backslashes", lambda part: part.replace("/", "\\")),
    _renamed("a workbook whose parts are named from the root", lambda part: f"/{part}"),
    _renamed("a workbook whose parts are named in capitals", str.upper),
    _renamed("a workbook whose list of sheets bears a number", lambda part: part.replace("workbook.xml", "workbook22.xml")),
    _file(
        "formulas without a stored value",
        book(
            texts("id", "naam", "plaats"), row(said("x1"), said("a"), _formula("<v></v>")), row(said("x2"), said("b"), _formula("<v/>"))
        ).bytes(),
        "partner.xlsx",
        said="2 formulas of sheet Blad1 have no stored value and were read as empty",
    ),
    _file(
        "formulas that give an empty text",
        book(
            texts("id", "naam", "plaats"),
            row(said("x1"), said("a"), _formula("<v></v>", ' t="str"')),
            row(said("x2"), said("b"), said("Gouda")),
        ).bytes(),
        "partner.xlsx",
        holds={partners(columns="place"): [None, "Gouda"]},
    ),
    _file(
        "codes with letters by their format",
        book(
            texts("id", "naam"),
            row(number("12", 1), said("a")),
            row(number("13", 2), said("b")),
            row(number("14", 3), said("c")),
            formats=['"xP-"000', '000\\-0"x0"', '0"x"'],
        ).bytes(),
        "partner.xlsx",
        read=3,
        holds={"SELECT id FROM partner WHERE id NOT IN ('p1', 'p2') ORDER BY id": ["001-3x0", "14", "xP-012"]},
    ),
    _file(
        "a header in two rows",
        book(
            texts("id", "naam"), texts("(sleutel)", "(officieel)", "plaats"), texts("x1", "a", "Delft"), texts("x2", "b", "Gouda")
        ).bytes(),
        "partner.xlsx",
        read=3,
        said="1 column without a name holds text and was not read",
    ),
    _file(
        "two tables side by side",
        book(texts("id", "naam", "", "id", "naam"), texts("x1", "a", "", "y1", "c"), texts("x2", "b", "", "y2", "d")).bytes(),
        "partner.xlsx",
        refused="partner.xlsx (Blad1): two columns are called id (names 1 and 3 of the header) and differ, first in row 2; "
        "give them names of their own, or take one of them out.",
    ),
)
