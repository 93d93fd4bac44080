"""One relation: a partner of the portfolio as it stands on a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.insights.naming import LINKS, STATES
from relinsight.insights.relations.silence import is_silent
from relinsight.words.name import Name
from relinsight.words.text import Text
from relinsight.words.yardsticks import COVERING_LINKS

COVERING = tuple(LINKS)[:COVERING_LINKS]


class Before(NamedTuple):
    """A partner of the portfolio as it stood on an earlier day: what changes are told by."""

    partner: str
    owner: str | None
    state: str
    uncovered: bool
    ties: int
    goals_endorsed: int
    goals_late: int


class Relation(NamedTuple):
    """A partner of the portfolio: how it stands on the day; a link of the chain is empty where it is not promised."""

    partner: str
    name: Name
    tier: Name
    tier_weight: int
    sector: str | None
    owner: str | None
    owner_name: Name | None
    cluster: str | None
    cluster_name: Name | None
    state: str
    days: int | None
    promised: int | None
    ratio: float | None
    link_owner: bool
    link_contact_person: bool
    link_in_time: bool | None
    link_assessed: bool | None
    link_goals: bool | None
    promises_all: bool
    chain_break: str
    broken_since: date | None
    uncovered: bool
    rank: int | None
    at_stake: int
    ties: int
    goals_endorsed: int
    goals_late: int
    questions_open: int
    questions_late: int
    best_name: Name | None
    best_last: date | None

    @property
    def links(self) -> tuple[bool | None, ...]:
        """Whether each link of the chain holds, in their order; empty where it is not promised."""
        return self.link_owner, self.link_contact_person, self.link_in_time, self.link_assessed, self.link_goals

    @property
    def state_said(self) -> Text:
        """How its state of silence is called."""
        return STATES[self.state]

    @property
    def is_silent(self) -> bool:
        """Whether it waits longer than its tier was promised, or was never spoken to."""
        return is_silent(self.state)
