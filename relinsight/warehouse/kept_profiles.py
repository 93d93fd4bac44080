"""Profiles that somebody kept under a name: they stand in the database, go along with it, and read the next file of their kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from relinsight.sources.profile import profile_of
from relinsight.sources.profiles import LONGEST_NAME, shipped_profiles
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.warehouse.connection import Warehouse
from relinsight.words.name import Name
from relinsight.words.text import text

PREFIX = "profile: "  # before the name of the setting that holds what a profile says


def kept_profiles(warehouse: Warehouse) -> Mapping[str, str]:
    """What each says, by its name, in the order of the alphabet."""
    with warehouse.cursor() as cursor:
        found = cursor.execute(
            "SELECT name, value FROM setting WHERE starts_with(name, $prefix) ORDER BY name", {"prefix": PREFIX}
        ).fetchall()
    return {name.removeprefix(PREFIX): value for name, value in found}


def keep_profile(warehouse: Warehouse, name: str, written: str, *, at: datetime, made_by: str | None = None) -> None:
    """Keep a profile under a name, in the place of the one that has it; refused where it cannot be read."""
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME or called.endswith(".toml") or called in shipped_profiles():
        raise ChangeRefused(
            text(
                "'{name}' cannot be the name of a profile: take one of 1 to {most} letters that no shipped profile has.",
                name=Name(called[:LONGEST_NAME]),
                most=LONGEST_NAME,
            )
        )
    profile_of(called, written)
    with by_hand(warehouse, at=at, made_by=made_by) as change:
        change.set(f"{PREFIX}{called}", written)
