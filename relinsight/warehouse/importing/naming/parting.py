"""Cells of names that hold several, parted by semicolons: a name may hold one too, so a whole that is known goes before its parts."""

from __future__ import annotations

from relinsight.records.model import BY_TABLE
from relinsight.records.partners import Partner
from relinsight.records.record import Record, field
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.cells import bare
from relinsight.warehouse.importing.naming.names import spellings
from relinsight.warehouse.importing.work import Work, arriving, name_of

MARK = ";"


def part_names(work: Work) -> None:
    """Part the cells that are no known name themselves, and each part of which is one."""
    for record in work.fed:
        for sheet, at, feed in work.places(record):
            if feed.several in feed.named and feed.parted:
                _part(work, record, feed.several or "", f"_sheet = {sheet} AND _feed = {at}")


def _part(work: Work, record: type[Record], name: str, here: str) -> None:
    table, given = arriving(record), name_of(name)
    whole = f"SELECT DISTINCT {given} AS whole FROM {table} WHERE {here} AND contains({given}, '{MARK}')"
    if not work.number(f"SELECT count(*) FROM ({whole}) AS cells"):
        return
    known = work.found("known_name", _known(work, BY_TABLE[field(record, name).column.to or ""]))
    pieces = (
        f"SELECT whole, {bare('piece')} AS part FROM (SELECT whole, unnest(string_split(whole, '{MARK}')) AS piece FROM ({whole}) AS w)"
    )
    parts = work.found(
        "part_of_cell",
        f"SELECT whole, part FROM ({pieces}) AS pieces WHERE part IS NOT NULL AND NOT {_is_known('whole', known)} "
        f"QUALIFY bool_and({_is_known('part', known)}) OVER (PARTITION BY whole)",
    )
    rows = work.found(
        "parted",
        f"SELECT a.* REPLACE (p.part AS {given}) FROM {table} AS a JOIN {parts} AS p ON p.whole = a.{given} WHERE {here}",
    )
    work.run(f"DELETE FROM {table} WHERE {here} AND {given} IN (SELECT whole FROM {parts})")
    work.run(f"INSERT INTO {table} FROM {rows}")


def _is_known(text: str, known: str) -> str:
    return f"({text} IN (SELECT word FROM {known}) OR {folded(text)} IN (SELECT word FROM {known}))"


def _known(work: Work, target: type[Record]) -> str:
    """Every id and folded spelling by which a row of the target can be named."""
    ids = ["id", "source_id"] if target is Partner else ["id"]
    words = [f"SELECT {name} AS word FROM ({arriving_or_there(work, target, name)}) AS there" for name in ids]
    every = " UNION ".join([*words, f"SELECT word FROM ({spellings(work, target)}) AS spelled"])
    return f"SELECT word FROM ({every}) AS every_word WHERE word IS NOT NULL"
