"""Columns that hold numbers of citizens are known by many names, and no other column is taken for one."""

import pytest

from relinsight.sources.headers import is_citizen_number

CITIZENS = ["BSN", "bsn-nummer", "BSN nr.", "BSN contactpersoon", "klant_bsn", "Burgerservicenummer", "Burger Service Nummer"]
CITIZENS += ["B.S.N.", "b s n", "B_S_N", "b\u200bsn", "S.S.N.", "klant b.s.n."]
CITIZENS += ["Burgerservicenr", "SoFi-nummer", "Sofinr", "sofi", "citizen service number", "Social Security No.", "SSN"]
OTHERS = [
    "naam",
    "clubsnaam",
    "jobs nr",
    "Sofia",
    "session",
    "Burgerservice naam",
    "personeelsnummer",
    "kvk nummer",
    "b snelheid",
    "club sn",
]


@pytest.mark.parametrize("header", CITIZENS)
def test_a_column_of_numbers_of_citizens_is_known(header):
    assert is_citizen_number(header)


@pytest.mark.parametrize("header", OTHERS)
def test_another_column_is_not_taken_for_one(header):
    assert not is_citizen_number(header)
