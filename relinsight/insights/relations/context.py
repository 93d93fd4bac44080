"""The small line above an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from relinsight.access.choices import Choice
from relinsight.access.reader import Reader
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

WRITTEN_OUT = 3  # names that a reader takes in at a glance; more of them are counted


@dataclass(frozen=True)
class Filter:
    """What one filter leaves: the ids that were chosen, those that can be, how so many are called, and what lacks any.

    `elsewhen` names what there is besides, without a partner in view on the day.
    """

    chosen: tuple[str, ...]
    offered: tuple[Choice, ...]
    several: Callable[[int], Text]
    lacking: Text
    day: date
    elsewhen: Mapping[str, Text | Name]

    @property
    def is_short(self) -> bool:
        """Whether every name that was chosen can be written out."""
        return len(self.chosen) <= WRITTEN_OUT

    @property
    def known(self) -> tuple[Choice, ...]:
        """Those of the chosen that there are."""
        return tuple(choice for choice in self.offered if choice.id in self.chosen and choice.id != NOBODY)

    @property
    def is_of_all(self) -> bool:
        """Whether all that can be chosen were; where nothing can be, none were."""
        return 0 < len(self.known) == sum(choice.id != NOBODY for choice in self.offered)

    @property
    def named(self) -> Names:
        """Those that were chosen, each by its name."""
        names = {choice.id: choice.name for choice in self.offered} | {NOBODY: self.lacking}
        return Names(tuple(names.get(one) or self._not_offered(one) for one in self.chosen))

    @property
    def others(self) -> tuple[str, ...]:
        """Those of the chosen that cannot be chosen on the day."""
        offered = {choice.id for choice in self.offered} | {NOBODY}
        return tuple(one for one in self.chosen if one not in offered)

    def _not_offered(self, one: str) -> Text:
        if one in self.elsewhen:
            return text("{name} (without a partner in view on {day})", name=self.elsewhen[one], day=self.day)
        return text("{name} (not there)", name=Name(one))

    @property
    def counted(self) -> Names:
        """How many were chosen, beside the partners that lack any, and the ids that stand for nothing."""
        several = self.several(len(self.known))
        parts = [text("all {several}", several=several) if self.is_of_all else several] if self.known else []
        parts += [self.lacking] if NOBODY in self.chosen else []
        return Names((*parts, *self._counted_others()))

    def _counted_others(self) -> Iterator[Text]:
        """How many hold on other days alone, and how many on none."""
        elsewhen = sum(one in self.elsewhen for one in self.others)
        if elsewhen:
            yield counted(
                "{n} choice without a partner in view on {day}",
                "{n} choices without a partner in view on {day}",
                elsewhen,
                day=self.day,
            )
        if unknown := len(self.others) - elsewhen:
            yield counted("{n} choice that is not there", "{n} choices that are not there", unknown)


def context(reader: Reader, page: Text, question: Text, scope: Scope, total: Text) -> tuple[Text, ...]:
    """Where one is, what is asked, on which day, of how many, and what is filtered."""
    kept = tuple(_only(chosen) for chosen in _filters(reader, scope))
    return (page, question, text("as of {day}", day=scope.as_of), total, *(kept or [text("no filter set")]))


def _filters(reader: Reader, scope: Scope) -> list[Filter]:
    """The filters by which something was chosen; what can be chosen is looked up for these alone."""
    day, no_owner = scope.as_of, text("partners without an owner")
    known = (
        (scope.sectors, lambda: reader.sectors(day), _sectors, text("partners without a sector"), lambda: _sectors_known(reader)),
        (scope.clusters, reader.clusters, _clusters, no_owner, dict[str, Name]),
        (scope.account_managers, lambda: reader.account_managers(day), _managers, no_owner, reader.employees_known),
        (scope.tiers, reader.tiers, _tiers, text("partners without a tier"), dict[str, Name]),
    )
    return [
        Filter(tuple(dict.fromkeys(ids)), offered(), several, lacking, day, elsewhen())
        for ids, offered, several, lacking, elsewhen in known
        if ids
    ]


def _sectors_known(reader: Reader) -> Mapping[str, Text | Name]:
    return {key: sector.name for key, sector in reader.sectors_known().items() if key}


def _sectors(n: int) -> Text:
    return counted("{n} sector", "{n} sectors", n)


def _clusters(n: int) -> Text:
    return counted("{n} cluster", "{n} clusters", n)


def _managers(n: int) -> Text:
    return counted("{n} account manager", "{n} account managers", n)


def _tiers(n: int) -> Text:
    return counted("{n} tier", "{n} tiers", n)


def _only(found: Filter) -> Text:
    names = found.named if found.is_short else found.counted
    if found.several is _tiers and found.is_short and NOBODY not in found.chosen:
        return counted("only tier {tiers}", "only tiers {tiers}", len(found.chosen), tiers=names)
    if found.is_of_all and not found.is_short:
        return text("{names}", names=names)
    if any(choice.has_below for choice in found.known):
        return text("only {names}, with the clusters below", names=names)
    return text("only {names}", names=names)
