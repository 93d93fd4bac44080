"""The number of a citizen is kept nowhere, whatever stray mark moves it to another place of its row."""

import csv
import io

import pytest

from relinsight.sources.citizen_numbers import is_number
from tests.arriving import City
from tests.damaged.references import FORMATS
from tests.examples import one_in

NUMBER = "123456782"
CELLS = {"id": "k1", "name": "Jan de Vries", "bsn": NUMBER, "email": "jan@x.nl", "phone": "0612345678"}
GOOD = {"id": "k2", "name": "Ann Bos", "bsn": "111222333", "email": "ann@x.nl", "phone": "0687654321"}


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def line(cells) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerow(cells)
    return target.getvalue()


def damaged(cells: list[str]):
    """The row with a stray comma, a lost one, or a mark too many, at every place; cut to its width, or with empty cells behind it."""
    for at in range(len(cells)):
        split = [*cells[:at], cells[at][:2], cells[at][2:], *cells[at + 1 :]]
        yield from (split, split[:-1], [*split, ""], [*split[:-1], "", ""])
        yield [*cells[:at], *cells[at + 1 :]]
        yield [*cells[:at], "x, y", *cells[at:]]
    yield [f'"{cells[0]}', *cells[1:]]


def orders():
    for at in range(len(CELLS)):
        names = [name for name in CELLS if name != "bsn"]
        yield [*names[:at], "bsn", *names[at:]]


@pytest.mark.parametrize("header", list(orders())[:: one_in(2)], ids=",".join)
def test_a_number_of_a_citizen_is_kept_at_no_place(city, header):
    good = line([GOOD[name] for name in header])
    for number, cells in enumerate(damaged([CELLS[name] for name in header])):
        raw = ",".join(cells)
        report = city.bring_text("contact_person.csv", line(header) + raw + "\n" + good, replace=True)
        assert report.rows_read >= 1, (number, raw)
        found = [(table, row) for table, rows in city.everything().items() for row in rows if NUMBER in row]
        assert found == [], raw


@pytest.mark.parametrize("kind", ["xlsx", "ods", "json"])
def test_a_number_that_a_cell_too_many_moved_is_not_kept_from_any_kind_of_file(city, kind):
    rows = [["k1", "Jan", "de Vries", NUMBER], ["k2", "Ann", "111222333", "ann@x.nl"]]
    report = city.bring_text(f"contact_person.{kind}", FORMATS[kind](["id", "name", "bsn", "email"], rows))
    assert (report.inserted, report.rejected) == (1, 1)
    assert NUMBER not in str(city.everything())
    ((row, _, reason),) = city.rejects()
    assert "number of a citizen" in reason
    assert row in {1, 2}


@pytest.mark.parametrize(
    "rows",
    [
        'k3,"Jan\nk4,Kees,2026-01-01,123456782\nk5,Ann"x,2026-01-01,111222333\n',
        'k3,"Jan\nk4,Kees,2026-01-01,1234.56.782\nk5,Ann",2026-01-01,\n',
        "k3,Jan,123456782,\nk4,Ann,2026-01-01,111222333\n",
        "k3,Jan,1234.56.782,\nk4,Ann,20260101,111222333\n",
    ],
    ids=["a mark that takes in lines", "the same with points", "beside a column of days", "of eight figures"],
)
def test_a_number_among_lines_or_days_is_not_kept(city, rows):
    report = city.bring_text("contact_person.csv", "id,name,active_from,bsn\n" + rows)
    assert report.rejected == 1
    assert NUMBER not in str(city.everything()).replace(".", "")


def test_a_note_of_several_lines_is_no_number(city):
    rows = 'k3,"Jan\n0612345678",2026-01-01,111222333\nk4,"Ann\n123456789",2026-01-01,\n'
    assert city.bring_text("contact_person.csv", "id,name,active_from,bsn\n" + rows).inserted == 2


def test_rows_whose_number_stands_in_its_place_are_not_suspected(city):
    rows = "k1,Jan,123456782,a@x.nl\nk2,Piet,onbekend,b@x.nl\nk3,Kees,,c@x.nl\nk4,Bea,12.34.56.782,d@x.nl\n"
    report = city.bring_text("contact_person.csv", "id,name,bsn,email\n" + rows)
    assert (report.inserted, report.rejected) == (4, 0)


def test_a_number_of_a_citizen_passes_its_test_and_others_do_not():
    assert all(map(is_number, ["123456782", "111222333", "123.456.782", " 123456782 "]))
    assert not any(map(is_number, ["123456789", "12345678", "0612345678", "12345678x", ""]))


@pytest.mark.parametrize("numbers", [["", "", "", "", ""], ["123456782", "", "onbekend", "111222333", ""]], ids=["none", "some"])
def test_a_column_of_other_numbers_of_nine_figures_is_not_suspected(city, numbers):
    ids = ["111222333", "123456782", "123456781", "123456789", "612345678"]
    rows = "".join(f"k{at},Jan {at},{number},{other}\n" for at, (number, other) in enumerate(zip(numbers, ids, strict=True)))
    report = city.bring_text("contact_person.csv", "id,name,bsn,phone\n" + rows)
    assert (report.inserted, report.rejected) == (5, 0)
