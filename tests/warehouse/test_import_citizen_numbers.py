"""Numbers of citizens under whatever name are neither stored nor shown, in any kind of file."""

from __future__ import annotations

import pytest

from relinsight.sources.citizen_numbers import is_number
from relinsight.sources.suggest import suggest
from tests.arriving import City, counts, said
from tests.damaged.references import FORMATS

NUMBERS = ["123456782", "111222333", "200000007", "200000019", "345678904", "345678916"]
KINDS = pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "parquet", "ods"])


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def test_the_numbers_of_this_test_are_valid():
    assert all(map(is_number, NUMBERS))


def people(column, cells, more=()):
    return ["id", "naam", column], [[f"k{at}", f"Jan {at}", cell] for at, cell in enumerate([*cells, *more], 1)]


def written(number, mark):
    return mark.join([number[:4], number[4:6], number[6:]])


def assert_nowhere(city, report, numbers=NUMBERS):
    kept = str([*city.everything().items(), *map(said, (*report.warnings, *report.choices))])
    assert not any(number in "".join(sign for sign in kept if sign not in " .-") for number in numbers)


@KINDS
@pytest.mark.parametrize(("column", "mark"), [("kenmerk", ""), ("telefoon", "."), ("telefoon", " "), ("kenmerk", "-")])
def test_a_column_of_them_is_not_read_and_the_rest_is(city, kind, column, mark):
    header, rows = people(column, [written(number, mark) for number in NUMBERS], ["onbekend", ""])
    report = city.bring_text(f"contact_person.{kind}", FORMATS[kind](header, rows))
    assert (report.inserted, report.rejected) == (8, 0)
    assert city.value("SELECT count(phone) FROM contact_person") == 0
    (warning,) = [message for message in map(said, report.warnings) if "numbers of citizens" in message]
    assert f"the column {column} holds what read as numbers of citizens; it was not read and is not kept;" in warning
    assert "call the column rsin, or write rsin = 'COLUMN' under [file] in a profile" in warning
    assert_nowhere(city, report)


WAYS = {
    "as a program writes a number": "{0}.0",
    "with a decimal comma": '"{0},00"',
    "with its name before it": "BSN: {0}",
    "with its name behind it": "{0} (bsn)",
    "as a text of a spreadsheet": "'{0}",
    "in figures of another script": "{1}",
}
AMONG = {"parted by strokes": "{2}/{3}", "in exponents": "{4:.8E}", "two in a cell": "{0}; {0}", "within a word": "nr_{0}x"}
WIDE = str.maketrans("0123456789", "".join(chr(0xFF10 + at) for at in range(10)))


@pytest.mark.parametrize("way", [*WAYS, *AMONG])
@pytest.mark.parametrize("column", ["telefoon", "kenmerk"])
def test_a_column_of_them_is_not_read_however_they_are_written(city, way, column):
    ways = WAYS | AMONG
    cells = [ways[way].format(number, number.translate(WIDE), number[:4], number[4:], float(number)) for number in NUMBERS]
    rows = "".join(f"k{at},{'' if at == 1 else 'Jan'},{cell}\n" for at, cell in enumerate(cells))
    report = city.bring_text("contact_person.csv", f"id,naam,{column}\n{rows}")
    assert (report.inserted, report.rejected) == (5, 1)
    kept = str([*city.everything().items(), *map(said, report.warnings)])
    assert "numbers of citizens" in kept
    assert not any(cell.strip('"') in kept for cell in cells)


@pytest.mark.parametrize("way", WAYS)
def test_of_few_cells_one_is_rejected_however_it_stands_alone(city, way):
    cell = WAYS[way].format(NUMBERS[0], NUMBERS[0].translate(WIDE))
    report = city.bring_text("contact_person.csv", f"id,naam,telefoon\nk1,Jan,{cell}\nk2,Els,0612345678\n")
    assert counts(report) == (2, 1, 0, 0, 1)
    assert cell.strip('"') not in str(city.everything())
    assert is_number(cell)


def test_references_and_days_of_nine_figures_are_read(city):
    cells = [f"Z/2019/{number}" for number in range(12345, 12365)] + ["2026-01-01 1", "2026-01-02 2"]
    report = city.bring_text("contact_person.csv", FORMATS["csv"](*people("telefoon", cells)))
    assert (report.inserted, report.rejected) == (22, 0)
    assert city.value("SELECT count(phone) FROM contact_person") == 22


