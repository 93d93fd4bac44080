"""Decide how the columns of a sheet write days and numbers, from counts over the whole column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relinsight.records.kinds import Day, Kind, Number
from relinsight.records.notation import Decimals, Notation, Order
from relinsight.words.name import Name
from relinsight.words.text import Text, text


@dataclass(frozen=True)
class Count:
    """How a column's cells can be read.

    `plain`: in the notation that needs no choice; `first` and `later`: only day first or with a decimal point, only month
    first or with a decimal comma; `either`: both ways with another outcome (of numbers: those with a point);
    `short`: days whose year has two figures, numbers that read both ways and hold a comma.
    """

    kind: Kind
    filled: int
    plain: int
    first: int
    later: int
    either: int
    short: int

    @property
    def is_open(self) -> bool:
        """Whether some cell could be read in more than one way."""
        return self.first + self.later + self.either + self.short > 0


@dataclass(frozen=True)
class Decided:
    """The notation of each column, and the sentences that say what was chosen."""

    notations: Mapping[int, Notation]
    choices: tuple[Text, ...]


def decided(file: str, header: tuple[str, ...], counts: Mapping[int, Count], said: Mapping[int, Notation]) -> Decided:
    """Every column's notation: as a profile says, as its own cells tell, as another column tells, or the usual one."""
    orders, marks = _own(counts, said, Day), _own(counts, said, None)
    notations = dict(said)
    for at, count in counts.items():
        if at not in said:
            notations[at] = _notation(count, orders.get(at) or _any(orders), marks.get(at) or _any(marks))
    choices = (c for at, count in counts.items() if count.is_open for c in _said(file, header[at], count, notations[at]))
    return Decided(notations, tuple(choices))


def _own(counts: Mapping[int, Count], said: Mapping[int, Notation], kind: type[Day] | None) -> dict[int, bool]:
    """Whether the first way of reading is the one, for the columns whose cells decide it."""
    own = {at: count for at, count in counts.items() if isinstance(count.kind, Day) is (kind is Day)}
    decided = {at: _is_first(said[at], own[at].kind) for at in own if at in said}
    return decided | {at: c.first > c.later for at, c in own.items() if at not in said and c.first != c.later}


def _is_first(how: Notation, kind: Kind) -> bool:
    return how.order == "day first" if isinstance(kind, Day) else how.decimals == "point"


def _any(found: Mapping[int, bool]) -> bool | None:
    return next(iter(found.values()), None)


def _notation(count: Count, day_first: bool | None, point: bool | None) -> Notation:
    if isinstance(count.kind, Day):
        order: Order = "month first" if day_first is False else "day first"
        return Notation(order=order, plain=count.plain == count.filled)
    decimals: Decimals = _usual(count) if point is None else "point" if point else "comma"
    return Notation(decimals=decimals, plain=count.plain == count.filled and decimals == "point")


def _usual(count: Count) -> Decimals:
    """A lone mark before three figures parts thousands in amounts and whole numbers, and decimals in other numbers."""
    parts_thousands = not isinstance(count.kind, Number)
    has_commas = count.short > count.either
    if not (count.short or count.either):
        return "point"
    return "point" if has_commas is parts_thousands else "comma"


def _said(file: str, column: str, count: Count, how: Notation) -> Iterator[Text]:
    at = {"file": Name(file), "column": Name(column)}
    if not isinstance(count.kind, Day):
        yield (
            text("{file}: in {column} the point marks decimals.", **at)
            if how.decimals == "point"
            else text("{file}: in {column} the comma marks decimals.", **at)
        )
        return
    yield (
        text("{file}: in {column} the day stands before the month.", **at)
        if how.order == "day first"
        else text("{file}: in {column} the month stands before the day.", **at)
    )
    if count.short:
        yield text("{file}: in {column} years of two figures from 70 on are read as 19.., others as 20...", **at)
