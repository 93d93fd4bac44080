"""The profiles that are shipped."""

from __future__ import annotations

from relinsight.sources.profile import SHIPPED

LONGEST_NAME = 60  # letters of a name under which a profile is kept


def shipped_profiles() -> tuple[str, ...]:
    """Their names, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))
