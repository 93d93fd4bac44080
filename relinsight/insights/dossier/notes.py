"""What lies under a position, what was agreed to do, and what we do not know."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Note
from relinsight.insights.dossier.both_sides import whole
from relinsight.insights.nothing import NO_GAP
from relinsight.words.name import Name
from relinsight.words.quantities import Names, ShortDay
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

NAMED = 3  # people named one by one before the rest is counted


def interests(reader: Reader, scope: Scope) -> Note:
    """What lies under their position, beside ours, and what both share."""
    lines: list[Text] = []
    for row in reader.page("dossier_interests", scope):
        lines.append(
            text(
                "{topic}: they say {position}; under it lies {underlying}",
                topic=Name(row["topic"]),
                position=_quoted(row["position"]),
                underlying=_quoted(row["underlying"]),
            )
        )
        if row["shared"]:
            lines.append(text("Shared with us: {themes}.", themes=Names(tuple(map(Name, row["shared"])))))
    return Note(
        "interests",
        text("What lies under their position"),
        tuple(lines) or (text("Their positions and interests were not written down."),),
    )


def _quoted(said: object) -> Text:
    return text("'{said}'", said=Name(said)) if said else text("nothing that we know of")


def actions(reader: Reader, scope: Scope) -> Note:
    """What was agreed to do, the nearest day first."""
    lines = tuple(_action(row) for row in reader.page("dossier_actions", scope))
    return Note("actions", text("Agreed actions"), lines or (text("No action is open."),))


def _action(row: Cells) -> Text:
    who = Name(row["employee_name"]) if row["employee_name"] else text("nobody yet")
    if row["done_on"]:
        return text("Done on {day}: {title} ({who})", day=ShortDay(row["done_on"]), title=Name(row["title"]), who=who)
    if row["due_on"]:
        return text("{title} ({who}, by {day})", title=Name(row["title"]), who=who, day=row["due_on"])
    return text("{title} ({who})", title=Name(row["title"]), who=who)


def unknown(met: list[Cells], head: Cells, found: list[Cells]) -> Note:
    """What we do not know of this partner."""
    never = [row for row in met if row["last_day"] is None]
    scores = whole(found)
    lines = [text("What {name} thinks: never spoken to", name=Name(row["name"])) for row in never[:NAMED]]
    if len(never) > NAMED:
        lines.append(counted("{n} more person was never spoken to", "{n} more people were never spoken to", len(never) - NAMED))
    if scores is None or scores["them"] is None:
        lines.append(text("What they think of us: never asked, or too long ago"))
    if head["sector"] is None:
        lines.append(text("Their sector"))
    if head["about"] is None:
        lines.append(text("Their world in their own words"))
    return Note("unknown", text("What we do not know"), tuple(lines) or (NO_GAP,))
