"""Read a file of which nobody says how: as it is where it tells that itself, else by a kept profile, else by a suggested one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from relinsight.sources.header_meanings import record_named, required
from relinsight.sources.plan import At, Plan, ReadBy
from relinsight.sources.planning import planned_all
from relinsight.sources.profile import FilePart, Profile, profile_of
from relinsight.sources.profiled import profiled, wanted
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.rejects import record_called, record_of_rejects
from relinsight.sources.sheet import Sheet
from relinsight.sources.suggest import suggested
from relinsight.words.name import Name
from relinsight.words.text import text


@dataclass(frozen=True)
class Asked:
    """What a person says of a file that it does not tell: what a row is, and our role in its dealings."""

    record: str | None = None
    role: str | None = None


Open = Callable[[FilePart], tuple[Sheet, ...]]


def recognised(opened: Open, kept: Mapping[str, str], asked: Asked) -> list[Plan]:
    """The plans of a file that is opened as a profile says."""
    found = opened(FilePart())
    own = None if asked.record or asked.role else _by_itself(found)
    if own is not None:
        return own
    profile, by = _kept(found, kept, asked) or _suggested(found, asked)
    return [replace(profiled(sheet, profile), read_by=by) for sheet in opened(profile.file)]


def _by_itself(found: Sequence[Sheet]) -> list[Plan] | None:
    """The plans of a file that is called after a table, or of which every column is known."""
    try:
        plans = planned_all(found, None)
    except ImportRefused:
        return None
    return plans if all(map(_tells, plans)) else None


def _tells(plan: Plan) -> bool:
    sheet = plan.sheet
    called = record_called(sheet.path.name) or record_of_rejects(sheet) or (record_named(sheet.name) if sheet.name else None)
    return sheet.table is not None or ((called is not None or _is_whole(plan)) and not _lacks_role(plan))


def _lacks_role(plan: Plan) -> bool:
    """Whether a file of dealings leaves out what most of them do: which role of ours they are about."""
    return "role" in required(plan.feeds[0].record) and not plan.feeds[0].gives("role")


def _is_whole(plan: Plan) -> bool:
    """Whether every column of a file is read, and every field is given that its rows need."""
    read = {cell.column for feed in plan.feeds for cell in feed.cells.values() if isinstance(cell, At)} | {*plan.hidden}
    main = plan.feeds[0]
    return all(at in read for at, name in enumerate(plan.sheet.header) if name) and {*required(main.record)} <= {*main.cells}


def _kept(found: Sequence[Sheet], kept: Mapping[str, str], asked: Asked) -> tuple[Profile, ReadBy] | None:
    """The kept profile that asks for columns of this file alone, and for most of them."""
    there = {name for sheet in found for name in sheet.header}
    profiles = {name: profile_of(name, written) for name, written in kept.items()}
    fits = {
        name: len({*wanted(profile)}) for name, profile in profiles.items() if {*wanted(profile)} <= there and _is_asked(profile, asked)
    }
    best = max(fits, key=lambda name: fits[name], default=None)
    return (profiles[best], ReadBy(best, kept[best])) if best is not None else None


def _is_asked(profile: Profile, asked: Asked) -> bool:
    """Whether a profile says what a person says."""
    section = profile.sections[0]
    role = section.sources.get("role")
    return asked.record in (None, section.table) and (asked.role is None or (role is not None and role.constant == asked.role))


def _suggested(found: Sequence[Sheet], asked: Asked) -> tuple[Profile, ReadBy]:
    written = suggested(found, asked.record, asked.role)
    path: Path = found[0].path
    try:
        return profile_of(path.stem, written), ReadBy(None, written)
    except ImportRefused as refused:
        raise ImportRefused(
            text("{file}: no table can be told from its columns; say what a row is.", file=Name(found[0].file))
        ) from refused
