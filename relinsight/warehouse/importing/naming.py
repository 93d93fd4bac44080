"""Find the rows that names in a file mean, and give an id to rows that bring none."""

from __future__ import annotations

from relinsight.records.employees import Employee
from relinsight.records.model import BY_TABLE, keyed_by_id
from relinsight.records.partners import Partner, PartnerAlias
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.reasons import NO_SUCH_NAME, SEVERAL_OF_NAME
from relinsight.records.record import Record, field, fields
from relinsight.sources.plan import Own
from relinsight.warehouse.importing.arrivals import named_fields
from relinsight.warehouse.importing.cells import folded
from relinsight.warehouse.importing.creating import create, leave_out
from relinsight.warehouse.importing.narrowing import narrow
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.remaining import standing
from relinsight.warehouse.importing.work import Work, arriving, name_of
from relinsight.words.name import Name
from relinsight.words.text import counted

CALLED_BY_TITLE = frozenset({"event", "topic", "goal", "review"})
FOUND_BY_NAME = frozenset({"partner", "employee", "cluster", "sector", "instrument", "topic"})


def name_everything(work: Work) -> None:
    """Turn names into ids, and give an id to every row that has none, in the order in which records depend."""
    for record in work.fed:
        _resolve_all(work, record, itself=False)
        if keyed_by_id(record):
            _identify(work, record)
            _hand_down(work, record)
        _resolve_all(work, record, itself=True)


def spoken(record: type[Record]) -> str:
    """The column by which people call a row."""
    return "title" if record.table in CALLED_BY_TITLE else "name"


def spellings(work: Work, record: type[Record]) -> str:
    """Every folded spelling of a row, with its id: its name, its e-mail address, the aliases of a partner."""
    called = spoken(record)
    parts = [f"SELECT {folded(called)} AS word, id FROM ({standing(work, record, f'id, {called}')}) AS known"]
    if record in {Employee, ContactPerson}:
        parts.append(f"SELECT lower(email) AS word, id FROM ({standing(work, record, 'id, email')}) AS known")
    if record is Partner:
        aliases = standing(work, PartnerAlias, "partner_id, alias")
        parts.append(f"SELECT {folded('alias')} AS word, partner_id AS id FROM ({aliases}) AS known")
    return " UNION ALL ".join(parts)


def _resolve_all(work: Work, record: type[Record], *, itself: bool) -> None:
    for name in named_fields(work, record):
        target = BY_TABLE[field(record, name).column.to or ""]
        if (target is record) is itself:
            resolve(work, record, name, target)


def resolve(work: Work, record: type[Record], name: str, target: type[Record]) -> None:
    """Fill one reference of a record from the names that the files give: an id first, else one folded spelling."""
    if not keyed_by_id(target) or not {"name", "title"} & set(target.model_fields):
        work.run(f"UPDATE {arriving(record)} SET {name} = {name_of(name)} WHERE {name} IS NULL")
        return
    _look_up(work, record, name, target)
    if any(feed.named[name].create for _, feed in work.feeds_of(record) if name in feed.named):
        create(work, record, name, target)
        _look_up(work, record, name, target)
    if target is ContactPerson:
        narrow(work, record, name)
    leave_out(work, record, name)
    _note_unknown(work, record, name, target)


def _look_up(work: Work, record: type[Record], name: str, target: type[Record]) -> None:
    table, given = arriving(record), name_of(name)
    work.run(
        f"CREATE OR REPLACE TEMP TABLE meant AS WITH spelled AS ({spellings(work, target)}), "
        "one AS (SELECT word, min(id) AS id, count(DISTINCT id) AS rows FROM spelled WHERE id IS NOT NULL GROUP BY word), "
        f"given AS (SELECT DISTINCT {given} AS name FROM {table} WHERE {name} IS NULL AND {given} IS NOT NULL) "
        "SELECT name, coalesce(known.id, CASE WHEN one.rows = 1 THEN one.id END) AS id, coalesce(one.rows, 0) AS rows "
        f"FROM given LEFT JOIN (SELECT DISTINCT id FROM ({standing(work, target, 'id')}) AS there) AS known ON known.id = name "
        f"LEFT JOIN one ON word = {folded('name')}"
    )
    work.run(f"UPDATE {table} SET {name} = meant.id FROM meant WHERE {given} = meant.name AND {name} IS NULL")


