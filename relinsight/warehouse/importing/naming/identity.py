"""Give an id to the rows that bring none: of the row that they mean, else made from what they say."""

from __future__ import annotations

from relinsight.records.employees import Employee
from relinsight.records.model import spoken
from relinsight.records.partners import Partner
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.record import Record, fields
from relinsight.sources.plan import Own
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.made_ids import FOUND_BY_NAME, made_of
from relinsight.warehouse.importing.naming.addresses import by_address_and_name, is_shared, known_people, shared_addresses
from relinsight.warehouse.importing.naming.known_as import KNOWN_AS
from relinsight.warehouse.importing.reading.arrivals import named_fields
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.said import replaced_fields
from relinsight.warehouse.importing.work import Work, arriving, name_of, said_of
from relinsight.words.name import Name
from relinsight.words.text import counted

WITH_EMAIL: frozenset[type[Record]] = frozenset({Employee, ContactPerson})
NOBODY = "SELECT 0 AS _src, NULL::VARCHAR AS id WHERE false"


def identify(work: Work, record: type[Record]) -> None:
    """Fill the ids that the files leave empty."""
    table = arriving(record)
    if not work.number(f"SELECT count(*) FROM {table} WHERE id IS NULL"):
        return
    shared = shared_addresses(work, record) if record in WITH_EMAIL else None
    made = _made_id(work, record, shared)
    work.run(f"UPDATE {table} SET id = {made} WHERE id IS NULL AND {made} IN (SELECT id FROM {record.table})")
    for found in _ways(work, record, shared):
        again = work.found("found", found)
        work.run(f"UPDATE {table} SET id = found.id FROM {again} AS found WHERE {table}.id IS NULL AND {table}._src = found._src")
    _keep_new(work, record)
    work.run(f"UPDATE {table} SET id = {made} WHERE id IS NULL")


def hand_down(work: Work, record: type[Record]) -> None:
    """Give the id of a row to what it feeds beside itself."""
    for sheet, feed in work.feeds:
        beside = arriving(feed.record)
        for name, cell in feed.cells.items():
            if isinstance(cell, Own) and cell.record is record:
                said = f", {said_of(name)} = main.{spoken(record)}" if name in replaced_fields(feed.record) else ""
                work.run(
                    f"UPDATE {beside} SET {name} = main.id{said} FROM {arriving(record)} AS main WHERE {beside}.{name} IS NULL "
                    f"AND main._src = {beside}._src AND main._sheet = {sheet} AND {beside}._sheet = {sheet}"
                )


def _ways(work: Work, record: type[Record], shared: str | None) -> list[str]:
    """The ways in which a row is found again, the surest first: each gives `_src` and `id`."""
    ways = [by_address_and_name(record), _by_email(record, shared)] if shared else []
    if record is ContactPerson:
        return [*ways, _by_name_and_partner(work)]
    ways += [_by_name(record)] if record.table in FOUND_BY_NAME else []
    return [*ways, _by_source_id()] if record is Partner else ways


def _by_email(record: type[Record], shared: str) -> str:
    known = (
        f"SELECT lower(email) AS word, min(id) AS id FROM ({known_people(record, 'id, email')}) AS k "
        "WHERE email IS NOT NULL GROUP BY 1 HAVING count(DISTINCT id) = 1"
    )
    return (
        f"SELECT _src, e.id FROM {arriving(record)} AS a JOIN ({known}) AS e ON e.word = lower(a.email) "
        f"WHERE a.id IS NULL AND NOT {is_shared('a.email', shared)}"
    )


def _by_name(record: type[Record]) -> str:
    called = spoken(record)
    columns = f"id, {called}, {'email' if record in WITH_EMAIL else 'NULL AS email'}"
    known = (
        f"SELECT {folded(called)} AS word, min(id) AS id, count(email) AS emails FROM ({known_people(record, columns)}) AS k "
        "GROUP BY 1 HAVING count(DISTINCT id) = 1"
    )
    return (
        f"SELECT _src, w.id FROM {arriving(record)} AS a JOIN ({known}) AS w ON w.word = {folded(f'a.{called}')} "
        f"WHERE a.id IS NULL{_no_other_email(record)}"
    )


