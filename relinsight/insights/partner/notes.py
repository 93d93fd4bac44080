"""What lies under a position, what was agreed to do, and what we do not know."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Note
from relinsight.insights.nothing import NO_GAP
from relinsight.insights.partner.both_sides import of_all_dimensions
from relinsight.insights.partner.rows import ActionRow, Head, InterestRow, PersonMet, Sides
from relinsight.words.name import Name
from relinsight.words.quantities import Names, ShortDay
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

NAMED = 3  # people named one by one before the rest is counted


def interests(reader: Reader, scope: Scope) -> Note:
    """What lies under their position, beside ours, and what both share."""
    lines = tuple(line for row in reader.page(InterestRow, "dossier_interests", scope) for line in _interest(row))
    return Note(
        "interests",
        text("What lies under their position"),
        lines or (text("Their positions and interests were not written down."),),
    )


def _interest(row: InterestRow) -> Iterator[Text]:
    yield text(
        "{topic}: they say {position}; under it lies {underlying}",
        topic=row.topic,
        position=_quoted(row.position),
        underlying=_quoted(row.underlying),
    )
    if row.shared:
        yield text("Shared with us: {themes}.", themes=Names(tuple(map(Name, row.shared))))


def _quoted(said: Name | None) -> Text:
    return text("'{said}'", said=said) if said else text("nothing that we know of")


def actions(reader: Reader, scope: Scope) -> Note:
    """What was agreed to do, the nearest day first."""
    lines = tuple(map(_action, reader.page(ActionRow, "dossier_actions", scope)))
    return Note("actions", text("Agreed actions"), lines or (text("No action is open."),))


def _action(row: ActionRow) -> Text:
    who = row.employee_name or text("nobody yet")
    if row.done_on:
        return text("Done on {day}: {title} ({who})", day=ShortDay(row.done_on), title=row.title, who=who)
    if row.due_on:
        return text("{title} ({who}, by {day})", title=row.title, who=who, day=row.due_on)
    return text("{title} ({who})", title=row.title, who=who)


def unknown(met: list[PersonMet], head: Head, found: list[Sides]) -> Note:
    """What we do not know of this partner."""
    never = [row for row in met if row.last_day is None]
    scores = of_all_dimensions(found)
    lines = [text("What {name} thinks: never spoken to", name=row.name) for row in never[:NAMED]]
    if len(never) > NAMED:
        lines.append(counted("{n} more person was never spoken to", "{n} more people were never spoken to", len(never) - NAMED))
    if scores is None or scores.them is None:
        lines.append(text("What they think of us: never asked, or too long ago"))
    if head.sector is None:
        lines.append(text("Their sector"))
    if head.about is None:
        lines.append(text("Their world in their own words"))
    return Note("unknown", text("What we do not know"), tuple(lines) or (NO_GAP,))
