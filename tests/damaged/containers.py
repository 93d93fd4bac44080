"""Files that are no files, are packed, cut off, or called otherwise than they are."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import warnings
import zipfile
from pathlib import Path

from tests.damaged.variant import Variant, partners
from tests.damaged.written.xlsx import book, texts

ROWS = b"id;naam\nx1;a\nx2;b\n"
TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
CUT = "{} cannot be read to its end; copy, pack or export it again."
NO_TABLE = "{} is not a table; give CSV, Excel, Parquet, JSON, a calendar (.ics) or address cards (.vcf)."
PACKED = gzip.compress(ROWS * 1, mtime=0)
LONG = gzip.compress(b"id;naam\n" + b"".join(b"x%d;naam %d\n" % (n, n * n) for n in range(9000)), mtime=0)


def _zip(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    return target.getvalue()


def _twice() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file.writestr("partner.csv", ROWS)
        file.writestr("partner.csv", b"id;naam\nx9;z\n")
    return target.getvalue()


def _locked() -> bytes:
    """An archive whose file says, in both of its heads, that a password stands before it."""
    whole = bytearray(_zip({"partner.csv": ROWS}))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(head) + flags] |= 1
    return bytes(whole)


def _turned() -> bytes:
    """An archive whose file is not what its sum says."""
    whole = bytearray(_zip({"partner.csv": ROWS}))
    whole[whole.index(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(whole)


TWICE = "export.zip holds 2 files called partner.csv; give each a name of its own."
LOCKED = "{} is locked with a password; unpack it and import the files in it."
EMPTY = "{} is empty; export it again with a header and rows, or choose another file."


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as file:
        member = tarfile.TarInfo("partner.csv")
        member.size = len(ROWS)
        file.addfile(member, io.BytesIO(ROWS))
    return target.getvalue()


def _linked(path: Path) -> None:
    real = path.with_name("elders.bin")
    real.write_bytes(ROWS)
    path.symlink_to(real)


NOT_THERE = "{} is not there; check the name and the folder."
NO_FILE = "{} is no file but a folder or something else; name the file itself."

VARIANTS = (
    Variant("a packed file", {"partner.csv.gz": PACKED}, read=2, holds=TWO),
    Variant("a packed file that is called .csv", {"partner.csv": PACKED}, read=2, holds=TWO),
    Variant("a packed file that is packed once more", {"partner.csv.gz": gzip.compress(PACKED)}, refused=NO_TABLE.format("partner.csv.gz")),
    Variant(
        "two packed files behind each other",
        {"partner.csv.gz": PACKED + gzip.compress(b"x3;c\n")},
        read=3,
        holds={partners(): ["a", "b", "c"]},
    ),
    Variant("a packed file cut in half", {"partner.csv.gz": LONG[: len(LONG) // 2]}, refused=CUT.format("partner.csv.gz")),
    Variant("a packed file cut off just before its end", {"partner.csv.gz": LONG[:-6]}, refused=CUT.format("partner.csv.gz")),
    Variant(
        "a packed file with a wrong sum",
        {"partner.csv.gz": LONG[:-8] + b"\x00\x00\x00\x00" + LONG[-4:]},
        refused=CUT.format("partner.csv.gz"),
    ),
    Variant("a packed file with rubbish behind its end", {"partner.csv.gz": PACKED + b"rommel"}, refused=CUT.format("partner.csv.gz")),
    Variant("the head of a packed file alone", {"partner.csv.gz": PACKED[:5]}, refused=CUT.format("partner.csv.gz")),
    Variant("text that is called .gz", {"partner.csv.gz": ROWS}, read=2, holds=TWO),
    Variant(
        "packed rows of JSON",
        {"partner.json.gz": gzip.compress(b'[{"id": "x1", "name": "a"}, {"id": "x2", "name": "b"}]')},
        read=2,
        holds=TWO,
    ),
    Variant(
        "an archive with a table in it",
        {"export.zip": _zip({"partner.csv": ROWS})},
        read=2,
        holds=TWO,
        said="export.zip/partner.csv was read as UTF-8",
    ),
    Variant(
        "an archive with a folder, a workbook and what a Mac puts beside them",
        {
            "export.zip": _zip(
                {"a/partner.xlsx": book(texts("id", "naam"), texts("x1", "a")).bytes(), "__MACOSX/a/._partner.xlsx": b"\x00\x05"}
            )
        },
        read=1,
        holds={partners(): "a"},
        said="export.zip: 1 hidden file was not read.",
    ),
    Variant(
        "an archive that an old program of Windows made, with two files of one name",
        {"export.zip": _zip({"2025\\partner.csv": ROWS, "2026\\partner.csv": b"id;naam\nx3;c\n"})},
        read=3,
        holds={partners(): ["a", "b", "c"]},
        said="export.zip/2026/partner.csv was read as UTF-8",
    ),
    Variant(
        "an archive with a row that cannot be right",
        {"export.zip": _zip({"partner.csv": ROWS + b"x3;\n"})},
        read=3,
        holds={partners(): ["a", "b"], "SELECT file FROM import_reject": "export.zip/partner.csv"},
        rejected={4: "The cell is empty; fill it in."},
    ),
    *(
        Variant(
            f"an archive whose member is called {climbing}",
            {"export.zip": _zip({"employee.csv": ROWS, climbing: ROWS})},
            refused=f"export.zip holds {climbing}, which leads out of the archive; pack it again without that path.",
        )
        for climbing in ("../../../../tmp/partner.csv", "/etc/partner.csv", "..\\partner.csv", "C:\\partner.csv")
    ),
    Variant(
        "an archive in an archive",
        {"export.zip": _zip({"partner.zip": _zip({"partner.csv": ROWS})})},
        refused="export.zip/partner.zip is an archive; unpack it and import the files in it.",
    ),
    Variant(
        "an archive with something that is no table",
        {"export.zip": _zip({"partner.csv": ROWS, "letter.pdf": b"%PDF-1.7\n"})},
        refused=NO_TABLE.format("export.zip/letter.pdf"),
    ),
    Variant("an archive with two files of one name in one place", {"export.zip": _twice()}, refused=TWICE),
    Variant("an archive behind a password", {"export.zip": _locked()}, refused=LOCKED.format("export.zip")),
    Variant("an archive with nothing in it", {"export.zip": _zip({})}, refused=EMPTY.format("export.zip")),
    Variant("an archive of which a byte was turned", {"export.zip": _turned()}, refused=CUT.format("export.zip")),
    Variant(
        "an archive and a file of one name beside it",
        {"export.zip": _zip({"partner.csv": ROWS}), "partner.csv": b"id;naam\nx3;c\n"},
        read=3,
        holds={partners(): ["a", "b", "c"]},
        said="export.zip/partner.csv was read as UTF-8",
    ),
    Variant(
        "letters that turn the direction of a name and of a header",
        {"partner.csv": "\u202eid;na\u202eam\nx1;a\u202etxt.exe\n".encode()},
        read=1,
        holds={partners(columns="id, length(name)"): ("x1", 9)},
    ),
    Variant("an archive of tar", {"partner.tar": _tar()}, refused=NO_TABLE.format("partner.tar")),
    Variant("a file packed by bzip", {"partner.csv.bz2": bz2.compress(ROWS)}, refused=NO_TABLE.format("partner.csv.bz2")),
    Variant("a file packed by xz", {"partner.csv.xz": lzma.compress(ROWS)}, refused=NO_TABLE.format("partner.csv.xz")),
    Variant(
        "a picture that is called .csv", {"partner.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}, refused=NO_TABLE.format("partner.csv")
    ),
    Variant("a letter in PDF", {"partner.pdf": b"%PDF-1.7\n%\xe2\xe3\n"}, refused=NO_TABLE.format("partner.pdf")),
    Variant(
        "a page of HTML with a table, called .xls",
        {"partner.xls": b"<html><body><table><tr><td>id</td></tr></table></body></html>"},
        refused=NO_TABLE.format("partner.xls"),
    ),
    Variant(
        "a sheet in the XML of Excel 2003",
        {"partner.xml": b'<?xml version="1.0"?><Workbook><Worksheet/></Workbook>'},
        refused=NO_TABLE.format("partner.xml"),
    ),
    Variant("text that is called .xlsx", {"partner.xlsx": ROWS}, read=2, holds=TWO),
    Variant("text that is called .xls", {"partner.xls": ROWS.replace(b";", b"\t")}, read=2, holds=TWO),
    Variant("text that is called .parquet", {"partner.parquet": ROWS}, read=2, holds=TWO),
    Variant("a database that is called .csv", {"partner.csv": b"SQLite format 3\x00" + bytes(200)}, refused=NO_TABLE.format("partner.csv")),
    Variant(
        "a backup of ours in place of a table", {"partner.csv": bytes(8) + b"DUCK" + bytes(500)}, refused=NO_TABLE.format("partner.csv")
    ),
    Variant("a name without an extension", {"partner": ROWS}, read=2, holds=TWO),
    Variant("an extension in capitals", {"PARTNER.CSV": ROWS}, read=2, holds=TWO),
    Variant(
        "a date and a version behind the name of the record",
        {"partner.2026-01-03.csv": ROWS},
        refused="partner.2026-01-03.csv does not tell what it holds; name the file after a table, or say which with --record or a profile.",
    ),
    Variant(
        "a name with blanks, quotes and signs",
        {"partner.csv": ROWS, "het 'mooie' bestand; (1) %20 ü.csv": b"id;naam;plaats\nx3;c;Delft\n"},
        read=3,
        options={"record": "partner"},
    ),
    Variant(
        "one good file and one that is no table",
        {"partner.csv": ROWS, "medewerkers.csv": b"%PDF-1.7"},
        refused=NO_TABLE.format("medewerkers.csv"),
    ),
    Variant("a file that is not there", {"partner.csv": lambda path: None}, refused=NOT_THERE.format("partner.csv")),
    Variant("a folder in place of a file", {"partner.csv": Path.mkdir}, refused=NO_FILE.format("partner.csv")),
    Variant("a pipe that nobody writes to", {"partner.csv": os.mkfifo}, refused=NO_FILE.format("partner.csv")),
    Variant("a link to a file elsewhere", {"partner.csv": _linked}, read=2, holds=TWO),
    Variant("a link that leads nowhere", {"partner.csv": lambda path: path.symlink_to("nergens")}, refused=NOT_THERE.format("partner.csv")),
    Variant("a link to itself", {"partner.csv": lambda path: path.symlink_to(path)}, refused=NOT_THERE.format("partner.csv")),
    Variant("a device that never ends", {"partner.csv": lambda path: path.symlink_to("/dev/zero")}, refused=NO_FILE.format("partner.csv")),
    Variant(
        "a profile with a pattern that is none",
        {"partner.csv": ROWS},
        options={"profile": "patroon"},
        refused="The profile patroon.toml cannot be read (extract: '(' is no pattern); mend it there.",
    ),
    Variant(
        "a profile with a delimiter of two signs",
        {"partner.csv": ROWS},
        options={"profile": "scheiding"},
        refused="The profile scheiding.toml cannot be read (delimiter: ';;' is not one sign that can part cells); mend it there.",
    ),
    Variant(
        "a profile that is broken off",
        {"partner.csv": ROWS},
        options={"profile": "kapot"},
        refused="The profile kapot.toml cannot be read (Illegal character '\\n' (at line 2, column 9)); mend it there.",
    ),
    Variant("a profile that climbs out with the name of its sheet", {"partner.csv": ROWS}, options={"profile": "klimt"}, read=2, holds=TWO),
    Variant(
        "a profile that fills a table that does not exist",
        {"partner.csv": ROWS},
        options={"profile": "tabel"},
        refused="The profile names a table klant that does not exist; see docs/columns.md for their names.",
    ),
)
