"""Workbooks: cell formats, formulas, hidden rows, several sheets, and parts that lack or lie."""

from __future__ import annotations

from tests.damaged.variant import Variant, partners
from tests.damaged.written import ods, xls, xlsb
from tests.damaged.written.xlsx import RELATIONS, Book, R, Tab, book, number, row, said, texts

TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
NO_WORKBOOK = "partner.xlsx is not a whole Excel workbook; save it again in Excel and import it then."
EMPTY = "partner.xlsx is empty; export it again with a header and rows, or choose another file."
FAILED = "'{}' is what a spreadsheet shows for a formula that failed; mend it there."
DAYS = "SELECT active_from FROM partner WHERE id LIKE 'x%' ORDER BY id"
PLACES = partners(columns="place")
TABLE = (texts("id", "naam"), texts("x1", "a"), texts("x2", "b"))


def _book(
    name: str, made: Book | bytes, holds: dict[str, object] = TWO, read: int = 2, *, file: str = "partner.xlsx", **more: object
) -> Variant:
    return Variant(name, {file: made if isinstance(made, bytes) else made.bytes()}, read=read, holds=holds, **more)


def _shown(name: str, column: str, cells: list[tuple[str, str]], kept: list[object], field: str, **more: object) -> Variant:
    """A workbook with one cell a row, each with a format of its own, and what is kept of it."""
    formats = [format_ for format_, _ in cells]
    rows = [
        row(said(f"x{at:02}"), said("a"), number(figures, at) if not figures.startswith("<") else figures)
        for at, (_, figures) in enumerate(cells, 1)
    ]
    made = book(texts("id", "naam", column), *rows, formats=formats)
    return _book(name, made, {partners(columns=field): kept if len(kept) > 1 else kept[0]}, len(cells), **more)


def _part(name: str, part: str, content: str | bytes | None, **more: object) -> Variant:
    """A workbook of which one part is written otherwise, or lacks."""
    return _book(name, book(*TABLE, parts={part: content}), **more)


def _kind(kind: str, value: str, more: str = "") -> str:
    return f'<c t="{kind}">{more}<v>{value}</v></c>'


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
BOOK = f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{R}"><sheets>{{}}</sheets></workbook>'
TARGET = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/worksheet" Target="{{}}"/></Relationships>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

