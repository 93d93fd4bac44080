"""Files may be simpler than tables: names for ids, several values in a cell, no ids at all."""

import pytest

from tests.arriving import PARTNERS, City, counts, said


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


PEOPLE = """
    naam,e-mail,functie,cluster
    Anna Bos,Anna@stad.nl,accountmanager,Haven
    Bas Kok,,beleidsadviseur,
"""
SIMPLE = """
    naam,niveau,sector,accountmanager,KvK-nummer
    Havenbedrijf,A,maritime,Anna Bos,01234567
    Museum,b,Culture,,
"""


@pytest.fixture
def simple(city):
    return [city.file("clusters.csv", "id,naam\nhaven,Haven\n"), city.file("medewerkers.csv", PEOPLE), city.file("partners.csv", SIMPLE)]


def test_dutch_columns_and_names_fill_the_tables_beside(city, simple):
    assert counts(city.bring(*simple)) == (5, 5, 0, 0, 0)
    assert city.values("SELECT tier FROM partner_tier ORDER BY 1") == [("A",), ("B",)]
    assert city.values("SELECT sector_id, is_primary FROM partner_sector ORDER BY 1") == [("culture", True), ("maritime", True)]
    assert city.values("SELECT e.name, t.kind FROM tie AS t JOIN employee AS e ON e.id = t.employee_id") == [
        ("Anna Bos", "account_manager")
    ]
    assert city.values("SELECT kvk_number FROM partner ORDER BY name") == [("01234567",), (None,)]


def test_the_same_files_again_change_nothing(city, simple):
    city.bring(*simple)
    assert counts(city.bring(*simple)) == (5, 0, 0, 5, 0)
    assert counts(city.bring(*simple, replace=True)) == (5, 0, 0, 5, 0)


def test_a_changed_tier_sector_and_account_manager_take_the_place_of_the_old_from_the_day_of_the_import(city, simple):
    city.bring(*simple)
    city.bring_text("partners.csv", "naam,niveau,sector,accountmanager\nhavenbedrijf,C,culture,bas kok\n")
    where = "WHERE partner_id = (SELECT id FROM partner WHERE lower(name) = 'havenbedrijf') AND to_date IS NULL"
    assert city.values(f"SELECT tier FROM partner_tier {where}") == [("C",)]
    assert city.values(f"SELECT sector_id FROM partner_sector {where}") == [("culture",)]
    assert city.values(f"SELECT e.name FROM tie JOIN employee AS e ON e.id = employee_id {where}") == [("Bas Kok",)]


def test_a_row_without_id_is_found_again(city, simple):
    city.bring(*simple)
    report = city.bring_text("medewerkers.csv", "naam,e-mail\nAnna Bos-de Wit,ANNA@stad.nl\nbas kok,\nCarla,c@stad.nl\n")
    assert counts(report) == (3, 1, 2, 0, 0)
    assert [said(w) for w in report.warnings] == ["1 row of employee has no id and was not found: it is new."]


def test_several_values_in_a_cell_by_name_or_id(city):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text("employee.csv", "id,name\ne1,Anna\ne2,Bas\n")
    city.bring_text("contactmomenten.csv", "datum,soort,partner,medewerker\n2026-05-01,overleg,havenbedrijf ; p2,Anna;bas\n")
    assert city.values("SELECT partner_id FROM contact_moment_partner ORDER BY 1") == [("p1",), ("p2",)]
    assert city.values("SELECT employee_id FROM contact_moment_employee ORDER BY 1") == [("e1",), ("e2",)]


def test_a_name_of_two_partners_matches_none(city):
    city.bring_text("partner.csv", "id,name\np1,Museum\np2,museum\n")
    city.bring_text("contact_moment.csv", "id,day,kind,partner\nm1,2026-01-01,call,Museum\n")
    assert city.rejects() == [(2, "partner", "'Museum' is the name of more than one row in partner; write the id.")]


def test_a_contact_person_is_known_by_name_and_partner(city):
    city.bring_text("partner.csv", PARTNERS)
    file = city.file("contactpersonen.csv", "naam,partner,functie\nJan Smit,Museum,directeur\nJan Smit,Havenbedrijf,baas\n")
    assert counts(city.bring(file)) == (2, 2, 0, 0, 0)
    assert counts(city.bring(file)) == (2, 0, 0, 2, 0)
    assert city.values("SELECT function FROM contact_person_function ORDER BY 1") == [("baas",), ("directeur",)]


