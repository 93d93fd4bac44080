"""What the page says of a partner that is not there: on this day, on any day, or among those whom the viewer sees."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.partner.rows import ItsDays
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text

Said = tuple[Text, Text]  # the answer, and what to do


def nobody(reader: Reader, scope: Scope) -> Said:
    """Who does not see all is told the same of a partner out of view and of one that was never there."""
    if not reader.sees_all:
        return _unseen(scope)
    found = next(iter(reader.page(ItsDays, "dossier_days", scope)), None)
    return _on_other_days(scope, found) if found else _never(scope)


def _unseen(scope: Scope) -> Said:
    line = text(
        "Of the partners that you see on {day}, none has the id {partner}; choose one from the list.",
        day=scope.as_of,
        partner=_asked(scope),
    )
    return text("This partner is not among those that you see"), line


def _never(scope: Scope) -> Said:
    line = text("There is no partner with the id {partner}; choose one from the list.", partner=_asked(scope))
    return text("This partner is not known"), line


def _on_other_days(scope: Scope, found: ItsDays) -> Said:
    """The partner is there, before or after the day."""
    earlier = text("{name} was a partner until {last}; choose an earlier day, or another partner.", name=found.name, last=found.active_to)
    later = text("{name} is a partner from {first}; choose a later day, or another partner.", name=found.name, first=found.active_from)
    begins_later = found.active_from is not None and found.active_from > scope.as_of
    return text("This partner is not there on {day}", day=scope.as_of), later if begins_later else earlier


def _asked(scope: Scope) -> Name:
    return Name(scope.partner or "")
