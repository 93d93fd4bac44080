"""What can be chosen in a filter, and how sectors are called."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.words.name import Name
from relinsight.words.scope import NOBODY
from relinsight.words.text import Text, text

SHIPPED_SECTORS = {
    "care": text("care"),
    "culture": text("culture"),
    "maritime": text("maritime"),
    "developers": text("developers"),
    "residents": text("residents"),
    "entrepreneurs": text("entrepreneurs"),
    "sport": text("sport"),
}


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its id and how people call it."""

    id: str
    name: Text | Name


def sector_name(sector: object, name: object) -> Text | Name:
    """How a sector is called: translated where it is a shipped one that nobody renamed."""
    if sector is None or sector == NOBODY:
        return text("no sector")
    return SHIPPED_SECTORS[str(sector)] if sector in SHIPPED_SECTORS and name == sector else Name(name or sector)
