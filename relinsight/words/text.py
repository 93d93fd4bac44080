"""A message and its typed arguments, in no language yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Union

from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney, Days, Money, Names, OneDecimal, Percent, Score, ShortDay, Spelled

Value = Union[
    int,
    float,
    Decimal,
    date,
    Name,
    Names,
    Money,
    AboutMoney,
    Percent,
    Score,
    Days,
    Spelled,
    ShortDay,
    OneDecimal,
    "Text",
    None,
]


@dataclass(frozen=True)
class Text:
    """A sentence or label: its English message, with `{name}` where a value goes.

    `many` is the message for a count other than one; `count` decides which is used.
    A `topic` parts two uses of one English word that another language says differently.
    """

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    many: str | None = None
    count: int | None = None
    topic: str | None = None

    def with_values(self, **values: Value) -> Text:
        """The same message with these values in it."""
        return Text(self.message, tuple(values.items()), self.many, self.count, self.topic)

    @property
    def arguments(self) -> Mapping[str, Value]:
        """The values by name."""
        return dict(self.values)


def text(message: str, /, **values: Value) -> Text:
    """A message: `text("{n} of {total} partners are covered", n=3, total=5)`."""
    return Text(message, tuple(values.items()))


UNSAID = Text("")  # where there is nothing to say


def counted(one: str, many: str, n: int, /, **values: Value) -> Text:
    """A message that differs for one and for many; `{n}` in it is the count."""
    return Text(one, (("n", n), *values.items()), many, n)


def worded(topic: str, message: str, /, **values: Value) -> Text:
    """A message whose translation depends on the topic: `worded("tier policy", "kept")`."""
    return Text(message, tuple(values.items()), topic=topic)
