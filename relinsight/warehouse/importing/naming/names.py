"""Find the rows that names in a file mean, and give an id to rows that bring none."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.employees import Employee
from relinsight.records.model import BY_TABLE, keyed_by_id, spoken
from relinsight.records.partners import Partner, PartnerAlias, Sector
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.reasons import NO_SUCH_NAME, NOT_EACH_KNOWN, NOT_MADE, NOT_MADE_BY_PROFILE, SEVERAL_OF_NAME
from relinsight.records.record import Record, field
from relinsight.records.vocabularies import SECTORS
from relinsight.sources.plan import Feed
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.naming.asking import hold_back
from relinsight.warehouse.importing.naming.attendees import find_attendees, forget_strangers
from relinsight.warehouse.importing.naming.creating import CAN_BE_MADE, create, leave_out
from relinsight.warehouse.importing.naming.identity import hand_down, identify
from relinsight.warehouse.importing.naming.multiple_values import tell_several
from relinsight.warehouse.importing.naming.people_by_partner import narrow
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.progress import NAMING
from relinsight.warehouse.importing.reading.arrivals import named_fields
from relinsight.warehouse.importing.work import Work, arriving, name_of
from relinsight.words.name import Name
from relinsight.words.text import Text


def name_everything(work: Work) -> None:
    """Turn names into ids, and give an id to every row that has none, in the order in which records depend."""
    for record in work.course.each(NAMING, work.fed, lambda record: record.table):
        _resolve_all(work, record, itself=False)
        if keyed_by_id(record):
            if record is ContactPerson and "partner_id" in named_fields(work, ContactPersonFunction):
                resolve(work, ContactPersonFunction, "partner_id", Partner)
            identify(work, record)
            hand_down(work, record)
        _resolve_all(work, record, itself=True)


def spellings(work: Work, record: type[Record]) -> str:
    """Every folded spelling of a row, with its id: its name, its e-mail address, the aliases of a partner."""
    called = spoken(record)
    parts = [f"SELECT {folded(called)} AS word, id FROM ({arriving_or_there(work, record, f'id, {called}')}) AS known"]
    if record in {Employee, ContactPerson}:
        parts.append(f"SELECT lower(email) AS word, id FROM ({arriving_or_there(work, record, 'id, email')}) AS known")
    if record is Partner:
        aliases = arriving_or_there(work, PartnerAlias, "partner_id, alias")
        parts.append(f"SELECT {folded('alias')} AS word, partner_id AS id FROM ({aliases}) AS known")
    if record is Sector:
        parts.append(_sector_words(arriving_or_there(work, Sector, "id, name")))
    return " UNION ALL ".join(parts)


def _sector_words(known: str) -> str:
    """The words for a shipped sector that is there; a sector of that very name goes before them."""
    words = ", ".join(f"({quoted(spelling)}, {quoted(sector)})" for spelling, sector in SECTORS.meanings.items())
    return (
        f"SELECT word, id FROM (VALUES {words}) AS known(word, id) WHERE id IN (SELECT id FROM ({known}) AS k) "
        f"AND word NOT IN (SELECT {folded('name')} FROM ({known}) AS k)"
    )


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
    find_attendees(work, record, name, target)
    meant = _look_up(work, record, name, target)
    if any(feed.named[name].create for _, feed in work.feeds_of(record) if name in feed.named):
        create(work, record, name, target, meant)
        meant = _look_up(work, record, name, target)
    if target is ContactPerson:
        narrow(work, record, name)
    ids = f"SELECT {folded('id')} AS word FROM ({arriving_or_there(work, target, 'id')}) AS there"
    hold_back(work, record, name, meant, f"{ids} UNION ALL SELECT word FROM ({spellings(work, target)}) AS spelled")
    leave_out(work, record, name)
    forget_strangers(work, record, name)
    _note_unknown(work, record, name, target, meant)


def _look_up(work: Work, record: type[Record], name: str, target: type[Record]) -> str:
    """The table that says of each name which row it means, and how many bear it; the references are filled by it."""
    table, given = arriving(record), name_of(name)
    meant = work.found(
        "meant",
        f"WITH spelled AS ({spellings(work, target)}), "
        "one AS (SELECT word, min(id) AS id, count(DISTINCT id) AS rows FROM spelled WHERE id IS NOT NULL GROUP BY word), "
        f"given AS (SELECT DISTINCT {given} AS name FROM {table} WHERE {name} IS NULL AND {given} IS NOT NULL) "
        "SELECT name, coalesce(known.id, CASE WHEN one.rows = 1 THEN one.id END) AS id, coalesce(one.rows, 0) AS rows "
        f"FROM given LEFT JOIN (SELECT DISTINCT id FROM ({arriving_or_there(work, target, 'id')}) AS there) AS known ON known.id = name "
        f"LEFT JOIN one ON word = {folded('name')}",
    )
    work.run(f"UPDATE {table} SET {name} = meant.id FROM {meant} AS meant WHERE {given} = meant.name AND {name} IS NULL")
    return meant


def _note_unknown(work: Work, record: type[Record], name: str, target: type[Record], meant: str) -> None:
    given = name_of(name)
    for sheet, at, feed in work.places(record):
        if name not in feed.named:
            continue
        here = f"_sheet = {sheet} AND _feed = {at} AND {name} IS NULL AND {given} IS NOT NULL"
        for reason, several in _reasons(target, feed, by_profile=work.plans[sheet].by_profile):
            found = (
                f"SELECT DISTINCT _src, {given} AS value, NULL AS other FROM {arriving(record)} "
                f"JOIN {meant} AS meant ON meant.name = {given} WHERE {here} AND {several}"
            )
            called = feed.called.get(name, name)
            if note(work, reason.with_values(value=Name("{value}"), table=Name(target.table)), found, called):
                ids = f"SELECT id AS word FROM ({arriving_or_there(work, target, 'id')}) AS there"
                tell_several(work, record, name, called, f"{ids} UNION ALL SELECT word FROM ({spellings(work, target)}) AS spelled")


def _reasons(target: type[Record], feed: Feed, *, by_profile: bool) -> Iterator[tuple[Text, str]]:
    """Why a name may lead to no row, each with its condition."""
    unknown = (NOT_MADE_BY_PROFILE if by_profile else NOT_MADE) if target in CAN_BE_MADE else NO_SUCH_NAME
    yield SEVERAL_OF_NAME, "meant.rows > 1"
    if feed.parted:
        yield NOT_EACH_KNOWN, "meant.rows <= 1 AND contains(meant.name, ';')"
    yield unknown, "meant.rows <= 1" + (" AND NOT contains(meant.name, ';')" if feed.parted else "")
