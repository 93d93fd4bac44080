"""Why a partner is not covered, and what to do about it."""

from __future__ import annotations

from datetime import date

from relinsight.insights.relations.rows import Relation
from relinsight.words.calendar import days_after
from relinsight.words.quantities import ShortDay
from relinsight.words.text import Text, text

SOON = 14  # days within which a visit is asked for


def reason(row: Relation) -> Text | None:
    """The promise that broke, in numbers; nothing where the first three links hold."""
    match row.chain_break:
        case "owner":
            return text("no account manager")
        case "contact_person":
            return text("no active contact person")
        case "in_time" if row.days is None:
            return text("never contacted, promised every {promised} days", promised=row.promised)
        case "in_time":
            return text("{days} days, promised every {promised}", days=row.days, promised=row.promised)
        case _:
            return None


def step(row: Relation, as_of: date) -> Text:  # noqa: PLR0911
    """The promise that breaks first, turned round into what to do and who is best placed."""
    best = row.best_name
    before = ShortDay(days_after(as_of, SOON))
    match row.chain_break:
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
