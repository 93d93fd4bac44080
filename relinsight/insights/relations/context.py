"""The small line above an answer."""

from __future__ import annotations

from relinsight.access.choices import Choice
from relinsight.access.reader import Reader
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text


def context(reader: Reader, page: Text, question: Text, scope: Scope, total: Text) -> tuple[Text, ...]:
    """Where one is, what is asked, on which day, of how many, and what is filtered."""
    chosen = (
        (scope.sectors, text("partners without a sector"), lambda: reader.sectors(scope.as_of)),
        (scope.clusters, text("partners without an owner"), reader.clusters),
        (scope.account_managers, text("partners without an owner"), lambda: reader.account_managers(scope.as_of)),
    )
    kept = [_only(values, lacking, offered()) for values, lacking, offered in chosen if values]
    if scope.tiers:
        kept.append(counted("only tier {tiers}", "only tiers {tiers}", len(scope.tiers), tiers=Names(tuple(map(Name, scope.tiers)))))
    return (page, question, text("as of {day}", day=scope.as_of), total, *(kept or [text("no filter set")]))


def _only(values: tuple[str, ...], lacking: Text, offered: tuple[Choice, ...]) -> Text:
    names = _named(values, lacking, offered)
    if any(choice.has_below for choice in offered if choice.id in values):
        return text("only {names}, with the clusters below", names=names)
    return text("only {names}", names=names)


def _named(values: tuple[str, ...], lacking: Text, offered: tuple[Choice, ...]) -> Names:
    names = {choice.id: choice.name for choice in offered} | {NOBODY: lacking}
    return Names(tuple(names.get(value) or Name(value) for value in values))
