"""Make the partners, sectors, clusters and employees that a row names, where a profile asks for it."""

from __future__ import annotations

from relinsight.records.clusters import Cluster
from relinsight.records.employees import Employee
from relinsight.records.model import BY_TABLE
from relinsight.records.partners import Partner, PartnerAlias, Sector
from relinsight.records.record import Record, field, fields
from relinsight.sources.plan import Feed
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving, name_of
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

SHOWN = 50
READABLE = frozenset({"sector", "cluster"})
CAN_BE_MADE: frozenset[type[Record]] = frozenset({Partner, Sector, Cluster, Employee})


def create(work: Work, record: type[Record], name: str, target: type[Record], meant: str) -> None:
    """Make a row of the target for each name that means none yet: its commonest spelling, its id made from it."""
    for sheet, at, feed in work.places(record):
        naming = feed.named.get(name)
        if naming is not None and naming.create:
            _keep_collective(work, sheet, at, feed, name)
            _make(work, sheet, at, feed, name, target, meant)


def _make(work: Work, sheet: int, at: int, feed: Feed, name: str, target: type[Record], meant: str) -> None:
    given = name_of(name)
    words = (
        f"SELECT {folded(given)} AS word, {given} AS spelled, count(*) AS times FROM {arriving(feed.record)} "
        f"JOIN {meant} AS meant ON meant.name = {given} AND meant.rows = 0 AND meant.id IS NULL "
        f"WHERE _sheet = {sheet} AND _feed = {at} AND NOT {is_collective(given)} GROUP BY ALL"
    )
    spelled = f"SELECT word, arg_max(spelled, (times, spelled)) AS spelled FROM ({words}) AS words GROUP BY word"
    work.run(
        f"INSERT INTO {arriving(target)} (id, name) SELECT id, spelled FROM "
        f"(SELECT {_id(target)} AS id, spelled FROM ({spelled}) AS s) AS made WHERE id NOT IN (SELECT id FROM {arriving(target)})",
        collective=list(feed.named[name].collective),
    )


def _id(target: type[Record]) -> str:
    """A readable id where there are few rows, else one that tells nothing and never clashes."""
    made = made_of(target, "word")
    if target.table not in READABLE:
        return made
    slug = "trim(regexp_replace(strip_accents(word), '[^a-z0-9]+', '-', 'g'), '-')"
    return f"CASE WHEN {slug} = '' OR count(*) OVER (PARTITION BY {slug}) > 1 THEN {made} ELSE {slug} END"


def is_collective(given: str) -> str:
    """The condition that a name is one of those that a profile says are collective."""
    return f"list_contains(list_transform($collective, lambda each: {folded('each')}), {folded(given)})"


def _keep_collective(work: Work, sheet: int, at: int, feed: Feed, name: str) -> None:
    """A collective name is an alias without a partner, and is said to be one."""
    collective = list(feed.named[name].collective)
    if not collective:
        return
    here = f"_sheet = {sheet} AND _feed = {at} AND {is_collective(name_of(name))}"
    work.run(
        f"INSERT INTO {arriving(PartnerAlias)} (alias) SELECT DISTINCT {name_of(name)} FROM {arriving(feed.record)} "
        f"WHERE {here} AND {name_of(name)} NOT IN (SELECT alias FROM {arriving(PartnerAlias)} WHERE partner_id IS NULL)",
        collective=collective,
    )
    found = work.number(f"SELECT count(*) FROM {arriving(feed.record)} WHERE {here}", collective=collective)
    if found:
        work.remark(About.NAMES, _collective(collective, found))


def _collective(names: list[str], found: int) -> Text:
    return counted(
        "{n} row stands under a collective name ({names}): it has no partner and counts as no organisation.",
        "{n} rows stand under a collective name ({names}): they have no partner and count as no organisation.",
        found,
        names=Name(", ".join(names)),
    )


def leave_out(work: Work, record: type[Record], name: str) -> None:
    """Names that may stay unknown: collective ones, and those that a profile only lists."""
    for sheet, at, feed in work.places(record):
        naming = feed.named.get(name)
        if naming is None or not (naming.collective or naming.list_unknown):
            continue
        here = f"_sheet = {sheet} AND _feed = {at} AND {name} IS NULL AND {name_of(name)} IS NOT NULL"
        if not naming.list_unknown:
            here += f" AND {is_collective(name_of(name))}"
        else:
            _list(work, feed, name, here, list(naming.collective))
        _forget(work, feed, name, here, list(naming.collective))


def _forget(work: Work, feed: Feed, name: str, here: str, collective: list[str]) -> None:
    table = arriving(feed.record)
    if field(feed.record, name).required:
        work.run(f"DELETE FROM {table} WHERE {here}", collective=collective)
    else:
        work.run(f"UPDATE {table} SET {name_of(name)} = NULL WHERE {here}", collective=collective)


def _list(work: Work, feed: Feed, name: str, here: str, collective: list[str]) -> None:
    rows = work.run(
        f"SELECT {name_of(name)}, count(DISTINCT _src) FROM {arriving(feed.record)} WHERE {here} GROUP BY 1 ORDER BY 2 DESC, 1",
        collective=collective,
    )
    if rows:
        names = ", ".join(f"{word} ({times})" for word, times in rows[:SHOWN])
        work.remark(
            About.NAMES,
            counted(
                "{n} name is not in {table} and was left out: {names}.",
                "{n} names are not in {table} and were left out: {names}.",
                len(rows),
                table=Name(field(feed.record, name).column.to or ""),
                names=Name(names if len(rows) <= SHOWN else f"{names}, …"),
            ),
        )


def made_records(work: Work) -> set[type[Record]]:
    """The records that the files make rows of without having a row for each."""
    made = set[type[Record]]()
    for _, feed in work.feeds:
        for name, naming in feed.named.items():
            if naming.create:
                made.add(BY_TABLE[field(feed.record, name).column.to or ""])
            if naming.collective:
                made.add(PartnerAlias)
    return made


def drop_unused(work: Work) -> None:
    """Made rows that no accepted row points to any more are not made."""
    for target in made_records(work) - {PartnerAlias}:
        used = " UNION ALL ".join(
            f"SELECT {f.name} FROM {arriving(record)} WHERE {f.name} IS NOT NULL"
            for record in work.fed
            for f in fields(record)
            if f.column.to == target.table
        )
        work.run(f"DELETE FROM {arriving(target)} WHERE _src IS NULL AND id NOT IN ({used or 'SELECT NULL'})")
