"""The contacts with one partner over the days that are seen, above the promised rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.scope import Period
from relinsight.words.text import Text


class Contact(NamedTuple):
    """One contact moment, or an attempt at one: who sought whom, about what and who of ours was there."""

    moment: str
    day: date
    kind: str
    kind_name: Text | Name | None
    achieved: bool
    initiative: str | None
    occasion: str | None
    name: Name
    who: Text


class Stretch(NamedTuple):
    """Days in which the promised rhythm was kept, or was late."""

    first: date
    last: date
    is_late: bool

    @property
    def days(self) -> int:
        """How long it lasts."""
        return (self.last - self.first).days


@dataclass(frozen=True)
class Timeline:
    """The contacts in their order and the rhythm of the same days; the longest delay is emphasised.

    `ends_today` says whether the last of the days is the as-of day; `due` is the day up to which the rhythm then allows silence.
    """

    rows: tuple[Contact, ...]
    days: Period
    stretches: tuple[Stretch, ...] = ()
    due: date | None = None
    ends_today: bool = True
    kind: ClassVar[str] = "timeline"
    becomes: ClassVar[Document] = Document.PICTURE

    @property
    def late(self) -> tuple[Stretch, ...]:
        """The stretches that are late."""
        return tuple(stretch for stretch in self.stretches if stretch.is_late)

    @property
    def longest(self) -> Stretch | None:
        """The longest delay, if there was one."""
        return max(self.late, key=lambda stretch: stretch.days, default=None)