def test_goals_and_themes_in_one_cell(city):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text("doelen.csv", "id,titel,termijn,partner\ng1,Groen,jaardoel,Museum;Havenbedrijf\n")
    topic = city.file("topic.csv", "id,title\nt1,Bruggen\n")
    city.bring(topic, city.file("interest.csv", "id,topic_id,partner,theme\ni1,t1,Museum,rust;groen\n"))
    assert city.value("SELECT count(*) FROM goal_partner") == 2
    assert city.values("SELECT theme FROM interest_theme ORDER BY 1") == [("groen",), ("rust",)]
    assert city.value("SELECT kind FROM goal") == "deepen"


def test_two_files_of_a_record_complete_each_other(city):
    one, two = city.file("partner.csv", PARTNERS), city.file("partners.csv", "id,name,place\np1,Havenbedrijf,Delft\n")
    assert counts(city.bring(one, two)) == (3, 2, 0, 1, 0)
    assert city.values("SELECT place FROM partner ORDER BY id") == [("Delft",), (None,)]


def test_a_file_without_dates_beside_periods_with_dates(city):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text("employee.csv", "id,name\ne1,Anna\ne2,Bas\n")
    city.bring_text("partner_tier.csv", "partner_id,from_date,tier\np1,2025-01-01,A\np2,2025-01-01,B\n")
    city.bring_text("tie.csv", "id,employee_id,partner_id,kind,from_date\nt1,e1,p1,account_manager,2025-01-01\n")
    report = city.bring_text("partner.csv", "id,name,tier,account_manager\np1,Havenbedrijf,A,Anna\np2,Museum,C,\n")
    assert counts(report) == (2, 0, 1, 1, 0)
    assert city.values("SELECT tier FROM partner_tier WHERE to_date IS NULL ORDER BY partner_id") == [("A",), ("C",)]
    assert city.value("SELECT count(*) FROM tie") == 1


def test_a_name_of_two_contact_persons_means_the_one_of_the_partner_in_the_row(city):
    city.bring_text("partner.csv", PARTNERS)
    city.bring_text("contact_person.csv", "id,name,partner_id\nc1,Jan Smit,p1\nc2,Jan Smit,p2\n")
    city.bring_text("contact_moment.csv", "id,day,kind,partner_id,contact_person\nm1,2026-01-01,call,p2,jan smit\n")
    assert city.values("SELECT contact_person_id FROM contact_moment_person") == [("c2",)]


def test_a_list_in_a_cell_for_one_value_is_a_list_in_words(city):
    city.bring_text("partner.json", '[{"id": "p1", "name": "a", "about": ["rust", "groen"]}]')
    assert city.value("SELECT about FROM partner") == "rust; groen"


def test_a_column_beside_that_is_empty_throughout_clears_and_says_so(city):
    city.bring_text("partner.csv", "id,name,tier\np1,a,A\np2,b,B\n")
    report = city.bring_text("partner.csv", "id,name,tier\np1,a,\np2,b,\n")
    assert city.value("SELECT count(*) FROM partner_tier WHERE to_date IS NULL") == 0
    assert any("clears 2" in said(warning) for warning in report.warnings)


def test_a_register_with_ids_after_names_without_one_is_told(city):
    city.bring_text("employee.csv", "name\nAnna Bos\nBert Kok\n")
    (told,) = map(said, city.bring_text("employee.csv", "id,name\ne1,anna  bos\ne2,Cem\n").warnings)
    assert told.startswith(
        "1 row of employee has an id and the name of one that came without an id, and stands there twice now (anna  bos);"
    )


def test_two_partners_of_one_name_that_have_ids_are_two_and_nothing_is_said(city):
    city.bring_text("partner.csv", "id,name\nr1,Stichting Welzijn\n")
    assert city.bring_text("partner.csv", "id,name\nr2,Stichting Welzijn\n").warnings == ()


def test_a_register_that_takes_the_ids_that_are_there_over_is_told_nothing(city):
    city.bring_text("partner.csv", "name\nMuseum\n")
    made = city.value("SELECT id FROM partner")
    assert city.bring_text("partner.csv", f"id,name\n{made},Museum\n").warnings == ()
