"""Cells: numbers, amounts and words in every notation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.damaged.variant import Variant

LONGEST = 200

NO_AMOUNT = "'{}' is not an amount; write figures only, such as 1250.50."


def _amounts(
    name: str, cells: Sequence[str], kept: Sequence[str | None], wrong: Mapping[int, str] | None = None, **more: object
) -> Variant:
    """A file of dealings with these amounts, and what is kept of those that are read."""
    rows = "".join(f"x{at}\tsubsidie\t{cell}\n" for at, cell in enumerate(cells))
    found: object = list(kept) if len(kept) != 1 else kept[0]
    return Variant(
        name,
        {"dealing.tsv": f"id\trol\tverleend\n{rows}".encode()},
        read=len(cells),
        rejected={row: NO_AMOUNT.format(cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…") for row, cell in (wrong or {}).items()},
        holds={"SELECT granted FROM dealing WHERE id LIKE 'x%' ORDER BY id": found},
        **more,
    )


def _column(name: str, table: str, column: str, cells: Sequence[str], kept: Sequence[object], **more: object) -> Variant:
    """A file of one record in which one column is written so; the rest of each row is valid."""
    heads = {
        "goal_update": ("doel_id\tdag\tstand", "g1\t2026-05-{:02}\tloopt"),
        "interest": ("id\tonderwerp_id", "x{}\tt1"),
        "contact_moment": ("id\tdag\tsoort\tpartner_id", "x{}\t2026-05-01\tbezoek\tp1"),
        "tie": ("id\temployee_id\tpartner_id\tkind", "x{}\te1\tp1\tcontent"),
        "partner": ("id\tnaam", "x{}\ta"),
    }
    head, row = heads[table]
    rows = "".join(f"{row.format(at)}\t{cell}\n" for at, cell in enumerate(cells, 1))
    which = "day >= DATE '2026-05-01' AND day < DATE '2026-06-01'" if table == "goal_update" else "id LIKE 'x%'"
    found: object = list(kept) if len(kept) != 1 else kept[0]
    return Variant(
        name,
        {f"{table}.tsv": f"{head}\t{column}\n{rows}".encode()},
        read=len(cells),
        holds={f"SELECT {column} FROM {table} WHERE {which} ORDER BY ALL": found},
        **more,
    )


YES_NO = "'{}' is neither yes nor no; write true or false."
WORDS = "'{}' is not a word of this list; write one of visit, meeting, call, email, letter, event, other."

VARIANTS = (
    _amounts("thousands by points and a decimal comma", ["1.234,56", "12,5"], ["1234.56", "12.50"], said="the comma marks decimals"),
    _amounts("thousands by commas and a decimal point", ["1,234.56", "12.5"], ["1234.56", "12.50"], said="the point marks decimals"),
    _amounts("thousands by blanks", ["1 234,56", "1 234 567,5"], ["1234.56", "1234567.50"]),
    _amounts("thousands by blanks that do not break", ["1\u00a0234,56", "1\u202f234\u202f567,5"], ["1234.56", "1234567.50"]),
    _amounts("thousands by apostrophes, straight and curly", ["1'234.56", "1’234’567.5"], ["1234.56", "1234567.50"]),
    _amounts("thousands in groups of two, as in India", ["12,34,567.50", "5"], ["5.00"], {2: "12,34,567.50"}),
    _amounts("one amount with a comma among points", ["12.50", "13.75", "14,25"], ["12.50", "13.75"], {4: "14,25"}),
    _amounts(
        "amounts that could be thousands or thousandths", ["81,499", "1,000"], ["81499.00", "1000.00"], said="the point marks decimals"
    ),
    _amounts("a minus in front, of three kinds", ["-12,50", "−12,50", "- 12,50"], ["-12.50", "-12.50", "-12.50"]),
    _amounts("a minus that is a dash", ["–12,50", "3"], ["-12.50", "3.00"]),
    _amounts("a minus behind, as SAP writes it", ["12,50-", "3"], ["-12.50", "3.00"]),
    _amounts("brackets around what is negative", ["(12,50)", "(1.234,56)", "3"], ["-12.50", "-1234.56", "3.00"]),
    _amounts("a sign of the euro before, behind and in words", ["€ 12,50", "12,50 €", "EUR 12,50", "12,50 EUR", "€12,50"], ["12.50"] * 5),
    _amounts("a dash for the cents", ["€ 1.250,-", "12,--", "3,—"], ["1250.00", "12.00", "3.00"]),
    _amounts(
        "a dash or two for the cents, among amounts with and without their currency",
        ["€ 250,-", "€ 1.250,=", "EUR 12,50", "12,50 EUR", "€12.500,--", "250,- euro", "7"],
        ["250.00", "1250.00", "12.50", "12.50", "12500.00", "250.00", "7.00"],
    ),
    _amounts("amounts without figures on one side of the point", [".50", "5.", "1.25"], ["0.50", "5.00", "1.25"]),
    _amounts("another currency", ["$ 12.50", "£3", "3"], ["3.00"], {2: "$ 12.50", 3: "£3"}),
    _amounts("words for no amount", ["n.v.t.", "-", "onbekend", "PM", "3"], ["3.00"], {2: "n.v.t.", 3: "-", 4: "onbekend", 5: "PM"}),
    _amounts(
        "NULL in capitals, and words like it",
        ["NULL", "null", "None", "nan", "NaN", "inf"],
        [None],
        {3: "null", 4: "None", 5: "nan", 6: "NaN", 7: "inf"},
    ),
    _amounts("figures with text behind them", ["1test", "1.2.3", "12,50 euro", "3"], ["12.50", "3.00"], {2: "1test", 3: "1.2.3"}),
    _amounts("figures of the Arabs and of full width", ["١٢", "１２", "3"], ["3.00"], {2: "١٢", 3: "１２"}),
    _amounts("a percentage in place of an amount", ["45%", "0,5 %", "3"], ["3.00"], {2: "45%", 3: "0,5 %"}),
    _amounts("a power of ten", ["1,5E+03", "2e3", "1E400"], ["1500.00", "2000.00"], {4: "1E400"}),
    _amounts("more figures than an amount can hold", ["1" * 17, "9" * 400, "3"], ["3.00"], {2: "1" * 17, 3: "9" * 400}),
    _amounts("more decimals than cents", ["1,005", "2,994", "0,1234567"], ["1.01", "2.99", "0.12"]),
    _amounts("a number of a computer's own writing", ["0x1F", "1_000", "0b11", "3"], ["3.00"], {2: "0x1F", 3: "1_000", 4: "0b11"}),
    _amounts("a formula as text", ["=1+1", "=SUM(A1:A3)", "3"], ["3.00"], {2: "=1+1", 3: "=SUM(A1:A3)"}),
    _amounts("an amount behind an apostrophe, as a spreadsheet guards text", ["'-12", "'+3", "4"], ["-12.00", "3.00", "4.00"]),
    _amounts("words of a broken spreadsheet", ["#N/A", "#VERW!", "########", "3"], ["3.00"], {2: "#N/A", 3: "#VERW!", 4: "########"}),
    _amounts("a time in place of an amount", ["12:30", "3"], ["3.00"], {2: "12:30"}),
    _amounts("a day in place of an amount", ["01-02-2026", "3"], ["3.00"], {2: "01-02-2026"}),
    _column("percentages with and without their sign", "goal_update", "progress", ["45 %", "45%", "45", "0,5 %"], [0.5, 45.0, 45.0, 45.0]),
    _column(
        "a progress above a hundred and below zero",
        "goal_update",
        "progress",
        ["100", "101", "-1", "1e9"],
        [100.0],
        rejected={row: f"'{cell}' is not a number from 0 to 100." for row, cell in {3: "101", 4: "-1", 5: "1e9"}.items()},
    ),
    _column(
        "whole numbers with decimals",
        "tie",
        "stated_strength",
        ["3", "3.0", "3,00", "3.5", "5"],
        [3, 3],
        rejected={4: "'3,00' is not a number from 1 to 4.", 5: "'3.5' is not a number from 1 to 4.", 6: "'5' is not a number from 1 to 4."},
    ),
    _column("a position with a plus and one with a decimal comma", "interest", "position_score", ["+3", "-2,5", "−4"], [-4.0, -2.5, 3.0]),
    _column(
        "yes and no in every word",
        "contact_moment",
        "achieved",
        ["ja", "Nee", "WAAR", "ONWAAR", "x", "1", "0", "TRUE", "Y", "J", "n", ""],
        [False, False, False, False, True, True, True, True, True, True, True, None],
    ),
    _column(
        "words that are neither yes nor no",
        "contact_moment",
        "achieved",
        ["misschien", "2", "ja/nee", "✓", "ja"],
        [True],
        rejected={2: YES_NO.format("misschien"), 3: YES_NO.format("2"), 4: YES_NO.format("ja/nee"), 5: YES_NO.format("✓")},
    ),
    Variant(
        "words of a list in Dutch, in capitals and within blanks",
        {
            "contact_moment.csv": b"id;dag;soort;partner_id\nx1;2026-05-01; WERKBEZOEK ;p1\nx2;2026-05-01;E-mail;p1\nx3;2026-05-01;phone call;p1\n"
        },
        read=3,
        holds={"SELECT kind FROM contact_moment WHERE id LIKE 'x%' ORDER BY id": ["visit", "email", "call"]},
    ),
    Variant(
        "words that are not on the list",
        {
            "contact_moment.csv": b"id;dag;soort;partner_id\nx1;2026-05-01;bezoekje;p1\nx2;2026-05-01;visit, call;p1\nx3;2026-05-01;;p1\nx4;2026-05-01;bezoek;p1\n"
        },
        read=4,
        rejected={2: WORDS.format("bezoekje"), 3: WORDS.format("visit, call"), 4: "The cell is empty; fill it in."},
        holds={"SELECT id FROM contact_moment WHERE id LIKE 'x%'": "x4"},
    ),
    Variant(
        "ids with leading zeros, signs and case",
        {"partner.csv": b"id;naam\n007;a\n7;b\n+7;c\nAb;d\nab;e\n-1;f\n1e5;g\n"},
        read=7,
        holds={"SELECT id FROM partner WHERE length(name) = 1 ORDER BY name": ["007", "7", "+7", "Ab", "ab", "-1", "1e5"]},
    ),
    Variant(
        "a long id as a spreadsheet shortens it",
        {"partner.csv": b"id;naam;kvk\nx1;a;1,23457E+11\n"},
        read=1,
        holds={"SELECT kvk_number FROM partner WHERE id = 'x1'": "1,23457E+11"},
        said="a spreadsheet cut short 1 number in kvk: 1,23457E+11 in row 2",
    ),
    Variant(
        "names and codes that look like a power of ten and are none",
        {"partner.csv": b"id;naam\nE+11;3E+\n1E2;12E+11\n"},
        read=2,
        holds={"SELECT name FROM partner WHERE id IN ('E+11', '1E2') ORDER BY id": ["12E+11", "3E+"]},
    ),
    Variant(
        "nothing, as MySQL and PostgreSQL write it",
        {"partner.tsv": b"id\tnaam\tplaats\nx1\ta\t\\N\nx2\t\\N\tDelft\n"},
        read=2,
        holds={"SELECT place FROM partner WHERE id LIKE 'x%'": None},
        rejected={3: "The cell is empty; fill it in."},
    ),
    Variant(
        "names that spell nothing: NA, nan, None, null and a dash",
        {"partner.csv": b"id;naam\nx1;NA\nx2;nan\nx3;None\nx4;null\nx5;-\nx6;NULL\n"},
        read=6,
        holds={"SELECT name FROM partner WHERE id LIKE 'x%' ORDER BY id": ["NA", "nan", "None", "null", "-"]},
        rejected={7: "The cell is empty; fill it in."},
    ),
    Variant(
        "text that a spreadsheet would run",
        {"partner.csv": b"id;naam;over\nx1;'=cmd|' /C calc'!A0;'@SUM(1)\n"},
        read=1,
        holds={"SELECT name, about FROM partner WHERE id = 'x1'": ("=cmd|' /C calc'!A0", "@SUM(1)")},
    ),
    Variant(
        "a name that begins with an apostrophe",
        {"partner.csv": b"id;naam\nx1;'s Lands Werf\nx2;'t Hart\n"},
        read=2,
        holds={"SELECT name FROM partner WHERE id LIKE 'x%' ORDER BY id": ["'s Lands Werf", "'t Hart"]},
    ),
)
