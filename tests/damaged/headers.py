"""Headers, and rows that belong to the form of a table rather than to it."""

from __future__ import annotations

from tests.damaged.variant import Variant, partners

TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
REPEATED = "The row repeats the names of the columns; take it out."
EMPTY = "partner.csv is empty; export it again with a header and rows, or choose another file."
NOT_TOLD = "{} does not tell what it holds; name the file after a table, or say which with --record or a profile."


def _file(name: str, content: str, holds: dict[str, object] = TWO, read: int = 2, **more: object) -> Variant:
    return Variant(name, {"partner.csv": content.encode()}, read=read, holds=holds, **more)


def _lacks(*columns: str, file: str = "partner.csv") -> str:
    return f"{file} has no column {', '.join(columns)}; add it, rename the column that holds it, or use a profile."


UNKNOWN = ";".join(f"kolom {n}" for n in range(400))

VARIANTS = (
    _file("a header in capitals with blanks and signs", " ID ;N-A-A-M;Plaats:\nx1;a;Delft\nx2;b;Gouda\n"),
    _file("a header in camel case", "partnerId;organisatieNaam\nx1;a\nx2;b\n"),
    _file("a header in quotes with a line end in it", '"id";"naam\n";"plaats"\nx1;a;Delft\nx2;b;Gouda\n'),
    _file("a column that is there twice", "id;naam;naam\nx1;a;a\nx2;b;\n", said="the column naam is not known, or is there twice"),
    _file(
        "a column that is there twice and says something else",
        "id;naam;naam\nx1;a;z\nx2;b;z\n",
        {},
        refused="partner.csv: two columns are called naam (names 2 and 3 of the header) and differ, first in row 2; "
        "give them names of their own, or take one of them out.",
    ),
    _file("two columns that mean the same", "id;naam;organisatie\nx1;a;z\nx2;b;z\n", said="organisatie"),
    _file("a column without a name", "id;;naam\nx1;z;a\nx2;z;b\n"),
    _file("columns without a name at the end", "id;naam;;;\nx1;a;;;\nx2;b;;;\n"),
    _file("a column of row numbers without a name", ";id;naam\n0;x1;a\n1;x2;b\n"),
    _file(
        "four hundred columns that nobody knows",
        f"id;naam;{UNKNOWN}\nx1;a{';z' * 400}\nx2;b{';z' * 400}\n",
        said="400 columns are not known",
    ),
    _file("the header again halfway", "id;naam\nx1;a\nid;naam\nx2;b\n", read=3, rejected={3: REPEATED}),
    _file("the header again behind each page", "id;naam\nx1;a\n\nid;naam\nx2;b\n\nid;naam\n", read=4, rejected={4: REPEATED, 7: REPEATED}),
    _file("a second header in words of the system", "id;naam\nx1;a\nx2;b\n", said="header on row 1"),
    _file("a title, an empty line and then the header", "Relaties van de stad\n\nid;naam\nx1;a\nx2;b\n", said="header on row 3"),
    _file(
        "ten lines about the export above the header",
        "".join(f"Regel {n}: toelichting\n" for n in range(10)) + "id;naam\nx1;a\nx2;b\n",
        said="header on row 11",
    ),
    _file(
        "a row of totals at the end",
        "id;naam\nx1;a\nx2;b\n;Totaal: 2\n",
        read=3,
        rejected={4: "'Totaal: 2' looks like the row of totals; take it out, or give the row an id if it is meant."},
    ),
    _file(
        "lines about the export below the rows, each within the columns",
        "id;naam;plaats\nx1;a;Delft\nx2;b;Gouda\n;Bron: CRM, 1 mei;\n;Pagina 1 van 3;\nGegenereerd op 1-5-2026;;\n",
        read=5,
        rejected={
            4: "'Bron: CRM, 1 mei' is a line under the table that speaks of the export; take it out.",
            5: "'Pagina 1 van 3' is a line under the table that speaks of the export; take it out.",
            6: "'Gegenereerd op 1-5-2026' is a line under the table that speaks of the export; take it out.",
        },
    ),
    _file(
        "names that begin as a line about the export does",
        "naam;plaats\na;Delft\nBron Welzijn;\nGenerated Ideas;\n",
        {"SELECT name FROM partner WHERE id NOT IN ('p1', 'p2') ORDER BY name": ["Bron Welzijn", "Generated Ideas", "a"]},
        read=3,
    ),
    _file(
        "a line about the export below the rows",
        "id;naam;plaats\nx1;a;Delft\nx2;b;Gouda\nBron: CRM, 1 mei\n",
        read=3,
        rejected={4: "The row has one cell where the header has 3; mend the delimiters or quotes."},
    ),
    _file(
        "the number of rows below them, as a database writes it",
        "id;naam\nx1;a\nx2;b\n\n(2 rows affected)\n",
        read=3,
        rejected={5: "'(2 rows affected)' is a line under the table that says how many rows it has; take it out."},
    ),
    _file("a column lacking that every partner needs", "id;plaats\nx1;Delft\n", {}, refused=_lacks("name")),
    _file("no header at all", "x1;Bakker;Delft\nx2;Slager;Gouda\n", {}, refused=_lacks("name")),
    _file("a header alone", "id;naam\n", {"SELECT count(*) FROM partner": 2}, 0),
    _file("a header alone without a line end", "id;naam", {"SELECT count(*) FROM partner": 2}, 0),
    _file("a file of delimiters alone", ";;;\n;;;\n", {}, refused=EMPTY),
    _file("a file of nothing", "", {}, refused=EMPTY),
    _file("a file of blanks and line ends", " \n \t\n\u00a0\n", {}, refused=EMPTY),
    _file("a table on its side", "id;x1;x2\nnaam;a;b\nplaats;Delft;Gouda\n", {}, refused=_lacks("name")),
    _file("numbers of citizens beside the names", "id;naam;BSN\nx1;a;123456782\nx2;b;111222333\n", said="holds numbers of citizens"),
    _file(
        "numbers of citizens in a row that is too wide",
        "id;naam;BSN\nx1;a;123456782\nx2;b;111222333;z\n",
        {partners(): "a", "SELECT count(*) FROM import_reject WHERE raw LIKE '%111222333%'": 0},
        rejected={3: "The row has 4 cells where the header has 3; mend the delimiters or quotes."},
    ),
    Variant(
        "a register of something else, of which two columns sound familiar",
        {"risicoprofielen.csv": b"type;naam;gemeente;profiel;rapport;oordeel\nKDV;De Beer;Delft;groen;12;ja\n"},
        refused=NOT_TOLD.format("risicoprofielen.csv"),
    ),
    Variant("a table that could be two records", {"export.csv": b"id;naam\nx1;a\nx2;b\n"}, refused=NOT_TOLD.format("export.csv")),
    Variant("columns of which none is known", {"export.csv": b"foo;bar\n1;2\n"}, refused=NOT_TOLD.format("export.csv")),
    Variant(
        "a record that does not exist",
        {"export.csv": b"id;naam\nx1;a\n"},
        options={"record": "klant"},
        refused="There is no table klant; see docs/columns.md for their names.",
    ),
    Variant(
        "a file named after another record than it holds",
        {"medewerkers.csv": b"id;dag;soort\nx1;2026-01-01;bezoek\n"},
        refused=_lacks("name", file="medewerkers.csv"),
    ),
    Variant(
        "a name of markup in a header and a cell",
        {"partner.csv": b"id;naam;<script>alert(1)</script>\nx1;<b>a</b>;z\n"},
        read=1,
        holds={partners(): "<b>a</b>"},
        said="<script>alert(1)</script>",
    ),
    Variant(
        "a header with a database's own words",
        {"partner.csv": b'id;naam;"; DROP TABLE partner; --"\nx1;"Robert\'); DROP TABLE partner;--";z\n'},
        read=1,
        holds={partners(): "Robert'); DROP TABLE partner;--"},
    ),
)
