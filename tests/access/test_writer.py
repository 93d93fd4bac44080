"""Changes by hand: the owner's and a viewer's, kept to partners who are seen, one run each, and fresh for every reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from warehouse_from import warehouse_from

from relinsight.access.city import City
from relinsight.access.rights import NotAllowed, Rights
from relinsight.access.writer import ChangeRefused
from relinsight.records.actions import Action
from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.employees import Employee
from relinsight.records.instruments import AssessmentScore
from relinsight.records.partners import Partner, PartnerAlias, PartnerTier
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.questions import Question
from relinsight.records.record import Record
from relinsight.records.ties import Tie
from relinsight.warehouse.checks import findings
from relinsight.words.scope import Scope

AT = datetime(2026, 6, 30, 9, tzinfo=UTC)
SCOPE = Scope(date(2026, 6, 30))
VIEWER = Rights("anna", ("port",), writes=True)


@pytest.fixture
def city() -> Iterator[City]:
    found = City(
        warehouse_from("""
        cluster
        port
        town

        employee  cluster
        anna      port
        bert      town

        partner  tier  account_manager  contact_person
        harbour  A     anna             kim
        pilots   B     anna             -
        museum   A     bert             lee
        nobodys  B     -                -

        contact_moment  day         partner_id      employee_id  subject  note
        ours            2026-06-01  harbour         anna         quay     facts
        shared          2026-06-02  harbour;museum  anna         feast    -
        theirs          2026-06-03  museum          bert         secret   -

        assessment  partner_id  day         side
        form        museum      2026-06-01  us
        """)
    )
    yield found
    found.close()


def write(city: City, *records: Record, at: datetime = AT) -> str:
    with city.writer.change(at=at) as work:
        for record in records:
            work.put(record)
    return work.run_id


def runs(city: City) -> list[tuple[object, object]]:
    return [(row["id"], row["made_by"]) for row in city.warehouse.rows("SELECT id, made_by FROM import_run ORDER BY rowid")]


def state(city: City) -> tuple[object, ...]:
    tables = ("partner", "tie", "contact_moment", "contact_moment_partner", "contact_person_function", "setting", "history")
    return (city.mark, runs(city), *(city.warehouse.rows(f"FROM {table} ORDER BY ALL") for table in tables))


def contacts(city: City) -> float | None:
    return city.reader().stand(SCOPE, "contacts")["contacts"].value


def moment(name: str, partner: str, **more: object) -> tuple[Record, Record]:
    what = ContactMoment.model_validate({"id": name, "day": "2026-06-20", "kind": "call", "achieved": True, **more})
    return what, ContactMomentPartner(contact_moment_id=name, partner_id=partner)


def manages(name: str, employee: str, partner: str, **more: object) -> Tie:
    return Tie.model_validate({"id": name, "employee_id": employee, "partner_id": partner, "kind": "account_manager", **more})


def test_the_owner_writes_whatever_the_rules_allow_and_takes_it_back(city: City):
    before = contacts(city)
    run = write(city, Partner(id="new", name="New"), PartnerTier(partner_id="new", tier="A"), *moment("m", "new"))
    assert runs(city) == [(run, None)]
    assert contacts(city) == before + 1
    done = city.owner.undo(run, at=AT)
    assert (done.removed, contacts(city)) == (4, before)


def test_a_viewer_without_the_right_is_handed_no_writer(city: City):
    viewer = city.seen_by(Rights("anna", ("port",)))
    with pytest.raises(NotAllowed, match="not change them"):
        _ = viewer.writer


def test_a_viewer_with_the_right_writes_by_name_about_a_partner_that_is_seen(city: City):
    viewer = city.seen_by(VIEWER)
    before, mark = contacts(viewer), city.mark
    run = write(viewer, *moment("m", "harbour"), Partner(id="harbour", name="Harbour company"))
    assert runs(city) == [(run, "anna")]
    assert city.mark != mark
    assert contacts(viewer) == before + 1
    (entry,) = city.warehouse.rows("SELECT made_by, run_id, before->>'name' AS before FROM history")
    assert entry == {"made_by": "anna", "run_id": run, "before": "harbour"}
    with pytest.raises(NotAllowed):
        _ = viewer.owner
    city.owner.undo(run, at=AT)
    assert contacts(viewer) == before


UNSEEN = {
    "a partner": lambda: [Partner(id="museum", name="Mine")],
    "a contact with one": lambda: moment("m", "museum"),
    "a contact with one among others": lambda: [*moment("m", "harbour"), ContactMomentPartner(contact_moment_id="m", partner_id="museum")],
    "the contact of one": lambda: [ContactMoment(id="theirs", day=date(2026, 1, 1), kind="call", achieved=True)],
    "a link that would show the contact of one": lambda: [ContactMomentPartner(contact_moment_id="theirs", partner_id="harbour")],
    "a tie of one, taken over": lambda: [Tie(id="museum-bert", employee_id="bert", partner_id="pilots", kind="content")],
    "a tie to one, by which it would be seen": lambda: [manages("t", "anna", "nobodys")],
    "a function that would show a person": lambda: [ContactPersonFunction(contact_person_id="lee", partner_id="harbour", function="x")],
    "a question that would show a person": lambda: [
        Question(id="q", partner_id="harbour", contact_person_id="lee", kind="question", asked_on=date(2026, 6, 1))
    ],
    "a partner as the parent": lambda: [Partner(id="harbour", name="harbour", parent_id="museum")],
    "a score on a form about one": lambda: [AssessmentScore(assessment_id="form", dimension="trust", item="trust", score=1)],
    "a partner that is new and nobody's": lambda: [Partner(id="new", name="New")],
    "a partner that is new and another's": lambda: [Partner(id="new", name="New"), manages("t", "bert", "new")],
    "a person of no partner": lambda: [ContactPerson(id="new", name="New")],
    "an action of the city itself": lambda: [Action(id="a", title="write a plan")],
    "a collective name": lambda: [PartnerAlias(alias="residents")],
    "what concerns the whole city": lambda: [Employee(id="anna", name="Boss")],
}


@pytest.mark.parametrize("what", UNSEEN)
def test_nothing_is_written_about_a_partner_that_is_not_seen(city: City, what: str):
    before = state(city)
    with pytest.raises(NotAllowed) as refused:
        write(city.seen_by(VIEWER), *moment("first", "harbour"), *UNSEEN[what]())
    assert "ask the owner" in refused.value.reason.message
    assert state(city) == before
    if not what.startswith(("a partner that is new and nobody's", "a person of no partner")):
        write(city, *UNSEEN[what]())  # the same by the owner breaks no rule: it is the sight alone that stands in the way


REMOVALS = {
    "a contact's link to one": (ContactMomentPartner, {"contact_moment_id": "shared", "partner_id": "museum"}),
    "a tie of one": (Tie, {"id": "museum-bert"}),
    "a tier of one": (PartnerTier, {"partner_id": "museum", "from_date": None}),
}


@pytest.mark.parametrize("what", REMOVALS)
def test_nothing_of_a_partner_that_is_not_seen_is_removed(city: City, what: str):
    record, key = REMOVALS[what]
    before = state(city)
    with pytest.raises(NotAllowed), city.seen_by(VIEWER).writer.change(at=AT) as work:
        work.remove(record, key)
    assert state(city) == before
    with city.writer.change(at=AT) as work:
        work.remove(record, key)
    assert state(city) != before


def test_a_viewer_removes_and_changes_what_concerns_a_partner_that_is_seen(city: City):
    with city.seen_by(VIEWER).writer.change(at=AT) as work:
        work.remove(ContactMomentPartner, {"contact_moment_id": "shared", "partner_id": "harbour"})
        work.put(ContactMoment(id="ours", day=date(2026, 6, 5), kind="visit", achieved=True, subject="quay"))
        work.put(Action(id="a", title="call back", partner_id="pilots"))
    assert runs(city) == [(work.run_id, "anna")]
    city.owner.undo(work.run_id, at=AT)
    assert city.warehouse.rows("SELECT day FROM contact_moment WHERE id = 'ours'") == [{"day": date(2026, 6, 1)}]


def test_a_partner_under_one_that_is_not_seen_stays_there_when_it_is_changed(city: City):
    write(city, Partner(id="harbour", name="harbour", parent_id="museum"))
    write(city.seen_by(VIEWER), Partner(id="harbour", name="Harbour", parent_id="museum"))
    assert city.warehouse.rows("SELECT name, parent_id FROM partner WHERE id = 'harbour'") == [{"name": "Harbour", "parent_id": "museum"}]


def test_a_new_partner_is_written_with_an_owner_through_whom_it_is_seen(city: City):
    viewer = city.seen_by(VIEWER)
    write(viewer, Partner(id="new", name="New"), PartnerTier(partner_id="new", tier="A"), manages("t", "anna", "new"))
    assert viewer.reader().stand(SCOPE, "partners")["partners"].value == 3


def test_a_partner_is_handed_over_and_is_out_of_reach_from_then_on(city: City):
    viewer = city.seen_by(VIEWER)
    write(viewer, manages("pilots-anna", "bert", "pilots"))
    before = state(city)
    with pytest.raises(NotAllowed):
        write(viewer, Partner(id="pilots", name="Pilots"))
    assert state(city) == before


def test_who_is_seen_is_decided_on_the_day_of_the_write_where_the_city_lies(city: City):
    write(city, manages("pilots-anna", "anna", "pilots", to_date="2026-06-30"))
    viewer = city.seen_by(VIEWER)
    zone = ZoneInfo("Europe/Amsterdam")
    write(viewer, *moment("m", "pilots"), at=datetime(2026, 6, 30, 23, 30, tzinfo=zone))
    with pytest.raises(NotAllowed):
        write(viewer, *moment("n", "pilots"), at=datetime(2026, 7, 1, 0, 30, tzinfo=zone))


def test_a_viewer_of_all_partners_writes_what_concerns_the_whole_city_but_no_setting(city: City):
    viewer = city.seen_by(Rights("bert", writes=True))
    write(viewer, Employee(id="cem", name="Cem"), *moment("m", "museum"))
    before = state(city)
    with pytest.raises(NotAllowed, match="setting"), viewer.writer.change(at=AT) as work:
        work.set("as_of", "2026-01-01")
    assert state(city) == before
    with city.writer.change(at=AT) as work:
        work.set("as_of", "2026-01-01")
    assert city.reader().holding.as_of == date(2026, 1, 1)
    city.owner.undo(work.run_id, at=AT)
    assert city.reader().holding.as_of is None


REGISTERED = {
    "an id of a register for one that had none": lambda work: work.put(Partner(id="pilots", name="pilots", source_id="r9")),
    "the name of a partner that is not seen": lambda work: work.put(Partner(id="pilots", name="pilots", source_id="museum company")),
    "another one for one that had one": lambda work: work.put(Partner(id="harbour", name="harbour", source_id="r9")),
    "none for one that had one": lambda work: work.put(Partner(id="harbour", name="harbour")),
    "one for a new partner": lambda work: [
        work.put(each) for each in (Partner(id="new", name="New", source_id="r9"), manages("t", "anna", "new"))
    ],
    "the partner away that has one": lambda work: work.remove(Partner, {"id": "harbour"}),
}


@pytest.mark.parametrize("what", REGISTERED)
@pytest.mark.parametrize("viewer", [VIEWER, Rights("bert", writes=True)], ids=["of one cluster", "of all partners"])
def test_whom_a_register_means_is_for_the_owner_alone_to_say(city: City, what: str, viewer: Rights):
    write(city, Partner(id="harbour", name="harbour", source_id="r1"))
    before = state(city)
    with pytest.raises(NotAllowed, match="Which partner the id of a register means"), city.seen_by(viewer).writer.change(at=AT) as work:
        REGISTERED[what](work)
    assert state(city) == before


def test_a_viewer_changes_a_partner_that_a_register_knows_as_long_as_its_id_stays(city: City):
    write(city, Partner(id="harbour", name="harbour", source_id="r1"))
    write(city.seen_by(VIEWER), Partner(id="harbour", name="Harbour company", source_id="r1"))
    assert city.warehouse.rows("SELECT name, source_id FROM partner WHERE id = 'harbour'") == [
        {"name": "Harbour company", "source_id": "r1"}
    ]


def test_what_is_said_of_a_partner_that_is_not_seen_does_not_tell_whether_a_register_knows_it(city: City):
    write(city, Partner(id="museum", name="museum", source_id="r1"))
    for guess in ("r1", "r2", None):
        with pytest.raises(NotAllowed, match="whom you do not see"):
            write(city.seen_by(VIEWER), Partner(id="museum", name="museum", source_id=guess))


def test_a_new_partner_does_not_take_the_id_by_which_a_register_knows_another(city: City):
    write(city, Partner(id="museum", name="museum", source_id="r1"))
    with pytest.raises(ChangeRefused, match="Nothing was changed"):
        write(city.seen_by(VIEWER), Partner(id="r1", name="Mine"), manages("t", "anna", "r1"))
    assert findings(city.warehouse) == ()


def test_words_that_a_viewer_does_not_read_stay_and_are_not_written_over(city: City):
    viewer = city.seen_by(Rights("anna", ("port",), reads_words=False, writes=True))
    changed = ContactMoment(id="ours", day=date(2026, 6, 9), kind="visit", achieved=True)
    write(viewer, changed)
    asked = "SELECT day, subject, note FROM contact_moment WHERE id = 'ours'"
    kept = [{"day": date(2026, 6, 9), "subject": "quay", "note": "facts"}]
    assert city.warehouse.rows(asked) == kept
    with pytest.raises(NotAllowed, match="write over"):
        write(viewer, changed.model_copy(update={"note": "mine"}))
    assert city.warehouse.rows(asked) == kept
    write(viewer, *moment("m", "harbour", note="mine"))
    assert city.warehouse.rows("SELECT note FROM contact_moment WHERE id = 'm'") == [{"note": "mine"}]


def test_a_rule_that_would_break_is_told_without_ids_that_may_not_be_seen(city: City):
    second = manages("t", "bert", "harbour")
    with pytest.raises(ChangeRefused) as whole:
        write(city, second)
    with pytest.raises(ChangeRefused) as cut:
        write(city.seen_by(VIEWER), second)
    said = [dict(dict(found.value.reason.values)["finding"].values)["ids"] for found in (whole, cut)]
    assert said == ["harbour-anna, t", "…"]


def test_what_a_reader_kept_is_not_shown_after_a_write(city: City):
    viewer = city.seen_by(VIEWER)
    old = viewer.reader()
    seen = {figure.subject: figure.value for figure in old.figures(SCOPE, "partner", "contacts")}
    write(viewer, *moment("m", "pilots"))
    new = viewer.reader()
    assert (old.mark, {f.subject: f.value for f in new.figures(SCOPE, "partner", "contacts")}) != (new.mark, seen)
    assert next(f.value for f in new.figures(SCOPE, "partner", "contacts") if f.subject == "pilots") == 1
    assert viewer.read(lambda reader: reader.mark) == new.mark


def test_writers_at_once_each_make_a_run_and_none_is_lost(city: City):
    viewer, before = city.seen_by(VIEWER), contacts(city.seen_by(VIEWER))
    ready = threading.Barrier(4)
    made: list[str] = []

    def many(number: int) -> None:
        ready.wait()
        made.extend(write(viewer, *moment(f"m{number}-{turn}", "harbour")) for turn in range(5))

    threads = [threading.Thread(target=many, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(run for run, _ in runs(city)) == sorted(made)
    assert len(made) == 20
    assert contacts(viewer) == before + 20


def test_a_partner_that_is_handed_over_meanwhile_cannot_be_written_by_who_saw_it_before(city: City):
    viewer, written = city.seen_by(VIEWER), threading.Event()

    def late() -> None:
        with suppress(NotAllowed):
            write(viewer, *moment("late", "pilots"))
            written.set()

    with city.writer.change(at=AT) as work:
        work.put(manages("pilots-anna", "bert", "pilots"))
        thread = threading.Thread(target=late)
        thread.start()
        assert thread.is_alive()
    thread.join()
    assert not written.is_set()
    assert runs(city) == [(work.run_id, None)]
    assert findings(city.warehouse) == ()
