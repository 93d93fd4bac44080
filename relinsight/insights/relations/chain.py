"""The chain of promises of a group of partners: what holds at each link, and what falls away there."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.falling_bars import Fall
from relinsight.insights.naming import LINKS
from relinsight.insights.relations.rows import Relation
from relinsight.words.text import Text, text


def falls(rows: Sequence[Relation], group: Text) -> list[Fall]:
    """The chain of one group: at each link how many hold it and all before it, and how many fall away."""
    held = list(rows)
    found: list[Fall] = []
    for place, link in enumerate(LINKS.values()):
        promised = any(row.links[place] is not None for row in rows)
        keep = [row for row in held if row.links[place] is not False]
        found.append(Fall(group, link, len(keep), len(held) - len(keep), len(rows), promised))
        held = keep
    return found


CHAIN_COLUMNS = (
    TableColumn("group", text("Group")),
    TableColumn("link", text("Link")),
    TableColumn("kept", text("Kept"), "number"),
    TableColumn("lost", text("Falls away"), "number"),
    TableColumn("total", text("Partners"), "number"),
)
