"""Portfolio: how healthy are our relations?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Card, Cards, Cells, Chart, Column, Figure, Insight, Note, Row, Table
from relinsight.insights.changes import what_changed
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS, missing
from relinsight.insights.relations_picture import picture
from relinsight.insights.rhythm import answer
from relinsight.insights.standing import (
    CHAIN_COLUMNS,
    Standing,
    context,
    count,
    falling,
    moved,
    partners,
    rank,
    reason,
    standing,
    step,
)
from relinsight.insights.views import Views, views
from relinsight.words.quantities import Names, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Portfolio"), text("How healthy are our relations?")
PLACE, SYMBOL = 1, "monitoring"
TO_TALK_ABOUT = 5
MEASURES = (
    "in_time",
    "partners",
    "uncovered",
    "chain_owner",
    "chain_contact_person",
    "chain_in_time",
    "chain_assessed",
    "chain_goals",
    "both_assessed",
    "goals_endorsed_both",
    "questions_open",
    "questions_late",
)


def portfolio(reader: Reader, scope: Scope) -> Insight:
    """Say how many relations keep their rhythm, and which ones to talk about."""
    if not reader.holding.tiers:
        return register.portfolio(reader, scope, PAGE, QUESTION)
    stand = standing(reader, scope)
    seen = views(reader, scope)
    cards = _to_talk_about(stand, scope)
    return Insight(
        "portfolio",
        scope,
        QUESTION,
        answer(stand, scope),
        context(reader, PAGE, QUESTION, scope, partners(stand.total)),
        _figures(reader, scope, seen),
        (
            Row((picture(stand, seen, cards),), (cards,)),
            Row((what_changed(stand),), (_chain(stand),)),
            _all(stand, seen),
        ),
        (*MEASURES, *seen.measures),
        _unknown(stand, seen),
    )


def _figures(reader: Reader, scope: Scope, seen: Views) -> tuple[Figure, ...]:
    wanted = (
        Asked(text("In touch as promised"), "in_time", of=True),
        *(Asked(text("Their view of us"), measure) for measure in seen.measures),
        Asked(text("Both sides assessed"), "both_assessed", of=True),
        Asked(text("Goals both endorse"), "goals_endorsed_both", of=True),
        Asked(text("Questions late"), "questions_late", of=True),
    )
    return asked_figures(reader, scope, wanted)


def _to_talk_about(stand: Standing, scope: Scope) -> Cards:
    """Tier A and B partners that slipped or stand worst: by tier, then by how far they slipped, then as they rank."""
    worst = [row for row in stand.now if row["tier"] in ("A", "B") and (row["uncovered"] or moved(row, stand.before) > 0)]
    worst.sort(key=lambda row: (row["tier"], -moved(row, stand.before), rank(row), row["partner"]))
    cards = tuple(
        Card(row["partner"], row["name"], text("tier {tier}", tier=row["tier"]), _why(row), step(row, scope.as_of))
        for row in worst[:TO_TALK_ABOUT]
    )
    return Cards("to-talk-about", text("To talk about"), cards, text("No tier A or B partner in view slipped or is uncovered."))


def _why(row: Cells) -> Text:
    why = reason(row) or row["state_said"]
    parts = [why]
    if row["questions_late"]:
        parts.append(counted("{n} question is late", "{n} questions are late", row["questions_late"]))
    elif row["questions_open"]:
        parts.append(counted("{n} question waits", "{n} questions wait", row["questions_open"]))
    return text("{first}; {second}", first=parts[0], second=parts[1]) if len(parts) > 1 else text("{first}", first=parts[0])


def _chain(stand: Standing) -> Chart:
    whole = [row for row in stand.now if row["promises_all"]]
    tiers = tuple(dict.fromkeys(row["tier"] for row in whole))
    rows = falling(whole, counted("tier {tiers}", "tiers {tiers}", len(tiers), tiers=Names(tiers))) if whole else []
    rest = stand.total - len(whole)
    kept = int(rows[-1]["kept"]) if rows else 0
    return Chart(
        "chain",
        "falling_bars",
        _chain_title(kept, len(whole)),
        tuple(rows),
        CHAIN_COLUMNS,
        text("How many partners keep each link of the chain, and how many fall away at it."),
        counted(
            "Only partners whose tier promises all five links; {n} other was promised less, and Coverage shows it per tier.",
            "Only partners whose tier promises all five links; {n} others were promised less, and Coverage shows them per tier.",
            rest,
        )
        if rest
        else text("Every partner in view has a tier that promises all five links."),
        height=300,
        none=text("No tier in view promises all five links."),
    )


def _chain_title(kept: int, total: int) -> Text:
    if not total:
        return text("No partner in view was promised all five links")
    if total == 1:
        return text("The one partner gets all that we promised") if kept else text("The one partner does not get all that we promised")
    said = Spelled(kept, alone=True)
    return counted(
        "{kept} of {total} gets all that we promised", "{kept} of {total} get all that we promised", kept, kept=said, total=Spelled(total)
    )


def _all(stand: Standing, seen: Views) -> Table:
    rows = tuple({**row, "view": seen.scores.get(row["partner"]), "sector_name": row["sector_said"]} for row in stand.now)
    return Table(
        "partners",
        counted("The one partner", "All {n} partners", stand.total) if stand.total else NO_PARTNER,
        ALL_COLUMNS,
        rows,
        text(
            "Days silent: since the last achieved contact. Promised: the rhythm of the tier. Their view: 0 to "
            "100, empty where none was given."
        ),
        none=NO_ROWS,
    )


ALL_COLUMNS = (
    Column("name", text("Partner"), "partner", 240),
    Column("tier", text("Tier"), width=56),
    Column("sector_name", text("Sector"), "sector", 126),
    Column("owner_name", text("Account manager"), width=130),
    Column("cluster_name", text("Cluster"), width=130),
    Column("state_said", text("State"), width=100),
    Column("days", text("Days silent"), "number", 86),
    Column("promised", text("Promised"), "number", 76),
    Column("view", text("Their view"), "score", 78),
)


def _unknown(stand: Standing, seen: Views) -> Note | None:
    silent = stand.total - sum(1 for row in stand.now if row["partner"] in seen.scores)
    lines = [
        counted(
            "{n} partner has not told us what it thinks of us.",
            "{n} partners have not told us what they think of us.",
            silent,
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", count(stand.now, "sector", None)),
        counted(
            "{n} partner has no account manager, and so no cluster.",
            "{n} partners have no account manager, and so no cluster.",
            count(stand.now, "owner", None),
        ),
    ]
    return missing(lines, stand.total)
