"""Names, ids and the ids of registers, mixed in one call and in several: nothing is lost, and one id never means two partners."""

from __future__ import annotations

from itertools import permutations

import pytest
from arriving import AT, City, counts, said

from relinsight.warehouse.checks import findings
from relinsight.warehouse.quarantine import write_rejects
from relinsight.warehouse.undoing import undo

NAMES = "name\nHarbour company\nWater board\n"
REGISTER = "id,name,active_from,active_to\nr1,Harbour company,2026-05-01,\nr2,Water board,,\n"
WRONG = REGISTER.replace("2026-05-01,", "2026-05-01,2026-04-01")
CONTACTS = "id,day,kind,achieved,partner_id\nm1,2026-02-01,call,yes,r1\nm2,2026-02-01,call,yes,r2\n"
BY_NAME = "id,day,kind,achieved,partner\nm3,2026-02-01,call,yes,r1\n"
UNKNOWN = "'{}' is not in partner; bring the file of partner in the same call, or mend it here."
TWICE = "more than one partner now"


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def known(city: City) -> list[tuple]:
    return city.values("SELECT name, source_id FROM partner ORDER BY ALL")


def met(city: City) -> dict[str, str]:
    return dict(city.values("SELECT contact_moment_id, name FROM contact_moment_partner JOIN partner ON partner_id = id"))


def warned(report) -> list[str]:
    return [said(warning) for warning in report.warnings]


def test_only_rows_that_are_accepted_are_told_as_found_by_name(city):
    city.bring_text("partner.csv", NAMES)
    report = city.bring_text("partner.csv", WRONG)
    assert counts(report) == (2, 0, 1, 0, 1)
    assert [word.partition(":")[0] for word in warned(report)] == ["1 row of partner brings an id and was found by its name"]
    assert known(city) == [("Harbour company", None), ("Water board", "r2")]


def test_what_names_the_id_of_a_rejected_row_is_rejected_and_comes_back_as_if_all_had_been_right(city, tmp_path):
    city.bring_text("partner.csv", NAMES)
    files = [city.file("partner.csv", WRONG), city.file("contact_moment.csv", CONTACTS), city.file("contactmomenten.csv", BY_NAME)]
    report = city.bring(*files)
    assert counts(report) == (5, 1, 1, 0, 3)
    unknown = UNKNOWN.format("r1")
    assert [row for row in city.rejects() if row[2] == unknown] == [(2, "partner_id", unknown), (2, "partner", unknown)]
    mended = write_rejects(city.warehouse, report.run_id, tmp_path / "rejected.csv")
    for file in mended:
        file.write_text(file.read_text().replace("2026-04-01", ""))
    assert counts(city.bring(*mended)) == (3, 2, 1, 0, 0)
    assert known(city) == [("Harbour company", "r1"), ("Water board", "r2")]
    assert met(city) == {"m1": "Harbour company", "m2": "Water board", "m3": "Harbour company"}


def test_the_names_of_rejected_rows_count_so_that_no_order_of_mending_changes_who_is_found(city):
    city.bring_text("partner.csv", NAMES)
    first = city.bring_text("partner.csv", "id,name,active_from\nr1,Harbour company,\nr2,harbour company,x\n")
    mended = city.bring_text("partner.csv", "id,name\nr2,harbour company\n")
    assert ["(r1)" in word for word in warned(first)] == [True]
    assert ["(r2)" in word for word in warned(mended)] == [True]
    assert city.value("SELECT count(source_id) FROM partner") == 0


def test_a_rejected_row_without_an_id_is_not_told_as_new(city):
    report = city.bring_text("partner.csv", "name,active_from,active_to\nHarbour company,2026-05-01,2026-04-01\n")
    assert (counts(report), report.warnings) == ((1, 0, 0, 0, 1), ())