@KINDS
def test_a_column_that_was_there_before_is_left_as_it_is(city, kind):
    city.bring_text("contact_person.csv", "id,naam,telefoon\nk1,Jan 1,0612345678\n")
    city.bring_text(f"contact_person.{kind}", FORMATS[kind](*people("telefoon", NUMBERS)))
    assert city.value("SELECT phone FROM contact_person WHERE id = 'k1'") == "0612345678"


@KINDS
def test_a_file_whose_ids_they_are_is_refused(city, kind):
    file = city.file(f"partner.{kind}", FORMATS[kind](["id", "naam"], [[number, f"p{number[0]}"] for number in NUMBERS]))
    assert "id holds what read as numbers of citizens, and without it the rows cannot be read" in city.refused(file)


@KINDS
def test_of_few_cells_each_that_is_one_is_rejected_without_it(city, kind):
    header, rows = people("kenmerk", NUMBERS[:2], ["0612345678"])
    report = city.bring_text(f"contact_person.{kind}", FORMATS[kind](header, rows))
    assert counts(report) == (3, 1, 0, 0, 2)
    assert {(field, reason.split(",")[0]) for _, field, reason in city.rejects()} == {
        ("kenmerk", "The cell holds what reads as the number of a citizen")
    }
    assert_nowhere(city, report)


def test_a_column_with_some_among_many_others_is_read(city):
    others = [f"{number}" for number in range(612345670, 612345690) if not is_number(str(number))]
    report = city.bring_text("contact_person.csv", FORMATS["csv"](*people("telefoon", NUMBERS[:2], others)))
    assert report.rejected == 0


@KINDS
def test_numbers_of_organisations_are_read_where_the_file_says_so(city, kind):
    rows = [[number, f"p{number[0]}"] for number in NUMBERS]
    for column, file in (("RSIN", "[file]\n"), ("nr", "[file]\nrsin = 'nr'\n")):
        profile = city.file("p.toml", f"{file}[partner]\nid = '{column}'\nname = 'naam'\n")
        report = city.bring_text(f"x.{kind}", FORMATS[kind]([column, "naam"], rows), profile=profile)
        assert (report.accepted, report.warnings) == (6, ())
    assert city.value("SELECT count(*) FROM partner WHERE id = '123456782'") == 1


def test_what_a_profile_makes_of_them_goes_too(city):
    profile = city.file(
        "p.toml",
        "[partner]\nname = 'naam'\nplace = { column = 'kenmerk', map = { 'x' = 'y' } }\nabout = { columns = ['naam', 'kenmerk'] }\n"
        "[[partner.when]]\ncolumn = 'kenmerk'\nempty = false\n",
    )
    report = city.bring_text("x.csv", FORMATS["csv"](*people("kenmerk", NUMBERS)), profile=profile)
    assert report.inserted == 6
    assert city.values("SELECT DISTINCT place, about FROM partner") == [(None, None)]
    assert_nowhere(city, report)


def test_rows_that_do_not_fit_keep_none_of_them(city):
    rows = "".join(f"k{at},Jan,{number},x\n" for at, number in enumerate(NUMBERS))
    report = city.bring_text("contact_person.csv", f"id,naam,kenmerk,telefoon\n{rows}k8,{NUMBERS[0]}\nk9,Jan,a,b,{NUMBERS[1]}\n")
    assert report.rejected == 2
    assert_nowhere(city, report)


def test_a_broken_row_of_a_file_with_few_of_them_keeps_none(city):
    report = city.bring_text("partner.csv", f"id,naam,plaats\n1,a,b\n2,{NUMBERS[0]}\n")
    assert report.rejected == 1
    assert_nowhere(city, report)


def test_an_amount_of_nine_figures_is_an_amount(city):
    assert city.bring_text("dealing.csv", f"id,rol,verleend\n1,client,{NUMBERS[0]}\n").rejected == 0


def test_a_suggested_profile_shows_none_of_them(city):
    suggested = suggest(city.file("x.csv", FORMATS["csv"](*people("kenmerk", NUMBERS))))
    assert not any(number in suggested for number in NUMBERS)
    assert "Jan 1" in suggested
