"""How a calendar names a partner: in the title, or by the address of somebody who takes part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.several import marks
from relinsight.sources.suggesting.sorts import EMAIL
from relinsight.sources.suggesting.spoken import AFTER, OFTEN, WITH, says
from relinsight.sources.suggesting.toml import Entry, Source, Value

ADDRESS = r"@([^\s;,>]+)"
OTHERS = r"(?i)^(de |het )?(minister|staatssecretaris|wethouder|burgemeester|collega)"


@dataclass(frozen=True)
class Named:
    """What names the partner, and which rows name none and are left out."""

    entry: Entry
    drop: Source
    why: str


def partner_of(what: Seen, found: Mapping[str, Column]) -> Named | None:
    """How the partner of a contact is named; nothing where a column holds it."""
    if "partner" in found or not (found.get("subject") or what.meant.get("attendees")):
        return None
    return next(_ways(what, found), None)


def _ways(what: Seen, found: Mapping[str, Column]) -> Iterator[Named]:
    title, attendees, person = found.get("subject"), what.meant.get("attendees"), what.meant.get("person")
    is_calendar = {"time", "organiser", "private"} & set(what.meant)
    if attendees and not is_calendar:
        yield _whole(attendees)
    if title and says(title, WITH):
        yield _extracted(title, WITH)
    if attendees and attendees.share(EMAIL.search) >= OFTEN:
        yield _extracted(attendees, ADDRESS)
    if title and says(title, AFTER):
        yield _extracted(title, AFTER)
    if attendees or person:
        yield _whole(attendees or person)


def _whole(column: Column | None) -> Named:
    assert column is not None
    parting = marks(column)
    source: Source = {"column": column.header, **({"split": list(parting)} if parting else {}), "create": True}
    return Named(
        Entry("partner", source, "whoever takes part and is no partner yet becomes one"), {"column": column.header, "empty": True}, NOBODY
    )


def _extracted(column: Column, pattern: str) -> Named:
    source: dict[str, Value] = {"column": column.header, "extract": pattern}
    if pattern != ADDRESS:
        source |= {"split": [", ", " en ", " and "], "omit": OTHERS}
    why = "who it was stands behind a word such as 'met' or 'with'" if pattern != ADDRESS else "who it was is told by the address"
    return Named(Entry("partner", source | {"create": True}, why), {"column": column.header, "matches": pattern, "not": True}, NOBODY)


NOBODY = "nobody of a partner is named there, so it is no contact"
