"""Decide how the columns of a sheet write days and numbers, from counts over the whole column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from relinsight.records.kinds import Amount, Day, Kind, Number
from relinsight.records.notation import Decimals, Notation, Order
from relinsight.words.name import Name
from relinsight.words.text import Text, text

DAY_ORDER = {
    True: text("{file}: in {column} the day stands before the month."),
    False: text("{file}: in {column} the month stands before the day."),
}
DECIMALS = {
    True: text("{file}: in {column} the point marks decimals."),
    False: text("{file}: in {column} the comma marks decimals."),
}
DAY_ORDER_BY = {
    True: text("{file}: in {column} the day stands before the month, as {other} shows."),
    False: text("{file}: in {column} the month stands before the day, as {other} shows."),
}
DECIMALS_BY = {
    True: text("{file}: in {column} the point marks decimals, as {other} shows."),
    False: text("{file}: in {column} the comma marks decimals, as {other} shows."),
}


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

    @property
    def can_be_wrong(self) -> bool:
        """Whether some cell reads both ways, each time as something else."""
        return self.either + (0 if isinstance(self.kind, Day) else self.short) > 0


@dataclass(frozen=True)
class Decided:
    """The notation of each column, the sentences that say what was chosen, and the columns of which nothing decides it.

    `mixed` are the columns of a format with numbers of its own in which texts that read both ways stand beside such numbers.
    """

    notations: Mapping[int, Notation]
    choices: tuple[Text, ...]
    undecided: tuple[int, ...]
    mixed: tuple[int, ...] = ()


def decided(
    file: str, header: tuple[str, ...], counts: Mapping[int, Count], said: Mapping[int, Notation], *, has_numbers: bool = False
) -> Decided:
    """Every column's notation: as a profile says, as its own cells tell, as another column tells, or the usual one."""
    told = {True: _own(counts, said, Day), False: _own(counts, said, None)}
    notations, shown_by = dict(said), dict[int, int | None]()
    for at, count in counts.items():
        if at not in said:
            own = told[isinstance(count.kind, Day)]
            shown_by[at] = at if at in own else next(iter(own), None)
            notations[at] = _notation(count, own.get(at, next(iter(own.values()), None)))
    choices = (
        c for at, count in counts.items() if count.is_open for c in _said(file, header, at, count, notations[at], shown_by.get(at, at))
    )
    undecided = tuple(at for at, by in shown_by.items() if by is None and counts[at].can_be_wrong)
    mixed = tuple(at for at, by in shown_by.items() if has_numbers and by is not None and _is_mixed(counts[at], notations[at]))
    return Decided(notations, tuple(choices), undecided, mixed)


def _is_mixed(count: Count, how: Notation) -> bool:
    """Whether an amount that reads both ways, which a format with numbers of its own has as text alone, was read by the point of those."""
    return isinstance(count.kind, Amount) and count.either > 0 and how.decimals == "point"


def _own(counts: Mapping[int, Count], said: Mapping[int, Notation], kind: type[Day] | None) -> dict[int, bool]:
    """Whether the first way of reading is the one, for the columns whose cells decide it."""
    own = {at: count for at, count in counts.items() if isinstance(count.kind, Day) is (kind is Day)}
    decided = {at: _is_first(said[at], own[at].kind) for at in own if at in said}
    return decided | {at: c.first > c.later for at, c in own.items() if at not in said and c.first != c.later}


def _is_first(how: Notation, kind: Kind) -> bool:
    return how.order == "day first" if isinstance(kind, Day) else how.decimals == "point"


def _notation(count: Count, is_first: bool | None) -> Notation:
    if isinstance(count.kind, Day):
        order: Order = "month first" if is_first is False else "day first"
        return Notation(order=order, plain=count.plain == count.filled)
    decimals: Decimals = _usual(count) if is_first is None else "point" if is_first else "comma"
    return Notation(decimals=decimals, plain=count.plain == count.filled and decimals == "point")


def _usual(count: Count) -> Decimals:
    """A lone mark before three figures parts thousands in amounts and whole numbers, and decimals in other numbers."""
    parts_thousands = not isinstance(count.kind, Number)
    has_commas = count.short > count.either
    if not (count.short or count.either):
        return "point"
    return "point" if has_commas is parts_thousands else "comma"


def _said(file: str, header: Sequence[str], column: int, count: Count, how: Notation, shown_by: int | None) -> Iterator[Text]:
    at = {"file": Name(file), "column": Name(header[column])}
    is_day = isinstance(count.kind, Day)
    if shown_by in {None, column}:
        yield (DAY_ORDER if is_day else DECIMALS)[_is_first(how, count.kind)].with_values(**at)
    else:
        other = Name(header[shown_by or 0])
        yield (DAY_ORDER_BY if is_day else DECIMALS_BY)[_is_first(how, count.kind)].with_values(**at, other=other)
    if is_day and count.short:
        yield text("{file}: in {column} years of two figures from 70 on are read as 19.., others as 20...", **at)
