"""Contact moments that something else asks for: an event, an answer, a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Moment:
    """One planned contact with one partner; its key finds it again once it has an id."""

    key: str
    day: date
    kind: str
    partner_id: str
    subject: str
    employee_ids: Sequence[str] = ()
    person_ids: Sequence[str] = ()
    achieved: bool = True
    initiative: str = "us"
    occasion: str = "regular"
    sentiment: int | None = None
    note: str | None = None
    event_id: str | None = None

    @property
    def company(self) -> dict[str, Sequence[str]]:
        """Who was there, by the column that names them."""
        return {
            "partner_id": (self.partner_id,),
            "contact_person_id": self.person_ids,
            "employee_id": self.employee_ids,
        }
