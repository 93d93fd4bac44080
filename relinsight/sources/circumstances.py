"""On which day and in which time zone files are read, and whether private entries are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from relinsight.words.clock import TIME_ZONE
from relinsight.words.scope import FIRST_DAY


@dataclass(frozen=True)
class Circumstances:
    """What a calendar needs beside its file: what it holds after the day was not held yet."""

    day: date = FIRST_DAY
    time_zone: str = TIME_ZONE
    with_private: bool = False


BEFORE_ALL = Circumstances()
