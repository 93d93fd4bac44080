"""Settings of the whole database, on which every page stands: which values they may have."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from relinsight.words.name import Name
from relinsight.words.scope import FIRST_DAY, LAST_DAY
from relinsight.words.text import Text, text

AS_OF = "as_of"  # the setting that tells of which day the data are
ORIGIN, DEMO = "origin", "demo"  # the setting that tells where the data come from, and what it is of the invented city


def why_not(setting: str, value: str) -> Text | None:
    """Why a setting cannot have a value; nothing where it can."""
    if setting == AS_OF and not _is_day(value):
        return text("The setting as_of is '{value}', which is no day from 1900 to 2199; write it as 2026-11-25.", value=Name(value))
    if setting == "time_zone" and not _is_time_zone(value):
        return text("The setting time_zone is '{value}', which is no time zone; write it as Europe/Amsterdam.", value=Name(value))
    if setting == ORIGIN and value == DEMO:
        return text("The setting origin is '{value}', which marks the invented city; choose another word.", value=Name(value))
    return None


def _is_day(value: str) -> bool:
    try:
        return FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY
    except ValueError:
        return False


def _is_time_zone(value: str) -> bool:
    try:
        return bool(ZoneInfo(value))
    except (ValueError, OSError, LookupError):
        return False
