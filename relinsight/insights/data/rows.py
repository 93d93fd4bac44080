"""The rows of the queries of this page."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from relinsight.words.name import Name


class Run(NamedTuple):
    """A run: what it did, how many of its rejected rows still wait, and whether it was taken back."""

    run: str
    made_at: datetime
    made_by: Name | None
    file: Name | None
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    waiting: int
    is_mending: bool
    is_undone: bool


class Beat(NamedTuple):
    """How many records of one kind bear a day in a month, and the newest of these days."""

    kind: str
    month: date
    records: int
    newest: date


class HalfSaid(NamedTuple):
    """A contact with a partner of which the initiative or the occasion is empty."""

    partner: str
    moment: str
    lacks_initiative: bool
