"""A contact moment of which no name is known waits among the rejected rows, apart from mistakes, until somebody says who it is."""

from datetime import UTC, date, datetime

import pytest

from relinsight.command_line.outcome import counts_by_file, values
from relinsight.warehouse.checks import findings
from relinsight.warehouse.imports import import_files
from relinsight.warehouse.matches.deciding import Decisions, decide
from relinsight.warehouse.matches.waiting import matches
from relinsight.warehouse.undoing import undo
from tests.arriving import City, counts, prepared, said

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
KNOWN = {"partner.csv": "id,name\np1,Museum\n", "employee.csv": "id,name\ne1,Anna\n"}
HEADER = "id,day,kind,partner,employee,subject,achieved"
MUSEM = f"{HEADER}\nm1,2026-09-01,visit,Musem,Anna,Roof,yes\nm2,2026-09-02,call,musem,Anna,Roof,yes\n"
WHO = (
    "'{}' is no partner that is known, so the contact moment waits; say who it is with `relinsight matches`, "
    "or bring the file of partner in the same call."
)


@pytest.fixture
def city(tmp_path) -> City:
    return prepared(tmp_path, KNOWN)


def bring(city: City, *rows: str, **options):
    return city.bring_text("contact_moment.csv", "\n".join([HEADER, *rows]), **options)


def asked(city: City) -> list[tuple]:
    return [(str(one.name), one.state.value, one.partner_id, one.origin.contacts) for one in matches(city.warehouse)]


def decided(city: City, **decisions):
    return decide(city.warehouse, Decisions(**decisions), at=AT)


def id_of(city: City, name: str) -> str:
    return next(one.id for one in matches(city.warehouse) if one.name == name)


def moments(city: City) -> list[tuple]:
    return city.values(
        "SELECT m.id, day, kind, subject, achieved, p.partner_id, e.employee_id FROM contact_moment AS m "
        "JOIN contact_moment_partner AS p ON p.contact_moment_id = m.id "
        "LEFT JOIN contact_moment_employee AS e ON e.contact_moment_id = m.id ORDER BY ALL"
    )


CAME_IN = [("m1", date(2026, 9, 1), "visit", "Roof", True, "p1", "e1"), ("m2", date(2026, 9, 2), "call", "Roof", True, "p1", "e1")]


def test_a_moment_of_which_no_name_is_known_is_rejected_by_a_reason_of_its_own_and_asked_about(city):
    report = city.bring_text("contact_moment.csv", MUSEM)
    assert counts(report) == (2, 0, 0, 0, 2)
    assert city.rejects() == [(2, "partner", WHO.format("Musem")), (3, "partner", WHO.format("musem"))]
    assert asked(city) == [("Musem", "asked", "p1", 2)]


def test_rows_that_wait_are_counted_apart_from_mistakes(city):
    report = bring(city, "m1,2026-09-01,visit,Musem,Anna,x,yes", "m2,never,visit,Museum,Anna,x,yes", "m3,2026-09-01,visit,,Anna,x,yes")
    (told,) = [said(each) for each in report.outcome if "no mistake" in said(each)]
    assert told.startswith("1 of the rejected rows is no mistake: a contact moment of which no partner is known ('Musem');")
    assert [each.value for each in report.reasons] == ["never", None]
    assert [(row["rejected"], row["waiting"]) for row in counts_by_file(report)] == [(3, 1)]
    told_machine = values(report, "en")["waiting"]
    assert (told_machine["rows"], told_machine["n"], told_machine["names"], told_machine["said"]) == (1, 1, ("Musem",), told)


def test_nothing_is_said_of_rows_that_wait_where_none_does(city):
    report = bring(city, "m2,never,visit,Museum,Anna,x,yes")
    assert report.waiting is None
    assert "waiting" not in counts_by_file(report)[0]


def test_an_accepted_name_brings_its_moments_in_and_undo_lets_them_wait_again(city):
    city.bring_text("contact_moment.csv", MUSEM)
    done = decided(city, accept=[(id_of(city, "Musem"), None)])
    assert moments(city) == CAME_IN
    assert asked(city) == []
    assert city.value(f"SELECT count(*) FROM contact_moment WHERE run_id = '{done.run_id}'") == 2
    assert findings(city.warehouse) == ()
    undo(city.warehouse, done.run_id, at=AT)
    assert moments(city) == []
    assert asked(city) == [("Musem", "asked", "p1", 2)]


def test_a_new_name_becomes_a_partner_with_its_moments(city):
    bring(city, "m1,2026-09-01,visit,Theater,Anna,x,yes")
    decided(city, new=[id_of(city, "Theater")])
    assert city.values("SELECT name FROM partner WHERE id <> 'p1'") == [("Theater",)]
    assert len(moments(city)) == 1
    assert asked(city) == []


def test_a_dry_run_of_a_decision_brings_nothing_in(city):
    city.bring_text("contact_moment.csv", MUSEM)
    done = decide(city.warehouse, Decisions(accept=[(id_of(city, "Musem"), None)]), at=AT, dry_run=True)
    assert {change.table: change.added for change in done.changes}["contact_moment"] == 2
    assert moments(city) == []


