"""Partners that come by name, and then a register that knows them by ids of its own."""

from __future__ import annotations

import pytest
from arriving import AT, City, counts, prepared, said

from relinsight.records.partners import Partner
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.warehouse.checks import findings
from relinsight.warehouse.undoing import UndoRefused, undo

NAMES = "name,tier,account_manager\nHarbour company,A,Anna\nWater board,B,Anna\n"
REGISTER = "id,name,tier,parent_id\nr1,HARBOUR  Company,A,r2\nr2,Water board,B,\nr3,Theatre,C,r1\n"
IDS = "SELECT coalesce(source_id, id), name FROM partner ORDER BY 1"


@pytest.fixture
def city(tmp_path):
    return prepared(
        tmp_path,
        {"employee.csv": "id,name\na,Anna\n"},
        {"partner.csv": NAMES},
        {"contact_person.csv": "id,name,partner\nk,Kim,Harbour company\n"},
        {"contact_moment.csv": "id,day,kind,achieved,partner\nm1,2026-01-01,call,yes,Harbour company\n"},
    )


def made(city: City, word: str) -> str:
    return city.value(f"SELECT id FROM partner WHERE name ILIKE '{word}%'")


def met(city: City) -> dict[str, str]:
    return dict(city.values("FROM contact_moment_partner SELECT contact_moment_id, partner_id"))


def test_the_row_of_a_register_is_the_partner_of_its_name_and_no_second_one(city):
    harbour, water = made(city, "harbour"), made(city, "water")
    held = {table: city.values(f"FROM {table} ORDER BY ALL") for table in ("tie", "partner_tier", "contact_person_function")}
    report = city.bring_text("partner.csv", REGISTER)
    assert counts(report) == (3, 1, 2, 0, 0)
    assert city.values("SELECT id, name, parent_id, source_id FROM partner ORDER BY source_id") == [
        (harbour, "HARBOUR  Company", water, "r1"),
        (water, "Water board", None, "r2"),
        ("r3", "Theatre", harbour, None),
    ]
    assert [said(warning).partition(":")[0] for warning in report.warnings] == [
        "2 rows of partner bring an id and were found by their names"
    ]
    assert {table: city.values(f"FROM {table} WHERE run_id <> '{report.run_id}' ORDER BY ALL") for table in held} == held
    assert findings(city.warehouse) == ()


@pytest.mark.parametrize("replace", [False, True])
def test_the_register_once_more_changes_nothing_and_says_nothing(city, replace):
    city.bring_text("partner.csv", REGISTER)
    before = city.values("FROM partner ORDER BY ALL")
    report = city.bring_text("partner.csv", REGISTER, replace=replace)
    assert counts(report) == (3, 0, 0, 3, 0)
    assert report.warnings == ()
    assert city.values("FROM partner ORDER BY ALL") == before


def test_replacing_by_the_register_at_once_leaves_nothing_dangling(city):
    harbour = made(city, "harbour")
    assert counts(city.bring_text("partner.csv", REGISTER, replace=True)) == (3, 1, 2, 0, 0)
    assert met(city) == {"m1": harbour}


def test_contacts_by_the_new_id_by_the_old_one_and_by_name_are_with_the_same_partner(city):
    harbour, water = made(city, "harbour"), made(city, "water")
    city.bring_text("partner.csv", REGISTER)
    by_id = city.bring_text(
        "contact_moment.csv", f"id,day,kind,achieved,partner_id\nm2,2026-02-01,call,yes,r1\nm3,2026-02-01,call,yes,{harbour}\n"
    )
    by_name = city.bring_text(
        "contact_moment.csv", "id,day,kind,achieved,partner\nm4,2026-02-01,call,yes,harbour company\nm5,2026-02-01,call,yes,r1\n"
    )
    assert (counts(by_id), counts(by_name)) == ((2, 2, 0, 0, 0), (2, 2, 0, 0, 0))
    assert met(city) == dict.fromkeys(("m1", "m2", "m3", "m4", "m5"), harbour)
    city.bring_text("contact_moment.csv", "id,day,kind,achieved,partner_id\nm6,2026-02-01,call,yes,r3;r2\n")
    assert sorted(city.values("SELECT partner_id FROM contact_moment_partner WHERE contact_moment_id = 'm6'")) == [(water,), ("r3",)]


def test_register_and_contacts_by_its_ids_may_come_in_one_call(city):
    harbour = made(city, "harbour")
    contacts = city.file("contact_moment.csv", "id,day,kind,achieved,partner_id\nm2,2026-02-01,call,yes,r1\n")
    report = city.bring(contacts, city.file("partner.csv", REGISTER))
    assert report.rejected == 0
    assert met(city) == {"m1": harbour, "m2": harbour}


def test_files_of_names_once_more_change_nothing_after_the_register(city):
    question = "partner,kind,asked_on,subject\nHarbour company,question,2026-03-01,quay\n"
    city.bring_text("question.csv", question)
    city.bring_text("partner.csv", REGISTER)
    assert counts(city.bring_text("partner.csv", NAMES.replace("Harbour company", "HARBOUR  Company"))) == (2, 0, 0, 2, 0)
    assert counts(city.bring_text("question.csv", question)) == (1, 0, 0, 1, 0)


def test_a_register_that_renames_a_partner_finds_it_by_its_id(city):
    harbour = made(city, "harbour")
    city.bring_text("partner.csv", REGISTER)
    assert counts(city.bring_text("partner.csv", "id,name\nr1,Port authority\n")) == (1, 0, 1, 0, 0)
    assert city.value(f"SELECT name FROM partner WHERE id = '{harbour}'") == "Port authority"
    assert city.value("SELECT count(*) FROM partner") == 3