def _note_unknown(work: Work, record: type[Record], name: str, target: type[Record]) -> None:
    given = name_of(name)
    for sheet, at, feed in work.places(record):
        if name not in feed.named:
            continue
        here = f"_sheet = {sheet} AND _feed = {at} AND {name} IS NULL AND {given} IS NOT NULL"
        for reason, several in ((SEVERAL_OF_NAME, "meant.rows > 1"), (NO_SUCH_NAME, "meant.rows <= 1")):
            found = (
                f"SELECT DISTINCT _src, {given} AS value, NULL AS other FROM {arriving(record)} "
                f"JOIN meant ON meant.name = {given} WHERE {here} AND {several}"
            )
            note(
                work,
                reason.with_values(value=Name("{value}"), table=Name(target.table)),
                found,
                feed.called.get(name, name),
            )


def _identify(work: Work, record: type[Record]) -> None:
    """Give an id to the rows without one: of the row that they mean, else made from what they say."""
    table = arriving(record)
    if not work.number(f"SELECT count(*) FROM {table} WHERE id IS NULL"):
        return
    work.run(f"UPDATE {table} SET id = {_made_id(work, record)} WHERE id IS NULL AND {_before(work, record)}")
    work.run(f"CREATE OR REPLACE TEMP TABLE found AS {_found(work, record)}")
    work.run(f"UPDATE {table} SET id = found.id FROM found WHERE {table}.id IS NULL AND {table}._src = found._src")
    _say_new(work, record)
    work.run(f"UPDATE {table} SET id = {_made_id(work, record)} WHERE id IS NULL")


def _before(work: Work, record: type[Record]) -> str:
    """A row that was made before from the same words."""
    return f"{_made_id(work, record)} IN (SELECT id FROM {record.table})"


def _found(work: Work, record: type[Record]) -> str:
    """The rows without id that mean one row that is known."""
    table = arriving(record)
    if record is ContactPerson:
        return _found_person(work)
    if record.table not in FOUND_BY_NAME:
        return f"SELECT _src, id FROM {table} WHERE false"
    called = spoken(record)
    by_name = f"SELECT {folded(called)} AS word, min(id) AS id FROM ({_known(work, record, f'id, {called}')}) AS k GROUP BY 1 HAVING count(DISTINCT id) = 1"
    if record is not Employee:
        return f"SELECT _src, w.id FROM {table} AS a JOIN ({by_name}) AS w ON w.word = {folded(f'a.{called}')} WHERE a.id IS NULL"
    if not work.number(f"SELECT count(email) FROM {table}"):
        return f"SELECT _src, w.id FROM {table} AS a JOIN ({by_name}) AS w ON w.word = {folded('a.name')} WHERE a.id IS NULL"
    return (
        f"SELECT _src, coalesce(e.id, w.id) AS id FROM {table} AS a "
        f"LEFT JOIN ({_by_email(work, record)}) AS e ON e.word = lower(a.email) "
        f"LEFT JOIN ({by_name}) AS w ON w.word = {folded('a.name')} AND a.email IS NULL "
        "WHERE a.id IS NULL AND (e.id IS NOT NULL OR w.id IS NOT NULL)"
    )


def _known(work: Work, record: type[Record], columns: str) -> str:
    return f"SELECT {columns} FROM {record.table} UNION ALL SELECT {columns} FROM {arriving(record)} WHERE id IS NOT NULL"


def _by_email(work: Work, record: type[Record]) -> str:
    return (
        f"SELECT lower(email) AS word, min(id) AS id FROM ({_known(work, record, 'id, email')}) AS k "
        "WHERE email IS NOT NULL GROUP BY 1 HAVING count(DISTINCT id) = 1"
    )


