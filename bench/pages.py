"""Each page on the server, beside the same elements built from constants, an empty page, and plain Streamlit with pandas."""

from __future__ import annotations

import csv
import statistics
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.measured import Measured
from bench.recording import recorded
from bench.server import Server, serving, serving_as_people_do
from bench.visitor import Run, Visitor
from relinsight.insights.pages import pages as shown

PAGES = tuple(page.name for page in shown())
SCOPE = {
    "as_of": "2026-11-23", "since": "quarter", "period": "year",
    "sector": "all", "cluster": "all", "tier": "all", "account_manager": "all", "lang": "en",
}  # fmt: skip
SECTORS = ("care", "culture", "sport", "residents", "maritime", "developers", "entrepreneurs")
TIERS = ("A", "B", "C")
RATIO, FASTER, MEMORY = 1.4, 0.5, 480.0
FIRST_PAGE = 5.0
NEW_DAY = 1.5
DAYS = ("2026-11-19", "2026-10-28", "2026-09-30", "2026-07-14", "2026-04-02")


@dataclass(frozen=True)
class Ours:
    """Our dashboard: a visitor of it, and the partner whose dossier is asked for."""

    visitor: Visitor
    partner: str

    def go(self, page: str, **asked: str) -> Run:
        """Ask for a page with the whole scope in its address, and with these filters."""
        chosen = {"partner": self.partner} if page == "partner" else {}
        return self.visitor.go(page, **SCOPE | chosen | asked)


@dataclass(frozen=True)
class Stage:
    """The four servers that are compared, each with a visitor."""

    ours: Ours
    constant: Visitor
    empty: Visitor
    pandas: Visitor


def unseen() -> Iterator[dict[str, str]]:
    """Filters, each another one: a sector, a tier, then both, and so on."""
    yield from ({"sector": sector} for sector in SECTORS)
    yield from ({"tier": tier} for tier in TIERS)
    yield from ({"sector": sector, "tier": tier} for tier in TIERS for sector in SECTORS)


def pages(city: Path, files: Path, folder: Path, rounds: int) -> Iterator[Measured]:
    """Every page: run again as it was, and with a filter that nobody asked for before; then what the server holds in memory."""
    with ExitStack() as stack:
        server = stack.enter_context(serving("dashboard.py", RELINSIGHT_DB=str(city)))
        ours = Ours(stack.enter_context(Visitor(server.port)), _someone(files))
        yield Measured("first page after the start", ours.go("portfolio").seconds)
        yield _new_days(ours)
        for page in PAGES:
            (folder / f"constants_{page}.py").write_text(recorded(ours.go(page)), encoding="utf-8")
        stage = Stage(
            ours,
            _visitor(stack, serving("bench/baselines/constant_page.py", RELINSIGHT_BENCH=str(folder))),
            _visitor(stack, serving("bench/baselines/empty_page.py")),
            _visitor(stack, serving("bench/baselines/plain_pandas.py", RELINSIGHT_BENCH=str(files))),
        )
        for page in PAGES:
            yield from _page(stage, page, rounds)
        yield _beside_pandas(stage, rounds)
        yield from _memory(server)


def _new_days(ours: Ours) -> Measured:
    """The page that has to work out most, for days that nobody asked for before."""
    took = [ours.go("portfolio", as_of=day).seconds for day in DAYS]
    return Measured("portfolio: a day not yet seen", statistics.median(took), at_most=NEW_DAY)


def _someone(files: Path) -> str:
    with (files / "partner.csv").open(encoding="utf-8", newline="") as rows:
        return next(csv.DictReader(rows))["id"]


def _visitor(stack: ExitStack, started: AbstractContextManager[Server]) -> Visitor:
    return stack.enter_context(Visitor(stack.enter_context(started).port))


def _page(stage: Stage, page: str, rounds: int) -> Iterator[Measured]:
    _same_elements(stage, page)
    constant, same, filtered, empty = [], [], [], []
    for asked in islice(cycle(unseen()), rounds):
        empty.append(stage.empty.go("").seconds)
        constant.append(stage.constant.go(page).seconds)
        same.append(stage.ours.go(page).seconds)
        filtered.append(stage.ours.go(page, **asked).seconds)
    beside = statistics.median(constant)
    yield Measured(f"{page}: the constant page", beside, "s", "an empty page", statistics.median(empty))
    yield Measured(f"{page}: run again", statistics.median(same), "s", "the constant page", beside, RATIO)
    yield Measured(f"{page}: another filter", statistics.median(filtered), "s", "the constant page", beside, RATIO)


def _same_elements(stage: Stage, page: str) -> None:
    """The baseline is fair: it has as many elements of each kind as our page."""
    ours, constant = stage.ours.go(page), stage.constant.go(page)
    for run in (ours, constant):
        if run.exceptions:
            raise RuntimeError(f"The page {page} failed: {run.exceptions}")
    if ours.kinds() != constant.kinds():
        raise RuntimeError(f"The constant page {page} has other elements than ours: {constant.kinds()} and not {ours.kinds()}.")


def _beside_pandas(stage: Stage, rounds: int) -> Measured:
    stage.pandas.go("")
    sectors = list(islice(cycle(SECTORS), rounds))
    plain = [stage.pandas.go("", sector=sector).seconds for sector in sectors]
    own = [stage.ours.go("portfolio", period="quarter", **asked).seconds for asked in islice(cycle(unseen()), rounds)]
    return Measured(
        "portfolio: another filter", statistics.median(own), "s", "plain Streamlit and pandas", statistics.median(plain), FASTER
    )


def _memory(server: Server) -> Iterator[Measured]:
    now, most = server.memory()
    yield Measured("memory of the server after these pages", now, "MB", at_most=MEMORY)
    yield Measured("memory of the server at its most", most, "MB", at_most=MEMORY)


def start(city: Path) -> Measured:
    """From the command behind `make run` to the first page of a city that is there already."""
    with serving_as_people_do(RELINSIGHT_DB=str(city)) as server, Visitor(server.port) as visitor:
        first: Run = visitor.go("portfolio", lang="en")
        return Measured("start with the demo city, up to the first page", server.started + first.seconds, at_most=FIRST_PAGE)
