"""Who knows whom: found by the name of a partner, an alias of it, or one of its people."""

from __future__ import annotations

from datetime import date

import pytest
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.insights.who import knows
from relinsight.words.scope import Scope

CITY = """
    partner  name           active_to
    cafe     Café~De~Zoën   -
    brien    O’Brien~&~Zn.  -
    gone     Café~Weg       2026-01-01

    partner_alias:partner_id  alias
    brien                     De~Bruin

    contact_person  name
    per1            René~Müller

    contact_person_function:contact_person_id  partner_id
    per1                                       brien

    employee
    anna
    bas

    tie  employee_id  partner_id
    t1   anna         cafe
    t2   bas          brien
    t3   anna         gone
"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("cafe", [("anna", "cafe", None)]),
        (" CAFÉ ", [("anna", "cafe", None)]),
        ("zoen", [("anna", "cafe", None)]),
        ("obrien", [("bas", "brien", None)]),
        ("o'brien", [("bas", "brien", None)]),
        ("bruin", [("bas", "brien", None)]),
        ("rene muller", [("bas", "brien", "René Müller")]),
        ("nobody", []),
    ],
)
def test_a_partner_is_found_by_any_name_however_it_is_written(name: str, found: list[tuple[str, str, str | None]]):
    rows = knows(Reader(warehouse_from(CITY)), name, Scope(date(2026, 9, 30)))
    assert [(row.employee_id, row.partner_id, row.person) for row in rows] == found
