"""Files that are read without a complaint elsewhere, and wrongly: values that shift, rows that go, numbers that change."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from decimal import Decimal

import pyarrow as pa

from tests.damaged.variant import Variant, partners
from tests.damaged.written import ods, xls
from tests.damaged.written.texts import parquet_of
from tests.damaged.written.xlsx import Book, R, book, number, row, said, texts

IDS, NAMES = pa.array(["x1", "x2"]), pa.array(["a", "b"])
GRANTED = "SELECT granted FROM dealing WHERE id LIKE 'x%' ORDER BY id"
TABLE = (texts("id", "naam"), texts("x1", "a"), texts("x2", "b"))
TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
NO_WORKBOOK = "partner.xlsx is not a whole Excel workbook; save it again in Excel and import it then."
LOCKED = "{} is locked with a password; take the password off in Excel and import it then."
BEGINS = "SELECT active_from FROM partner WHERE id LIKE 'x%' ORDER BY id"
REPEATS = "The row repeats the names of the columns; take it out."
TOTALS = "'{}' looks like the row of totals; take it out, or give the row an id if it is meant."


def _file(name: str, content: str | bytes, file: str = "partner.csv", **more: object) -> Variant:
    return Variant(name, {file: content if isinstance(content, bytes) else content.encode()}, **{"read": 2, **more})


def _with_profile(name: str, profile: str, refused: str | None = None, header: str = "id;naam") -> Variant:
    content = f"{header}\nx1;a\nx2;b\n"
    more = {"holds": TWO} if refused is None else {"read": 0, "refused": refused}
    return _file(name, content, options={"profile": profile}, **more)


def _numbered(*numbers: str) -> bytes:
    """The table with numbers of its rows that somebody else gave."""
    return book(*(each.replace("<row", f'<row r="{given}"', 1) for each, given in zip(TABLE, numbers, strict=True))).bytes()


def _moved(kinds: dict[str, tuple[str, str]], given: Book) -> bytes:
    """A workbook of which some parts lie elsewhere: by kind, where they lay and where they lie."""
    parts = given._parts()
    relations = parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>", "")
    moved: dict[str, str | None] = {}
    for kind, (old, new) in kinds.items():
        relations = relations.replace(f'Target="{old}"', f'Target="{new}"')
        if f'Target="{new}"' not in relations:
            relations += f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{new}"/>'
        moved |= {f"xl/{old}": None, f"xl/{new}": parts[f"xl/{old}"]}
    return Book(given.tabs, parts={**moved, "xl/_rels/workbook.xml.rels": f"{relations}</Relationships>"}).bytes()


def _locked_ods() -> bytes:
    """A spreadsheet of LibreOffice behind a password: its content is noise, and its list of parts says why."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ods.spreadsheet(["id"], [["x1"]]))) as given, zipfile.ZipFile(target, "w") as file:
        for part in given.namelist():
            entry = zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0))
            noise = {"content.xml": bytes(range(256)), "META-INF/manifest.xml": b"<m><encryption-data/></m>"}
            file.writestr(entry, noise.get(part, given.read(part)))
    return target.getvalue()


def _locked_xls() -> bytes:
    """An old workbook behind a password: the record that says so stands behind the first one."""
    content = xls.workbook(["id", "naam"], [["x1", "a"]])
    first = content.index(b"\x09\x08\x10\x00") + 20
    return content[:first] + b"\x2f\x00" + content[first + 2 :]


SHARED = book(
    row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', said("actief van")),
    row(said("x1"), '<c t="s"><v>2</v></c>', number("46025", 1)),
    texts=["<t>id</t>", "<t>naam</t>", "<t>a</t>"],
    formats=["yyyy-mm-dd"],
)
DAYS = book(
    texts("id", "naam", "actief van"),
    *(
        row(said(f"x{n}"), said("a"), number(day, 1))
        for n, day in enumerate(["46024.999999999993", "46024.99999998843", "46025.000000000007", "46024.99998842593"])
    ),
    formats=["yyyy-mm-dd"],
)

