"""The closed set of blocks that an answer is made of; each output has one renderer over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from relinsight.insights.columns import TableColumn, check_columns
from relinsight.insights.exhibits.exhibit import Exhibit, Line
from relinsight.words.name import Name
from relinsight.words.quantities import Percent
from relinsight.words.scope import Scope
from relinsight.words.text import Text


@dataclass(frozen=True)
class Change:
    """How much a count or share moved since an earlier day; `good` says which direction is an improvement."""

    amount: float
    since: date
    good: Literal["up", "down", "neither"] = "up"
    is_share: bool = False

    @property
    def points(self) -> Decimal:
        """A share's change in points of a hundred: whole, but for less than a point, which is not nothing."""
        shown = Percent(abs(self.amount)).of_a_hundred
        return shown if self.amount >= 0 else -shown


@dataclass(frozen=True)
class KeyFigure:
    """One number with its n, its day, its definition and the way to its rows.

    A number that is no measure, such as one of the data themselves, brings its `definition` along.
    """

    measure: str
    label: Text
    value: Text | None
    as_of: date
    n: int | None = None
    change: Change | None = None
    aside: Text | None = None
    by: str = "portfolio"
    subject: str = "portfolio"
    unknown: Text | None = None
    definition: Text | None = None


@dataclass(frozen=True)
class Table:
    """Rows that can be read, taken along and opened, or why there are `none`; a cell that is a partner leads to its dossier."""

    name: str
    title: Text
    columns: tuple[TableColumn, ...]
    rows: tuple[Line, ...]
    caption: Text | None = None
    none: Text | None = None
    short: bool = False
    file_name: str | None = None

    def __post_init__(self) -> None:
        check_columns(self.columns, self.rows)
        _drop_caption_without_rows(self)


@dataclass(frozen=True)
class Chart:
    """A picture as data: what it shows or why there is `none`, the sentence that it says and the table that says the same.

    The rows of that table are those of the exhibit, or `lines` where they say more.
    """

    name: str
    title: Text
    exhibit: Exhibit
    columns: tuple[TableColumn, ...]
    alt: Text
    caption: Text | None = None
    none: Text | None = None
    lines: tuple[Line, ...] | None = None

    def __post_init__(self) -> None:
        check_columns(self.columns, self.rows)
        _drop_caption_without_rows(self)

    @property
    def rows(self) -> tuple[Line, ...]:
        """The rows of the table that says the same."""
        return self.exhibit.rows if self.lines is None else self.lines


def _drop_caption_without_rows(block: Table | Chart) -> None:
    """A caption speaks of rows: where there are none, only `none` is said, in every output."""
    if not block.rows:
        object.__setattr__(block, "caption", None)


@dataclass(frozen=True)
class Card:
    """One partner to act on: why, and what to do next."""

    partner: str
    name: Name
    badge: Text
    reason: Text
    step: Text


@dataclass(frozen=True)
class Cards:
    """The few partners to talk about."""

    name: str
    title: Text
    cards: tuple[Card, ...]
    none: Text


@dataclass(frozen=True)
class Note:
    """Sentences under one heading: what is not known, what was left out, what to do."""

    name: str
    title: Text | None
    lines: tuple[Text, ...]
    urgent: bool = False


Block = KeyFigure | Table | Chart | Cards | Note


@dataclass(frozen=True)
class Option:
    """One of the blocks that a switch can show."""

    key: str
    label: Text
    block: Block


@dataclass(frozen=True)
class Switch:
    """Blocks of which a screen shows one at a time, and a document all; the first one comes first."""

    name: str
    label: Text
    options: tuple[Option, ...]


Shown = Block | Switch


@dataclass(frozen=True)
class Beside:
    """Blocks side by side: the wide column and the narrow one."""

    left: tuple[Shown, ...]
    right: tuple[Shown, ...]


@dataclass(frozen=True)
class Insight:
    """What a page says: its question, its answer as a sentence, and the blocks that bear it out."""

    page: str
    scope: Scope
    question: Text
    answer: Text
    context: tuple[Text, ...]
    figures: tuple[KeyFigure, ...]
    rows: tuple[Beside | Shown, ...]
    measures: tuple[str, ...] = ()
    unknown: Note | None = None
    subtitle: Text | None = None

    @property
    def opened(self) -> tuple[str, ...]:
        """The measures of which the meaning and the rows can be opened: those of the figures first, then the others of the page."""
        return tuple(
            dict.fromkeys((*(figure.measure for figure in self.figures if figure.value and not figure.definition), *self.measures))
        )

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        shown = [block for row in self.rows for block in ((*row.left, *row.right) if isinstance(row, Beside) else (row,))]
        flat = [block for one in shown for block in (_all_of(one) if isinstance(one, Switch) else (one,))]
        return (*self.figures, *flat, *((self.unknown,) if self.unknown else ()))


def _all_of(switch: Switch) -> tuple[Block, ...]:
    return tuple(option.block for option in switch.options)