def _by_source_id() -> str:
    known = f"SELECT DISTINCT given, id FROM {KNOWN_AS}"
    return f"SELECT _src, k.id FROM {arriving(Partner)} AS a JOIN ({known}) AS k ON k.given = a.source_id WHERE a.id IS NULL"


def _by_name_and_partner(work: Work) -> str:
    if ContactPersonFunction not in work.fed:
        return NOBODY
    functions = arriving_or_there(work, ContactPersonFunction, "contact_person_id, partner_id")
    known = (
        f"SELECT {folded('p.name')} AS word, f.partner_id, min(p.id) AS id, count(p.email) AS emails "
        f"FROM ({known_people(ContactPerson, 'id, name, email')}) AS p JOIN ({functions}) AS f "
        "ON f.contact_person_id = p.id GROUP BY 1, 2 HAVING count(DISTINCT p.id) = 1"
    )
    return (
        f"SELECT a._src, min(w.id) AS id FROM {arriving(ContactPerson)} AS a "
        f"JOIN {arriving(ContactPersonFunction)} AS h ON h._src = a._src "
        f"JOIN ({known}) AS w ON w.word = {folded('a.name')} AND w.partner_id = h.partner_id "
        f"WHERE a.id IS NULL{_no_other_email(ContactPerson)} GROUP BY a._src"
    )


def _no_other_email(record: type[Record]) -> str:
    """Two people of one name with different addresses are two people."""
    return " AND (a.email IS NULL OR w.emails = 0)" if record in WITH_EMAIL else ""


def _made_id(work: Work, record: type[Record], shared: str | None) -> str:
    """An id made from what a row says: the same words make the same id."""
    words = folded(spoken(record)) if record.table in FOUND_BY_NAME else _all_words(work, record)
    if record is ContactPerson and ContactPersonFunction in work.fed:
        words = f"{words} || chr(31) || {_partner_beside()}"
    if shared:
        words = f"coalesce(CASE WHEN {is_shared('email', shared)} THEN lower(email) || chr(31) || {words} END, lower(email), {words})"
    return made_of(record, words)


def _all_words(work: Work, record: type[Record]) -> str:
    names = [f.name for f in fields(record) if f.name != "id"] + [name_of(name) for name in named_fields(work, record)]
    return f"concat_ws(chr(31), {', '.join(f'coalesce({name}::VARCHAR, chr(30))' for name in names)})"


def _partner_beside() -> str:
    person, functions = arriving(ContactPerson), arriving(ContactPersonFunction)
    return f"coalesce((SELECT min(f.partner_id) FROM {functions} AS f WHERE f._src = {person}._src), '')"


def _keep_new(work: Work, record: type[Record]) -> None:
    """Keep which rows are new for that they have no id and were not found, but for those that stand beside others."""
    beside = [f"(_sheet = {sheet} AND _feed = {at})" for sheet, at, feed in work.places(record) if feed.aside_of]
    own = f" AND NOT ({' OR '.join(beside)})" if beside else ""
    work.unfound[record] = work.found("unfound", f"SELECT _src FROM {arriving(record)} WHERE id IS NULL{own}")


def tell_new(work: Work) -> None:
    """Say of the rows that are accepted how many have no id and were not found."""
    for record, unfound in work.unfound.items():
        new = work.number(f"SELECT count(*) FROM {unfound} WHERE _src NOT IN (SELECT _src FROM rejected)")
        if new:
            work.remark(
                About.NAMES,
                counted(
                    "{n} row of {table} has no id and was not found: it is new.",
                    "{n} rows of {table} have no id and were not found: they are new.",
                    new,
                    table=Name(record.table),
                ),
            )
