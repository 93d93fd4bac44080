"""Calendars and address cards that are damaged, or written in a way of their own."""

from __future__ import annotations

from relinsight.records.reasons import NO_CARD_END, NO_CARD_NAME, NO_END, NO_RULE, NO_START, NO_UID, TOO_EARLY, TOO_OFTEN
from tests.damaged.variant import Variant

CUT = "{} cannot be read to its end; copy, pack or export it again."
NO_TABLE = "{} is not a table; give CSV, Excel, Parquet, JSON, a calendar (.ics) or address cards (.vcf)."
COUNT = "SELECT count(*) FROM contact_moment WHERE id LIKE 'x%'"
CARDS = "SELECT name, email FROM contact_person WHERE email LIKE 'x%' ORDER BY name"
WHO = "ATTENDEE;CN=Museum:invalid:nomail"


def _entry(*lines: str, uid: str = "UID:x1") -> str:
    return "\n".join(["BEGIN:VEVENT", uid, WHO, *lines, "END:VEVENT"])


def _calendar(*entries: str) -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", *entries, "END:VCALENDAR", ""]).replace("\n", "\r\n").encode()


def _card(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]).encode()


def _kept(name: str, *entries: str, rows: int = 1, said: str | None = None) -> Variant:
    return Variant(name, {"agenda.ics": _calendar(*entries)}, read=rows, holds={COUNT: rows}, said=said)


def _rejected(name: str, reason: object, *lines: str, uid: str = "UID:x1") -> Variant:
    return Variant(name, {"agenda.ics": _calendar(_entry(*lines, uid=uid))}, read=1, rejected={2: str(getattr(reason, "message", ""))})


START = "DTSTART:20260302T080000Z"
WHOLE = _calendar(_entry(START))
PEOPLE = _card("FN:Xena Bos", "EMAIL:xena@x.example")
VARIANTS = (
    _kept("a calendar", _entry(START)),
    _kept("a series without an end", _entry("DTSTART:20260901T080000Z", "RRULE:FREQ=WEEKLY"), rows=5),
    _kept("a series with a period among its dates", _entry(START, "RDATE;VALUE=PERIOD:20260303T080000Z/PT1H"), rows=2),
    _kept("a time zone that nobody knows", _entry("DTSTART;TZID=Nowhere:20260302T080000"), said="time zone that is not known"),
    _kept("zero bytes in a calendar", _entry("SUMMARY:\x00Over\x00leg", START)),
    _kept("an entry that is private", _entry(START, "CLASS:PRIVATE"), rows=0, said="private entry"),
    _kept("an entry that is called off", _entry(START, "STATUS:CANCELLED"), rows=0, said="cancelled"),
    _kept("an entry of next year", _entry("DTSTART:20271002T080000Z"), rows=0, said="begins after"),
    _kept("a calendar without an entry", rows=0),
    Variant(
        "an entry of private life",
        {"agenda.ics": _calendar(_entry(START).replace("Museum", "Dr. Kies"))},
        read=1,
        holds={COUNT: 0},
        said="names nobody of a partner",
    ),
    Variant("two calendars in one file", {"agenda.ics": WHOLE + WHOLE.replace(b"x1", b"x2")}, read=2, holds={COUNT: 2}),
    Variant("a calendar that is called .csv", {"partner.csv": WHOLE}, read=1, holds={COUNT: 1}),
    Variant("a calendar in UTF-16", {"agenda.ics": WHOLE.decode().encode("utf-16")}, read=1, holds={COUNT: 1}),
    _rejected("an entry without UID", NO_UID, START, uid="X-UID:x1"),
    _rejected("an entry without a begin", NO_START, "SUMMARY:Overleg"),
    _rejected("an entry whose begin is no moment", NO_START, "DTSTART:20261345T080000"),
    _rejected("an entry of the year 1601", TOO_EARLY, "DTSTART:16010101T080000Z"),
    _rejected("an entry that repeats in no way that is known", NO_RULE, START, "RRULE:FREQ=SOMS"),
    _rejected("an entry that repeats without going on", NO_RULE, START, "RRULE:FREQ=DAILY;INTERVAL=0"),
    _rejected("an entry that repeats each second", TOO_OFTEN, START, "RRULE:FREQ=SECONDLY"),
    Variant(
        "an entry that does not end",
        {"agenda.ics": _calendar(_entry(START).removesuffix("END:VEVENT").strip(), _entry(START).replace("x1", "x2"))},
        read=2,
        rejected={2: NO_END.message},
        holds={COUNT: 1},
    ),
    Variant("a calendar that was cut", {"agenda.ics": WHOLE[:-20]}, refused=CUT.format("agenda.ics")),
    Variant("a picture that is called .ics", {"agenda.ics": b"\x89PNG\r\n\x1a\n" + bytes(200)}, refused=NO_TABLE.format("agenda.ics")),
    Variant("an address card", {"people.vcf": PEOPLE}, read=1, holds={CARDS: ("Xena Bos", "xena@x.example")}),
    Variant(
        "a card without a name",
        {"people.vcf": _card("EMAIL:xa@x.example") + PEOPLE},
        read=2,
        rejected={1: NO_CARD_NAME.message},
        holds={CARDS: ("Xena Bos", "xena@x.example")},
    ),
    Variant(
        "a card that does not end",
        {"people.vcf": _card("FN:Xavier").removesuffix(b"END:VCARD\r\n") + PEOPLE},
        read=2,
        rejected={1: NO_CARD_END.message},
        holds={CARDS: ("Xena Bos", "xena@x.example")},
    ),
    Variant("a card of a group", {"people.vcf": _card("FN:Team", "KIND:group")}, read=0, said="card is of a group"),
    Variant("cards that were cut", {"people.vcf": PEOPLE[:-15]}, refused=CUT.format("people.vcf")),
    Variant("cards that are called .ics", {"agenda.ics": PEOPLE}, read=1, holds={CARDS: ("Xena Bos", "xena@x.example")}),
)