@pytest.mark.parametrize("before", [NAMES, "id,name,source_id\np1,Harbour company,r1\n"], ids=["found by its name", "known by its id"])
def test_a_row_of_a_register_with_a_second_id_of_its_own_is_rejected_and_nothing_is_lost(city, before: str):
    city.bring_text("partner.csv", before)
    there = known(city)
    files = (
        city.file("partner.csv", "id,name,source_id\nr1,Harbour company,q9\n"),
        city.file("contact_moment.csv", CONTACTS.replace("r2", "q9")),
    )
    city.bring(*files)
    sentence = "A register knows the partner of this row as 'r1', and 'q9' would be a second id of that kind; leave one of the two out."
    assert (2, "source_id", sentence) in city.rejects()
    assert (3, "partner_id", UNKNOWN.format("q9")) in city.rejects()
    assert known(city) == there
    city.bring_text("partner.csv", "id,name,source_id\n,Harbour company,q9\n")
    assert city.value("SELECT source_id FROM partner WHERE name = 'Harbour company'") == "q9"


def test_an_id_of_its_own_said_twice_is_one_id(city):
    city.bring_text("partner.csv", NAMES)
    assert counts(city.bring_text("partner.csv", "id,name,source_id\nr1,Harbour company,r1\n")) == (1, 0, 1, 0, 0)
    assert known(city) == [("Harbour company", "r1"), ("Water board", None)]


CHAINS = {
    "the bearer is another name": "x,Other,r1\nr1,Harbour company,\n",
    "three in a row": "a,A,b\nb,B,c\nc,C,\n",
    "round in a circle": "a,A,b\nb,B,a\n",
    "one id for two": "a,A,r1\nb,B,r1\n",
    "the id of a row without an id": ",A,r1\nr1,B,\n",
}


@pytest.mark.parametrize("what", CHAINS)
def test_rows_that_speak_of_each_other_by_ids_never_make_one_id_mean_two_partners(tmp_path, what: str):
    city = City(tmp_path)
    city.bring_text("partner.csv", NAMES)
    before = known(city)
    rows = CHAINS[what].splitlines()
    for turn in permutations(rows):
        report = city.bring_text("partner.csv", "\n".join(["id,name,source_id", *turn]))
        assert report.rejected > 0
        assert findings(city.warehouse) == ()
        assert city.values("SELECT name FROM partner WHERE source_id = id") == []
        assert ("Harbour company", None) in known(city)
        undo(city.warehouse, report.run_id, at=AT)
        assert known(city) == before


def test_a_row_that_is_meant_by_a_rejected_one_waits_for_it(city):
    rows = "id,name,source_id,active_from\nx,Harbour,r1,{}\nr1,Harbour,,\n"
    assert counts(city.bring_text("partner.csv", rows.format("never"))) == (2, 0, 0, 0, 2)
    assert (3, "id", "'r1' is the source_id of 'x' in a row that was rejected; mend that row and bring both in again.") in city.rejects()
    assert counts(city.bring_text("partner.csv", rows.format(""))) == (2, 1, 0, 1, 0)
    assert city.values("SELECT id, source_id FROM partner") == [("x", "r1")]


def test_an_id_that_a_rejected_row_would_have_freed_is_not_given_to_another(city):
    city.bring_text("partner.csv", "id,name,source_id\np2,B,r2\n")
    report = city.bring_text("partner.csv", "id,name,source_id,active_from,active_to\np2,B,,2026-02-01,2026-01-01\nr2,C,,,\n")
    assert (counts(report), known(city), findings(city.warehouse)) == ((2, 0, 0, 0, 2), [("B", "r2")], ())


@pytest.mark.parametrize("taken", ["p2", "r2"])
def test_the_check_finds_an_id_that_means_two_partners(city, taken: str):
    city.bring_text("partner.csv", "id,name,source_id\np1,A,\np2,B,r2\n")
    city.warehouse.connection.execute("UPDATE partner SET source_id = $taken WHERE id = 'p1'", {"taken": taken})
    (finding,) = findings(city.warehouse)
    assert "source_id that belongs to another" in said(finding.said)


