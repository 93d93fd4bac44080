"""Contact moments none of whose partners is known: they are rejected by a reason of their own, and wait for who says whom they name."""

from __future__ import annotations

from relinsight.records.contacts import ContactMoment, ContactMomentEmployee, ContactMomentPartner, ContactMomentPerson
from relinsight.records.partners import PartnerAlias
from relinsight.records.reasons import WHO_IS_THIS
from relinsight.records.record import Record
from relinsight.sources.plan import Feed
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.naming.creating import is_collective
from relinsight.warehouse.importing.naming.multiple_values import parts_of
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import Work, arriving, name_of

MARK = ";"
GIVEN = name_of("partner_id")
LINKS = arriving(ContactMomentPartner)
BESIDE: tuple[tuple[type[Record], str], ...] = (
    (ContactMomentEmployee, "employee_id"),
    (ContactMomentPerson, "contact_person_id"),
)


def hold_back(work: Work, record: type[Record], name: str, meant: str, known: str) -> None:
    """Take the unknown partners of new moments aside, where nobody else of the moment is known; `known` gives each spelling as `word`."""
    if record is not ContactMomentPartner or name != "partner_id" or not work.number(f"SELECT count(*) FROM {meant} WHERE id IS NULL"):
        return
    for sheet, at, feed in work.places(record):
        if feed.aside_of is ContactMoment and name in feed.named and not feed.named[name].strangers:
            _hold_back(work, f"_sheet = {sheet} AND _feed = {at}", feed, meant, known)


def _hold_back(work: Work, here: str, feed: Feed, meant: str, known: str) -> None:
    there = f"SELECT id FROM contact_moment WHERE {'false' if work.replaces(ContactMoment) else 'true'}"
    words = work.found("known_word", f"SELECT DISTINCT word FROM ({known}) AS known WHERE word IS NOT NULL")
    aliases = arriving_or_there(work, PartnerAlias, "partner_id, alias")
    nobody = f"SELECT {folded('alias')} FROM ({aliases}) AS a WHERE partner_id IS NULL"
    rows = (
        f"SELECT l.rowid AS place, _src, contact_moment_id AS moment, {GIVEN} AS name FROM {LINKS} AS l JOIN {meant} AS meant "
        f"ON meant.name = {GIVEN} AND meant.rows = 0 AND meant.id IS NULL WHERE {here} AND partner_id IS NULL "
        f"AND NOT {is_collective(GIVEN)} AND {folded(GIVEN)} NOT IN ({nobody}) AND contact_moment_id IS NOT NULL "
        f"AND contact_moment_id NOT IN ({there}) "
        f"AND contact_moment_id NOT IN ({_led()})"
    )
    unknown = work.found("unknown_partner", rows, collective=list(feed.named["partner_id"].collective))
    part = f"unnest(string_split(name, '{MARK}'))" if feed.parted else "name"
    pieces = f"SELECT place, _src, moment, {part} AS piece FROM {unknown} AS u WHERE name NOT IN ({_hold_known(unknown, words, feed)})"
    held = work.found(
        "held_back",
        f"SELECT place, _src, moment, {bare('piece')} AS name FROM ({pieces}) AS pieces WHERE {bare('piece')} IS NOT NULL",
    )
    work.run(f"DELETE FROM {LINKS} WHERE rowid IN (SELECT place FROM {held})")
    work.held_back[held] = feed.called.get("partner_id", "partner_id")


def _led() -> str:
    """The moments that have a partner."""
    return f"SELECT contact_moment_id FROM {LINKS} WHERE partner_id IS NOT NULL AND contact_moment_id IS NOT NULL"


def _hold_known(unknown: str, words: str, feed: Feed) -> str:
    """The cells that hold known names only, parted by other marks than ours, or known names beside unknown ones."""
    ways = [(parts_of("name"), "bool_and")]
    ways += [(f"list_transform(string_split(name, '{MARK}'), lambda each: {folded('each')})", "bool_or")] if feed.parted else []
    return " UNION ".join(
        f"SELECT name FROM (SELECT name, unnest({parts}) AS part FROM (SELECT DISTINCT name FROM {unknown}) AS cells) AS p "
        f"LEFT JOIN {words} AS w ON w.word = p.part GROUP BY name HAVING {which}(w.word IS NOT NULL)"
        for parts, which in ways
    )


def let_wait(work: Work) -> int:
    """Keep the moments without a partner that name somebody, and reject their rows for it; say how many are newly out."""
    if not work.held_back:
        return 0
    held = " UNION ALL ".join(
        f"SELECT _src, moment, name, {quoted(called)} AS called FROM {table}" for table, called in work.held_back.items()
    )
    open_ones = f"SELECT * FROM ({held}) AS h WHERE moment NOT IN ({_led()})"
    work.run(f"INSERT INTO waiting {_kept(work, open_ones)}")
    of_column = f"SELECT DISTINCT _src, name AS value, NULL AS other FROM ({open_ones}) AS o WHERE called = $called"
    return sum(note(work, WHO_IS_THIS, of_column, called, called=called) for called in set(work.held_back.values()))


def _kept(work: Work, open_ones: str) -> str:
    """What a moment says, as its records have it: itself, the names of its partners, and who else was there."""
    cells = ", ".join(f"{name} := m.{name}" for name in ContactMoment.model_fields)
    others = [_others(work, record, name) for record, name in BESIDE]
    names = "coalesce(list(DISTINCT name ORDER BY name) FILTER (name IS NOT NULL), []) AS names"
    named = f"SELECT moment, {names} FROM ({open_ones}) AS o GROUP BY moment"
    return (
        f"SELECT o._src, to_json(struct_pack(moment := struct_pack({cells}), names := n.names, {', '.join(others)})) "
        f"FROM (SELECT DISTINCT _src, moment FROM ({open_ones}) AS o) AS o JOIN {arriving(ContactMoment)} AS m ON m.id = o.moment "
        f"JOIN ({named}) AS n ON n.moment = o.moment WHERE o._src NOT IN (SELECT _src FROM rejected)"
    )


def _others(work: Work, record: type[Record], name: str) -> str:
    if record not in work.fed:
        return f"{name} := []::VARCHAR[]"
    listed = f"SELECT list(DISTINCT b.{name}) FROM {arriving(record)} AS b WHERE b.contact_moment_id = m.id AND b.{name} IS NOT NULL"
    return f"{name} := coalesce(({listed}), [])"


def keep_what_subjects_say(work: Work, alone: str) -> None:
    """Keep the moments that name no partner at all but have a subject; of a calendar nothing is kept."""
    sheets = ", ".join(str(number) for number, plan in enumerate(work.plans) if not plan.sheet.strangers)
    if sheets:
        bare_ones = f"SELECT _src, id AS moment, NULL AS name FROM {arriving(ContactMoment)} WHERE _src IN (SELECT _src FROM {alone})"
        work.run(f"INSERT INTO waiting {_kept(work, f'{bare_ones} AND subject IS NOT NULL AND _sheet IN ({sheets})')}")