VARIANTS = (
    _shown(
        "days under many formats",
        "actief van",
        [
            ("yyyy-mm-dd", "46025"),
            ("d-m-yy", "46025"),
            ("dddd d mmmm yyyy", "46025"),
            ("[$-413]d mmm yyyy;@", "46025"),
            ("d-m-yyyy h:mm", "46025.5"),
            ('"dag "d/m/yyyy', "46025"),
        ],
        ["2026-01-03"] * 6,
        "active_from",
    ),
    _shown(
        "days as text, as number and as a day in one column",
        "actief van",
        [("General", said("3-1-2026")), ("yyyy-mm-dd", "46025"), ("@", said("2026-01-03"))],
        ["2026-01-03"] * 3,
        "active_from",
    ),
    _shown(
        "a number of a day that has no format of a day",
        "actief van",
        [("General", "46025"), ("yyyy-mm-dd", "46025")],
        ["2026-01-03"],
        "active_from",
        rejected={2: "'46025' is not a day; write it as 2026-11-25."},
    ),
    _shown(
        "days of early 1900 around the leap day that was not",
        "actief van",
        [("yyyy-mm-dd", "1"), ("yyyy-mm-dd", "59"), ("yyyy-mm-dd", "61")],
        ["1900-01-01", "1900-02-28", "1900-03-01"],
        "active_from",
    ),
    _shown(
        "the leap day of 1900 that was not",
        "actief van",
        [("yyyy-mm-dd", "60"), ("yyyy-mm-dd", "61")],
        ["1900-03-01"],
        "active_from",
        rejected={2: "'1900-02-29' is not a day; write it as 2026-11-25."},
    ),
    _shown(
        "a day below zero and one beyond the calendar",
        "actief van",
        [("yyyy-mm-dd", "-5"), ("yyyy-mm-dd", "99999999"), ("yyyy-mm-dd", "46025")],
        ["2026-01-03"],
        "active_from",
        rejected={2: "'-5' is not a day; write it as 2026-11-25.", 3: "'99999999' is not a day; write it as 2026-11-25."},
    ),
    _shown(
        "days written as ISO by the workbook itself",
        "actief van",
        [("General", _kind("d", "2026-01-03")), ("General", _kind("d", "2026-01-03T00:00:00"))],
        ["2026-01-03"] * 2,
        "active_from",
    ),
    _book(
        "the days of 1904",
        book(
            texts("id", "naam", "actief van"),
            row(said("x1"), said("a"), number("44563", 1)),
            formats=["yyyy-mm-dd"],
            properties='<workbookPr date1904="1"/>',
        ),
        {DAYS: "2026-01-03"},
        1,
    ),
    _shown(
        "numbers with leading zeros by their format",
        "kvk",
        [("00000000", "1234567"), ("0000 0000", "1234567"), ("@", said("01234567")), ("General", "1234567")],
        ["01234567", "0123 4567", "01234567", "1234567"],
        "kvk_number",
    ),
    _shown(
        "long numbers that a spreadsheet shows as a power of ten",
        "kvk",
        [("General", "1.23456789012E+11"), ("General", "123456789012345680000"), ("0.00E+00", "123456789012")],
        ["123456789012", "123456789012345680000", "123456789012"],
        "kvk_number",
    ),
    _shown(
        "numbers with the tail of a computer's sums",
        "plaats",
        [("General", "0.30000000000000004"), ("General", "1.1000000000000001"), ("General", "1E-3"), ("General", "-0")],
        ["0.3", "1.1", "0.0010", "0"],
        "place",
    ),
    _shown(
        "yes and no, words of error and formulas",
        "plaats",
        [
            ("General", _kind("b", "1")),
            ("General", _kind("e", "#N/A")),
            ("General", _kind("str", "som", "<f>A1</f>")),
            ("General", "<c><f>A1+1</f></c>"),
            ("General", "<c><f>A1</f><v>3</v></c>"),
            ("General", _kind("e", "#REF!")),
        ],
        ["true", "som", None, "3"],
        "place",
        rejected={3: FAILED.format("#N/A"), 7: FAILED.format("#REF!")},
    ),
    _book(
        "an error of a formula where a name is needed",
        book(texts("id", "naam"), row(said("x1"), _kind("e", "#REF!")), texts("x2", "b")),
        {partners(): "b"},
        rejected={2: FAILED.format("#REF!")},
    ),
    _book(
        "shared texts, some of several runs and with how they are spoken",
        book(
            texts("id", "naam"),
            row(said("x1"), _kind("s", "0")),
            row(said("x2"), _kind("s", "1")),
            texts=["<r><t>Ca</t></r><r><rPr><b/></rPr><t>fé</t></r>", "<t>京</t><rPh sb='0' eb='1'><t>kyo</t></rPh>"],
        ),
        {partners(): ["Café", "京"]},
    ),
    _book(
        "a shared text that does not exist",
        book(texts("id", "naam"), row(said("x1"), _kind("s", "99")), texts=["<t>a</t>"]),
        refused=NO_WORKBOOK,
    ),
    _book(
        "signs of control written as the workbook writes them",
        book(texts("id", "naam"), row(said("x1"), said("a_x000D_b")), row(said("x2"), said("c_x0041_d"))),
        {partners(): ["a\rb", "cAd"]},
    ),
    _book(
        "line ends and blanks within cells",
        book(texts("id", "naam"), row(said("x1"), said(" a\nb ")), texts("x2", "b\tc")),
        {partners(): ["a\nb", "b\tc"]},
    ),
    _book(
        "merged cells hold their value in the first alone",
        Book(
            [
                Tab(
                    "Blad1",
                    "".join([texts("id", "naam", "plaats"), texts("x1", "a", "Delft"), texts("x2", "b", "")]),
                    '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
                )
            ]
        ),
        {PLACES: ["Delft", None]},
        said="a cell of sheet Blad1 under plaats is merged over the rows 2 to 3 and counts for the first of them alone",
    ),
    _book(
        "a title and a header of merged cells",
        Book(
            [
                Tab(
                    "Blad1",
                    "".join([texts("Relaties"), texts(""), *TABLE]),
                    '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="B3:C3"/></mergeCells>',
                )
            ]
        ),
        said="header on row 3",
    ),
    _shown(
        "hours that run on, which are no day",
        "actief van",
        [("[h]:mm", "1.25"), ("[u]:mm", "1.25"), ("[mm]:ss", "1.25"), ("yyyy-mm-dd", "46025")],
        ["2026-01-03"],
        "active_from",
        rejected=dict.fromkeys((2, 3, 4), "'1.25' is not a day; write it as 2026-11-25."),
    ),
    Variant(
        "an amount as text, parted by a point, among numbers",
        {
            "dealing.xlsx": book(
                texts("id", "rol", "verleend"), texts("x1", "client", "1.234"), row(said("x2"), said("client"), number("99.5"))
            ).bytes()
        },
        read=2,
        holds={"SELECT granted FROM dealing WHERE id LIKE 'x%' ORDER BY id": ["1.23", "99.50"]},
        said="verleend has numbers that are text among others, such as '1.234' in row 2",
    ),
    _book(
        "numbers stored as text",
        book(texts("id", "naam", "actief van"), row(said("x1"), said("a"), said("'46025")), texts("x2", "b", "2026-01-03")),
        {DAYS: "2026-01-03"},
        rejected={2: "''46025' is not a day; write it as 2026-11-25."},
    ),
    _book(
        "hidden rows",
        book(texts("id", "naam"), texts("x1", "a"), row(said("x2"), said("b"), more=' hidden="1"')),
        said="1 hidden row of sheet Blad1 was read too",
    ),
    _book(
        "a hidden column",
        Book([Tab("Blad1", "".join(TABLE), '<cols><col min="2" max="2" hidden="1"/></cols>')]),
        said="partner.xlsx: the column naam of sheet Blad1 is hidden",
    ),
    _book(
        "a hidden sheet beside the table",
        Book([Tab("Blad1", "".join(TABLE)), Tab("Geheim", texts("id", "naam") + texts("x9", "z"), state="hidden")]),
        said="the hidden sheet Geheim was not read",
    ),
    _book(
        "a sheet that hides deeper",
        Book([Tab("Diep", texts("id", "naam") + texts("x9", "z"), state="veryHidden"), Tab("Blad1", "".join(TABLE))]),
        said="Diep",
    ),
    _book("nothing but a hidden sheet", Book([Tab("Geheim", "".join(TABLE), state="hidden")]), refused=EMPTY),
    _book(
        "a sheet of explanation beside the table",
        Book([Tab("Toelichting", texts("Dit komt uit het CRM")), Tab("partner", "".join(TABLE))]),
        file="export.xlsx",
        said="holds no table that is known",
    ),
    _book(
        "two sheets of one record",
        Book([Tab("partners", texts("id", "naam") + texts("x1", "a")), Tab("relaties", texts("id", "naam") + texts("x2", "b"))]),
        file="export.xlsx",
    ),
    _book(
        "sheets of two records",
        Book([Tab("partner", "".join(TABLE)), Tab("medewerker", texts("id", "naam") + texts("y1", "Eva"))]),
        TWO | {"SELECT name FROM employee WHERE id = 'y1'": "Eva"},
        3,
        file="export.xlsx",
    ),
    _book(
        "sheets of which one lacks a column",
        Book([Tab("partner", "".join(TABLE)), Tab("medewerker", texts("id", "mail") + texts("y1", "z"))]),
        file="export.xlsx",
        refused="export.xlsx (medewerker) has no column name; add it, rename the column that holds it, or use a profile.",
    ),
    _book("a workbook without a row", book(), refused=EMPTY),
    _book("a sheet with a header alone", book(texts("id", "naam")), {"SELECT count(*) FROM partner": 2}, 0),
    _book(
        "a title and empty rows above the header",
        book(
            texts("Relaties"),
            row(),
            texts("Versie", "1"),
            row(),
            texts("id", "naam", "plaats"),
            texts("x1", "a", "Delft"),
            texts("x2", "b", "Gouda"),
        ),
        said="header on row 5",
    ),
    _book(
        "a table that begins in the middle of the sheet",
        book(
            '<row r="7"><c r="D7" t="str"><v>id</v></c><c r="E7" t="str"><v>naam</v></c></row><row r="9"><c r="D9" t="str"><v>x1</v></c><c r="E9" t="str"><v>a</v></c></row><row r="10"><c r="D10" t="str"><v>x2</v></c><c r="E10" t="str"><v>b</v></c></row>'
        ),
        said="header on row 7",
    ),
    _book("text beside the table, under no header", book(texts("id", "naam"), texts("x1", "a", "", "let op!"), texts("x2", "b"))),
    _book(
        "coloured rows without a value below the table",
        book(*TABLE, *(row('<c s="1"/>', '<c s="1"/>') for _ in range(2000)), formats=["General"]),
    ),
    _book(
        "rows in another order than their numbers",
        book(
            '<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>naam</v></c></row><row r="3"><c r="A3" t="str"><v>x2</v></c><c r="B3" t="str"><v>b</v></c></row><row r="2"><c r="A2" t="str"><v>x1</v></c><c r="B2" t="str"><v>a</v></c></row>'
        ),
    ),
    _book(
        "a row number and a column beyond the sheet",
        book(
            *TABLE[:2],
            '<row r="99999999"><c r="A1" t="str"><v>x2</v></c><c r="B1" t="str"><v>b</v></c><c r="ZZZZZZ1" t="str"><v>z</v></c></row>',
        ),
    ),
    _book("a row number that is no number", book(*TABLE[:2], '<row r="drie"><c t="str"><v>x2</v></c></row>'), refused=NO_WORKBOOK),
    _book(
        "a style that does not exist",
        book(texts("id", "naam"), texts("x1", "a"), row(said("x2"), number("5", 4000))),
        {partners(): ["a", "5"]},
    ),
    _book(
        "a style below zero and one that is no number",
        book(texts("id", "naam"), texts("x1", "a"), row(said("x2"), '<c s="-7"><v>5</v></c>')),
        {partners(): ["a", "5"]},
    ),
    _book(
        "a number that is no number",
        book(texts("id", "naam"), texts("x1", "a"), row(said("x2"), number("12abc"))),
        {partners(): ["a", "12abc"]},
    ),
    _book(
        "a number beyond all measure",
        book(texts("id", "naam"), texts("x1", "a"), row(said("x2"), number("1E999999")), row(said("x3"), number("NaN"))),
        {partners("id = 'x1'"): "a"},
        3,
        rejected={},
    ),
    _part("no styles", "xl/styles.xml", None),
    _part("styles that are broken off", "xl/styles.xml", "<styleSheet><cellXfs>", refused=NO_WORKBOOK),
    _part("no list of sheets", "xl/workbook.xml", None, refused=NO_WORKBOOK),
    _part("a list of sheets without a sheet", "xl/workbook.xml", BOOK.format(""), refused=EMPTY),
    _part("a sheet that is listed and not there", "xl/worksheets/sheet1.xml", None, refused=NO_WORKBOOK),
    _part("a sheet that is broken off", "xl/worksheets/sheet1.xml", SHEET.format("".join(TABLE))[:200], refused=NO_WORKBOOK),
    _part(
        "a sheet that breaks off behind many rows",
        "xl/worksheets/sheet1.xml",
        SHEET.format("".join(TABLE) + texts("x3", "c") * 40)[:-40],
        refused="partner.xlsx cannot be read to its end; copy, pack or export it again.",
    ),
    _part("a sheet that is no XML", "xl/worksheets/sheet1.xml", b"\x00\xff\xfe niets", refused=NO_WORKBOOK),
    _part("no relations between the parts", "xl/_rels/workbook.xml.rels", None, refused=NO_WORKBOOK),
    _part(
        "a relation that climbs out of the workbook",
        "xl/_rels/workbook.xml.rels",
        TARGET.format("../../../../etc/passwd/worksheets"),
        refused=NO_WORKBOOK,
    ),
    _part(
        "a relation to a page on the internet",
        "xl/_rels/workbook.xml.rels",
        TARGET.format("https://kwaad.example/worksheets/sheet1.xml"),
        refused=NO_WORKBOOK,
    ),
    _part("a relation with a path from the root", "xl/_rels/workbook.xml.rels", TARGET.format("/xl/worksheets/sheet1.xml")),
    _part("a relation with a path that goes round", "xl/_rels/workbook.xml.rels", TARGET.format("../xl/./worksheets/sheet1.xml")),
    _part("a part that climbs out of the archive", "../../../tmp/kwaad.txt", "kwaad"),
    _part(
        "an entity that laughs a billion times",
        "xl/worksheets/sheet1.xml",
        LAUGHS + SHEET.format("".join(TABLE) + texts("x3", "LACH").replace("LACH", "&j;")),
        refused=NO_WORKBOOK,
    ),
    _part(
        "an entity that reads a file of the machine",
        "xl/worksheets/sheet1.xml",
        OUTSIDE + SHEET.format("".join(TABLE) + texts("x3", "LEES").replace("LEES", "&x;")),
        refused=NO_WORKBOOK,
    ),
    _book("a workbook cut in half", book(*TABLE).bytes()[:900], refused=NO_WORKBOOK),
    _book(
        "a workbook whose bytes are turned over in its middle",
        book(*TABLE).bytes()[:700] + b"\xff" * 40 + book(*TABLE).bytes()[740:],
        refused=NO_WORKBOOK,
    ),
    _book("an archive that is no workbook", Book([], parts={"xl/workbook.xml": None, "brief.txt": "hallo"}).bytes(), refused=NO_WORKBOOK),
    _book(
        "a document of Word",
        Book([], parts={"xl/workbook.xml": None, "word/document.xml": "<w/>"}).bytes(),
        file="partner.docx",
        refused="partner.docx is not a whole Excel workbook; save it again in Excel and import it then.",
    ),
    _book(
        "a workbook behind a password",
        xls.compound("EncryptedPackage", bytes(5000)),
        refused="partner.xlsx is locked with a password; take the password off in Excel and import it then.",
    ),
    _book(
        "a sheet that the profile names and that is not there",
        book(*TABLE),
        options={"profile": "tabblad"},
        refused="partner.xlsx has no sheet Relaties; its sheets are Blad1.",
    ),
    _book(
        "numbers of an old workbook",
        xls.book([["id", "naam", "plaats"], ["x1", "a", 12.5], [7.0, "b", 1e15]]),
        {PLACES: "12.5", "SELECT place FROM partner WHERE id = '7'": "1000000000000000"},
        file="partner.xls",
    ),
    _book(
        "an old workbook cut in half",
        xls.workbook(["id", "naam"], [["x1", "a"]])[:2000],
        file="partner.xls",
        refused="partner.xls is not a whole Excel workbook; save it again in Excel and import it then.",
    ),
    _book(
        "an old workbook without a table in it",
        xls.compound("Workbook", b"\xff" * 500),
        file="partner.xls",
        refused="partner.xls is not a whole Excel workbook; save it again in Excel and import it then.",
    ),
    _book("an old workbook that is called .xlsx", xls.workbook(["id", "naam"], [["x1", "a"], ["x2", "b"]])),
    _book("a workbook that is called .xls", book(*TABLE), file="partner.xls"),
    _book("a workbook that is called .csv", book(*TABLE), file="partner.csv"),
    _book(
        "numbers of a binary workbook",
        xlsb.book([["id", "naam", "plaats"], ["x1", "a", 12.5], ["x2", "b", 3.0]]),
        {PLACES: ["12.5", "3"]},
        file="partner.xlsb",
    ),
    _book(
        "a binary workbook cut in half",
        xlsb.workbook(["id", "naam"], [["x1", "a"]])[:600],
        file="partner.xlsb",
        refused="partner.xlsb is not a whole Excel workbook; save it again in Excel and import it then.",
    ),
    _book(
        "days, numbers and yes in a spreadsheet of LibreOffice",
        ods.book(
            ods.texts("id", "naam", "actief van", "plaats"),
            ods.row(
                ods.said("x1"),
                ods.said("a"),
                ods.value("date", "date-value", "2026-01-03", "03-01-26"),
                ods.value("float", "value", "12.5"),
            ),
            ods.row(ods.said("x2"), ods.said("b"), ods.said("3-1-2026"), ods.value("boolean", "boolean-value", "true", "WAAR")),
        ),
        {partners(columns="active_from, place"): [("2026-01-03", "12.5"), ("2026-01-03", "true")]},
        file="partner.ods",
    ),
    _book(
        "cells and rows that LibreOffice says are repeated",
        ods.book(
            ods.texts("id", "naam", "plaats"),
            ods.row(ods.said("x1"), ods.said("a").replace("cell ", 'cell table:number-columns-repeated="2" ')),
            ods.row("<table:table-cell/>", more=' table:number-rows-repeated="1000000"'),
        ),
        {partners(columns="name, place"): ("a", "a")},
        1,
        file="partner.ods",
    ),
    _book(
        "a spreadsheet of LibreOffice cut in half",
        ods.spreadsheet(["id", "naam"], [["x1", "a"]])[:500],
        file="partner.ods",
        refused="partner.ods is not a whole Excel workbook; save it again in Excel and import it then.",
    ),
)