def test_two_partners_change_their_ids_of_a_register_in_one_file_and_contacts_follow(city):
    city.bring_text("partner.csv", "id,name,source_id\np1,A,r1\np2,B,r2\n")
    city.bring(city.file("partner.csv", "id,name,source_id\np1,A,r2\np2,B,r1\n"), city.file("contact_moment.csv", CONTACTS))
    assert met(city) == {"m1": "B", "m2": "A"}


SOURCES = "name,source_id\nHarbour company,r1\nWater board,r2\n"


def test_a_partner_without_an_id_is_named_by_its_source_id_in_the_same_call(city):
    files = [("partner.csv", SOURCES), ("contact_moment.csv", CONTACTS)]
    assert counts(city.bring(*(city.file(*file) for file in files))) == (4, 4, 0, 0, 0)
    assert counts(city.bring(*(city.file(*file) for file in reversed(files)))) == (4, 0, 0, 4, 0)
    assert met(city) == {"m1": "Harbour company", "m2": "Water board"}


def test_a_partner_without_an_id_that_is_called_otherwise_now_is_found_by_its_source_id(city):
    city.bring_text("partner.csv", SOURCES)
    assert counts(city.bring_text("partner.csv", "name,source_id\nPort authority,r1\n")) == (1, 0, 1, 0, 0)
    assert known(city) == [("Port authority", "r1"), ("Water board", "r2")]


@pytest.mark.parametrize("rows", list(permutations([",Harbour company", "r1,Harbour company"])), ids=" ".join)
def test_a_row_with_and_one_without_the_id_in_one_file_are_one_partner_known_by_it(city, rows: tuple[str, ...]):
    city.bring_text("partner.csv", NAMES)
    city.bring(city.file("partner.csv", "\n".join(["id,name", *rows])), city.file("contact_moment.csv", CONTACTS))
    assert known(city) == [("Harbour company", "r1"), ("Water board", None)]
    assert met(city) == {"m1": "Harbour company"}


def test_replacing_gives_the_id_of_a_partner_that_goes_to_another_in_the_same_call(city):
    city.bring_text("partner.csv", "id,name\nr1,A\n")
    files = city.file("partner.csv", "id,name,source_id\np,A,r1\n"), city.file("contact_moment.csv", CONTACTS)
    assert counts(city.bring(*files, replace=True)) == (3, 2, 0, 0, 1)
    assert met(city) == {"m1": "A"}


FILES = {"partner.csv": NAMES, "partners.csv": REGISTER, "contact_moment.csv": CONTACTS, "contactmomenten.csv": BY_NAME}


@pytest.mark.parametrize("order", list(permutations(FILES))[::5], ids=" ".join)
def test_files_in_one_call_end_the_same_in_whatever_order(tmp_path, order: tuple[str, ...]):
    city = City(tmp_path)
    city.bring(*(city.file(name, FILES[name]) for name in order))
    assert [name for name, _ in known(city)] == ["Harbour company", "Water board"]
    assert met(city) == {"m1": "Harbour company", "m2": "Water board", "m3": "Harbour company"}
    again = city.bring(*(city.file(name, FILES[name]) for name in order))
    assert (again.unchanged, again.warnings) == (again.rows_read, ())


def test_taken_back_in_between_and_brought_in_again_ends_the_same(city):
    steps = [("partner.csv", NAMES), ("partner.csv", REGISTER), ("contact_moment.csv", CONTACTS)]
    runs = [city.bring_text(*step).run_id for step in steps]
    straight = known(city), met(city)
    for run in reversed(runs):
        undo(city.warehouse, run, at=AT)
    assert known(city) == []
    for step in steps:
        city.bring_text(*step)
    assert (known(city), met(city)) == straight


TWINS = {
    "a made id and one of a register in one file": ("", "id,name\npartner-0123456789abcdef,Museum\nm1,Museum\n", False),
    "a row that takes the name of another": ("id,name\nx1,Museum\nx2,Theatre\n", "id,name\nx2,museum\n", False),
    "another register in the place of one": ("id,name\nr1,Museum\n", "id,name\nr1,Museum\nz1,museum\n", True),
    "a second register beside one that found the name": ("name,source_id\nMuseum,r1\n", "id,name\nz1,Museum\n", False),
}


