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
        ("cafe de soen", [("anna", "cafe", None)]),
        ("rené muler", [("bas", "brien", "René Müller")]),
        ("zon", []),
    ],
)
def test_a_partner_is_found_by_any_name_however_it_is_written(name: str, found: list[tuple[str, str, str | None]]):
    rows = knows(Reader(warehouse_from(CITY)), name, Scope(date(2026, 9, 30)))
    assert [(row.employee_id, row.partner_id, row.person) for row in rows] == found


def test_who_met_a_partner_without_a_tie_knows_it_too():
    city = """
        partner
        museum

        employee  active_to
        anna      -
        bas       -
        left      2026-01-01

        tie  employee_id  partner_id
        t1   bas          museum

        contact_moment  day         achieved
        m1              2026-05-01  true
        m2              2026-06-01  true
        m3              2026-07-01  false

        contact_moment_partner:contact_moment_id  partner_id
        m1                                        museum
        m2                                        museum
        m3                                        museum

        contact_moment_employee:contact_moment_id  employee_id
        m1                                         anna
        m2                                         anna
        m3                                         bas
        m1                                         left
    """
    rows = knows(Reader(warehouse_from(city)), "museum", Scope(date(2026, 9, 30)))
    assert [(row.employee_id, row.ties is None, row.contacts, row.last_contact) for row in rows] == [
        ("anna", True, 2, date(2026, 6, 1)),
        ("bas", False, 0, None),
    ]
