"""Where the time of a page goes: asking the data, drawing the charts, and all the rest."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from bench.measured import Measured
from relinsight.access.reader import Reader
from relinsight.export.charts import drawn
from relinsight.insights.blocks import Chart, Insight
from relinsight.insights.pages import pages
from relinsight.warehouse.answers import AnswerRows
from relinsight.warehouse.connection import Snapshot, Warehouse, open_file
from relinsight.words.scope import Scope

DAY, SINCE = date(2026, 11, 23), date(2026, 8, 24)
FILTERS = ("care", "culture", "sport", "residents", "maritime")


def dossiers(city: Path) -> Measured:
    """What the answers of the data take for a dossier that nobody asked for before, on a day of which others were seen."""
    warehouse = _watched(city)
    first, *others = (str(row["id"]) for row in warehouse.rows("SELECT id FROM partner ORDER BY hash(id) LIMIT 12"))
    _asked(warehouse, first)
    took = [_asked(warehouse, partner) for partner in others]
    warehouse.close()
    return Measured("partner: a dossier not yet seen, answers of the data", statistics.median(took), at_most=0.15)


def _asked(warehouse: Watched, partner: str) -> float:
    dossier = next(page.answer for page in pages() if page.name == "partner")
    warehouse.spent = 0.0
    dossier(Reader(warehouse.snapshot()), Scope(DAY, SINCE, partner=partner))
    return warehouse.spent


def _watched(city: Path) -> Watched:
    opened = open_file(city, frugal=True)
    return Watched(opened.path, opened.connection, frugal=True)


def parts(city: Path) -> str:
    """A table: the milliseconds of each page with a filter not seen before, by what they are spent on."""
    warehouse = _watched(city)
    rows = "\n".join(_row(page.name, page.answer, warehouse) for page in pages())
    warehouse.close()
    return f"| page | answers of the data | the insight in all | drawing its charts |\n|---|---:|---:|---:|\n{rows}"


@dataclass
class Watched(Warehouse):
    """A warehouse that keeps how long its queries took."""

    spent: float = field(init=False, default=0.0)

    def snapshot(self) -> Snapshot:
        """The data as they are now, asked with a clock."""
        now = super().snapshot()
        return WatchedSnapshot(now.warehouse, now.mark)


@dataclass(frozen=True)
class WatchedSnapshot(Snapshot):
    """A snapshot that counts the time of its queries."""

    def table(self, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
        """Answer a query, and count its time."""
        start = time.perf_counter()
        found = super().table(sql, parameters)
        cast("Watched", self.warehouse).spent += time.perf_counter() - start
        return found


def _row(name: str, ask: Callable[[Reader, Scope], Insight], warehouse: Watched) -> str:
    someone = str(warehouse.rows("SELECT min(id) AS id FROM partner")[0]["id"])
    reader = Reader(warehouse.snapshot())
    ask(reader, Scope(DAY, SINCE, partner=someone))
    queries, whole, charts = zip(*_spent(ask, reader, warehouse, someone), strict=True)
    return f"| {name} | " + " | ".join(f"{1000 * statistics.median(part):.0f} ms" for part in (queries, whole, charts)) + " |"


def _spent(
    ask: Callable[[Reader, Scope], Insight], reader: Reader, warehouse: Watched, someone: str
) -> Iterator[tuple[float, float, float]]:
    for sector in FILTERS:
        warehouse.spent, start = 0.0, time.perf_counter()
        insight = ask(reader, Scope(DAY, SINCE, sectors=(sector,), partner=someone))
        queried, answered = warehouse.spent, time.perf_counter()
        for block in insight.blocks:
            if isinstance(block, Chart):
                drawn(block, "en")
        yield queried, answered - start, time.perf_counter() - answered