@pytest.mark.parametrize("what", TWINS)
def test_a_second_partner_of_a_name_is_told_once(tmp_path, what: str):
    city = City(tmp_path)
    before, after, replace = TWINS[what]
    if before:
        assert not [word for word in warned(city.bring_text("partner.csv", before)) if TWICE in word]
    report = city.bring_text("partner.csv", after, replace=replace)
    (word,) = warned(report)
    assert word.lower().startswith("1 name is that of more than one partner now (museum);")
    assert warned(city.bring_text("partner.csv", after, replace=replace)) == []


def test_many_names_that_are_there_twice_are_one_sentence_with_the_first_few(city):
    city.bring_text("partner.csv", "name,source_id\n" + "".join(f"Name {n},r{n}\n" for n in range(8)))
    (word,) = warned(city.bring_text("partner.csv", "id,name\n" + "".join(f"z{n},Name {n}\n" for n in range(8))))
    assert word.startswith("8 names are those of more than one partner now (Name 0, Name 1, Name 2, Name 3, Name 4")


SAID = {
    "a parent that is the row itself": (
        {"partner.csv": "name,parent\nHarbour,harbour\n"},
        ("parent", "harbour", "'harbour' stands in id too; the two must differ."),
    ),
    "a second account manager, by names": (
        {"tie.csv": "id,employee,partner,kind\nt,Bert,Water,account_manager\n"},
        ("employee", "Water", "Water has another account manager in this period (Anna); end one before the next starts."),
    ),
    "a second account manager, by the id of a register": (
        {"partner.csv": "id,name\nr1,Water\n", "tie.csv": "id,employee,partner_id,kind\nt,Bert,r1,account_manager\n"},
        ("employee", "r1", "r1 has another account manager in this period (Anna); end one before the next starts."),
    ),
    "a second account manager beside the row": (
        {"tie.csv": "id,employee,partner,kind,to_date\nwater,Bert,Water,account_manager,\nw,Anna,Water,account_manager,\n"},
        ("employee", "Water", "Water has another account manager in this period (Anna); end one before the next starts."),
    ),
    "a partner of that name whose row is rejected": (
        {"partner.csv": "name,parent\nHarbour,harbour\n", "partner_alias.csv": "partner,alias\nHarbour,Port\n"},
        ("partner", "Harbour", UNKNOWN.format("Harbour")),
    ),
    "a circle of parents": (
        {"partner.csv": "name,parent\nHarbour,Quay\nQuay,Harbour\n"},
        ("parent", "Harbour", "'Harbour' leads back to the row itself; a row cannot lie below itself."),
    ),
    "a question to a form that has no such item": (
        {
            "instrument.csv": "name\nOurs\n",
            "assessment.csv": "id,partner,day,side,perspective,instrument\nf,Water,2026-01-01,us,own,Ours\n",
            "assessment_score.csv": "assessment_id,dimension,item,score\nf,trust,trust,1\n",
        },
        ("item", "trust trust", "'trust trust' is no item of instrument Ours; add it to instrument_item or mend it here."),
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_a_reject_says_what_the_file_said_and_no_made_id(tmp_path, what: str):
    city = City(tmp_path)
    city.bring_text("employee.csv", "name\nAnna\nBert\n")
    city.bring_text("partner.csv", "name,account_manager\nWater,Anna\n")
    files, reject = SAID[what]
    city.bring(*(city.file(*file) for file in files.items()))
    rejects = city.values("SELECT field, value, reason FROM import_reject")
    assert reject in rejects
    assert not [cell for row in rejects for cell in row if cell and ("partner-" in cell or "employee-" in cell or "instrument-" in cell)]


def test_a_replacement_that_would_leave_rows_dangling_names_the_partners(city):
    city.bring(city.file("partner.csv", NAMES), city.file("contact_moment.csv", BY_NAME.replace("r1", "Harbour company")))
    refusal = city.refused(city.file("partner.csv", "id,name\nz1,Museum\n"), replace=True)
    assert "point to Harbour company, which partner would no longer hold" in refusal