VARIANTS = (
    _file(
        "one object of JSON that holds a list of other things",
        '{"id":"x1","naam":"a","contactpersonen":[{"id":"k9","naam":"Kees"},{"id":"k8","naam":"Lia"}]}',
        "partner.json",
        read=1,
        holds={partners(columns="id, name"): ("x1", "a"), "SELECT count(*) FROM partner WHERE name = 'Kees'": 0},
        said="the column contactpersonen is not known",
    ),
    _file(
        "an answer of a web service with an id and a title of its own",
        '{"jsonrpc":"2.0","id":1,"result":[{"id":"x1","naam":"a"},{"id":"x2","naam":"b"}]}',
        "partner.json",
        holds=TWO,
    ),
    _file(
        "yes and no written in words in a cell of yes and no",
        book(
            texts("id", "dag", "soort", "partner", "bereikt"),
            *(
                row(said(f"x{n}"), said("2026-01-01"), said("visit"), said("p1"), f'<c t="b"><v>{word}</v></c>')
                for n, word in enumerate(["true", "false", "1", "0"])
            ),
        ).bytes(),
        "contact_moment.xlsx",
        read=4,
        holds={"SELECT achieved FROM contact_moment WHERE id LIKE 'x%' ORDER BY id": [True, False, True, False]},
    ),
    _file("every row of a sheet numbered 1", _numbered("1", "1", "1"), "partner.xlsx", holds=TWO),
    _file("rows of a sheet numbered from 0", _numbered("0", "1", "2"), "partner.xlsx", holds=TWO),
    _file("rows of a sheet numbered backwards", _numbered("5", "4", "3"), "partner.xlsx", holds=TWO),
    _file("a row number with thirty figures", _numbered("1", "9" * 30, "3"), "partner.xlsx", holds=TWO),
    _file(
        "two rows of one number that are both rejected",
        book(*(each.replace("<row", '<row r="2"', 1) for each in (texts("id", "naam"), texts("x1", ""), texts("x2", "")))).bytes(),
        "partner.xlsx",
        rejected={3: "The cell is empty; fill it in.", 4: "The cell is empty; fill it in."},
        holds={partners(): []},
    ),
    _file(
        "a text that stands where the number of a cell stands",
        book(*TABLE[:2], row(said("x2"), '<c t="inlineStr"><v>b</v></c>')).bytes(),
        "partner.xlsx",
        holds=TWO,
    ),
    _file(
        "a shared text counted from the end",
        book(texts("id", "naam"), row(said("x1"), '<c t="s"><v>-1</v></c>'), texts=["<t>a</t>"]).bytes(),
        "partner.xlsx",
        read=0,
        refused=NO_WORKBOOK,
    ),
    _file(
        "a sheet that lies in a folder of its own",
        _moved({"worksheet": ("worksheets/sheet1.xml", "bladen/een.xml")}, book(*TABLE)),
        "partner.xlsx",
        holds=TWO,
    ),
    _file(
        "shared texts and styles that lie elsewhere",
        _moved({"sharedStrings": ("sharedStrings.xml", "a/woorden.xml"), "styles": ("styles.xml", "a/stijl.xml")}, SHARED),
        "partner.xlsx",
        read=1,
        holds={partners(columns="name, active_from"): ("a", "2026-01-03")},
    ),
    _file(
        "days that sums left a hair before and behind midnight",
        DAYS.bytes(),
        "partner.xlsx",
        read=4,
        holds={BEGINS: ["2026-01-03", "2026-01-02", "2026-01-03", "2026-01-02"]},
    ),
    _file(
        "formats of numbers with the letters of days in them",
        book(
            texts("id", "naam", "plaats"),
            row(said("x1"), number("46025", 1), number("100", 2)),
            row(said("x2"), number("46025", 3), number("46025", 4)),
            formats=["Standaard", "# m2", "#,##0\\ d", "d mmm"],
        ).bytes(),
        "partner.xlsx",
        holds={partners(columns="name, place"): [("46025", "100"), ("46025", "2026-01-03")]},
    ),
    _file("an old workbook behind a password", _locked_xls(), "partner.xls", read=0, refused=LOCKED.format("partner.xls")),
    _file("a spreadsheet of LibreOffice behind a password", _locked_ods(), "partner.ods", read=0, refused=LOCKED.format("partner.ods")),
    _file(
        "percentages and codes of LibreOffice, of which the format is not read",
        ods.book(
            ods.texts("id", "naam", "plaats"),
            ods.row(ods.value("float", "value", "12", "0012"), ods.said("a"), ods.value("percentage", "value", "0.45", "45%")),
        ),
        "partner.ods",
        read=1,
        holds={"SELECT place FROM partner WHERE id = '12'": "0.45"},
        said="2 numbers of sheet Blad1 were read without their format",
    ),
    _file(
        "a zero byte within a name of an old workbook",
        xls.workbook(["id", "naam"], [["x1", "a\0b"]]),
        "partner.xls",
        read=1,
        holds={partners(): "ab"},
    ),
    _file(
        "zero bytes in texts of Parquet",
        parquet_of({"id": IDS, "naam": pa.array(["a\0b", "\0"])}),
        "partner.parquet",
        rejected={2: "The cell is empty; fill it in."},
        holds={partners(): "ab"},
    ),
    _file(
        "moments of twelve bytes, one of them of long ago",
        parquet_of(
            {"id": IDS, "naam": NAMES, "actief van": pa.array([datetime(2026, 1, 3), datetime(1600, 1, 1)], pa.timestamp("us"))},  # noqa: DTZ001
            use_deprecated_int96_timestamps=True,
        ),
        "partner.parquet",
        holds={BEGINS: ["2026-01-03", "1600-01-01"]},
    ),
    _file(
        "numbers of half a word",
        parquet_of({"id": IDS, "rol": pa.array(["client"] * 2), "verleend": pa.array([1.5, 2048.0], pa.float16())}),
        "dealing.parquet",
        holds={GRANTED: ["1.50", "2048.00"]},
    ),
    _file(
        "decimals of three figures behind the point",
        parquet_of({"id": IDS, "rol": pa.array(["client"] * 2), "verleend": pa.array([Decimal("1.234"), Decimal("-0.005")])}),
        "dealing.parquet",
        holds={GRANTED: ["1.23", "-0.01"]},
    ),
    _file(
        "a zero before three decimals, which no thousands follow",
        "id;rol;verleend\nx1;client;0.125\nx2;client;100.250\n",
        "dealing.csv",
        holds={GRANTED: ["0.13", "100.25"]},
        said="the point marks decimals",
    ),
    _file(
        "codes that a spreadsheet is made to leave as they are",
        'id;naam;kvk\n="x1";a;="01234567"\nx2;b;"=""00123"""\nx3;c;="4";\nx4;d;="1"&"2"\n',
        read=4,
        holds={partners(columns="id, kvk_number"): [("x1", "01234567"), ("x2", "00123"), ("x3", "4"), ("x4", '="1"&"2"')]},
    ),
    _file(
        "a day and a time parted by a comma, as a browser writes them",
        "id;naam;actief van\nx1;a;3-1-2026, 14:05:00\nx2;b;13-1-2026, 09:00\n",
        holds={BEGINS: ["2026-01-03", "2026-01-13"]},
    ),
    _file(
        "times that no clock has",
        "id;naam;actief van\nx1;a;2026-01-03 24:00\nx2;b;2026-01-03 25:00\nx3;c;2026-01-03 12:60\n",
        read=3,
        rejected={
            3: "'2026-01-03 25:00' is not a day; write it as 2026-11-25.",
            4: "'2026-01-03 12:60' is not a day; write it as 2026-11-25.",
        },
        holds={BEGINS: "2026-01-03"},
    ),
    _file(
        "the header again in capitals, and with blanks around its names",
        "id;naam\nx1;a\nID;NAAM\n id ; naam \nx2;b\n",
        read=4,
        rejected={3: REPEATS, 4: REPEATS},
        holds=TWO,
    ),
    _file(
        "totals of each group and of all between the rows",
        "naam;plaats\nxa;Delft\nSubtotaal;1\nTotaalplan;Gouda\nEindtotaal: 2;\nGrand Total;2\nTotal;Breda\nxb;Delft\n",
        read=7,
        rejected={3: TOTALS.format("Subtotaal"), 5: TOTALS.format("Eindtotaal: 2"), 6: TOTALS.format("Grand Total")},
        holds={"SELECT name FROM partner WHERE id LIKE 'partner-%' ORDER BY name": ["Totaalplan", "Total", "xa", "xb"]},
        said="4 rows of partner have no id",
    ),
    _file(
        "numbers of citizens under other names",
        "id;naam;BSN nr.;Burgerservicenr;klant_bsn;SofiNummer;clubsnaam\nx1;;111222333;111222333;111222333;111222333;q\n",
        read=1,
        rejected={2: "The cell is empty; fill it in."},
        holds={
            "SELECT count(*) FROM import_reject WHERE raw LIKE '%111222333%'": 0,
            "SELECT count(*) FROM import_reject WHERE raw LIKE '%clubsnaam%'": 1,
        },
        said="BSN nr., Burgerservicenr, klant_bsn and SofiNummer hold numbers of citizens",
    ),
    _with_profile("a profile with nothing in it", "niets", "The profile niets fills no table; add a section for one, such as [partner]."),
    _with_profile("a profile with a mark of UTF-8", "merkteken"),
    _with_profile(
        "a profile that names an encoding in which the file is not written",
        "breed",
        "partner.csv is not written in utf-16; name another in the profile.",
    ),
    _with_profile(
        "a profile that names an encoding of addresses", "idna", "partner.csv is not written in idna; name another in the profile."
    ),
    _with_profile(
        "a profile that names an encoding that reads nothing",
        "ongelezen",
        "There is no encoding undefined; name another in the profile, such as utf-8 or windows-1252.",
    ),
    _with_profile(
        "a profile that sets a day of the owner that is none",
        "peildag",
        "The setting as_of is 'binnenkort', which is no day from 1900 to 2199; write it as 2026-11-25.",
    ),
    _with_profile(
        "a profile that reads numbers of citizens under another name",
        "burgers",
        "The profile reads BSN nr., which holds numbers of citizens; take it out.",
        "BSN nr.;naam",
    ),
)
