"""A reason names the column as the file calls it, so that a person finds it there and may type it over."""

from __future__ import annotations

import pytest

from tests.arriving import City, said


@pytest.fixture
def city(tmp_path):
    city = City(tmp_path)
    city.bring_text("partner.csv", "id,name\np1,Haven\n")
    city.bring_text("employee.csv", "id,name\nj,Jan\nm,Mia\n")
    return city


def columns(city: City, name: str, content: str, **options) -> list[str]:
    return [str(reason.column) for reason in city.bring_text(name, content, **options).reasons]


def test_of_a_second_account_manager(city):
    rows = "medewerker,partner,soort\nJan,Haven,account_manager\nMia,Haven,account_manager\n"
    assert columns(city, "tie.csv", rows) == ["medewerker"]


def test_of_an_id_that_leads_nowhere_and_of_several(city):
    assert columns(city, "contact_moment.csv", "dag,soort,relatie_id\n2026-01-01,visit,zz\n") == ["relatie_id"]
    report = city.bring_text("dealing.csv", "id,rol,relatie_id\nd1,client,p1|p1\n")
    assert [(str(each.column), said(each.reason)) for each in report.reasons] == [
        ("relatie_id", "'p1|p1' holds more than one where one is asked; keep one.")
    ]


def test_of_a_period_that_ends_before_it_starts(city):
    assert columns(city, "partner.csv", "id,naam,actief_van,actief_tot\np9,a,2026-02-01,2026-01-01\n") == ["actief_tot"]


def test_of_a_score_off_its_scale_in_a_form_with_a_column_for_each_dimension(city):
    profile = city.file(
        "p.toml",
        """
        [assessment]
        partner = "wie"
        day = "dag"
        side = { constant = "partner" }
        perspective = { constant = "own" }
        instrument_id = { constant = "relation-9" }
        trust = "vertrouwen"
        commitment = "inzet"
        """,
    )
    report = city.bring_text("forms.csv", "wie,dag,vertrouwen,inzet\nHaven,2026-01-01,12,3\nHaven,2026-01-02,7,0.5\n", profile=profile)
    assert sorted((str(each.column), said(each.reason)) for each in report.reasons) == [
        ("inzet", "0.5 is not on the scale of commitment; write a number from 1 to 9."),
        ("vertrouwen", "12 is not on the scale of trust; write a number from 1 to 9."),
    ]


def test_a_field_that_several_columns_give_keeps_its_own_name(city):
    profile = city.file(
        "p.toml",
        """
        [[tie]]
        partner = "wie"
        employee_id = "eerste"
        kind = { constant = "content" }

        [[tie]]
        partner = "wie"
        employee_id = "tweede"
        kind = { constant = "content" }
        """,
    )
    assert columns(city, "x.csv", "wie,eerste,tweede\nHaven,zz,j\n", profile=profile) == ["employee_id"]
