"""How every partner in view stands on a day: the rows that Portfolio, Coverage and Sectors are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from relinsight.access.choices import Choice
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Column
from relinsight.insights.naming import LINKS, STATES, sector_of
from relinsight.words.name import Name
from relinsight.words.quantities import Names, ShortDay
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

ORDER = ("in_time", "cooling", "dormant", "lost", "never")
CHAIN = ("owner", "contact_person", "in_time", "assessed", "goals")
COVERING = CHAIN[:3]
SOON = 14  # days within which a visit is asked for
BEHIND_ALL = 10**9


@dataclass(frozen=True)
class Standing:
    """The partners in view on the as-of day and, where there is one, on the since day."""

    now: tuple[Cells, ...]
    before: dict[str, Cells]
    since: date | None

    @property
    def total(self) -> int:
        """How many partners are in view."""
        return len(self.now)


def standing(reader: Reader, scope: Scope) -> Standing:
    """The partners of the portfolio in this scope, most important first."""
    rows = reader.partners("standing", scope)
    earlier = reader.partners("standing", scope.on(scope.since)) if scope.since else []
    return Standing(tuple(map(_worded, rows)), {str(row["partner"]): row for row in earlier}, scope.since)


def _worded(row: Cells) -> Cells:
    names = {name: None if row[name] is None else Name(row[name]) for name in ("name", "owner_name", "cluster_name", "best_name", "tier")}
    return {**row, **names, "sector_said": sector_of(row), "state_said": STATES[row["state"]], "reason": reason(row)}


def reason(row: Cells) -> Text | None:
    """The promise that broke, in numbers; nothing where the first three links hold."""
    match row["chain_break"]:
        case "owner":
            return text("no account manager")
        case "contact_person":
            return text("no active contact person")
        case "in_time" if row["days"] is None:
            return text("never contacted, promised every {promised} days", promised=row["promised"])
        case "in_time":
            return text("{days} days, promised every {promised}", days=row["days"], promised=row["promised"])
        case _:
            return None


def step(row: Cells, as_of: date) -> Text:  # noqa: PLR0911
    """The promise that breaks first, turned round into what to do and who is best placed."""
    best = row["best_name"]
    before = ShortDay(as_of + timedelta(days=SOON))
    match row["chain_break"]:
        case "owner" if best:
            return text("make an owner; {best} knows them best", best=best)
        case "owner":
            return text("make an owner; nobody here has a tie with them")
        case "contact_person" if best:
            return text("{best} finds out who our contact person is", best=best)
        case "contact_person":
            return text("find a contact person; nobody here has a tie with them")
        case "in_time" if best:
            return text("{best} visits before {day}", best=best, day=before)
        case "in_time":
            return text("visit before {day}; nobody here has a tie with them", day=before)
        case "assessed":
            return text("ask both sides how the relation is")
        case "goals":
            return text("get the goal endorsed by both sides")
        case _:
            return text("keep it so")


def moved(row: Cells, before: dict[str, Cells]) -> int:
    """How many states of silence a partner has slipped since the earlier day; negative: it came back."""
    earlier = before.get(str(row["partner"]))
    if earlier is None or row["state"] not in ORDER or earlier["state"] not in ORDER:
        return 0
    return ORDER.index(row["state"]) - ORDER.index(earlier["state"])


def rank(row: Cells) -> int:
    """The place of a partner among the uncovered; those who are covered come behind all of them."""
    return BEHIND_ALL if row["rank"] is None else row["rank"]


def count(rows: Sequence[Cells], name: str, value: object = True) -> int:
    """How many rows have this value."""
    return sum(1 for row in rows if row[name] == value)


def is_silent(row: Cells) -> bool:
    """Whether a partner waits longer than its tier was promised, or was never spoken to."""
    return row["state"] not in ("in_time", "not_promised")


def falling(rows: list[Cells], group: Text) -> list[Cells]:
    """The chain of one group: at each link how many hold it and all before it, and how many fall away."""
    held = rows
    found: list[Cells] = []
    for link in CHAIN:
        promised = any(row[f"link_{link}"] is not None for row in rows)
        keep = [row for row in held if row[f"link_{link}"] in (1, None)]
        found.append(
            {
                "group": group,
                "link": LINKS[link],
                "kept": len(keep),
                "lost": len(held) - len(keep),
                "total": len(rows),
                "promised": promised,
            }
        )
        held = keep
    return found


CHAIN_COLUMNS = (
    Column("group", text("Group")),
    Column("link", text("Link")),
    Column("kept", text("Kept"), "number"),
    Column("lost", text("Falls away"), "number"),
    Column("total", text("Partners"), "number"),
)


def partners(n: int) -> Text:
    """A number of partners with its noun."""
    return counted("{n} partner", "{n} partners", n)


def context(reader: Reader, page: Text, question: Text, scope: Scope, total: Text) -> tuple[Text, ...]:
    """The small line above the answer: where, what is asked, on which day, of how many, and what is filtered."""
    chosen = (
        (scope.sectors, text("partners without a sector"), reader.sectors),
        (scope.clusters, text("partners without an owner"), reader.clusters),
        (scope.account_managers, text("partners without an owner"), lambda: reader.account_managers(scope.as_of)),
    )
    kept = [text("only {names}", names=_named(values, lacking, offered())) for values, lacking, offered in chosen if values]
    if scope.tiers:
        kept.append(counted("only tier {tiers}", "only tiers {tiers}", len(scope.tiers), tiers=Names(tuple(map(Name, scope.tiers)))))
    return (page, question, text("as of {day}", day=scope.as_of), total, *(kept or [text("no filter set")]))


def _named(values: tuple[str, ...], lacking: Text, offered: tuple[Choice, ...]) -> Names:
    names = {choice.id: choice.name for choice in offered} | {NOBODY: lacking}
    return Names(tuple(names.get(value) or Name(value) for value in values))
