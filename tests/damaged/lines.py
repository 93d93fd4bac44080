"""Delimiters, quotation marks and line ends."""

from __future__ import annotations

from tests.damaged.variant import Variant, partners

TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
UNDERLINE = "The row is the line under the header; take it out."
NEVER_CLOSED = (
    "partner.csv has a quotation mark that is never closed, most likely in row {}, of which a cell runs on over {} more {}; "
    "close it and import again."
)

WHOLE = "partner.csv has its rows within quotation marks as a whole; take those marks out and import it then."


def _file(name: str, content: str, holds: dict[str, object], read: int = 2, **more: object) -> Variant:
    return Variant(name, {"partner.csv": content.encode()}, read=read, holds=holds, **more)


def _width(cells: int, columns: int) -> str:
    told = "one cell" if cells == 1 else f"{cells} cells"
    return f"The row has {told} where the header has {columns}; mend the delimiters or quotes."


VARIANTS = (
    _file("line ends of an old Mac", "id;naam\rx1;a\rx2;b\r", TWO),
    _file("line ends of Windows written twice", "id;naam\r\r\nx1;a\r\r\nx2;b\r\r\n", TWO),
    _file("line ends of three kinds in one file", "id;naam\r\nx1;a\rx2;b\n", TWO),
    _file("no line end behind the last row", "id;naam\nx1;a\nx2;b", TWO),
    _file("empty lines before, between and behind the rows", "\n\nid;naam\n\nx1;a\n\n\nx2;b\n\n\n", TWO),
    _file("lines of blanks and lines of delimiters between the rows", "id;naam\nx1;a\n   \n;\n \t ; \nx2;b\n", TWO),
    _file("a delimiter too many behind every row and the header", "id;naam;\nx1;a;\nx2;b;\n", TWO),
    _file("a delimiter too many behind the rows alone", "id;naam\nx1;a;;\nx2;b;\n", TWO),
    _file(
        "a delimiter too few where the last cells are empty",
        "id;naam;plaats\nx1;a;Delft\nx2;b\n",
        {partners(): "a"},
        rejected={3: _width(2, 3)},
    ),
    _file("a row that is cut off in its middle", "id;naam;plaats;over\nx1;a;Delft;x\nx2;b;", {partners(): "a"}, rejected={3: _width(3, 4)}),
    _file("a cell too many in one row", "id;naam;plaats\nx1;a;Delft\nx2;b;Gouda;ja\n", {partners(): "a"}, rejected={3: _width(4, 3)}),
    _file(
        "a comma in a name without quotes",
        "id,naam,plaats\nx1,a,Delft\nx2,Bakker, Zn,Gouda\n",
        {partners(): "a"},
        rejected={3: _width(4, 3)},
    ),
    _file(
        "a semicolon in the cells of a file of commas",
        "id,naam,over\nx1,a,één; twee; drie\nx2,b,vier; vijf; zes\n",
        {partners(columns="about"): ["één; twee; drie", "vier; vijf; zes"]},
    ),
    _file(
        "decimal commas in a file of semicolons",
        "id;naam;over\nx1;a;1,5, 2,5\nx2;b;3,5, 4,5\n",
        {partners(columns="about"): ["1,5, 2,5", "3,5, 4,5"]},
    ),
    _file("the mark of Excel that names a semicolon", "sep=;\nid;naam\nx1;a\nx2;b\n", TWO, said="header on row 2"),
    _file("the mark of Excel that names a comma", "sep=,\r\nid,naam\r\nx1,a\r\nx2,b\r\n", TWO),
    _file("the mark of Excel in quotes", '"sep=;"\nid;naam\nx1;a\nx2;b\n', TWO),
    _file("the mark of Excel that names a sign we would not guess", "sep=^\nid^naam\nx1^a\nx2^b\n", TWO),
    _file("cells parted by tabs in a file called .csv", "id\tnaam\nx1\ta\nx2\tb\n", TWO),
    _file("cells parted by bars", "id|naam\nx1|a\nx2|b\n", TWO),
    _file("cells parted by a tilde, named in a profile", "id~naam\nx1~a\nx2~b\n", TWO, options={"profile": "tilde"}),
    _file(
        "cells parted by the sign for units of old mainframes",
        "id\x1fnaam\nx1\x1fa\nx2\x1fb\n",
        {},
        refused="partner.csv has no column name; add it, rename the column that holds it, or use a profile.",
    ),
    _file("a blank behind every delimiter", "id; naam\nx1; a\nx2; b\n", TWO),
    _file(
        "a blank before quotes around a name with the delimiter in it",
        'id, naam, plaats\nx1, a, Delft\nx2, "b, c", Gouda\n',
        {partners(): ["a", "b, c"]},
    ),
    _file(
        "one column whose last value holds a semicolon",
        "naam\nBakker\nSlager; Zoon\n",
        {"SELECT name FROM partner WHERE name IN ('Bakker', 'Slager; Zoon') ORDER BY name": ["Bakker", "Slager; Zoon"]},
    ),
    _file("one column of names with commas", "naam\nBakker, Zn\nSlager, Zn\n", {"SELECT count(*) FROM partner WHERE name LIKE '%, Zn'": 2}),
    _file("quotation marks doubled within quotes", 'id;naam\nx1;"zeg ""hoi"""\nx2;b\n', {partners(): ['zeg "hoi"', "b"]}),
    _file("quotation marks within a name without quotes around", 'id;naam\nx1;de "Kade" bv\nx2;b\n', {partners(): ['de "Kade" bv', "b"]}),
    _file("an inch sign at the end of a cell", 'id;naam\nx1;scherm 24"\nx2;b\n', {partners(): ['scherm 24"', "b"]}),
    _file(
        "quotation marks escaped with a backslash",
        'id;naam;plaats\nx1;"zeg \\"hoi\\"";Delft\nx2;b;Gouda\n',
        {partners(columns="name, place"): [('zeg "hoi"', "Delft"), ("b", "Gouda")]},
    ),
    _file("text behind a closed quotation mark", 'id;naam\nx1;"a" bv\nx2;b\n', {partners(): ["a bv", "b"]}),
    _file("single quotes around every cell", "'id';'naam'\n'x1';'a'\n'x2';'b'\n", TWO),
    _file("curly quotes around a name", "id;naam\nx1;“a”\nx2;b\n", {partners(): ["“a”", "b"]}),
    _file("every cell in quotes", '"id";"naam"\n"x1";"a"\n"x2";"b"\n', TWO),
    _file("every row in quotes as a whole", '"id;naam"\n"x1;a"\n"x2;b"\n', {}, refused=WHOLE),
    _file(
        "line ends within quotes",
        'id;naam;over\nx1;a;"één\ntwee\r\ndrie"\nx2;;x\n',
        {partners(columns="about"): "één\ntwee\r\ndrie"},
        rejected={5: "The cell is empty; fill it in."},
    ),
    _file(
        "a quotation mark that is never closed",
        'id;naam\nx1;a\nx2;"b\n',
        {},
        refused="partner.csv has a quotation mark in row 3 that is never closed; close it and import again.",
    ),
    _file(
        "a quotation mark that swallows the rows behind it",
        'id;naam\nx1;"a\nx2;b\nx3;c\nx4;d\n',
        {},
        refused=NEVER_CLOSED.format(2, 3, "lines"),
    ),
    _file(
        "a quotation mark that swallows rows up to a quoted one and goes wrong from there",
        'id;naam;plaats\nx1;"a;Delft\nx2;b;Gouda\nx3;c;Breda\nx4;"d";"Leiden"\n',
        {},
        refused=NEVER_CLOSED.format(2, 3, "lines"),
    ),
    _file(
        "a name that takes in rows, where nothing else shows it",
        'id;naam\nx1;"a\nx2;b\nx3;c"\nx4;d\n',
        {partners(): ["a\nx2;b\nx3;c", "d"]},
        said="partner.csv: 1 cell in naam runs on over several lines: 'a' in row 2",
    ),
    _file(
        "a quotation mark that swallows a row up to the next one",
        'id;naam;plaats\nx1;"a;Delft\nx2;b;Gouda\nx3;"c";Leiden\nx4;d;Breda\n',
        {partners(): "d"},
        rejected={
            2: "A cell of this row runs on over the lines behind it (2; the first begins with 'x2;b;Gouda'); close its quotation mark."
        },
    ),
    _file("a quotation mark never closed in the header", 'id;"naam\nx1;a\nx2;b\n', {}, refused=NEVER_CLOSED.format(1, 2, "lines")),
    _file("lines that begin with a hash are no comments", "id;naam\n#x1;a\nx2;b\n", {"SELECT name FROM partner WHERE id = '#x1'": "a"}),
    _file("a comment above the header", "# uitvoer van 1 mei; door Jan\nid;naam;plaats\nx1;a;Delft\nx2;b;Gouda\n", TWO),
    _file("a line of dashes below the header", "id;naam\n----;----\nx1;a\nx2;b\n", TWO, 3, rejected={2: UNDERLINE}),
    Variant(
        "columns of a fixed width",
        {"partner.txt": b"id   naam      plaats\nx1   Bakker    Delft\nx2   Slager    Gouda\n"},
        refused="partner.txt has no column name; add it, rename the column that holds it, or use a profile.",
    ),
    Variant(
        "a table in Markdown",
        {"partner.md": b"| id | naam |\n|----|------|\n| x1 | a |\n| x2 | b |\n"},
        read=3,
        holds=TWO,
        rejected={2: UNDERLINE},
    ),
)
