"""What a rehearsal shows of each file: how its columns are read, what would become of its rows, and what would change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from relinsight.warehouse.importing.preview import Preview, Stretch
from relinsight.words.name import Name
from tests.arriving import City, prepared

DEALINGS = """
    id,organisation,role,opened_on,granted,decided_on
    d1,Harbour,client,2026-01-05,100,2026-02-01
    d2,Museum,client,2026-01-06,,
    d3,Harbour,client,2026-01-07,300,2026-02-03
"""
NEXT = """
    id,organisation,role,opened_on,granted,decided_on,clerk
    d1,Harbour,client,2026-01-05,100,2026-02-01,x
    d2,Museum,client,2026-01-06,"1250,50",2026-03-01,x
    d3,Harbour,client,2026-01-07,300,2026-02-03,x
    d4,Theatre,client,2026-01-08,,,x
    d5,Theatre,client,2026-13-08,,,x
"""


@pytest.fixture
def city(tmp_path: Path) -> City:
    return prepared(tmp_path, {"partner.csv": "id,name\np1,Harbour\np2,Museum\n"}, {"dealing.csv": DEALINGS})


def rehearsed(city: City, name: str, content: str, **options: object) -> Preview:
    before = city.everything()
    (preview,) = city.bring_text(name, content, dry_run=True, **options).previews
    assert city.everything() == before
    return preview


def test_only_a_rehearsal_shows_the_files(city: City):
    assert city.bring_text("dealing.csv", NEXT).previews == ()


def test_each_column_says_what_it_is_read_as_and_how_far_it_says_what_is_there(city: City):
    found = {read.column: read for read in rehearsed(city, "dealing.csv", NEXT).columns}
    assert [(name, read.field, read.known, read.same) for name, read in found.items()] == [
        ("id", "id", 3, 3),
        ("organisation", "organisation", 3, 3),
        ("role", "role", 3, 3),
        ("opened_on", "opened_on", 3, 3),
        ("granted", "granted", 3, 2),
        ("decided_on", "decided_on", 3, 2),
    ]
    assert found["granted"].share == pytest.approx(2 / 3)
    assert found["granted"].examples == ("100", "1250,50", "300")


def test_a_column_that_is_not_read_is_named(city: City):
    assert rehearsed(city, "dealing.csv", NEXT).unread == ("clerk",)


def test_a_column_of_citizen_numbers_is_not_even_named_among_those(city: City):
    assert rehearsed(city, "partner.csv", "id,name,bsn,shoe size\np1,Harbour,123456782,42\n").unread == ("shoe size",)


def test_no_example_is_a_number_of_a_citizen_or_out_of_a_calendar(tmp_path: Path):
    city = City(tmp_path)
    rows = "id,organisation,role,title\nd1,Harbour,client,call 123456782\nd2,Harbour,client,Quay\n"
    (title,) = [read for read in rehearsed(city, "dealing.csv", rows).columns if read.field == "title"]
    assert title.examples == ("Quay",)
    event = "BEGIN:VEVENT\nUID:1\nSUMMARY:Dentist\nDTSTART:20260901T100000Z\nATTENDEE;CN=Jan:mailto:jan@example.org\nEND:VEVENT\n"
    calendar = rehearsed(city, "own.ics", f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n")
    assert [read.examples for read in calendar.columns if read.examples] == []


def test_of_rows_that_are_all_new_it_says_how_many_cells_can_be_read(tmp_path: Path):
    found = {read.column: read for read in rehearsed(City(tmp_path), "dealing.csv", NEXT).columns}
    assert (found["opened_on"].known, found["opened_on"].same, found["opened_on"].filled) == (0, 4, 5)
    assert found["granted"].share == 1.0


def test_a_column_beside_the_rows_agrees_where_that_is_there(city: City):
    city.bring_text("partner.csv", "id,name,tier\np1,Harbour,A\np2,Museum,B\n", as_of=date(2026, 1, 1))
    found = {read.field: read for read in rehearsed(city, "partner.csv", "id,name,tier\np1,Harbour,A\np2,Museum,C\n").columns}
    assert (found["tier"].table, found["tier"].known, found["tier"].same) == ("partner_tier", 2, 1)


def test_each_row_says_what_would_become_of_it(city: City):
    ribbon = rehearsed(city, "dealing.csv", NEXT).stretches
    assert ribbon == (
        Stretch(2, 2, 0, 1, 0, 0, 0, 0),
        Stretch(3, 3, 0, 0, 1, 0, 0, 0),
        Stretch(4, 4, 0, 1, 0, 0, 0, 0),
        Stretch(5, 5, 0, 0, 0, 1, 0, 0),
        Stretch(6, 6, 0, 0, 0, 0, 0, 1),
    )


def test_rows_that_a_profile_leaves_out_and_rows_that_wait_are_told_apart(city: City):
    profile = city.file(
        "own.toml",
        """
        [[drop]]
        column = "kind"
        is = ["internal"]
        [contact_moment]
        id = "nr"
        day = "day"
        kind = { constant = "meeting" }
        achieved = { constant = "yes" }
        partner = "with"
        """,
    )
    rows = "nr,day,with,kind\n1,2026-01-01,Harbour,\n2,2026-01-02,Harbour,internal\n3,2026-01-03,Nobody at all,\n4,soon,Harbour,\n"
    ribbon = rehearsed(city, "meetings.csv", rows, profile=profile).stretches
    assert [(s.left_out, s.unchanged, s.changed, s.new, s.waiting, s.to_mend) for s in ribbon] == [
        (0, 0, 0, 1, 0, 0),
        (1, 0, 0, 0, 0, 0),
        (0, 0, 0, 0, 1, 0),
        (0, 0, 0, 0, 0, 1),
    ]


def test_a_long_file_is_told_in_two_hundred_stretches_and_no_row_is_lost(tmp_path: Path):
    rows = "id,name\n" + "\n".join(f"p{n},Partner {n}" if n % 10 else f"p{n}," for n in range(1001))
    ribbon = rehearsed(City(tmp_path), "partner.csv", rows).stretches
    assert len(ribbon) == 200
    assert sum(s.new for s in ribbon) == 900
    assert sum(s.to_mend for s in ribbon) == 101
    assert [s.first for s in ribbon[1:]] == [s.last + 1 for s in ribbon[:-1]]


def test_a_changed_row_says_what_it_said_and_what_it_would_say(city: City):
    (changed,) = rehearsed(city, "dealing.csv", NEXT).changed
    assert (changed.table, changed.n, changed.fields) == ("dealing", 1, ("decided_on", "granted"))
    (row,) = changed.rows
    assert (row.line, row.before, row.after) == (3, (None, None), (date(2026, 3, 1), Decimal("1250.50")))


def test_what_leads_to_another_row_is_called_by_its_name(city: City):
    asked = "id,partner_id,asked_on\nq1,p1,2026-05-01\n"
    assert city.bring_text("question.csv", asked).inserted == 1
    (changed,) = rehearsed(city, "question.csv", asked.replace("p1", "p2")).changed
    assert changed.fields == ("partner_id",)
    assert (changed.rows[0].before, changed.rows[0].after) == ((Name("Harbour"),), (Name("Museum"),))


def test_of_many_changed_rows_the_first_are_shown_and_all_are_counted(city: City):
    city.bring_text("partner.csv", "id,name\n" + "".join(f"x{n},Old {n}\n" for n in range(30)))
    (changed,) = rehearsed(city, "partner.csv", "id,name\n" + "".join(f"x{n},New {n}\n" for n in range(30))).changed
    assert changed.n == 30
    assert [row.after for row in changed.rows] == [(f"New {n}",) for n in range(10)]
