"""What changed since the earlier day: named changes only, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import STATES as NAMES
from relinsight.insights.relations.in_view import Relations, place
from relinsight.insights.relations.reasons import reason
from relinsight.insights.relations.rows import Before, Relation
from relinsight.insights.relations.silence import STATES
from relinsight.words.name import Name
from relinsight.words.quantities import ShortDay, Spelled
from relinsight.words.text import Text, counted, text

MOST = 7


class Changed(NamedTuple):
    """The weightiest change of one partner, and why it counts."""

    partner: str
    name: Name
    tier: Name
    change: Text
    why: Text


class WeightedChange(NamedTuple):
    """A change: its weight (0 first), what it is, and why it counts."""

    weight: int
    change: Text
    why: Text


def what_changed(in_view: Relations) -> Table:
    """Five to seven named changes, the most important first."""
    found = (
        sorted(_changes(in_view), key=lambda pair: (pair[0].tier, pair[1].weight, place(pair[0]), pair[0].partner)) if in_view.since else []
    )
    rows = tuple(Changed(row.partner, row.name, row.tier, weighted.change, weighted.why) for row, weighted in found[:MOST])
    return Table("changes", _title(in_view), COLUMNS, rows, _caption(len(found)), _none(in_view), short=True)


COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("change", text("What changed"), "short"),
    TableColumn("why", text("Why it counts"), "sentence"),
)


def _title(in_view: Relations) -> Text:
    if in_view.since is None:
        return text("What changed cannot be said without an earlier day")
    pairs = [(row, in_view.before[row.partner]) for row in in_view.now if row.partner in in_view.before]
    back = sum(earlier.uncovered and not row.uncovered for row, earlier in pairs)
    lost = sum(row.uncovered and not earlier.uncovered for row, earlier in pairs)
    gained = counted("{number} partner became covered", "{number} partners became covered", back, number=Spelled(back))
    slipped = counted("{number} slipped", "{number} slipped", lost, number=Spelled(lost, alone=True))
    return text("Since {day}: {gained}, {slipped}", day=ShortDay(in_view.since), gained=gained, slipped=slipped)


def _caption(total: int) -> Text | None:
    return text("{shown} of {total} named changes, tier A first.", shown=MOST, total=total) if total > MOST else None


def _none(in_view: Relations) -> Text:
    if in_view.since is not None:
        return text("No partner's state changed since {day}.", day=in_view.since)
    if in_view.scope.since is not None:
        return text("The day to compare with must lie before {day}; no change is shown.", day=in_view.scope.as_of)
    return text("No team meeting is recorded before this day. Choose an earlier day under 'Change since'.")


def _changes(in_view: Relations) -> Iterator[tuple[Relation, WeightedChange]]:
    for row in in_view.now:
        earlier = in_view.before.get(row.partner)
        weighted = _weighted(row, earlier) if earlier else None
        if weighted:
            yield row, weighted


def _weighted(row: Relation, earlier: Before) -> WeightedChange | None:
    """The weightiest change of one partner."""
    if earlier.owner and not row.owner:
        return WeightedChange(0, text("Account manager lost"), text("nobody owns this relation now"))
    if earlier.ties and not row.ties:
        return WeightedChange(0, text("Last tie lost"), text("nobody here has a tie with them now"))
    if row.uncovered != earlier.uncovered:
        return _coverage(row, earlier)
    if row.state != earlier.state and {row.state, earlier.state} <= set(STATES):
        return WeightedChange(2, _states(row, earlier), reason(row) or text("the rhythm is kept again"))
    return _goals(row, earlier)


def _coverage(row: Relation, earlier: Before) -> WeightedChange:
    if row.uncovered:
        change = _states(row, earlier) if row.state != earlier.state else text("No longer covered")
        return WeightedChange(1, change, reason(row) or text("a link of the chain broke"))
    return WeightedChange(3, text("Covered again"), text("the owner, the contact person and the rhythm are there"))


def _states(row: Relation, earlier: Before) -> Text:
    return text("{before} → {now}", before=NAMES[earlier.state], now=NAMES[row.state])


def _goals(row: Relation, earlier: Before) -> WeightedChange | None:
    if row.goals_late > earlier.goals_late:
        return WeightedChange(
            4, text("A goal is late"), counted("{n} goal is past its day", "{n} goals are past their day", row.goals_late)
        )
    if row.goals_endorsed > earlier.goals_endorsed:
        change = text("Goals endorsed {before} → {now}", before=earlier.goals_endorsed, now=row.goals_endorsed)
        return WeightedChange(5, change, text("both sides stand behind it"))
    return None
