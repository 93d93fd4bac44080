"""Totals that jumped: the number of rows since the last import of the same kind, and amounts in rows that were there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from relinsight.records.kinds import Amount
from relinsight.records.record import Record, fields
from relinsight.sources.plan import At, Feed
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, on_key, raw
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.words.name import Name
from relinsight.words.quantities import Money
from relinsight.words.text import counted, text

TIMES = 2  # a total that is so many times another one has jumped
FEWEST = 20  # rows, and of rows with an amount:
FEWEST_AMOUNTS = 5


def remark_on_totals(work: Work, profile: str | None) -> None:
    """Say which totals jumped."""
    if work.mends is None:
        _remark_on_rows(work, profile)
    for record in work.fed:
        for sheet, at, feed in work.places(record):
            for column in _amounts(feed):
                _remark_on_amounts(work, record, sheet, f"_sheet = {sheet} AND _feed = {at}", column, feed.called.get(column, column))


def _remark_on_rows(work: Work, profile: str | None) -> None:
    """The last import of the same kind is that with the same profile, or without one that of files of the same names."""
    files = ", ".join({plan.sheet.path: plan.sheet.file for plan in work.plans}.values())
    alike = "profile = $profile" if profile is not None else "profile IS NULL AND file = $file"
    last = work.run(
        "SELECT rows_read, CAST(timezone($time_zone, made_at) AS DATE) FROM import_run "
        f"WHERE undone_at IS NULL AND id NOT IN (SELECT run_id FROM mending) AND {alike} ORDER BY rowid DESC LIMIT 1",
        **({"profile": profile} if profile is not None else {"file": files}),
    )
    read = sum(work.number(f"SELECT count(*) FROM {raw(number)}") + len(plan.sheet.broken()) for number, plan in enumerate(work.plans))
    for before, day in last:
        if _jumped(read, before, FEWEST):
            work.remark(
                About.TOTALS,
                counted(
                    "{n} row was read, and the import before of the same kind had {before} ({day}); see whether the files are whole.",
                    "{n} rows were read, and the import before of the same kind had {before} ({day}); see whether the files are whole.",
                    read,
                    before=before,
                    day=day,
                ),
            )


def _jumped(now: float | Decimal, before: float | Decimal, least: float | Decimal) -> bool:
    smaller, greater = sorted((abs(now), abs(before)))
    return greater >= least and greater >= TIMES * smaller


def _amounts(feed: Feed) -> Iterator[str]:
    return (f.name for f in fields(feed.record) if isinstance(f.column.kind, Amount) and isinstance(feed.cells.get(f.name), At))


def _remark_on_amounts(work: Work, record: type[Record], sheet: int, here: str, column: str, called: str) -> None:
    """The amounts of rows that are there with another one, beside what they were."""
    ((n, now, before, first),) = work.run(
        f"SELECT count(*), sum(new.{column}), sum(there.{column}), min(new._src) FROM {record.table} AS there "
        f"JOIN (SELECT * FROM {arriving(record)} WHERE {here} AND _rank = {UPDATED}) AS new ON {on_key('new', 'there', record)} "
        f"WHERE new.{column} <> there.{column}"
    )
    if n >= FEWEST_AMOUNTS and _jumped(now, before, 1):
        file = work.plans[sheet].sheet
        work.remark(
            About.TOTALS,
            text(
                "{file}: {column} changes in {rows} rows from {before} to {now} in all (the first is row {row}); "
                "see whether point and comma were read as they are meant.",
                file=file.called,
                column=Name(called),
                rows=n,
                before=Money(before),
                now=Money(now),
                row=file.line(first % SHEET_STEP),
            ),
        )
