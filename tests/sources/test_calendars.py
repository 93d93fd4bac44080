"""Calendars: what becomes of an entry, and what is never kept of one."""

from __future__ import annotations

import gzip
import io
import json
import re
import resource
from datetime import UTC, date, datetime
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relinsight.sources.calendars import parsing
from relinsight.sources.circumstances import Circumstances
from relinsight.sources.content_lines import lines_of
from relinsight.sources.foreign import limits
from relinsight.sources.opening import sheets, sheets_for
from relinsight.sources.profile import FilePart
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.suggest import suggest
from relinsight.warehouse.checks import findings
from tests.arriving import counts, prepared, said

DAY = date(2026, 10, 1)
AMSTERDAM = """
    BEGIN:VTIMEZONE
    TZID:{}
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
"""
OUTLOOK = """
    BEGIN:VCALENDAR
    PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
    VERSION:2.0
    METHOD:PUBLISH
    X-WR-CALNAME:Agenda
    {zone}
    BEGIN:VEVENT
    CLASS:PUBLIC
    CREATED:20260105T081500Z
    DESCRIPTION:Beste Ada\\, hierbij de agenda.\\nGroet\\, Jan\\n\\n_________________
    \t_______________\\nMicrosoft Teams
    DTEND;TZID="W. Europe Standard Time":20260309T110000
    DTSTAMP:20260105T081500Z
    DTSTART;TZID="W. Europe Standard Time":20260309T100000
    LAST-MODIFIED:20260105T081500Z
    LOCATION:Stadhuis\\, kamer 3.12
    ORGANIZER;CN="Jan de Boer":mailto:Jan.deBoer@stad.example
    ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="'ada@m
     useum.example'":mailto:ada@museum.example
    ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;CN="Havenbedrijf":mailto:kamer@stad.example
    ATTENDEE;PARTSTAT=DECLINED;CN="Bob Smit":mailto:bob@haven.example
    PRIORITY:5
    SEQUENCE:0
    SUMMARY;LANGUAGE=nl:Kennismaking \\; Café ’t Hart
    TRANSP:OPAQUE
    UID:040000008200E00074C5B7101A82E00800000000
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY
    BEGIN:VALARM
    TRIGGER:-PT15M
    ACTION:DISPLAY
    DESCRIPTION:Reminder
    END:VALARM
    END:VEVENT
    END:VCALENDAR
"""


def event(*lines: str, uid: str = "u1", who: str = "ATTENDEE:mailto:ada@museum.example") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", who, *lines, "END:VEVENT"])


def calendar(*entries: str) -> bytes:
    content = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *entries, "END:VCALENDAR", ""])
    return content.replace("\n", "\r\n").encode()


def of(text: str) -> bytes:
    """A calendar as it stands in a test, without the indent; lines that go on have one blank before them."""
    return dedent(text).strip().replace("\n\n", "\n").replace("\n", "\r\n").encode() + b"\r\n"


@pytest.fixture
def city(tmp_path):
    files = {
        "partner.csv": "id,name\np1,Havenbedrijf\np2,Museum\n",
        "employee.csv": "id,name,email\ne1,Jan de Boer,jan.deboer@stad.example\ne2,Eva Vos,\n",
        "contact_person.csv": (
            "id,name,email,partner,function\nc1,Bob Smit,bob@haven.example,p1,directeur\nc2,Ada Bos,ada@museum.example,p2,\n"
            "c3,Els Kok,,p2,\nc4,Twee Petten,twee@petten.example,,\nc5,Zonder Partner,zonder@partner.example,,\n"
        ),
        "contact_person_function.csv": "contact_person,partner,from_date,to_date\nc4,p1,,\nc4,p2,2026-01-01,\n",
    }
    return prepared(tmp_path, files)


def moments(city) -> list[tuple]:
    return city.values("SELECT day::VARCHAR, subject FROM contact_moment ORDER BY ALL")


def days(city) -> list[str]:
    return [str(day) for day, _ in moments(city)]


def links(city, table, column) -> list[str]:
    return [id_ for (id_,) in city.values(f"SELECT DISTINCT {column} FROM contact_moment_{table} ORDER BY 1")]


def bring(city, *entries, **options):
    return city.bring_text("agenda.ics", calendar(*entries), **options)


def warnings(report) -> list[str]:
    return [said(each) for each in report.warnings]


def indented(text: str) -> str:
    return dedent(text).strip().replace("\n", "\n    ")


