"""Everything promised to one partner, and whether it is kept."""

from __future__ import annotations

from dataclasses import replace

from relinsight.insights.blocks import Cells, Column, Table
from relinsight.insights.dossier.figures import Figures, number
from relinsight.insights.naming import LINKS
from relinsight.words.name import Name
from relinsight.words.quantities import Days
from relinsight.words.text import Text, counted, text


def promises(head: Cells, now: Figures) -> Table:
    """Everything promised to this tier, and whether it is kept."""
    if head["tier"] is None:
        return Table(
            "promises",
            text("Nothing was promised: this partner has no tier"),
            PROMISE_COLUMNS,
            (),
            none=text("Give the partner a tier to promise it something."),
        )
    rows = tuple(row for row in (_promise(name, label, head, now) for name, label in PROMISES) if row)
    kept = sum(1 for row in rows if row["kept"])
    chain = head["chain_break"]
    title = text("The chain holds") if chain in (None, "none") else text("The chain breaks at: {link}", link=LINKS[chain])
    return Table(
        "promises",
        title,
        PROMISE_COLUMNS,
        (*_links(head), *rows),
        _caption(kept, len(rows), Name(head["tier"])),
        short=True,
    )


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


PROMISE_COLUMNS = (
    Column("kept", text("Kept"), "tick"),
    Column("promise", text("Promised")),
    Column("stands", text("Stands")),
)
PROMISES = (
    ("rhythm_days", counted("contact every day", "contact every {n} days", 0)),
    ("min_ties", counted("{n} colleague with a tie", "{n} colleagues with a tie", 0)),
    ("assessment_days", counted("both sides assessed every day", "both sides assessed every {n} days", 0)),
    ("needs_year_goal", text("a goal for the year")),
    ("needs_strategic_goal", text("a strategic goal")),
    ("endorsement_days", counted("endorsements renewed every day", "endorsements renewed every {n} days", 0)),
    ("answer_days", counted("answers within {n} day", "answers within {n} days", 0)),
)


def _links(head: Cells) -> tuple[Cells, ...]:
    owner = Name(head["owner_name"]) if head["owner_name"] else text("nobody")
    persons = counted("{n} active person", "{n} active people", head["persons"])
    return (
        {"kept": head["owner_name"] is not None, "promise": text("an owner"), "stands": owner},
        {"kept": head["persons"] > 0, "promise": text("a contact person"), "stands": persons},
    )


def _promise(name: str, label: Text, head: Cells, now: Figures) -> Cells | None:
    found = now.get(f"promise.{name}")
    if found is None or found.state == "not_promised":
        return None
    said = label if name.startswith("needs") else replace(label.with_values(n=head[name]), count=head[name])
    return {"kept": bool(found.value), "promise": said, "stands": _stands(name, head, now)}


def _stands(name: str, head: Cells, now: Figures) -> Text | None:
    match name:
        case "rhythm_days":
            return text("{days} ago", days=Days(head["days"])) if head["days"] is not None else text("never")
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
