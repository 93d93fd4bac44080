"""Everything promised to one partner, and whether it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import LINKS
from relinsight.insights.partner.figures import Figures, number
from relinsight.insights.partner.rows import Head
from relinsight.words.name import Name
from relinsight.words.quantities import Days
from relinsight.words.text import Text, counted, text


class PromiseLine(NamedTuple):
    """One promise: whether it is kept, what was promised and how it stands."""

    kept: bool
    promise: Text
    stands: Text | Name | None


def promises(head: Head, now: Figures) -> Table:
    """Everything promised to this tier, and whether it is kept."""
    if head.tier is None:
        title = text("Nothing was promised: this partner has no tier")
        return Table("promises", title, COLUMNS, (), none=text("Give the partner a tier to promise it something."))
    rows = tuple(line for name, label in PROMISES.items() if (line := _promise(name, label, head, now)))
    return Table(
        "promises",
        _title(head.chain_break),
        COLUMNS,
        (*_links(head), *rows),
        _caption(sum(row.kept for row in rows), len(rows), head.tier),
        short=True,
    )


def _title(broken: str | None) -> Text:
    return text("The chain holds") if broken in (None, "none") else text("The chain breaks at: {link}", link=LINKS[broken])


def _caption(kept: int, total: int, tier: Name) -> Text:
    """How many promises of the tier are kept, beside the two that every partner gets."""
    if not total:
        return text("Tier {tier} promises no more than the owner and the contact person that every partner is promised.", tier=tier)
    return text("{kept}, beside the owner and the contact person that every partner is promised.", kept=_kept(kept, total, tier))


def _kept(kept: int, total: int, tier: Name) -> Text:
    if total == 1:
        said = text("The one promise of tier {tier} is kept") if kept else text("The one promise of tier {tier} is not kept")
        return said.with_values(tier=tier)
    return counted(
        "{n} of {total} promises of tier {tier} is kept", "{n} of {total} promises of tier {tier} are kept", kept, total=total, tier=tier
    )


COLUMNS = (
    TableColumn("kept", text("Kept"), "tick"),
    TableColumn("promise", text("Promised")),
    TableColumn("stands", text("Stands")),
)
PROMISES = {
    "rhythm_days": counted("contact every day", "contact every {n} days", 0),
    "min_ties": counted("{n} colleague with a tie", "{n} colleagues with a tie", 0),
    "assessment_days": counted("both sides assessed every day", "both sides assessed every {n} days", 0),
    "needs_year_goal": text("a goal for the year"),
    "needs_strategic_goal": text("a strategic goal"),
    "endorsement_days": counted("endorsements renewed every day", "endorsements renewed every {n} days", 0),
    "answer_days": counted("answers within {n} day", "answers within {n} days", 0),
}


def _links(head: Head) -> tuple[PromiseLine, ...]:
    persons = counted("{n} active person", "{n} active people", head.persons)
    return (
        PromiseLine(head.owner_name is not None, text("an owner"), head.owner_name or text("nobody")),
        PromiseLine(head.persons > 0, text("a contact person"), persons),
    )


def _days_promised(name: str, head: Head) -> int | None:
    """The number in a promise; nothing where it is one without a number."""
    numbers = {
        "rhythm_days": head.rhythm_days,
        "min_ties": head.min_ties,
        "assessment_days": head.assessment_days,
        "endorsement_days": head.endorsement_days,
        "answer_days": head.answer_days,
    }
    return numbers.get(name)


def _promise(name: str, label: Text, head: Head, now: Figures) -> PromiseLine | None:
    found = now.get(f"promise.{name}")
    if found is None or found.state == "not_promised":
        return None
    n = _days_promised(name, head)
    said = label if n is None else replace(label.with_values(n=n), count=n)
    return PromiseLine(bool(found.value), said, _stands(name, head, now))


def _stands(name: str, head: Head, now: Figures) -> Text | None:
    match name:
        case "rhythm_days":
            return text("{days} ago", days=Days(head.days)) if head.days is not None else text("never")
        case "min_ties":
            return text("{n}", n=number(now, "tied_employees") or 0)
        case "needs_year_goal":
            return counted("{n} endorsed by both", "{n} endorsed by both", number(now, "goals_endorsed_year") or 0)
        case "needs_strategic_goal":
            return counted("{n} endorsed by both", "{n} endorsed by both", number(now, "goals_endorsed_strategic") or 0)
        case "answer_days":
            return counted("{n} question late", "{n} questions late", number(now, "questions_late") or 0)
        case _:
            return None
