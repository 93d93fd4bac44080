"""Amounts of several years in columns of their own: a section for each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relinsight.sources.headers import plain
from relinsight.sources.suggesting.beside import Found
from relinsight.sources.suggesting.columns import YEAR, Column
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.sorts import holds
from relinsight.sources.suggesting.toml import Entry, Part

AMOUNTS = ("granted", "requested", "settled")
LEAST_YEARS = 2


def each_year(what: Seen, main: Part, found: Found) -> Iterator[Part]:
    """The section, once for each year that has a column of amounts of its own."""
    amount = next((name for name in AMOUNTS if "year" not in found and name in found), None)
    columns = _of_years(what, found[amount]) if amount else ()
    if len(columns) < LEAST_YEARS:
        told = tuple(Entry("year", {"constant": year}, "as the header of the amounts says") for year, _ in columns)
        yield replace(main, entries=(*main.entries, *told))
        return
    for year, column in columns:
        kept = tuple(each for each in main.entries if each.field not in {"id", amount})
        own = (Entry("year", {"constant": year}), Entry(str(amount), {"column": column.header}))
        why, when = f"the amounts of {year} stand in a column of their own", {"column": column.header, "empty": False}
        yield Part(main.table, (*kept, *own), why, repeated=True, when=when)


def _of_years(what: Seen, one: Column) -> tuple[tuple[str, Column], ...]:
    """The columns that are called like one but for the year, each with its year."""
    stem = YEAR.sub("", plain(one.header))
    alike = ((YEAR.search(plain(each.header)), each) for each in what.columns if YEAR.sub("", plain(each.header)) == stem)
    return tuple((year.group(), column) for year, column in alike if year and holds(column, "amount"))