def test_an_entry_of_outlook(city):
    report = city.bring_text("agenda.ics", of(OUTLOOK.format(zone=indented(AMSTERDAM.format("W. Europe Standard Time")))))
    assert counts(report) == (1, 1, 0, 0, 0)
    assert city.values("SELECT day::VARCHAR, kind, achieved, subject, note, confidential FROM contact_moment") == [
        ("2026-03-09", "meeting", True, "Kennismaking ; Café ’t Hart", None, None)
    ]
    assert city.value("SELECT id FROM contact_moment") == "040000008200E00074C5B7101A82E00800000000 20260309T090000Z"
    assert (links(city, "partner", "partner_id"), links(city, "person", "contact_person_id")) == (["p2"], ["c2"])
    assert links(city, "employee", "employee_id") == ["e1"]
    assert findings(city.warehouse) == ()


def test_a_file_that_is_read_twice_changes_nothing(city):
    weekly = event("DTSTART;TZID=Europe/Amsterdam:20260907T090000", "RRULE:FREQ=WEEKLY", "SUMMARY:Overleg")
    assert counts(bring(city, weekly)) == (4, 4, 0, 0, 0)
    before = city.values("SELECT * EXCLUDE (recorded_at, run_id) FROM contact_moment ORDER BY id")
    assert counts(bring(city, weekly)) == (4, 0, 0, 4, 0)
    assert city.values("SELECT * EXCLUDE (recorded_at, run_id) FROM contact_moment ORDER BY id") == before


def test_read_again_later_a_series_adds_what_has_been_held_since(city):
    weekly = event("DTSTART;TZID=Europe/Amsterdam:20260907T090000", "RRULE:FREQ=WEEKLY")
    assert counts(bring(city, weekly, as_of=date(2026, 9, 14))) == (2, 2, 0, 0, 0)
    assert counts(bring(city, weekly, at=datetime(2026, 9, 28, 9, tzinfo=UTC))) == (4, 2, 0, 2, 0)
    assert days(city) == ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]


def test_a_series_over_the_change_of_the_clock_with_moved_cancelled_and_skipped_meetings(city):
    zone = "TZID=Europe/Amsterdam"
    report = bring(
        city,
        event(f"DTSTART;{zone}:20260302T003000", "RRULE:FREQ=WEEKLY;COUNT=8", f"EXDATE;{zone}:20260309T003000", "SUMMARY:Reeks"),
        event(f"DTSTART;{zone}:20260320T150000", f"RECURRENCE-ID;{zone}:20260316T003000", "SUMMARY:Verzet"),
        event(f"DTSTART;{zone}:20260323T003000", "RECURRENCE-ID:20260322T233000Z", "STATUS:CANCELLED", "SUMMARY:Afgelast"),
    )
    assert moments(city) == [
        ("2026-03-02", "Reeks"),
        ("2026-03-20", "Verzet"),
        ("2026-03-30", "Reeks"),
        ("2026-04-06", "Reeks"),
        ("2026-04-13", "Reeks"),
        ("2026-04-20", "Reeks"),
    ]
    ids = [id_ for (id_,) in city.values("SELECT id FROM contact_moment ORDER BY day")]
    assert [id_.split()[1] for id_ in ids[:3]] == ["20260301T233000Z", "20260315T233000Z", "20260329T223000Z"]
    assert "agenda.ics: 1 entry is cancelled and is no contact." in warnings(report)


