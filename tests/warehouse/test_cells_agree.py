"""The record and the SQL made from it read the same cells alike; Hypothesis tries to tell them apart."""

import pytest
from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relinsight.records import vocabularies as v
from relinsight.records.cells import UnreadableCellError, bare, read
from relinsight.records.kinds import AMOUNT, DAY, TEXT, YES_NO, Number, WholeNumber
from relinsight.records.notation import MONTH_NUMBERS, Notation
from relinsight.warehouse.connection import in_memory
from relinsight.warehouse.importing import cells as sql

KINDS = [TEXT, DAY, AMOUNT, YES_NO, Number(), Number(-5, 5), WholeNumber(), WholeNumber(1, 4), v.CONTACTS, v.TIERS]
NOTATIONS = [Notation(order, decimals) for order in ("day first", "month first") for decimals in ("point", "comma")]
FIGURES = st.text("0123456789.,-+ €%'’eE−–()", max_size=14)
DAYS = st.one_of(
    st.dates().map(str),
    st.builds(
        "{}{}{}{}{}".format,
        st.integers(0, 40),
        st.sampled_from("-/. "),
        st.one_of(st.integers(0, 40), st.sampled_from(sorted(MONTH_NUMBERS))),
        st.sampled_from("-/. "),
        st.sampled_from([1999, 2026, 26, 71, 5]),
    ),
    st.builds(
        "{}{}".format,
        st.dates().map(str),
        st.sampled_from(
            ["T23:30:00Z", "T23:30Z", " 00:30:00+02:00", " 00:30+02", "T24:00Z", "T12:00+27:00", "T12:00", " 9:05", "T22:30:00-0500"]
        ),
    ),
)
WORDS = st.sampled_from([*v.CONTACTS.meanings, *v.TIERS.meanings, *YES_NO.yes, *YES_NO.no]).flatmap(
    lambda word: st.sampled_from([word, word.upper(), f" {word} ", word.capitalize()])
)
CELLS = st.one_of(FIGURES, DAYS, WORDS, st.text(max_size=8), st.sampled_from(["", "NULL", "null", "'=1+1", "''-x", "'-5", "\u00a0x\u00a0"]))


@pytest.fixture(scope="module")
def warehouse():
    return in_memory()


def in_python(cell, kind, how):
    try:
        return read(cell, kind, how)
    except UnreadableCellError:
        return "unreadable"


def in_sql(warehouse, cell, kind, how):
    query = f"SELECT {sql.value('t', kind, how)} AS v, t FROM (SELECT {sql.bare('$cell')} AS t)"
    row = warehouse.one(query, {"cell": cell, "time_zone": "Europe/Amsterdam"})
    return "unreadable" if row["v"] is None and row["t"] is not None else row["v"]


@settings(max_examples=examples(120), deadline=None)
@given(cell=CELLS, kind=st.sampled_from(KINDS), how=st.sampled_from(NOTATIONS))
@example("1.234.567,89", AMOUNT, Notation(decimals="comma"))
@example(".00", AMOUNT, Notation())
@example("2.345", AMOUNT, Notation())
@example("9999999999999999.999", AMOUNT, Notation())
@example("1.2.3", Number(), Notation())
@example("1test", Number(), Notation())
@example("8 mei 2015", DAY, Notation())
@example("May 8, 2015", DAY, Notation())
@example("31-12-2025 23:59", DAY, Notation())
@example("2025-06-30T22:30:00Z", DAY, Notation())
@example("20250630", DAY, Notation())
@example("2025-06-30T22:30Z", DAY, Notation())
@example("2025-06-30T10:00+01", DAY, Notation())
@example("2025-06-30T24:00:00Z", DAY, Notation())
@example("2025-06-30T10:00:00+30:00", DAY, Notation())
@example("9999-12-31T23:30:00Z", DAY, Notation())
@example("1\u2009234,50", AMOUNT, Notation(decimals="comma"))
@example("€ 1.250,-", AMOUNT, Notation(decimals="comma"))
@example("(1.234,56)", AMOUNT, Notation(decimals="comma"))
@example("12,50-", AMOUNT, Notation(decimals="comma"))
@example("12,--", AMOUNT, Notation(decimals="comma"))
@example("12.50 EUR", AMOUNT, Notation())
@example("€\u00a0250,-", AMOUNT, Notation())
@example("250,- EUR", AMOUNT, Notation())
@example("€ 1.250,=", AMOUNT, Notation(decimals="comma"))
@example("€12.500,--", AMOUNT, Notation())
@example("5.", AMOUNT, Notation())
@example("5,", AMOUNT, Notation(decimals="comma"))
@example("-5.", Number(), Notation())
@example("1250.-", AMOUNT, Notation(decimals="comma"))
def test_both_read_a_cell_alike(warehouse, cell, kind, how):
    if "\x00" in cell:
        return
    assert in_sql(warehouse, cell, kind, how) == in_python(cell, kind, how), (cell, kind, how)


@pytest.mark.parametrize(
    ("cell", "kind", "how", "value"),
    [
        ("1.234,50", AMOUNT, Notation(decimals="comma"), "1234.50"),
        ("1,234.5", AMOUNT, Notation(), "1234.50"),
        ("€ 12", AMOUNT, Notation(), "12.00"),
        ("€ 250,-", AMOUNT, Notation(), "250.00"),
        ("€\u00a0250,-", AMOUNT, Notation(decimals="comma"), "250.00"),
        ("250,- EUR", AMOUNT, Notation(), "250.00"),
        ("€ 1.250,=", AMOUNT, Notation(decimals="comma"), "1250.00"),
        ("€12.500,--", AMOUNT, Notation(decimals="comma"), "12500.00"),
        ("1'250.-", AMOUNT, Notation(), "1250.00"),
        (".50", AMOUNT, Notation(), "0.50"),
        ("5.", AMOUNT, Notation(), "5.00"),
        ("5,", AMOUNT, Notation(decimals="comma"), "5.00"),
        ("12 euro", AMOUNT, Notation(), "12.00"),
        ("(1.234,56)", AMOUNT, Notation(decimals="comma"), "-1234.56"),
        ("12,50-", AMOUNT, Notation(decimals="comma"), "-12.50"),
        ("–3", AMOUNT, Notation(), "-3.00"),
        ("45 %", Number(0, 100), Notation(), "45.0"),
        ("2023.0", WholeNumber(1800, 2200), Notation(), "2023"),
        ("8 mei 2015", DAY, Notation(), "2015-05-08"),
        ("dinsdag 25 november 2025", DAY, Notation(), "2025-11-25"),
        ("03/04/2025", DAY, Notation("month first"), "2025-03-04"),
        ("1-2-71", DAY, Notation(), "1971-02-01"),
        ("2025-06-30T22:30:00Z", DAY, Notation(), "2025-07-01"),
        ("2025-06-30T22:30:00", DAY, Notation(), "2025-06-30"),
    ],
)
def test_what_people_write(cell, kind, how, value):
    assert str(read(cell, kind, how)) == value


def test_blanks_and_guards_go():
    assert [bare(cell) for cell in (" x ", "\u00a0", "NULL", "Null", "'=1", "'x", "''=1")] == ["x", None, None, "Null", "=1", "'x", "'=1"]
