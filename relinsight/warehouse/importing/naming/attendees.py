"""The people whom a calendar names: known by their address, else by a name that one alone bears; of the others nothing is kept.

What is left of an entry is a contact only where it leads to a partner.
"""

from __future__ import annotations

from relinsight.records.contacts import ContactMoment, ContactMomentEmployee, ContactMomentPartner, ContactMomentPerson
from relinsight.records.employees import Employee
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving, bits_of, name_of
from relinsight.warehouse.periods import covers
from relinsight.words.name import Name
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

ADDRESSED = "<([^<>]*)>$"
SHOWN = 5
PEOPLE: tuple[type[Record], ...] = (Employee, ContactPerson)
LINKS: tuple[type[Record], ...] = (ContactMomentPartner, ContactMomentPerson, ContactMomentEmployee)


def find_attendees(work: Work, record: type[Record], name: str, target: type[Record]) -> None:
    """Fill the references to people whom a calendar names, and forget the others."""
    here = _here(work, record, name)
    if here and target in PEOPLE:
        given = name_of(name)
        heard = f"SELECT DISTINCT {given} AS said FROM {arriving(record)} WHERE {name} IS NULL AND {here}"
        meant = work.found("attendee", _meant(work, heard))
        work.run(
            f"UPDATE {arriving(record)} SET {name} = meant.id FROM {meant} AS meant "
            f"WHERE {here} AND {name} IS NULL AND {given} = meant.said AND meant.side = {quoted(target.table)}"
        )
        forget_strangers(work, record, name)


def forget_strangers(work: Work, record: type[Record], name: str) -> None:
    """Whom nobody knows is not kept, and not rejected either: who stands in a calendar may be of private life."""
    if here := _here(work, record, name):
        work.run(f"DELETE FROM {arriving(record)} WHERE {here} AND {name} IS NULL")


def _here(work: Work, record: type[Record], name: str) -> str:
    """The condition that a row comes from a calendar; empty where none does."""
    places = [(sheet, at) for sheet, at, feed in work.places(record) if name in feed.named and feed.named[name].strangers]
    return f"({' OR '.join(f'_sheet = {sheet} AND _feed = {at}' for sheet, at in places)})" if places else ""


def _meant(work: Work, heard: str) -> str:
    """Whom each of the people named means: on which side and which id. An address goes before a name; two who fit are none."""
    people = " UNION ALL ".join(
        f"SELECT {quoted(each.table)} AS side, id, {folded('name')} AS word, lower(email) AS email "
        f"FROM ({arriving_or_there(work, each, 'id, name, email')}) AS known"
        for each in PEOPLE
    )
    called = f"regexp_replace(said, {quoted(ADDRESSED)}, '')"
    spelled = (
        f"SELECT said, nullif(lower(regexp_extract(said, {quoted(ADDRESSED)}, 1)), '') AS email, "
        f"{folded(called)} AS word FROM ({heard}) AS heard"
    )
    return (
        f"WITH people AS (SELECT *, count(email) OVER (PARTITION BY side, id) = 0 AS is_without FROM ({people}) AS p), "
        f"spelled AS ({spelled}), "
        "fitting AS (SELECT said, side, id FROM spelled JOIN people USING (email) "
        "UNION ALL SELECT said, side, id FROM spelled JOIN people USING (word) WHERE spelled.email IS NULL "
        "OR (is_without AND spelled.email NOT IN (SELECT email FROM people WHERE email IS NOT NULL))) "
        "SELECT said, min(side) AS side, min(id) AS id FROM fitting GROUP BY said HAVING count(DISTINCT (side, id)) = 1"
    )


def keep_what_concerns_partners(work: Work) -> None:
    """Add the partners for whom the people of an entry speak, and leave out the entries that lead to none."""
    for number, plan in enumerate(work.plans):
        if plan.sheet.strangers and ContactMoment in work.fed:
            torn = _speak_for_partners(work, number)
            _leave_out(work, number, torn)


def _speak_for_partners(work: Work, sheet: int) -> str:
    """Add the one partner for whom a person speaks on the day; the table of people who speak for several."""
    functions = arriving_or_there(work, ContactPersonFunction, "contact_person_id, partner_id, from_date, to_date")
    spoken = work.found(
        "spoken_for",
        "SELECT m._src, m.id AS moment, p.contact_person_id AS person, min(f.partner_id) AS partner_id, "
        f"count(DISTINCT f.partner_id) AS partners FROM {arriving(ContactMoment)} AS m "
        f"JOIN {arriving(ContactMomentPerson)} AS p ON p._src = m._src "
        f"JOIN ({functions}) AS f ON f.contact_person_id = p.contact_person_id AND {covers('f', 'm.day')} "
        f"WHERE m._sheet = {sheet} GROUP BY ALL",
    )
    links = arriving(ContactMomentPartner)
    at = next(at for each, at, _ in work.places(ContactMomentPartner) if each == sheet)
    given = bits_of(ContactMomentPartner, ("contact_moment_id", "partner_id"))
    work.run(
        f"INSERT INTO {links} (_src, _sheet, _feed, _bits, _bad, contact_moment_id, partner_id) "
        f"SELECT DISTINCT _src, {sheet}, {at}, {given}, 0, moment, partner_id FROM {spoken} AS s WHERE partners = 1 "
        f"AND NOT EXISTS (SELECT 1 FROM {links} AS there WHERE there._src = s._src AND there.partner_id = s.partner_id)"
    )
    return f"SELECT _src, person FROM {spoken} WHERE partners > 1"


def _leave_out(work: Work, sheet: int, torn: str) -> None:
    """Take out the entries without a partner, and say how many there are."""
    partners = f"SELECT _src FROM {arriving(ContactMomentPartner)}"
    gone = work.found(
        "left_out",
        f"SELECT _src, _src IN (SELECT _src FROM ({torn}) AS torn) AS is_torn FROM {arriving(ContactMoment)} "
        f"WHERE _sheet = {sheet} AND _src NOT IN ({partners})",
    )
    _tell_strangers(work, sheet, work.number(f"SELECT count(*) FROM {gone} WHERE NOT is_torn"))
    people = arriving_or_there(work, ContactPerson, "id, name")
    names = work.run(
        f"SELECT DISTINCT p.name FROM ({torn}) AS torn JOIN {gone} AS gone USING (_src) JOIN ({people}) AS p ON p.id = person ORDER BY 1"
    )
    _tell_torn(work, sheet, work.number(f"SELECT count(*) FROM {gone} WHERE is_torn"), [str(name) for (name,) in names])
    for record in (ContactMoment, *LINKS):
        work.run(f"DELETE FROM {arriving(record)} WHERE _src IN (SELECT _src FROM {gone})")


def _tell_strangers(work: Work, sheet: int, entries: int) -> None:
    if entries:
        work.remark(
            About.NAMES,
            counted(
                "{file}: {n} entry names nobody of a partner and was left out.",
                "{file}: {n} entries name nobody of a partner and were left out.",
                entries,
                file=Name(work.plans[sheet].sheet.file),
            ),
        )


def _tell_torn(work: Work, sheet: int, entries: int, names: list[str]) -> None:
    if entries:
        work.remark(
            About.NAMES,
            counted(
                "{file}: {n} entry was left out, as who was there speaks for more than one partner ({names}); add it by hand.",
                "{file}: {n} entries were left out, as who was there speaks for more than one partner ({names}); add them by hand.",
                entries,
                file=Name(work.plans[sheet].sheet.file),
                names=first_of(names, SHOWN),
            ),
        )
