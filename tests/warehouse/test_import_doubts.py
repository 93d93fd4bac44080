"""What an import takes and is not sure of is told with a row: how a column writes days and amounts, days far ahead, lost noughts."""

from __future__ import annotations

import pytest

from tests.arriving import City, said
from tests.damaged.references import FORMATS


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def told(report, words):
    return [message for message in map(said, report.warnings) if words in message]


def test_what_another_column_decides_is_said(city):
    rows = "id,naam,actief van,actief tot\np1,a,01/03/2026,01/31/2026\n"
    choices = [said(choice) for choice in city.bring_text("partner.csv", rows).choices]
    assert "partner.csv: in actief van the month stands before the day, as actief tot shows." in choices
    assert "partner.csv: in actief tot the month stands before the day." in choices


def test_what_the_amounts_of_another_column_decide_is_said(city):
    report = city.bring_text("dealing.csv", "id;rol;verleend;aangevraagd\n1;client;1.250;12,50\n")
    assert any(said(choice).endswith("in verleend the comma marks decimals, as aangevraagd shows.") for choice in report.choices)
    assert told(report, "nothing tells") == []
    assert str(city.value("SELECT granted FROM dealing")) == "1250.00"


def test_a_column_of_which_nothing_decides_the_order_of_its_days_is_told(city):
    report = city.bring_text("partner.csv", "id,naam,actief van\np1,a,2026-01-01\np2,b,01/03/2026\np3,c,02/02/2026\n")
    assert told(report, "nothing tells") == [
        "partner.csv: nothing tells whether actief van puts the day or the month first ('01/03/2026' in row 3); "
        "it was read as the day first; say dates = 'mm-dd-yyyy' in a profile if that is wrong."
    ]


def test_a_column_of_which_nothing_decides_the_decimals_is_told(city):
    report = city.bring_text("dealing.csv", "id;rol;verleend\n1;client;5\n2;client;1.250\n")
    assert told(report, "nothing tells") == [
        "dealing.csv: nothing tells whether verleend marks decimals by a point or a comma ('1.250' in row 3); "
        "it was read as a comma; say numbers = '1,234.56' in a profile if that is wrong."
    ]


@pytest.mark.parametrize("line", ["day = { column = 'datum', dates = 'dd-mm-yyyy' }", "day = 'datum'"])
def test_what_a_profile_says_is_not_doubted(city, line):
    profile = city.file(
        "p.toml", f"[contact_moment]\n{line}\nkind = {{ constant = 'call' }}\npartner = {{ column = 'wie', create = true }}\n"
    )
    report = city.bring_text("x.csv", "datum,wie\n01-03-2026,Haven\n", profile=profile)
    assert len(told(report, "nothing tells")) == ("dates" not in line)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_number_of_the_chamber_of_commerce_that_lost_its_nought_is_told(city, kind):
    rows = [["a", "12345678"], ["b", "1234567"], ["c", ""], ["d", "123"]]
    report = city.bring_text(f"partners.{kind}", FORMATS[kind](["naam", "kvk"], rows))
    (message,) = told(report, "chamber-of-commerce")
    row = 2 if kind == "json" else 3
    assert message.endswith(
        f"2 chamber-of-commerce numbers in kvk do not have eight figures, such as 1234567 in row {row}; a nought before them may be lost."
    )


def test_a_day_far_ahead_is_told(city):
    report = city.bring_text("partner.csv", "id,naam,actief tot\np1,a,2060-12-31\np2,b,2999-12-31\n")
    assert told(report, "far ahead") == [
        "partner.csv: 1 day in actief tot lies far ahead: 2999-12-31 in row 3; mend it, or leave it empty if it means that there is none."
    ]
