"""A run taken back: rows, settings, stored facts and history as before, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.employees import Employee
from relinsight.records.model import RECORDS
from relinsight.records.partners import Partner, PartnerRelation, PartnerTier
from relinsight.records.record import Record
from relinsight.records.ties import Tie
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.headers import stored_in_file
from relinsight.warehouse.imports import ImportOptions, import_files
from relinsight.warehouse.stored_facts import table_of
from relinsight.warehouse.undoing import UndoRefused, undo
from relinsight.words.refusal import Refusal

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
TABLES = (*(record.table for record in RECORDS), "setting", *map(table_of, stored_in_file()))


@pytest.fixture
def city() -> Iterator[Warehouse]:
    found = in_memory()
    yield found
    found.close()


def everything(city: Warehouse) -> dict[str, list[dict[str, object]]]:
    return {table: city.rows(f"SELECT * FROM {table} ORDER BY ALL") for table in TABLES}


def bring(city: Warehouse, folder: Path, *, replace: bool = False, at: datetime = AT, **files: str) -> str:
    paths = []
    for name, content in files.items():
        path = folder / f"{name}.csv"
        path.write_text(content)
        paths.append(path)
    report = import_files(city, paths, ImportOptions(replace=replace), at=at)
    assert not report.rejected
    return report.run_id


def put(city: Warehouse, *records: Record) -> str:
    with by_hand(city, at=AT, made_by="anna") as work:
        for record in records:
            work.put(record)
    return work.change.run_id


FIRST = {"partner": "id,name,tier\np1,Harbour,A\np2,Water,B\n", "employee": "id,name\na,Anna\nb,Bert\n"}


def test_an_import_taken_back_leaves_everything_as_it_was(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, **FIRST)
    before, entries = everything(city), city.rows("SELECT * FROM history")
    run = bring(
        city,
        tmp_path,
        partner="id,name\np1,Harbour company\np3,Theatre\n",
        contact_moment="id,day,kind,partner_id\nm1,2026-03-01,visit,p1;p3\n",
    )
    assert everything(city) != before
    done = undo(city, run, at=AT)
    assert (done.removed, done.restored, done.returned) == (4, 1, 0)
    assert everything(city) == before
    assert len(city.rows("SELECT * FROM history")) == len(entries) + 1
    assert city.rows("SELECT undone_at FROM import_run WHERE id = $run", {"run": run}) == [{"undone_at": AT}]


def test_a_replacement_taken_back_returns_what_it_deleted(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, **FIRST)
    before = everything(city)
    run = bring(city, tmp_path, replace=True, partner="id,name\np2,Water board\np9,New\n", partner_tier="partner_id,tier\np9,C\n")
    undo(city, run, at=AT)
    assert everything(city) == before


def test_a_setting_of_a_profile_goes_with_its_run(city: Warehouse):
    with by_hand(city, at=AT, made_by=None) as work:
        work.set("time_zone", "America/Curacao")
    before = everything(city)
    with by_hand(city, at=AT, made_by=None) as later:
        later.set("time_zone", "Europe/Amsterdam")
        later.set("as_of", "2026-01-01")
    undo(city, later.change.run_id, at=AT)
    assert everything(city) == before
    undo(city, work.change.run_id, at=AT)
    assert not city.rows("SELECT * FROM setting WHERE name = 'time_zone'")


def test_a_run_is_named_by_its_first_letters_and_only_once(city: Warehouse, tmp_path: Path):
    run = bring(city, tmp_path, **FIRST)
    undo(city, run[:8], at=AT)
    with pytest.raises(UndoRefused, match="taken back already"):
        undo(city, run, at=AT)
    with pytest.raises(Refusal, match="There is no import"):
        undo(city, "zzz", at=AT)
    with pytest.raises(Refusal, match="More than one import begins"):
        undo(city, "", at=AT)


BUILT_ON = {
    "changed": lambda: [Partner(id="p1", name="Changed")],
    "changed throughout": lambda: [Partner(id="p1", name="Changed"), Partner(id="p2", name="Changed too")],
    "referred to": lambda: [Tie(id="t", employee_id="a", partner_id="p1", kind="content")],
}


@pytest.mark.parametrize("later", BUILT_ON)
def test_a_run_that_another_built_on_stays_until_that_one_is_taken_back(city: Warehouse, tmp_path: Path, later: str):
    before = everything(city)
    run = bring(city, tmp_path, **FIRST)
    after = put(city, *BUILT_ON[later]())
    held = everything(city)
    with pytest.raises(UndoRefused) as refused:
        undo(city, run, at=AT)
    assert dict(refused.value.reason.values)["later"] == after
    assert everything(city) == held
    undo(city, after, at=AT)
    undo(city, run, at=AT)
    assert everything(city) == before


def test_a_row_that_a_later_run_deleted_stands_in_the_way(city: Warehouse, tmp_path: Path):
    run = bring(city, tmp_path, partner="id,name\np1,Harbour\np2,Water\n")
    with by_hand(city, at=AT, made_by=None) as later:
        later.remove(Partner, {"id": "p2"})
    with pytest.raises(UndoRefused, match="changed or deleted"):
        undo(city, run, at=AT)
    undo(city, later.change.run_id, at=AT)
    undo(city, run, at=AT)
    assert not city.rows("SELECT * FROM partner")


def test_a_key_that_a_run_freed_and_another_took_stands_in_the_way(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, partner="id,name\np1,Harbour\np2,Water\n")
    with by_hand(city, at=AT, made_by=None) as removal:
        removal.remove(Partner, {"id": "p2"})
    put(city, Partner(id="p2", name="Another"))
    with pytest.raises(UndoRefused, match="had deleted"):
        undo(city, removal.change.run_id, at=AT)


def test_a_rule_that_would_break_stands_in_the_way(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, **FIRST)
    first = Tie(id="t1", employee_id="a", partner_id="p1", kind="account_manager")
    put(city, first)
    ended = put(city, first.model_copy(update={"to_date": date(2026, 5, 31)}))
    put(city, Tie(id="t2", employee_id="b", partner_id="p1", kind="account_manager", from_date=date(2026, 6, 1)))
    with pytest.raises(UndoRefused, match="because then"):
        undo(city, ended, at=AT)


def test_a_deleted_row_that_points_to_what_is_gone_since_stands_in_the_way(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, **FIRST)
    put(city, Tie(id="t1", employee_id="b", partner_id="p1", kind="content"))
    with by_hand(city, at=AT, made_by=None) as removal:
        removal.remove(Tie, {"id": "t1"})
    with by_hand(city, at=AT, made_by=None) as further:
        further.remove(Employee, {"id": "b"})
    with pytest.raises(UndoRefused, match="because then"):
        undo(city, removal.change.run_id, at=AT)
    undo(city, further.change.run_id, at=AT)
    undo(city, removal.change.run_id, at=AT)
    assert city.rows("SELECT employee_id FROM tie") == [{"employee_id": "b"}]


def test_keys_of_several_parts_are_never_mistaken_for_one_another(city: Warehouse):
    names = ("a", "a|b", "b|c", "c")
    put(city, *(Partner(id=name, name=name) for name in names))
    one = PartnerRelation(from_partner_id="a|b", to_partner_id="c", kind="board_of")
    other = PartnerRelation(from_partner_id="a", to_partner_id="b|c", kind="board_of")
    put(city, one, other)
    put(city, *(each.model_copy(update={"to_date": date(2026, 1, 1)}) for each in (one, other)))
    assert len({row["row_id"] for row in city.rows("SELECT row_id FROM history")}) == 2


def test_a_key_with_an_empty_part_is_found_again(city: Warehouse):
    put(city, Partner(id="p", name="p"))
    put(city, PartnerTier(partner_id="p", tier="A"))
    before = everything(city)
    run = put(city, PartnerTier(partner_id="p", tier="B", to_date=date(2026, 1, 1)))
    assert everything(city) != before
    undo(city, run, at=AT)
    assert everything(city) == before


def test_by_hand_each_change_is_a_run_without_a_file(city: Warehouse):
    run = put(city, Partner(id="p", name="Harbour"))
    (found,) = city.rows("SELECT * FROM import_run")
    counts = {name: found[name] for name in ("made_by", "file", "profile", "rows_read", "accepted", "inserted", "updated", "rejected")}
    expected = {"made_by": "anna", "file": None, "profile": None, "rows_read": 1, "accepted": 1, "inserted": 1, "updated": 0, "rejected": 0}
    assert (found["id"], counts) == (run, expected)
    assert not city.rows("SELECT * FROM history")
    put(city, Partner(id="p", name="Haven"))
    (entry,) = city.rows("SELECT made_by, operation, before->>'name' AS before, after->>'name' AS after FROM history")
    assert entry == {"made_by": "anna", "operation": "update", "before": "Harbour", "after": "Haven"}


@pytest.mark.parametrize(("setting", "value"), [("time_zone", "Mars/Base"), ("as_of", "soon"), ("as_of", "9999-12-31")])
def test_a_setting_on_which_no_page_could_stand_is_refused(city: Warehouse, setting: str, value: str):
    before = everything(city)
    with pytest.raises(ChangeRefused, match=f"The setting {setting} is"), by_hand(city, at=AT, made_by=None) as work:
        work.set(setting, value)
    assert everything(city) == before


def test_what_is_there_already_makes_no_run_and_no_mark(city: Warehouse):
    put(city, Partner(id="p", name="Harbour"))
    mark = city.snapshot().mark
    put(city, Partner(id="p", name="Harbour"))
    assert (len(city.rows("SELECT 1 AS n FROM import_run")), city.snapshot().mark) == (1, mark)


WRONG = {
    "a reference that leads nowhere": lambda: [Tie(id="t", employee_id="nobody", partner_id="p1", kind="content")],
    "a second account manager": lambda: [
        Tie(id="t1", employee_id="a", partner_id="p1", kind="account_manager"),
        Tie(id="t2", employee_id="b", partner_id="p1", kind="account_manager"),
    ],
    "a moment without a partner": lambda: [ContactMoment(id="m", day=date(2026, 1, 1), kind="visit", achieved=True)],
    "a record that breaks its rule": lambda: [Partner.model_construct(id="p9", name="x", parent_id="p9")],
}


@pytest.mark.parametrize("what", WRONG)
def test_a_change_that_breaks_a_rule_changes_nothing(city: Warehouse, tmp_path: Path, what: str):
    bring(city, tmp_path, **FIRST)
    before, mark = everything(city), city.snapshot().mark
    with pytest.raises(ChangeRefused):
        put(city, *WRONG[what]())
    assert (everything(city), city.snapshot().mark) == (before, mark)


def test_a_row_that_something_refers_to_cannot_be_removed(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, **FIRST)
    put(
        city,
        ContactMoment(id="m", day=date(2026, 1, 1), kind="visit", achieved=True),
        ContactMomentPartner(contact_moment_id="m", partner_id="p1"),
    )
    for record, key in ((Partner, {"id": "p1"}), (ContactMomentPartner, {"contact_moment_id": "m", "partner_id": "p1"})):
        with pytest.raises(ChangeRefused, match="because then"), by_hand(city, at=AT, made_by=None) as work:
            work.remove(record, key)


def test_tens_of_thousands_of_rows_are_taken_back(city: Warehouse, tmp_path: Path):
    bring(city, tmp_path, partner="id,name\n" + "".join(f"p{n},Name {n}\n" for n in range(10_000)))
    before = everything(city)
    run = bring(city, tmp_path, partner="id,name\n" + "".join(f"p{n},Other {n}\n" for n in range(20_000)))
    done = undo(city, run, at=AT)
    assert (done.removed, done.restored) == (10_000, 10_000)
    assert everything(city) == before


names = st.sampled_from(["p1", "p2", "p3"])
steps = st.lists(
    st.one_of(st.tuples(st.just("put"), names, st.sampled_from("xyz")), st.tuples(st.just("remove"), names, st.just(""))),
    min_size=1,
    max_size=3,
)


@settings(max_examples=examples(10), deadline=None)
@given(runs=st.lists(steps, min_size=1, max_size=6))
def test_runs_taken_back_in_turn_lead_through_the_states_before_them(runs: list[list[tuple[str, str, str]]]):
    city = in_memory()
    states: list[tuple[str, dict[str, list[dict[str, object]]]]] = []
    for turn, parts in enumerate(runs):
        before = everything(city)
        try:
            with by_hand(city, at=AT + timedelta(minutes=turn), made_by=None) as work:
                for what, key, name in parts:
                    if what == "put":
                        work.put(Partner(id=key, name=name))
                    else:
                        work.remove(Partner, {"id": key})
        except ChangeRefused:
            continue
        if work.tables:
            states.append((work.change.run_id, before))
    for run, before in reversed(states):
        undo(city, run, at=AT)
        assert everything(city) == before
    city.close()
