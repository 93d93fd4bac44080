"""Which partner somebody means who names it by its id or by its name."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.access.reader import Reader
from relinsight.insights.finding import fitting, nearest
from relinsight.insights.naming import partner_names
from relinsight.insights.partner.rows import ItsDays
from relinsight.words.name import Name
from relinsight.words.scope import Scope


@dataclass(frozen=True)
class Meant:
    """The id of the one partner that is meant; without it the names that fit, or those spelled most like it, by id."""

    partner: str | None
    offered: dict[str, Name]
    fit: bool = True


def asked_for(reader: Reader, scope: Scope) -> Meant:
    """The partner whose id or whole name was given, the only one whose name fits, or those that may be meant."""
    said = scope.partner or ""
    names = partner_names(reader, scope)
    if said in names or reader.page(ItsDays, "dossier_days", scope):
        return Meant(said, {})
    whole = [partner for partner, name in names.items() if name.casefold() == said.casefold()]
    fit = whole or fitting(said, names)
    if len(fit) == 1:
        return Meant(fit[0], {})
    return Meant(None, {partner: names[partner] for partner in fit or nearest(said, names)}, bool(fit))