def test_a_meeting_of_next_week_that_was_moved_to_this_week_was_held_and_the_other_way_round(city):
    bring(
        city,
        event("DTSTART:20260928T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event("DTSTART:20261001T080000Z", "RECURRENCE-ID:20261005T080000Z"),
        event("DTSTART:20261006T080000Z", "RECURRENCE-ID:20260928T080000Z"),
    )
    assert days(city) == ["2026-10-01"]


def test_all_later_meetings_that_move_with_one_keep_ids_of_their_own(city):
    report = bring(
        city,
        event("DTSTART;TZID=Europe/Amsterdam:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=6"),
        event("DTSTART;TZID=Europe/Amsterdam:20260317T100000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T080000Z"),
    )
    assert counts(report) == (6, 6, 0, 0, 0)
    assert days(city) == ["2026-03-02", "2026-03-09", "2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07"]
    ids = [id_ for (id_,) in city.values("SELECT id FROM contact_moment ORDER BY day")]
    assert [id_.split()[1] for id_ in ids[2:]] == ["20260316T080000Z", "20260323T080000Z", "20260330T070000Z", "20260406T070000Z"]


@pytest.mark.parametrize("start", ["DTSTART;TZID=Europe/Amsterdam:20260302T090000", "DTSTART:20260302T080000Z", "DTSTART:20260302T090000"])
@pytest.mark.parametrize(("range_", "third"), [("", "2026-03-16"), (";RANGE=THISANDFUTURE", "2026-03-17")])
def test_a_moved_meeting_that_is_named_by_its_day_alone_is_that_of_the_day(city, start, range_, third):
    moved = event(start.replace("20260302", "20260310"), f"RECURRENCE-ID;VALUE=DATE{range_}:20260309")
    bring(city, event(start, "RRULE:FREQ=WEEKLY;COUNT=3"), moved)
    assert days(city) == ["2026-03-02", "2026-03-10", third]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("DTSTART;VALUE=DATE:20260331", "2026-03-31"),
        ("DTSTART:20260331T235900", "2026-03-31"),
        ("DTSTART:20260331T215900Z", "2026-03-31"),
        ("DTSTART:20260331T220000Z", "2026-04-01"),
        ("DTSTART;TZID=America/New_York:20260331T190000", "2026-04-01"),
        ("DTSTART;TZID=Eastern Standard Time:20260331T190000", "2026-04-01"),
        ("DTSTART;TZID=Nowhere/At All:20260331T235900", "2026-03-31"),
        ("DTSTART;TZID=Van ons:20260401T003000", "2026-04-01"),
    ],
)
def test_a_moment_belongs_to_the_day_in_the_time_zone_of_the_municipality(city, start, day):
    bring(city, dedent(AMSTERDAM.format("Van ons")).strip(), event(start))
    assert days(city) == [day]


def test_another_time_zone_is_a_setting(city):
    profile = city.file("p.toml", '[settings]\ntime_zone = "Asia/Tokyo"\n[partner]\nid = "id"\nname = "name"\n')
    city.bring_text("partner.csv", "id,name\np3,Derde\n", profile=profile)
    bring(city, event("DTSTART:20260331T160000Z"))
    assert days(city) == ["2026-04-01"]


def test_a_time_zone_that_is_not_known_is_said(city):
    told = warnings(bring(city, event("DTSTART;TZID=Nowhere:20260331T235900")))
    assert "agenda.ics: 1 entry names a time zone that is not known; its hour was taken as one in Europe/Amsterdam." in told


def test_several_days_are_one_contact_on_the_first_and_the_end_is_not_included(city):
    bring(
        city,
        event("DTSTART;VALUE=DATE:20260930", "DTEND;VALUE=DATE:20261003", uid="a"),
        event("DTSTART;VALUE=DATE:20261002", "DTEND;VALUE=DATE:20261003", uid="b"),
    )
    assert days(city) == ["2026-09-30"]


def test_private_entries_are_not_read_unless_asked(city):
    private = event("DTSTART:20260302T080000Z", "CLASS:PRIVATE", "SUMMARY:Geheim", uid="a")
    entries = [
        private,
        event("DTSTART:20260303T080000Z", "CLASS:confidential", uid="b"),
        event("DTSTART:20260304T080000Z", "CLASS:X-ANDERS", uid="c"),
        event("DTSTART:x", "CLASS:PRIVATE", "SUMMARY:Geheim", uid="d"),
        event("DTSTART:20260305T080000Z", "CLASS:PUBLIC", uid="e"),
    ]
    report = bring(city, *entries)
    assert counts(report) == (1, 1, 0, 0, 0)
    assert "agenda.ics: 4 private entries were not read; `--with-private` or a profile has them read." in warnings(report)
    profile = city.file("p.toml", "[file]\nwith_private = true\n")
    for asked in ({"with_private": True}, {"profile": profile}):
        assert counts(bring(city, *entries, **asked, dry_run=True)) == (5, 3, 0, 1, 1)
    bring(city, *entries, with_private=True)
    assert city.values("SELECT confidential, count(*) FROM contact_moment GROUP BY 1 ORDER BY 1") == [(True, 3), (None, 1)]
    assert "Geheim" not in repr(city.values("FROM import_reject"))


