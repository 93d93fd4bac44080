"""The sections of a profile that read one name agree on it: what one of them makes of it is there for the others too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from relinsight.records.model import BY_TABLE
from relinsight.records.record import field
from relinsight.sources.header_meanings import places
from relinsight.sources.headers import squeezed
from relinsight.sources.profile import Profile, Section, Source

SAYS_NOTHING = Source()


class _Made(NamedTuple):
    """A name that is made into a row of a table where it is none yet."""

    table: str
    source: Source


def agreeing(profile: Profile) -> Profile:
    """The profile, in which whatever reads a name as a section does that makes it, makes it too."""
    made = [_Made(table, s) for section in profile.sections for name, s in section.sources.items() for table in _leads_to(section, name)]
    makers = [each for each in made if each.source.create]
    return replace(profile, sections=tuple(_agreeing(section, makers) for section in profile.sections)) if makers else profile


def _agreeing(section: Section, makers: Sequence[_Made]) -> Section:
    sources = {name: _made(source, makers, list(_leads_to(section, name))) for name, source in section.sources.items()}
    return replace(section, sources=sources)


def _made(source: Source, makers: Sequence[_Made], tables: Sequence[str]) -> Source:
    """A source that says nothing of unknown names itself, with what another one says that reads the same."""
    if not tables or _naming(source) != _naming(SAYS_NOTHING):
        return source
    alike = (maker for maker in makers if maker.table in tables and source.model_copy(update=_naming(maker.source)) == maker.source)
    return next((maker.source for maker in alike), source)


def _naming(source: Source) -> dict[str, object]:
    """What a source says of names that are not there."""
    return {"create": source.create, "collective": source.collective, "unknown": source.unknown}


def _leads_to(section: Section, name: str) -> Iterator[str]:
    """The table to which a column of a section leads by a name."""
    record = BY_TABLE[section.table]
    place = places(record).get(squeezed(name))
    if place is not None and place.by_name:
        yield field(place.aside.record if place.aside else record, place.field).column.to or ""
