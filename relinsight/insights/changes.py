"""What changed since the earlier day: named changes only, each with its reason."""

from __future__ import annotations

from relinsight.insights.blocks import Cells, Column, Table
from relinsight.insights.naming import STATES
from relinsight.insights.standing import ORDER, Standing, rank, reason
from relinsight.words.quantities import ShortDay, Spelled
from relinsight.words.text import Text, counted, text

MOST = 7
TIERS = {"A": 0, "B": 1, "C": 2}


def what_changed(stand: Standing) -> Table:
    """Five to seven named changes, the most important first."""
    found = sorted(_changes(stand), key=lambda change: change["order"]) if stand.since else []
    return Table("changes", _title(stand), COLUMNS, tuple(found[:MOST]), _caption(len(found)), _none(stand), short=True)


COLUMNS = (
    Column("name", text("Partner"), "partner"),
    Column("tier", text("Tier")),
    Column("change", text("What changed"), "short"),
    Column("why", text("Why it counts")),
)


def _title(stand: Standing) -> Text:
    if stand.since is None:
        return text("What changed cannot be said without an earlier day")
    back = sum(1 for row in stand.now if _covered_before(row, stand) is False and not row["uncovered"])
    lost = sum(1 for row in stand.now if _covered_before(row, stand) is True and row["uncovered"])
    gained = counted("{number} partner became covered", "{number} partners became covered", back, number=Spelled(back))
    slipped = counted("{number} slipped", "{number} slipped", lost, number=Spelled(lost, alone=True))
    return text("Since {day}: {gained}, {slipped}", day=ShortDay(stand.since), gained=gained, slipped=slipped)


def _caption(total: int) -> Text | None:
    return text("{shown} of {total} named changes, tier A first.", shown=MOST, total=total) if total > MOST else None


def _none(stand: Standing) -> Text:
    if stand.since is None:
        return text("No team meeting is recorded before this day. Choose an earlier day under 'Change since'.")
    return text("No partner's state changed since {day}.", day=stand.since)


def _covered_before(row: Cells, stand: Standing) -> bool | None:
    earlier = stand.before.get(str(row["partner"]))
    return None if earlier is None else not earlier["uncovered"]


def _changes(stand: Standing) -> list[Cells]:
    found: list[Cells] = []
    for row in stand.now:
        earlier = stand.before.get(str(row["partner"]))
        if earlier is None:
            continue
        told = _told(row, earlier)
        if told is not None:
            weight, change, why = told
            found.append(
                {
                    **row,
                    "change": change,
                    "why": why,
                    "order": (TIERS.get(str(row["tier"]), 3), weight, rank(row), row["partner"]),
                }
            )
    return found


def _told(row: Cells, earlier: Cells) -> tuple[int, Text, Text] | None:
    """The weightiest change of one partner: its weight (0 first), what it is, and why it counts."""
    if earlier["owner"] and not row["owner"]:
        return 0, text("Account manager lost"), text("nobody owns this relation now")
    if earlier["ties"] and not row["ties"]:
        return 0, text("Last tie lost"), text("nobody here has a tie with them now")
    if row["uncovered"] != earlier["uncovered"]:
        return _coverage(row, earlier)
    if row["state"] != earlier["state"] and {row["state"], earlier["state"]} <= set(ORDER):
        return 2, _states(row, earlier), reason(row) or text("the rhythm is kept again")
    return _goals(row, earlier)


def _coverage(row: Cells, earlier: Cells) -> tuple[int, Text, Text]:
    if row["uncovered"]:
        change = _states(row, earlier) if row["state"] != earlier["state"] else text("No longer covered")
        return 1, change, reason(row) or text("a link of the chain broke")
    return 3, text("Covered again"), text("the owner, the contact person and the rhythm are there")


def _states(row: Cells, earlier: Cells) -> Text:
    return text("{before} → {now}", before=STATES[earlier["state"]], now=STATES[row["state"]])


def _goals(row: Cells, earlier: Cells) -> tuple[int, Text, Text] | None:
    if row["goals_late"] > earlier["goals_late"]:
        return (
            4,
            text("A goal is late"),
            counted("{n} goal is past its day", "{n} goals are past their day", row["goals_late"]),
        )
    if row["goals_endorsed"] > earlier["goals_endorsed"]:
        return (
            5,
            text("Goals endorsed {before} → {now}", before=earlier["goals_endorsed"], now=row["goals_endorsed"]),
            text("both sides stand behind it"),
        )
    return None