def test_a_meeting_of_a_series_that_became_private_is_not_held_as_the_series_has_it(city):
    series = event("DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    private = event("RECURRENCE-ID:20260309T080000Z", "DTSTART:20260310T080000Z", "CLASS:PRIVATE", "SUMMARY:Geheim")
    report = bring(city, series, private)
    assert days(city) == ["2026-03-02", "2026-03-16"]
    assert "agenda.ics: 1 private entry was not read; `--with-private` or a profile has it read." in warnings(report)
    bring(city, series, private, with_private=True)
    assert days(city) == ["2026-03-02", "2026-03-10", "2026-03-16"]


def test_a_private_entry_is_never_kept_among_rejects(city):
    entries = [event("DTSTART:20260302T080000Z", "CLASS:PRIVATE", f"SUMMARY:Geheim {n}") for n in (1, 2)]
    assert counts(bring(city, *entries, with_private=True)) == (2, 1, 0, 0, 1)
    rejects = repr(city.values("FROM import_reject"))
    assert "u1" in rejects
    assert "Geheim" not in rejects
    assert "museum" not in rejects


def test_an_entry_that_names_nobody_of_a_partner_is_counted_and_nothing_of_it_is_kept(city):
    report = bring(
        city,
        event("DTSTART:20260302T080000Z", "SUMMARY:Tandarts", uid="a", who="ATTENDEE;CN=Dr. Kies:mailto:kies@tand.example"),
        event("DTSTART:20260302T080000Z", "SUMMARY:Alleen", uid="b", who="ORGANIZER:mailto:jan.deboer@stad.example"),
        event("DTSTART:20260302T080000Z", "SUMMARY:Los", uid="c", who="ATTENDEE:mailto:zonder@partner.example"),
    )
    assert counts(report) == (3, 0, 0, 3, 0)
    assert "agenda.ics: 3 entries name nobody of a partner and were left out." in warnings(report)
    everything = repr(city.everything())
    assert not any(word in everything for word in ("Tandarts", "Kies", "kies", "Alleen", "Los"))


def test_who_speaks_for_several_partners_leads_to_none_unless_another_of_them_is_there(city):
    two = "ATTENDEE:mailto:twee@petten.example"
    report = bring(
        city,
        event("DTSTART:20260302T080000Z", uid="a", who=two),
        event("DTSTART:20251201T080000Z", uid="b", who=two),
        event("DTSTART:20260303T080000Z", "ATTENDEE:mailto:ada@museum.example", uid="c", who=two),
    )
    (told,) = [each for each in warnings(report) if "more than one partner" in each]
    assert told.startswith("agenda.ics: 1 entry was left out, as who was there speaks for more than one partner (Twee Petten)")
    assert city.values("SELECT contact_moment_id[1:1], partner_id FROM contact_moment_partner ORDER BY ALL") == [("b", "p1"), ("c", "p2")]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("ATTENDEE;CN=Iemand:MAILTO:ADA@Museum.Example", "c2"),
        ("ATTENDEE;CN=ada@museum.example:invalid:nomail", None),
        ("ATTENDEE;CN=els  KOK:invalid:nomail", "c3"),
        ('ATTENDEE;CN="Els Kok <els@elders.example>":mailto:els@elders.example', "c3"),
        ("ATTENDEE;CN=Ada Bos:mailto:ada@elders.example", None),
        ("ATTENDEE;CN=Ada Bos:invalid:nomail", "c2"),
        ("ATTENDEE;CN=Els Kok:mailto:jan.deboer@stad.example", None),
        ("ORGANIZER;CN=Els Kok:/o=ExchangeLabs/ou=x/cn=Els", "c3"),
        ("ATTENDEE;CN=c2:invalid:nomail", None),
    ],
)
def test_people_are_known_by_their_address_else_by_a_name_that_is_theirs_alone(city, who, found):
    bring(city, event("DTSTART:20260302T080000Z", who=who))
    assert links(city, "person", "contact_person_id") == ([found] if found else [])


def test_a_name_of_an_employee_and_a_contact_person_is_guessed_for_neither(city):
    city.bring_text("contact_person.csv", "id,name,partner\nc9,Eva Vos,p1\n")
    bring(city, event("DTSTART:20260302T080000Z", "ATTENDEE;CN=Eva Vos:invalid:nomail"))
    assert links(city, "person", "contact_person_id") == ["c2"]
    assert links(city, "employee", "employee_id") == []


