"""Keep what a profile sets for the whole database: the owner's day, the origin, the attribution."""

from __future__ import annotations

from relinsight.warehouse.importing.work import Work


def keep_settings(work: Work) -> None:
    """Write each setting that differs from what is there."""
    for name, value in {key: text for plan in work.plans for key, text in plan.settings.items()}.items():
        work.change.set(name, value)
