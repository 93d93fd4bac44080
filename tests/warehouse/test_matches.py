"""Who is this? Names that look like a partner we have wait for a person, and what a person says of them holds."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from arriving import City, counts, prepared, said

from relinsight.access.city import City as Access
from relinsight.access.rights import NotAllowed, Rights
from relinsight.records.partners import Partner
from relinsight.warehouse.by_hand import ChangeRefused
from relinsight.warehouse.checks import findings
from relinsight.warehouse.matches.deciding import Decided, Decisions, decide
from relinsight.warehouse.matches.match import Match
from relinsight.warehouse.matches.merging import Merge
from relinsight.warehouse.matches.waiting import matches
from relinsight.warehouse.undoing import undo

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARTNERS = """
    id,name
    p1,Bewonersgroep Galgenveld
    p2,Museum
"""
DEALINGS = """
    id,organisation,role,opened_on
    d1,Bewonersgroep Galgeveld,subsidy_provider,2025-03-01
    d2,bewonersgroep  galgeveld,subsidy_provider,2026-02-01
    d3,Theater,subsidy_provider,2026-02-01
    d4,diverse bewoners,subsidy_provider,2026-02-01
"""


@pytest.fixture
def city(tmp_path: Path) -> City:
    return prepared(tmp_path, {"partner.csv": PARTNERS, "dealing.csv": DEALINGS})


def waiting(city: City, name: str) -> Match:
    (found,) = [one for one in matches(city.warehouse) if one.name == name]
    return found


def shown(city: City) -> list[tuple]:
    return [(str(one.name), one.state.value, one.partner_id, one.score, one.reason and said(one.reason)) for one in matches(city.warehouse)]


def decided(city: City, **decisions: Sequence) -> Decided:
    return decide(city.warehouse, Decisions(**decisions), at=AT)


def refused(city: City, **decisions: Sequence) -> str:
    before = city.everything()
    with pytest.raises(ChangeRefused) as why:
        decided(city, **decisions)
    assert city.everything() == before
    return said(why.value.reason)


def partners_of_dealings(city: City) -> list[tuple]:
    return city.values("SELECT id, partner_id FROM dealing ORDER BY id")


def test_what_waits_is_shown_with_what_it_looks_like_and_where_it_comes_from(city: City):
    assert shown(city) == [
        ("Bewonersgroep Galgeveld", "asked", "p1", 98, "one letter differs"),
        ("Theater", "unknown", None, None, None),
        ("diverse bewoners", "unknown", None, None, None),
    ]
    origin = waiting(city, "Bewonersgroep Galgeveld").origin
    assert (origin.dealings, origin.contacts, str(origin.first_day), str(origin.last_day)) == (2, 0, "2025-03-01", "2026-02-01")


def test_an_accepted_name_is_a_spelling_of_the_partner_and_later_dealings_come_in_by_it(city: City):
    before = city.everything()
    done = decided(city, accept=[(waiting(city, "Bewonersgroep Galgeveld").id, None)])
    assert city.values("SELECT partner_id, alias FROM partner_alias") == [("p1", "Bewonersgroep Galgeveld")]
    assert partners_of_dealings(city) == [("d1", "p1"), ("d2", "p1"), ("d3", None), ("d4", None)]
    city.bring_text("dealing.csv", "id,organisation,role\nd9,BEWONERSGROEP GALGEVELD,client")
    assert city.value("SELECT partner_id FROM dealing WHERE id = 'd9'") == "p1"
    undo(city.warehouse, str(city.value("SELECT id FROM import_run ORDER BY rowid DESC LIMIT 1")), at=AT)
    undo(city.warehouse, done.run_id, at=AT)
    assert city.everything()["dealing"] == before["dealing"]
    assert city.everything()["partner_alias"] == []


def test_a_match_stays_when_the_same_file_comes_again(city: City):
    decided(city, accept=[(waiting(city, "Theater").id, "p2")])
    report = city.bring_text("dealing.csv", DEALINGS)
    assert counts(report) == (4, 0, 0, 4, 0)
    assert city.value("SELECT partner_id FROM dealing WHERE id = 'd3'") == "p2"


def test_a_new_name_becomes_a_partner_and_is_not_asked_about_again(city: City):
    done = decided(city, new=[waiting(city, "Bewonersgroep Galgeveld").id])
    assert [one.state for one in matches(city.warehouse)] == ["unknown", "unknown"]
    assert city.value("SELECT count(DISTINCT partner_id) FROM dealing") == 1
    assert city.values("SELECT name FROM partner WHERE id NOT IN ('p1', 'p2')") == [("Bewonersgroep Galgeveld",)]
    report = city.bring_text("partner.csv", "name\nBewonersgroep Galgeveld")
    assert counts(report) == (1, 0, 0, 1, 0)
    undo(city.warehouse, done.run_id, at=AT)
    assert city.value("SELECT count(*) FROM partner") == 2


def test_a_name_that_is_different_does_not_return(city: City):
    decided(city, different=[waiting(city, "Bewonersgroep Galgeveld").id])
    assert waiting(city, "Bewonersgroep Galgeveld").state == "unknown"
    city.bring_text("dealing.csv", "id,organisation,role\nd9,BEWONERSGROEP  galgeveld,client")
    (state,) = {one.state for one in matches(city.warehouse)}
    assert state == "unknown"


def test_a_collective_name_is_kept_apart_and_what_looks_like_it_is_asked_as_one(city: City):
    decided(city, collective=[waiting(city, "diverse bewoners").id])
    city.bring_text("dealing.csv", "id,organisation,role\nd9,diverse bewonners,client\nd10,diverse bewoners,client")
    assert city.values("SELECT partner_id, alias FROM partner_alias") == [(None, "diverse bewoners")]
    assert waiting(city, "diverse bewoners").state == "collective"
    assert waiting(city, "diverse bewoners").origin.dealings == 2
    like = waiting(city, "diverse bewonners")
    assert (like.partner_id, like.partner, like.state) == (None, "diverse bewoners", "asked")
    decided(city, accept=[(like.id, None)])
    assert waiting(city, "diverse bewonners").state == "collective"


def test_all_decisions_of_a_call_are_one_run_which_one_undo_takes_back(city: City):
    tables = ("partner", "dealing", "partner_alias", "set_apart", "former_partner")
    before = [city.everything()[table] for table in tables]
    ids = {one.name: one.id for one in matches(city.warehouse)}
    done = decided(
        city,
        accept=[(ids["Bewonersgroep Galgeveld"], None)],
        new=[ids["Theater"]],
        collective=[ids["diverse bewoners"]],
        merge=[Merge("p1", "p2")],
    )
    assert city.value("SELECT count(*) FROM import_run") == 2
    assert findings(city.warehouse) == ()
    undo(city.warehouse, done.run_id, at=AT)
    assert [city.everything()[table] for table in tables] == before


def test_one_decision_that_is_refused_stops_all(city: City):
    one = waiting(city, "Bewonersgroep Galgeveld").id
    assert "nobody" in refused(city, accept=[(one, None)], merge=[Merge("p1", "nobody")])
    assert refused(city, accept=[(one, None)], different=[one]) == f"More than one thing is decided about {one}; say one of them."
    theater = waiting(city, "Theater").id
    assert refused(city, accept=[(theater, None)]) == f"{theater} looks like no partner; write --accept {theater}=PARTNER."
    assert refused(city, different=[theater]) == "Theater looks like no partner, so there is nothing to set apart."
    assert "Nothing waits under n0" in refused(city, new=["n0"])
    assert "Nothing waits under p0" in refused(city, accept=[("p0", None)])


def test_a_name_that_several_partners_bear_shows_all_of_them_and_matches_none(city: City):
    city.bring_text("partner.csv", "id,name\np3,Theater\np4,theater")
    city.bring_text("dealing.csv", "id,organisation,role\nd9,Theater,client")
    several = [
        (one.partner_id, one.state.value, one.score)
        for one in matches(city.warehouse)
        if one.origin.dealings == 2 and one.name == "Theater"
    ]
    assert several == [("p3", "several", 100), ("p4", "several", 100)]
    one = next(each.id for each in matches(city.warehouse) if each.name == "Theater" and each.state == "several")
    assert refused(city, accept=[(one, None)]) == f"{one} may mean p3, p4; write --accept {one}=PARTNER with one of them."
    decided(city, accept=[(one, "p4")])
    city.bring_text("dealing.csv", "id,organisation,role\nd10,Theater,client")
    assert city.values("SELECT DISTINCT partner_id FROM dealing WHERE organisation = 'Theater'") == [("p4",)]


def test_two_partners_that_look_like_one_are_asked_about_until_a_person_says_what_they_are(tmp_path: Path):
    city = City(tmp_path)
    city.bring(
        city.file("partner.csv", "name\nFarmers' Association"),
        city.file("contact_moment.csv", "id,day,partner,achieved,kind\nm1,2026-01-02,Farmers' Association,yes,visit"),
    )
    report = city.bring_text("partner.csv", "id,name\nR1,Farmers Association")
    assert [said(line) for line in report.warnings] == [
        "1 new partner looks like one that is there: 'Farmers Association' like 'Farmers' Association' (the same name); "
        "the page Data and `relinsight matches` ask whether it is the same."
    ]
    (asked,) = matches(city.warehouse)
    assert (asked.name, asked.partner, asked.partner_id, asked.score) == ("Farmers' Association", "Farmers Association", "R1", 100)
    assert (asked.origin.contacts, str(asked.origin.first_day)) == (1, "2026-01-02")
    done = decided(city, different=[asked.id])
    assert matches(city.warehouse) == []
    undo(city.warehouse, done.run_id, at=AT)
    decided(city, accept=[(asked.id, None)])
    assert city.values("SELECT id, name FROM partner") == [("R1", "Farmers Association")]
    assert city.values("SELECT partner_id FROM contact_moment_partner") == [("R1",)]
    assert matches(city.warehouse) == []


def test_the_files_of_a_merged_partner_come_again_and_find_the_kept_one(tmp_path: Path):
    city = City(tmp_path)
    partners = city.file("partner.csv", "id,name,tier\np1,Harbour,A\np2,Port,B\n")
    moments = city.file("contact_moment.csv", "id,day,partner_id,achieved,kind\nm1,2026-01-02,p2,yes,visit")
    nameless = city.file("more/partner.csv", "name\nport\n") if (tmp_path / "more").mkdir() is None else None
    city.bring(partners, moments)
    decided(city, merge=[Merge("p1", "p2")])
    for files in ((partners, moments), (moments,), (nameless,)):
        report = city.bring(*files)
        read, *outcome = counts(report)
        assert outcome == [0, 0, read, 0]
    assert any(
        said(each).startswith("1 partner of the files was merged into another one (port); its row only fills") for each in report.warnings
    )
    city.bring_text("contact_moment.csv", "id,day,partner_id,achieved,kind\nm2,2026-01-03,p2,yes,visit")
    city.bring_text("contact_moment.csv", "id,day,partner,achieved,kind\nm3,2026-01-03,Port,yes,visit")
    assert city.values("SELECT DISTINCT partner_id FROM contact_moment_partner") == [("p1",)]
    assert city.values("SELECT id FROM partner") == [("p1",)]
    assert findings(city.warehouse) == ()


OF_BOTH = {
    "employee.csv": "id,name\na,Anna\n",
    "partner.csv": "id,name,kvk_number,tier,sector,account_manager\np1,Harbour,,,,\np2,Port,12345678,B,care,Anna\n",
}
WITHOUT_IDS = "name,kvk_number,tier,sector,account_manager\nHarbour,,,,\nPort,12345678,B,care,Anna\n"


@pytest.mark.parametrize("again", [OF_BOTH["partner.csv"], WITHOUT_IDS])
def test_what_a_merge_took_over_stays_when_the_file_of_both_comes_again(tmp_path: Path, again: str):
    city = prepared(tmp_path, OF_BOTH)
    decided(city, merge=[Merge("p1", "p2")])
    report = city.bring_text("partner.csv", again)
    assert counts(report) == (2, 0, 0, 2, 0)
    assert city.values("SELECT id, kvk_number FROM partner") == [("p1", "12345678")]
    for table in ("partner_tier", "partner_sector", "tie"):
        assert city.values(f"SELECT partner_id, from_date, to_date FROM {table}") == [("p1", None, None)]


def test_what_the_row_of_the_kept_partner_says_goes_before_that_of_the_merged_one(tmp_path: Path):
    city = prepared(tmp_path, OF_BOTH)
    decided(city, merge=[Merge("p1", "p2")])
    city.bring_text("partner.csv", OF_BOTH["partner.csv"].replace("Harbour,,,", "Harbour,87654321,A,"))
    assert city.values("SELECT kvk_number FROM partner") == [("87654321",)]
    assert city.values("SELECT tier FROM partner_tier ORDER BY from_date NULLS FIRST") == [("B",), ("A",)]


def test_no_partner_bears_the_id_of_one_that_was_merged(city: City):
    decided(city, merge=[Merge("p1", "p2")])
    city.bring_text("partner.csv", "id,name,source_id\np3,Theater,p2")
    city.bring_text("former_partner.csv", "former_id,partner_id\np1,p1\np2,p1")
    assert [(field, reason) for _, field, reason in city.rejects()] == [
        ("partner_id", "'p1' stands in former_id too; the two must differ."),
        ("source_id", "'p2' is the id of another partner already; the source_id of a partner is its alone."),
    ]
    with (
        pytest.raises(ChangeRefused, match="because then"),
        Access(city.warehouse).writer.change(at=AT) as work,
    ):
        work.put(Partner(id="p2", name="Another"))
    city.bring_text("partner.csv", "id,name\np4,Depot")
    city.bring_text("former_partner.csv", "former_id,partner_id\np4,p1")
    assert "'p4' is the id of a partner that is there, so it is not a former one; take the row out." in [row[2] for row in city.rejects()]
    assert findings(city.warehouse) == ()


def test_names_that_say_the_same_match_by_themselves_and_are_told(city: City):
    report = city.bring_text("dealing.csv", "id,organisation,role\nd9,Stichting Museum,client\nd10,De Museum B.V.,client")
    assert city.values("SELECT DISTINCT partner_id FROM dealing WHERE id IN ('d9', 'd10')") == [("p2",)]
    assert "2 names were matched by themselves, such as 'De Museum B.V.', which is Museum (without an article)." in map(
        said, report.warnings
    )


def test_stored_dealings_match_by_themselves_when_their_partner_comes(city: City):
    report = city.bring_text("partner.csv", "id,name\np3,Stichting Theater")
    assert city.value("SELECT partner_id FROM dealing WHERE id = 'd3'") == "p3"
    assert "1 name was matched by itself: 'Theater' is Stichting Theater (without the legal form)." in map(said, report.warnings)


def test_a_name_that_two_partners_are_equally_near_to_matches_none(city: City):
    city.bring_text("partner.csv", "id,name\np3,Theater B.V.\np4,Stichting Theater")
    assert city.value("SELECT partner_id FROM dealing WHERE id = 'd3'") is None
    assert [(one.partner_id, one.state.value) for one in matches(city.warehouse) if one.name == "Theater"] == [
        ("p4", "several"),
        ("p3", "several"),
    ]


def test_what_a_person_set_apart_does_not_match_by_itself(city: City):
    city.bring_text("partner.csv", "id,name\np3,Theater B.V.\np4,Stichting Theater")
    one = next(each.id for each in matches(city.warehouse) if each.name == "Theater")
    decided(city, different=[one])
    city.bring_text("dealing.csv", "id,organisation,role\nd9,Theater,client")
    assert city.values("SELECT DISTINCT partner_id FROM dealing WHERE organisation = 'Theater'") == [(None,)]


def test_a_dry_run_warns_of_a_near_name_and_keeps_nothing(city: City):
    report = city.bring_text("partner.csv", "id,name\np3,Bewonersgroep Galgeveld", dry_run=True)
    assert [said(line) for line in report.warnings if "looks like" in line.message] == [
        "1 new partner looks like one that is there: 'Bewonersgroep Galgeveld' like 'Bewonersgroep Galgenveld' (one letter differs); "
        "the page Data and `relinsight matches` ask whether it is the same."
    ]
    assert city.value("SELECT count(*) FROM partner") == 2


def test_a_dry_run_of_a_decision_tells_what_would_change(city: City):
    before = city.everything()
    one = waiting(city, "Bewonersgroep Galgeveld").id
    told = decide(city.warehouse, Decisions(accept=[(one, None)]), at=AT, dry_run=True)
    assert city.everything() == before
    assert [(each.table, each.added, each.changed, each.removed) for each in told.changes] == [
        ("partner_alias", 1, 0, 0),
        ("dealing", 0, 2, 0),
    ]


def test_two_visitors_who_confirm_the_same_name_at_once_make_one_run(city: City):
    one = waiting(city, "Bewonersgroep Galgeveld").id
    outcome: list[str] = []
    start = threading.Barrier(2)

    def confirm() -> None:
        start.wait()
        try:
            decided(city, accept=[(one, None)])
            outcome.append("done")
        except ChangeRefused as refusal:
            outcome.append(said(refusal.reason)[:20])

    visitors = [threading.Thread(target=confirm) for _ in range(2)]
    for each in visitors:
        each.start()
    for each in visitors:
        each.join()
    assert sorted(outcome) == ["Nothing waits under ", "done"]
    assert city.value("SELECT count(*) FROM partner_alias") == 1
    assert city.value("SELECT count(*) FROM import_run") == 2


def test_markup_and_quotes_in_names_are_letters_like_others(tmp_path: Path):
    city = City(tmp_path)
    city.bring_text("partner.csv", "id,name\np1,\"**Huis** $x$ <b>'t'</b> {name}\"")
    city.bring_text(
        "dealing.csv", 'id,organisation,role\nd1,"**Huiss** $x$ <b>\'t\'</b> {name}",client\nd2,"{n} \'; DROP TABLE partner",client'
    )
    asked, unknown = matches(city.warehouse)
    assert (asked.partner_id, asked.name) == ("p1", "**Huiss** $x$ <b>'t'</b> {name}")
    decided(city, accept=[(asked.id, None)], new=[unknown.id])
    assert city.values("SELECT alias FROM partner_alias") == [("**Huiss** $x$ <b>'t'</b> {name}",)]
    assert city.values("SELECT name FROM partner WHERE id <> 'p1'") == [("{n} '; DROP TABLE partner",)]


def test_who_sees_a_part_is_not_shown_what_waits_and_decides_nothing(city: City):
    owner = Access(city.warehouse)
    assert len(owner.owner.matches()) == 3
    for rights in (Rights("anna", ("port",), writes=True), Rights("anna", writes=True), Rights("anna")):
        viewer = owner.seen_by(rights)
        with pytest.raises(NotAllowed):
            viewer.owner.matches()
        with pytest.raises(NotAllowed):
            viewer.owner.decide(Decisions(merge=[Merge("p1", "p2")]), at=AT)