def test_a_name_that_is_different_still_waits_and_is_not_asked_about_again(city):
    city.bring_text("contact_moment.csv", MUSEM)
    decided(city, different=[id_of(city, "Musem")])
    assert asked(city) == [("Musem", "unknown", None, 2)]


def test_dealings_and_moments_of_one_name_are_one_question(city):
    city.bring_text("dealing.csv", "id,organisation,role\nd1,Musem,client")
    city.bring_text("contact_moment.csv", MUSEM)
    (one,) = matches(city.warehouse)
    assert (one.origin.dealings, one.origin.contacts) == (1, 2)
    decided(city, accept=[(one.id, None)])
    assert moments(city) == CAME_IN
    assert city.value("SELECT partner_id FROM dealing") == "p1"


def test_a_moment_with_several_unknown_names_comes_in_with_one_and_stays_open_for_the_other(city):
    bring(city, "m1,2026-09-01,visit,Theater;Opera,Anna,x,yes")
    assert asked(city) == [("Opera", "unknown", None, 1), ("Theater", "unknown", None, 1)]
    decided(city, accept=[(id_of(city, "Opera"), "p1")])
    assert [row[5] for row in moments(city)] == ["p1"]
    assert asked(city) == [("Theater", "unknown", None, 1)]
    decided(city, new=[id_of(city, "Theater")])
    assert len(moments(city)) == 2
    assert asked(city) == []


def test_a_moment_of_which_one_name_is_known_does_not_wait(city):
    city.file("split.toml", _profile('partner = { column = "partner", split = "/", unknown = "list" }'))
    report = bring(city, "m1,2026-09-01,visit,Museum/Theater,Anna,x,yes", profile=city.folder / "split.toml")
    assert (report.rejected, report.waiting) == (0, None)
    assert [row[5] for row in moments(city)] == ["p1"]


def test_names_that_a_profile_only_lists_wait_too_where_none_is_known(city):
    city.file("split.toml", _profile('partner = { column = "partner", split = "/", unknown = "list" }'))
    report = bring(city, "m1,2026-09-01,visit,Opera/Theater,Anna,x,yes", profile=city.folder / "split.toml")
    assert report.waiting.names == ("Opera", "Theater")
    assert not [each for each in report.warnings if "left out" in said(each)]


def test_a_collective_name_does_not_wait(city):
    city.bring_text("partner_alias.csv", "partner_id,alias\n,diverse bewoners\n")
    report = bring(city, "m1,2026-09-01,visit,Diverse bewoners,Anna,x,yes")
    assert (report.rejected, report.waiting) == (1, None)


def test_a_row_with_a_mistake_as_well_does_not_wait(city):
    report = bring(city, "m1,2026-09-01,visit,Musem,Nobody,x,yes")
    assert (report.rejected, report.waiting) == (1, None)
    assert asked(city) == []


def test_a_moment_that_is_there_is_not_asked_about(city):
    bring(city, "m1,2026-09-01,visit,Museum,Anna,x,yes")
    report = bring(city, "m1,2026-09-01,visit,Musem,Anna,x,yes")
    assert (report.rejected, report.waiting) == (1, None)
    assert len(moments(city)) == 1


def test_where_moments_are_replaced_those_of_unknown_partners_wait_too(city):
    bring(city, "m1,2026-09-01,visit,Museum,Anna,x,yes")
    report = bring(city, "m1,2026-09-01,visit,Musem,Anna,x,yes", "m2,2026-09-01,visit,Museum,Anna,x,yes", replace=True)
    assert (report.rejected, report.waiting.rows) == (1, 1)
    assert asked(city) == [("Musem", "asked", "p1", 1)]


def test_a_cell_of_known_names_that_another_mark_parts_is_a_mistake(city):
    city.bring_text("partner.csv", "id,name\np2,Theater\n")
    for cell in ("Museum|Theater", "p1|p2"):
        report = bring(city, f"m1,2026-09-01,visit,{cell},Anna,x,yes")
        assert (report.rejected, report.waiting) == (1, None)


def test_the_same_file_again_asks_once(city):
    city.bring_text("contact_moment.csv", MUSEM)
    import_files(city.warehouse, [city.folder / "contact_moment.csv"], at=AT)
    assert asked(city) == [("Musem", "asked", "p1", 2)]


def test_what_was_mended_in_the_file_waits_no_more(city):
    city.bring_text("contact_moment.csv", MUSEM)
    city.bring_text("contact_moment.csv", MUSEM.replace("Musem", "Museum").replace("musem", "Museum"))
    assert asked(city) == []


def test_rejects_of_an_import_that_was_taken_back_wait_no_more(city):
    report = bring(city, "m1,2026-09-01,visit,Musem,Anna,x,yes", "m2,2026-09-01,visit,Museum,Anna,x,yes")
    undo(city.warehouse, report.run_id, at=AT)
    assert asked(city) == []


def test_who_was_there_and_is_gone_since_is_left_out(city):
    city.bring_text("contact_moment.csv", MUSEM)
    city.bring_text("employee.csv", "id,name\ne2,Bas\n", replace=True)
    decided(city, accept=[(id_of(city, "Musem"), None)])
    assert [row[6] for row in moments(city)] == [None, None]


def _profile(partner: str) -> str:
    return f"""
        [contact_moment]
        id = "id"
        day = "day"
        kind = "kind"
        achieved = "achieved"
        {partner}
    """