def _found_person(work: Work) -> str:
    """A contact person is known by the e-mail address, else by name and partner."""
    table = arriving(ContactPerson)
    here = _functions(work)
    by_name = (
        f"SELECT {folded('p.name')} AS word, f.partner_id, min(p.id) AS id "
        f"FROM ({_known(work, ContactPerson, 'id, name')}) AS p JOIN ({standing(work, ContactPersonFunction, 'contact_person_id, partner_id')}) AS f "
        "ON f.contact_person_id = p.id GROUP BY 1, 2 HAVING count(DISTINCT p.id) = 1"
    )
    return (
        f"SELECT a._src, min(coalesce(e.id, w.id)) AS id FROM {table} AS a "
        f"LEFT JOIN ({_by_email(work, ContactPerson)}) AS e ON e.word = lower(a.email) "
        f"LEFT JOIN ({here}) AS h ON h._src = a._src "
        f"LEFT JOIN ({by_name}) AS w ON w.word = {folded('a.name')} AND w.partner_id = h.partner_id AND a.email IS NULL "
        "WHERE a.id IS NULL AND (e.id IS NOT NULL OR w.id IS NOT NULL) GROUP BY a._src"
    )


def _functions(work: Work) -> str:
    """The partners that the row of a contact person names beside it."""
    if ContactPersonFunction not in work.fed:
        return "SELECT 0 AS _src, NULL::VARCHAR AS partner_id WHERE false"
    if "partner_id" in named_fields(work, ContactPersonFunction):
        resolve(work, ContactPersonFunction, "partner_id", Partner)
    return f"SELECT _src, partner_id FROM {arriving(ContactPersonFunction)}"


def _made_id(work: Work, record: type[Record]) -> str:
    """An id made from what a row says: the same words make the same id."""
    if record is Employee:
        words = f"coalesce(lower(email), {folded('name')})"
    elif record.table in FOUND_BY_NAME:
        words = folded(spoken(record))
    else:
        named = [name_of(name) for name in named_fields(work, record)]
        words = f"concat_ws(chr(31), {', '.join(_said(f.name) for f in fields(record) if f.name != 'id')}{''.join(f', {_said(n)}' for n in named)})"
        if record is ContactPerson:
            words = (
                f"coalesce(lower(email), {words} || chr(31) || {_beside()})"
                if ContactPersonFunction in work.fed
                else f"coalesce(lower(email), {words})"
            )
    return f"'{record.table}-' || substr(md5({words}), 1, 16)"


def _said(column: str) -> str:
    return f"coalesce({column}::VARCHAR, '')"


def _beside() -> str:
    functions = arriving(ContactPersonFunction)
    return f"coalesce((SELECT min(f.partner_id) FROM {functions} AS f WHERE f._src = {arriving(ContactPerson)}._src), '')"


def _say_new(work: Work, record: type[Record]) -> None:
    beside = [f"(_sheet = {sheet} AND _feed = {at})" for sheet, at, feed in work.places(record) if feed.aside_of]
    own = f" AND NOT ({' OR '.join(beside)})" if beside else ""
    new = work.number(f"SELECT count(*) FROM {arriving(record)} WHERE id IS NULL{own}")
    if new:
        work.warnings.append(
            counted(
                "{n} row of {table} has no id and was not found: it is new.",
                "{n} rows of {table} have no id and were not found: they are new.",
                new,
                table=Name(record.table),
            )
        )


def _hand_down(work: Work, record: type[Record]) -> None:
    """Give the id of a row to what it feeds beside itself."""
    for sheet, feed in work.feeds:
        for name, cell in feed.cells.items():
            if isinstance(cell, Own) and cell.record is record:
                work.run(
                    f"UPDATE {arriving(feed.record)} SET {name} = main.id FROM {arriving(record)} AS main "
                    f"WHERE {arriving(feed.record)}.{name} IS NULL AND main._src = {arriving(feed.record)}._src "
                    f"AND main._sheet = {sheet} AND {arriving(feed.record)}._sheet = {sheet}"
                )
