"""A share is written as people round it, but never as nothing or as all where it is neither."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relinsight.languages.sentence import Speaker
from relinsight.words.calendar import days_after, days_before
from relinsight.words.quantities import Percent

BLANK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (299 / 300, "99,7%", f"99.7{BLANK}%"),
        (1 / 300, "0,3%", f"0.3{BLANK}%"),
        (4_999 / 5_000, "99,98%", f"99.98{BLANK}%"),
        (999_999 / 1_000_000, "99,99%", f"99.99{BLANK}%"),
        (1 / 1_000_000, "0,01%", f"0.01{BLANK}%"),
        (1.0, "100%", f"100{BLANK}%"),
        (0.0, "0%", f"0{BLANK}%"),
        (0.995, "99,5%", f"99.5{BLANK}%"),
        (0.994, "99%", f"99{BLANK}%"),
        (0.285, "29%", f"29{BLANK}%"),
    ],
)
def test_a_share_is_written(share: float, dutch: str, english: str):
    assert (Speaker("nl")(Percent(share)), Speaker("en")(Percent(share))) == (dutch, english)


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_only_all_is_all_and_only_nothing_is_nothing(part: int, more: int):
    written = Percent(part / (part + more)).of_a_hundred
    assert 0 < written < 100
    assert abs(written - Decimal(100) * part / (part + more)) <= Decimal("0.5")
    assert Percent(float(part)).of_a_hundred == 100 * part


@given(st.dates(), st.integers(-4_000_000, 4_000_000))
def test_a_day_so_many_days_later_is_that_day_or_the_last_there_is(day: date, days: int):
    found = days_after(day, days)
    assert found == days_before(day, -days)
    if found in (date.min, date.max):
        assert abs((found - day).days) <= abs(days)
    else:
        assert found - day == timedelta(days=days)
