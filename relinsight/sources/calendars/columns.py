"""The columns of a calendar: those of a contact moment, and whom its entries name."""

from __future__ import annotations

COLUMNS = ("id", "day", "kind", "achieved", "subject", "partner", "contact_person", "employee")
PRIVATE_COLUMN = "confidential"


def columns(*, with_private: bool) -> tuple[str, ...]:
    """The columns of a calendar; where private entries are asked for, one that marks them."""
    return (*COLUMNS, PRIVATE_COLUMN) if with_private else COLUMNS
