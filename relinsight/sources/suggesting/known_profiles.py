"""Profiles that are there already, shipped or saved beside the file, and which of them fits it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relinsight.sources.derivation import marking
from relinsight.sources.headers import squeezed
from relinsight.sources.profile import SHIPPED, Profile, read_profile
from relinsight.sources.profiled import wanted
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import Sheet
from relinsight.sources.suggesting.columns import of_meaning
from relinsight.sources.suggesting.seen import Seen

LEAST_COLUMNS = 3
MANY_COLUMNS = 5
MOST_LACKING = 0.25
FEWEST_KEPT = 0.05
HALF, NEARLY_ALL = 0.5, 0.7


@dataclass(frozen=True)
class Fitting:
    """A profile that fits a file: which of its columns the file lacks, and which the file has beside them."""

    path: Path
    profile: Profile
    lacking: tuple[str, ...]
    more: tuple[str, ...]
    found: int

    @property
    def name(self) -> str:
        """How a person calls it: a shipped one by its name, another by its file."""
        return self.path.stem if self.path.parent == SHIPPED else self.path.name

    @property
    def fits(self) -> bool:
        """Whether the file has nearly all that it asks for, and it reads much of the file."""
        few_lack = len(self.lacking) <= MOST_LACKING * (self.found + len(self.lacking))
        return self.found >= LEAST_COLUMNS and few_lack and (self.reads >= HALF or self.found >= MANY_COLUMNS)

    @property
    def reads(self) -> float:
        """Which part of the columns of the file it reads."""
        return self.found / (self.found + len(self.more))

    @property
    def of_itself(self) -> str | None:
        """The table that it fills, where it reads nearly all of the file."""
        return self.profile.sections[0].table if self.reads >= NEARLY_ALL and not self.lacking else None

    @property
    def parts(self) -> Mapping[str, Any]:
        """What stands in it."""
        return tomllib.loads(self.path.read_text(encoding="utf-8-sig"))


def fitting(what: Seen, likely: str, asked: str | None) -> Fitting | None:
    """The profile that fits a sheet best: of the record that a person asks for, else of the likely one, or one that reads nearly all."""
    found = (_fit(what.sheet, path, profile) for path, profile in _profiles(what.sheet.path))
    fits = [
        each
        for each in found
        if each.fits
        and _keeps_rows(what, each.profile)
        and each.profile.sections[0].table in ({asked} if asked else {likely, each.of_itself})
    ]
    return max(fits, key=lambda each: (each.found - 2 * len(each.lacking), each.path.parent != SHIPPED), default=None)


def _keeps_rows(what: Seen, profile: Profile) -> bool:
    """Whether its conditions leave in some of the first rows."""
    asked = [of_meaning(what.columns, each.column) for each in profile.drop]
    columns = [column for column in asked if column is not None]
    _, mark = marking({name: at for at, name in enumerate(what.sheet.header)}, profile.drop if len(columns) == len(asked) else (), (), {})
    rows = list(zip(*(column.cells for column in columns), strict=True))
    return len(columns) < len(asked) or not rows or sum(mark(row) is not None for row in rows) >= FEWEST_KEPT * len(rows)


def _fit(sheet: Sheet, path: Path, profile: Profile) -> Fitting:
    asked = tuple(dict.fromkeys(wanted(profile)))
    there = {squeezed(name) for name in sheet.header if name}
    lacking = tuple(name for name in asked if squeezed(name) not in there)
    more = tuple(name for name in sheet.header if name and squeezed(name) not in {squeezed(each) for each in asked})
    return Fitting(path, profile, lacking, more, len(asked) - len(lacking))


def _profiles(file: Path) -> Iterator[tuple[Path, Profile]]:
    """Every profile that can be read and fills a table: those beside the file, then the shipped ones."""
    for path in (*_beside(file), *sorted(SHIPPED.glob("*.toml"))):
        try:
            profile = read_profile(path)
        except (ImportRefused, OSError):
            continue
        if profile.sections:
            yield path, profile


def _beside(file: Path) -> Sequence[Path]:
    return sorted(path for path in file.parent.glob("*.toml") if path.is_file())
