"""Days in every notation, and days that do not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.damaged.variant import Variant

NO_DAY = "'{}' is not a day; write it as 2026-11-25."
KEPT = "SELECT active_from FROM partner WHERE id LIKE 'x%' AND active_from IS NOT NULL ORDER BY id"


def _days(name: str, cells: Sequence[str], kept: Sequence[str], wrong: Mapping[int, str] | None = None, **more: object) -> Variant:
    """A file of partners with these first days, and the days that are kept of those that are read."""
    rows = "".join(f"x{at:02}\ta\t{cell}\n" for at, cell in enumerate(cells))
    return Variant(
        name,
        {"partner.tsv": f"id\tnaam\tactief van\n{rows}".encode()},
        read=len(cells),
        rejected={row: NO_DAY.format(cell) for row, cell in (wrong or {}).items()},
        holds={KEPT: list(kept) if len(kept) != 1 else kept[0]},
        **more,
    )


SAME = "2026-01-03"

VARIANTS = (
    _days("days with dashes, points, bars and blanks", ["3-1-2026", "3.1.2026", "3/1/2026", "3 1 2026", "03-01-2026"], [SAME] * 5),
    _days("days with the year in front", ["2026-01-03", "2026/1/3", "2026.01.03", "20260103"], [SAME] * 4),
    _days("years of two figures", ["3-1-26", "3-1-71", "3-1-69"], [SAME, "1971-01-03", "2069-01-03"], said="years of two figures"),
    _days("an apostrophe before the year", ["3-1-'26", "3-1-2026"], [SAME], {2: "3-1-'26"}),
    _days(
        "months in words, Dutch and English, long and short",
        [
            "3 januari 2026",
            "3 jan 2026",
            "3-jan-2026",
            "3 jan. 2026",
            "January 3, 2026",
            "Jan 3 2026",
            "3rd January 2026",
            "3 JAN 2026",
            "3-jan-26",
        ],
        [SAME] * 9,
    ),
    _days(
        "the day of the week in front",
        ["za 3 jan 2026", "zaterdag 3 januari 2026", "Saturday 3 January 2026", "Sat, 3 Jan 2026", "za. 3 jan. 2026"],
        [SAME] * 5,
    ),
    _days("the day of the week before figures", ["za 3-1-2026", "zaterdag 03-01-2026"], [SAME, SAME]),
    _days(
        "a day and an hour as people and databases write them",
        ["3 febr. 2026", "dinsdag 3 februari 2026 om 10:00 uur", "3 februari 2026 10:00 uur", "Feb  3 2026 12:00AM"],
        ["2026-02-03"] * 4,
    ),
    _days(
        "months in another language", ["3 janvier 2026", "3. Januar 2026", "3-1-2026"], [SAME], {2: "3 janvier 2026", 3: "3. Januar 2026"}
    ),
    _days(
        "a time behind the day",
        ["2026-01-03 14:30", "2026-01-03T14:30:00", "3-1-2026 9:05", "2026-01-03 14:30:00.123456", "2026-01-03 00:00:00.0000000"],
        [SAME] * 5,
    ),
    _days(
        "a time of the morning and evening behind the day",
        ["3-1-2026 9:05 AM", "3-1-2026 11:30:00 PM", "1/3/2026 2:30 pm"],
        [SAME, SAME, "2026-03-01"],
    ),
    _days(
        "a moment with a zone belongs to the day here",
        [
            "2026-01-02T23:30:00Z",
            "2026-06-30T22:30:00+00:00",
            "2026-01-03T00:30:00+01:00",
            "2026-01-03T05:30:00-05:00",
            "2026-01-03 00:30:00.5+0100",
        ],
        [SAME, "2026-07-01", SAME, SAME, SAME],
    ),
    _days(
        "a zone that is written as a name",
        ["2026-01-03 12:00 CET", "2026-01-03 12:00:00 UTC", "2026-01-03 12:00 GMT+1"],
        [],
        {2: "2026-01-03 12:00 CET", 3: "2026-01-03 12:00:00 UTC", 4: "2026-01-03 12:00 GMT+1"},
    ),
    _days(
        "a moment as JavaScript writes it",
        ["Sat Jan 03 2026", "Sat Jan 03 2026 12:00:00 GMT+0100 (CET)"],
        [SAME],
        {3: "Sat Jan 03 2026 12:00:00 GMT+0100 (CET)"},
    ),
    _days("American days, told by one of them", ["01/03/2026", "01/31/2026"], [SAME, "2026-01-31"], said="the month stands before the day"),
    _days(
        "days that could be American", ["01/03/2026", "02/03/2026"], ["2026-03-01", "2026-03-02"], said="the day stands before the month"
    ),
    _days("one American day among many of ours", ["31-1-2026", "30-1-2026", "1-31-2026"], ["2026-01-31", "2026-01-30"], {4: "1-31-2026"}),
    _days("days of two notations in one column", ["2026-01-03", "3-1-2026", "3 jan 2026"], [SAME] * 3),
    _days(
        "days that do not exist",
        ["31-02-2026", "2026-02-30", "29-2-2025", "32-1-2026", "0-1-2026", "2026-13-13", "31 april 2026", "29-2-2024"],
        ["2024-02-29"],
        {2: "31-02-2026", 3: "2026-02-30", 4: "29-2-2025", 5: "32-1-2026", 6: "0-1-2026", 7: "2026-13-13", 8: "31 april 2026"},
    ),
    _days("the leap day of 1900, which a spreadsheet believes in", ["29-2-1900", "28-2-1900"], ["1900-02-28"], {2: "29-2-1900"}),
    _days(
        "days of nothing",
        ["0000-00-00", "00-00-0000", "1-1-0001", "2026-00-00", "2026-01-00"],
        [],
        {2: "0000-00-00", 3: "00-00-0000", 4: "1-1-0001", 5: "2026-00-00", 6: "2026-01-00"},
    ),
    _days(
        "days far back and far ahead",
        ["1-1-1813", "1000-01-01", "9999-12-31", "31-12-12026"],
        ["1813-01-01", "1000-01-01", "9999-12-31"],
        {5: "31-12-12026"},
    ),
    _days("numbers of a spreadsheet in place of days", ["46025", "46025.5", "3-1-2026"], [SAME], {2: "46025", 3: "46025.5"}),
    _days(
        "seconds since 1970 in place of days", ["1767398400", "1767398400000", "3-1-2026"], [SAME], {2: "1767398400", 3: "1767398400000"}
    ),
    _days(
        "weeks, quarters, months and years in place of days",
        ["2026-W01", "week 1", "Q1 2026", "2026-01", "januari 2026", "2026", "3-1-2026"],
        [SAME],
        {2: "2026-W01", 3: "week 1", 4: "Q1 2026", 5: "2026-01", 6: "januari 2026", 7: "2026"},
    ),
    _days(
        "a week day of a week, and the number of a day of the year",
        ["2026-W01-6", "2026-003", "3-1-2026"],
        [SAME],
        {2: "2026-W01-6", 3: "2026-003"},
    ),
    _days(
        "words in place of days",
        ["vandaag", "z.s.m.", "n.v.t.", "?", "-", "infinity", "epoch", "3-1-2026"],
        [SAME],
        {2: "vandaag", 3: "z.s.m.", 4: "n.v.t.", 5: "?", 6: "-", 7: "infinity", 8: "epoch"},
    ),
    _days(
        "a day with words around it",
        ["vanaf 3-1-2026", "3-1-2026?", "ca. 3-1-2026", "3-1-2026"],
        [SAME],
        {2: "vanaf 3-1-2026", 3: "3-1-2026?", 4: "ca. 3-1-2026"},
    ),
    _days(
        "a period in place of a day",
        ["3-1-2026 t/m 5-1-2026", "3-1-2026 - 5-1-2026", "3-1-2026"],
        [SAME],
        {2: "3-1-2026 t/m 5-1-2026", 3: "3-1-2026 - 5-1-2026"},
    ),
    _days(
        "days before our era and under zero",
        ["-2026-01-03", "2026-01-03 (BC)", "0044-03-15 (BC)", "3-1-2026"],
        [SAME],
        {2: "-2026-01-03", 3: "2026-01-03 (BC)", 4: "0044-03-15 (BC)"},
    ),
    _days("figures of the Arabs in a day", ["٣-١-٢٠٢٦", "3-1-2026"], [SAME], {2: "٣-١-٢٠٢٦"}),
    _days("dashes of other lengths in a day", ["3–1–2026", "3‑1‑2026", "3-1-2026"], [SAME], {2: "3–1–2026", 3: "3‑1‑2026"}),
    _days("signs without width around a day", ["\u200e3-1-2026\u200e", "\ufeff2026-01-03"], [SAME, SAME]),
    _days("empty cells among the days", ["", "3-1-2026", "NULL", "  "], [SAME]),
    _days("one word among a thousand days", ["2026-01-03"] * 1000 + ["onbekend"], [SAME] * 1000, {1002: "onbekend"}),
    Variant(
        "a last day before the first",
        {"partner.csv": b"id;naam;actief van;actief tot\nx1;a;2026-02-01;2026-01-31\nx2;b;2026-02-01;2026-02-01\n"},
        read=2,
        rejected={2: "2026-01-31 lies before 2026-02-01; a period ends on or after the day on which it starts."},
        holds={"SELECT id FROM partner WHERE id LIKE 'x%'": "x2"},
    ),
    Variant(
        "a day that a column of American days tells of another column",
        {"partner.csv": b"id;naam;actief van;actief tot\nx1;a;01/03/2026;12/31/2026\n"},
        read=1,
        holds={"SELECT active_from, active_to FROM partner WHERE id = 'x1'": ("2026-01-03", "2026-12-31")},
    ),
)
