"""A clock that was set back: what is brought in is dated before what is there already, and that is said."""

from __future__ import annotations

from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work
from relinsight.words.text import text


def warn_of_clock(work: Work) -> None:
    """Warn where an earlier import bears a later time than this one."""
    newest = "SELECT max(made_at) > $at, CAST(timezone($time_zone, max(made_at)) AS DATE) FROM import_run"
    ((is_later, day),) = work.run(newest, at=work.made_at)
    if is_later:
        work.remark(
            About.CLOCK,
            text("The clock of this machine is behind: an earlier import bears the date {day}. Set the clock right.", day=day),
        )