def test_the_register_taken_back_leaves_everything_as_it_was(city):
    tables = ("partner", "partner_tier", "tie", "contact_moment_partner", "contact_person_function")
    before = {table: city.values(f"FROM {table} ORDER BY ALL") for table in tables}
    run = city.bring_text("partner.csv", REGISTER).run_id
    undo(city.warehouse, run, at=AT)
    assert {table: city.values(f"FROM {table} ORDER BY ALL") for table in tables} == before
    assert city.value("SELECT undone_at FROM import_run ORDER BY rowid DESC LIMIT 1") == AT
    assert counts(city.bring_text("partner.csv", REGISTER)) == (3, 1, 2, 0, 0)


def test_the_names_stay_as_long_as_the_register_built_on_them(city):
    names = city.value("SELECT run_id FROM partner LIMIT 1")
    register = city.bring_text("partner.csv", REGISTER).run_id
    with pytest.raises(UndoRefused) as refused:
        undo(city.warehouse, names, at=AT)
    assert dict(refused.value.reason.values)["later"] == register


def test_contacts_that_came_by_the_new_id_stay_when_the_register_is_taken_back(city):
    harbour = made(city, "harbour")
    run = city.bring_text("partner.csv", REGISTER).run_id
    city.bring_text("contact_moment.csv", "id,day,kind,achieved,partner_id\nm2,2026-02-01,call,yes,r1\n")
    undo(city.warehouse, run, at=AT)
    assert met(city) == {"m1": harbour, "m2": harbour}
    rejected = city.bring_text("contact_moment.csv", "id,day,kind,achieved,partner_id\nm3,2026-02-01,call,yes,r1\n")
    assert counts(rejected) == (1, 0, 0, 0, 1)


TWO = {
    "two rows of the register": (None, "id,name\nr1,Harbour company\nr2,harbour company\n", "r1, r2"),
    "two partners that are there": ("old", "id,name\nr1,Harbour company\n", "r1"),
}


@pytest.mark.parametrize("what", TWO)
def test_where_two_bear_the_name_none_is_guessed_and_it_is_said(city, what: str):
    there, register, ids = TWO[what]
    harbour = made(city, "harbour")
    for name in ("Other", "harbour company") if there else ():
        city.bring_text("partner.csv", f"id,name\n{there},{name}\n")
    report = city.bring_text("partner.csv", register)
    assert report.inserted == report.rows_read
    assert city.value("SELECT count(source_id) FROM partner") == 0
    (warning,) = (said(each) for each in report.warnings)
    assert "more than one partner has" in warning
    assert f"({ids})" in warning
    undo(city.warehouse, report.run_id, at=AT)
    city.bring_text("partner.csv", f"id,name,source_id\n{harbour},Harbour company,r1\n")
    assert counts(city.bring_text("partner.csv", "id,name\nr1,Harbour company\n")) == (1, 0, 0, 1, 0)


def test_an_id_that_a_register_gives_to_two_names_is_neither_of_them(city):
    report = city.bring_text("partner.csv", "id,name\nr1,Harbour company\nr1,Water board\n")
    assert counts(report) == (2, 1, 0, 0, 1)
    assert city.values("SELECT name FROM partner WHERE id = 'r1'") == [("Harbour company",)]
    assert city.value("SELECT count(source_id) FROM partner") == 0


def test_a_partner_that_comes_with_both_ids_is_found_by_either_at_once(tmp_path):
    city = City(tmp_path)
    contacts = city.file("contact_moment.csv", "id,day,kind,achieved,partner_id\nm1,2026-02-01,call,yes,r1\n")
    city.bring(contacts, city.file("partner.csv", "id,name,source_id\np,Harbour,r1\n"))
    assert met(city) == {"m1": "p"}


def test_a_partner_with_an_id_of_a_source_is_not_the_one_of_another_id(city):
    city.bring_text("partner.csv", "id,name\nx1,Museum\n")
    report = city.bring_text("partner.csv", "id,name\nx2,Museum\n")
    assert (counts(report), report.warnings) == ((1, 1, 0, 0, 0), ())


def test_a_partner_that_a_register_knows_already_is_not_given_a_second_id(city):
    city.bring_text("partner.csv", REGISTER)
    assert counts(city.bring_text("partner.csv", "id,name\nz9,Water board\n")) == (1, 1, 0, 0, 0)
    assert city.values("SELECT source_id FROM partner WHERE name = 'Water board' ORDER BY 1") == [("r2",), (None,)]


ANOTHERS = {"the id of a partner": "p2", "the id by which a register knows one": "r2"}


@pytest.mark.parametrize("what", ANOTHERS)
def test_one_id_never_means_two_partners(tmp_path, what: str):
    city = City(tmp_path)
    city.bring_text("partner.csv", "id,name,source_id\np1,Harbour,\np2,Water,r2\n")
    report = city.bring_text("partner.csv", f"id,name,source_id\np1,Harbour,{ANOTHERS[what]}\n")
    assert counts(report) == (1, 0, 0, 0, 1)
    assert city.rejects() == [
        (2, "source_id", f"'{ANOTHERS[what]}' is the id of another partner already; the source_id of a partner is its alone.")
    ]
    with pytest.raises(ChangeRefused), by_hand(city.warehouse, at=AT, made_by=None) as work:
        work.put(Partner(id="p1", name="Harbour", source_id=ANOTHERS[what]))
    assert city.values(IDS) == [("p1", "Harbour"), ("r2", "Water")]
    assert findings(city.warehouse) == ()