def test_a_partner_is_found_by_its_own_name_and_not_by_a_place(city):
    bring(
        city,
        event("DTSTART:20260302T080000Z", uid="a", who="ATTENDEE;CN=havenbedrijf:mailto:info@haven.example"),
        event("DTSTART:20260303T080000Z", "LOCATION:Museum", uid="b", who="ATTENDEE:mailto:x@y.example"),
    )
    assert links(city, "partner", "partner_id") == ["p1"]
    assert days(city) == ["2026-03-02"]


def test_a_category_in_a_word_of_ours_is_the_kind(city):
    for uid, category in (("a", "Werkbezoek"), ("b", "Haven,telefonisch"), ("c", "Blauw")):
        bring(city, event("DTSTART:20260302T080000Z", f"CATEGORIES:{category}", uid=uid))
    assert [kind for (kind,) in city.values("SELECT kind FROM contact_moment ORDER BY id")] == ["visit", "call", "meeting"]


def test_cards_and_a_calendar_of_one_call_know_each_other(city):
    cards = city.file("people.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Nieuw\nEMAIL:nieuw@haven.example\nORG:Havenbedrijf\nEND:VCARD\n")
    agenda = city.file("a.ics", calendar(event("DTSTART:20260302T080000Z", who="ATTENDEE:mailto:nieuw@haven.example")))
    city.bring(agenda, cards)
    assert links(city, "partner", "partner_id") == ["p1"]
    assert len(links(city, "person", "contact_person_id")) == 1


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["DTSTART:overmorgen"], "has no DTSTART"),
        (["SUMMARY:Zonder begin"], "has no DTSTART"),
        (["DTSTART:20261345T080000Z"], "has no DTSTART"),
        (["DTSTART:16010101T080000Z"], "begins before 1900"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=SOMS"], "How the entry repeats"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=DAILY;INTERVAL=0"], "How the entry repeats"),
        (["DTSTART:20260302T080000Z", "RECURRENCE-ID:morgen"], "How the entry repeats"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY", "EXDATE:morgen"], "How the entry repeats"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY", "EXRULE:FREQ=WEEKLY;INTERVAL=2"], "How the entry repeats"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=SECONDLY"], "repeats more often"),
        (["DTSTART:20260302T080000Z", "RRULE:FREQ=DAILY;BYHOUR=8,9,10;BYMINUTE=0,15,30,45"], "repeats more often"),
        (["DTSTART:19000101T080000Z", "RRULE:FREQ=DAILY"], "repeats more often"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_line_and_nothing_of_what_it_is_about(city, lines, reason):
    good = event("DTSTART:20260302T080000Z", uid="goed")
    report = bring(city, good, event("SUMMARY:Vertrouwelijk", *lines))
    assert counts(report)[1:] == (1, 0, 0, 1)
    ((line, _, why),) = city.rejects()
    assert (line, reason in why) == (8, True)
    assert not re.search("Vertrouwelijk|museum|Zonder", repr(city.values("SELECT raw, value FROM import_reject")))
    assert findings(city.warehouse) == ()


def test_an_entry_without_uid_is_rejected(city):
    bring(city, "BEGIN:VEVENT\nDTSTART:20260302T080000Z\nATTENDEE:mailto:ada@museum.example\nEND:VEVENT")
    assert [(line, why[:21]) for line, _, why in city.rejects()] == [(3, "The entry has no UID,")]


def test_a_moved_meeting_of_which_the_new_moment_is_broken_is_not_held_on_the_old_one(city):
    report = bring(
        city, event("DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3"), event("RECURRENCE-ID:20260309T080000Z", "DTSTART:later")
    )
    assert days(city) == ["2026-03-02", "2026-03-16"]
    assert counts(report) == (3, 2, 0, 0, 1)


def test_several_meetings_of_one_series_that_are_rejected_are_counted_each(city):
    weekly = [event("DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3", f"SUMMARY:{name}") for name in "ab"]
    files = [city.file(f"{n}.ics", calendar(each)) for n, each in enumerate(weekly)]
    assert counts(city.bring(*files)) == (6, 3, 0, 0, 3)
    assert {line for line, _, _ in city.rejects()} == {3}
    assert findings(city.warehouse) == ()


@pytest.mark.parametrize(
    "start", ["DTSTART;TZID=Europe/Amsterdam:20260301T233000", "DTSTART:20260301T233000", "DTSTART;VALUE=DATE:20260301"]
)
def test_the_last_day_of_a_series_belongs_to_it(city, start):
    bring(city, event(start, "RRULE:FREQ=DAILY;UNTIL=20260303"))
    assert days(city) == ["2026-03-01", "2026-03-02", "2026-03-03"]


def test_a_series_in_a_time_zone_that_the_file_defines_keeps_its_hour_when_the_clock_changes(city):
    zone = dedent(AMSTERDAM.format("(UTC+01:00) Amsterdam")).strip()
    bring(city, zone, event('DTSTART;TZID="(UTC+01:00) Amsterdam":20260323T003000', "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert days(city) == ["2026-03-23", "2026-03-30"]


def test_an_entry_of_the_last_day_of_all_is_one_to_come(city):
    report = bring(city, event("DTSTART:99991231T235959Z"))
    assert [each for each in warnings(report) if "begins after" in each]


def test_an_entry_with_two_classes_is_private_where_one_says_so(city):
    assert counts(bring(city, event("DTSTART:20260302T080000Z", "CLASS:PUBLIC", "CLASS:PRIVATE"))) == (0, 0, 0, 0, 0)


def test_dates_that_are_added_with_a_period(city):
    bring(city, event("DTSTART:20260302T080000Z", "RDATE;VALUE=PERIOD:20260305T080000Z/PT1H,20260306T080000Z/20260306T100000Z"))
    assert days(city) == ["2026-03-02", "2026-03-05", "2026-03-06"]


def test_the_newest_version_of_a_lone_entry_counts(city):
    bring(city, event("DTSTART:20260303T080000Z", "SEQUENCE:1"), event("DTSTART:20260302T080000Z", "SEQUENCE:0"))
    assert days(city) == ["2026-03-03"]


def test_a_message_that_recalls_a_meeting_is_no_meeting(city):
    bring(city, "METHOD:CANCEL", event("DTSTART:20260303T080000Z"))
    assert days(city) == []


def test_two_calendars_in_one_file(city):
    both = calendar(event("DTSTART:20260302T080000Z", uid="a")) + calendar(event("DTSTART:20260303T080000Z", uid="b"))
    city.bring_text("agenda.ics", both)
    assert days(city) == ["2026-03-02", "2026-03-03"]


def test_a_calendar_that_was_cut_is_refused_whole(city):
    whole = calendar(event("DTSTART:20260302T080000Z", uid="a"), event("DTSTART:20260303T080000Z", uid="b"))
    for end in (-18, -40, 40):
        assert "cannot be read to its end" in city.refused(city.file("agenda.ics", whole[:end]))


def test_an_entry_that_does_not_end_is_rejected_and_the_next_is_read(city):
    broken = event("DTSTART:20260302T080000Z", uid="a").removesuffix("END:VEVENT").strip()
    report = bring(city, broken, event("DTSTART:20260303T080000Z", uid="b"))
    assert (counts(report), days(city)) == ((2, 1, 0, 0, 1), ["2026-03-03"])


def test_names_full_of_markup_and_zero_bytes(city):
    markup = "<b>**x**</b> $1 {n} [a](b) 'NULL'"
    bring(city, event("DTSTART:20260302T08\x000000Z", f"SUMMARY:\x00{markup}", f'ATTENDEE;CN="{markup}":mailto:x@y.example'))
    assert moments(city) == [("2026-03-02", markup)]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_letters_are_told_from_the_file(city, letters):
    content = calendar(event("DTSTART:20260302T080000Z", "SUMMARY:Café ’t Hart")).decode()
    city.bring_text("agenda.ics", content.encode(letters))
    assert moments(city) == [("2026-03-02", "Café ’t Hart")]


def test_a_line_that_is_folded_within_a_letter(city):
    content = calendar(event("DTSTART:20260302T080000Z", "SUMMARY:Café")).replace("é".encode(), b"\xc3\r\n \xa9")
    city.bring_text("agenda.ics.gz", gzip.compress(content))
    assert moments(city) == [("2026-03-02", "Café")]


def test_a_calendar_is_known_by_what_it_holds_and_not_by_its_name(city):
    city.bring_text("partner.csv", calendar(event("DTSTART:20260302T080000Z")), record="partner")
    assert days(city) == ["2026-03-02"]
    assert "is not a table" in city.refused(city.file("agenda.ics", b"\x89PNG\r\n\x1a\n" + bytes(50)))
    city.bring_text("partner.ics", "id,name\np9,Uit een lijst\n")
    assert city.value("SELECT name FROM partner WHERE id = 'p9'") == "Uit een lijst"


def test_a_calendar_that_is_too_long_is_refused(city):
    file = city.file("agenda.ics", b"BEGIN:VCALENDAR\r\n" + b" \r\n" * 17_000_000)
    assert city.refused(file).startswith("agenda.ics is longer than 50 million bytes")


def test_a_calendar_is_held_to_the_limits_of_its_process(city, monkeypatch):
    entries = "\r\n".join(event("DTSTART:20200101T080000Z", "RRULE:FREQ=DAILY", uid=str(n)) for n in range(300))
    file = city.file("agenda.ics", calendar(entries))
    for least in (limits.Limits(megabytes=12), limits.Limits(written=0), limits.Limits(seconds=1)):
        monkeypatch.setattr(limits, "LIMITS", least)
        assert "takes more memory or time" in city.refused(file)


def test_ten_thousand_entries_are_read_in_their_time(tmp_path):
    file = tmp_path / "agenda.ics"
    file.write_bytes(calendar(*(event("DTSTART:20260302T080000Z", "SUMMARY:x", uid=str(n)) for n in range(10_000))))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    (sheet,) = sheets_for(file, FilePart(), Circumstances(DAY))
    assert sum(part.num_rows for part in sheet.batches()) == 10_000
    assert 0 < resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 12  # a tenth of what a hundred thousand may take


def test_a_dry_run_changes_nothing_and_a_run_is_taken_back(city):
    before = city.everything()
    assert counts(bring(city, event("DTSTART:20260302T080000Z"), dry_run=True)) == (1, 1, 0, 0, 0)
    assert city.everything() == before


def test_a_profile_is_not_needed_and_not_suggested(city):
    file = city.file("agenda.ics", calendar(event("DTSTART:20260302T080000Z")))
    with pytest.raises(ImportRefused) as refused:
        suggest(file)
    assert said(refused.value.reason) == "agenda.ics needs no profile; import it as it is."
    only_private = city.file("p.toml", "[file]\nwith_private = true\n")
    assert "fills no table" in city.refused(city.file("partner.csv", "id,name\np7,x\n"), profile=only_private)


def test_the_rows_can_be_read_again(tmp_path):
    file = tmp_path / "agenda.ics"
    file.write_bytes(calendar(event("DTSTART:20260302T080000Z"), event("DTSTART:x", uid="b")))
    (sheet,) = sheets_for(file, FilePart(), Circumstances(DAY))
    first, second = ([part.to_pylist() for part in sheet.batches()] for _ in range(2))
    assert first == second
    assert sheet.lines is not None
    assert sheet.lines([1, 2]) == {1: 3, 2: 8}
    assert [row.row for row in sheet.broken()] == [2]
    assert sum(part.num_rows for part in sheets(file)[0].batches()) == 0  # nothing was held before all days


@given(st.text(st.characters(exclude_characters="\r\n\x00\x85\u2028\u2029", exclude_categories=["Cs"])), st.integers(1, 80))
def test_what_a_line_says_does_not_hang_on_where_it_is_folded(tmp_path_factory, words, width):
    line = f"SUMMARY:{words}".encode()
    folded = b"\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
    file = tmp_path_factory.getbasetemp() / "folded.ics"
    file.write_bytes(folded + b"\r\nUID:1\r\n")
    assert next((each.number, each.whole()) for each in lines_of(file)) == (1, line.decode())


@given(st.dates(date(2020, 1, 1), date(2026, 10, 1)), st.integers(1, 9), st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]))
def test_a_series_has_each_of_its_meetings_once_and_none_behind_the_day(tmp_path_factory, begin, times, every):
    file = tmp_path_factory.getbasetemp() / "series.ics"
    file.write_bytes(calendar(event(f"DTSTART;VALUE=DATE:{begin:%Y%m%d}", f"RRULE:FREQ={every};COUNT={times}")))
    written = io.BytesIO()
    asked = {"path": str(file), "day": DAY.isoformat(), "time_zone": "Europe/Amsterdam", "with_private": False, "letters": None}
    parsing.write(asked, limits.LIMITS, written)
    found = [cells[:2] for _, cells in map(json.loads, written.getvalue().splitlines()[:-1])]
    assert len({id_ for id_, _ in found}) == len(found) <= times
    assert all(begin.isoformat() <= day <= DAY.isoformat() for _, day in found)
    assert found[0][1] == begin.isoformat()
