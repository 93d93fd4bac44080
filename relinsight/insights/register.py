"""What can be said where no partner has a tier: a register of dealings alone."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column, Figure, Insight, Note, Row, Table
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.naming import sector_of
from relinsight.insights.standing import context, partners
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

LISTED = 500
MEASURES = ("partners_known", "dealings_open", "granted_open", "not_on_list")
NOTHING_PROMISED = text("No partner has a tier, so nothing was promised yet and silence cannot be judged.")
FILL_IN = text(
    "Take the list below along, fill in the column 'tier' with A, B or C, and import it: then this page can say who is uncovered."
)


def portfolio(reader: Reader, scope: Scope) -> Insight:
    """Say how many partners have open dealings and what these are worth."""
    rows = _partners(reader, scope)
    open_ = [row for row in rows if row["open"]]
    answer = counted(
        "{open} of {n} partner has open dealings; nothing was promised to it yet",
        "{open} of {n} partners have open dealings; nothing was promised to them yet",
        len(rows), open=len(open_),
    )  # fmt: skip
    question = text("How healthy are our relations?")
    return Insight(
        "portfolio", scope, question, answer, context(reader, text("Portfolio"), question, scope, partners(len(rows))), asked_figures(reader, scope, FIGURES),
        (Row((_amounts(_by_sector(rows)),), (_what_to_do(reader),)), _list(rows), _tier_list(rows)), MEASURES, _unknown(reader, scope),
    )  # fmt: skip


def coverage(reader: Reader, scope: Scope) -> Insight:
    """Say that nobody can be uncovered yet, and who has dealings with us all the same."""
    rows = _partners(reader, scope)
    figures = asked_figures(reader, scope, (Asked(text("Not on our list"), "not_on_list"),))
    answer = text(
        "Nothing was promised yet, so nobody is uncovered; {n} organisations deal with us without a tier",
        n=_count(figures),
    )
    question = text("Whom are we not covering?")
    return Insight(
        "coverage", scope, question, answer, context(reader, text("Coverage"), question, scope, partners(len(rows))), figures,
        (Row((_largest(rows),), (_what_to_do(reader),)), _tier_list(rows)), MEASURES, _unknown(reader, scope),
    )  # fmt: skip


def sectors(reader: Reader, scope: Scope) -> Insight:
    """Compare the sectors by partners, open dealings and amounts."""
    rows = _partners(reader, scope)
    groups = _by_sector(rows)
    largest = max(groups, key=lambda row: row["granted"], default=None)
    answer = (
        text("{sector} has the largest amount in open dealings: {amount}", sector=text("{name}", name=largest["sector_name"]), amount=AboutMoney(largest["granted"]))
        if largest else text("No partner fits this day and these filters")
    )  # fmt: skip
    question = text("How do the sectors compare?")
    return Insight(
        "sectors", scope, question, answer, context(reader, text("Sectors"), question, scope, partners(len(rows))), (),
        (Row((_amounts(groups),), (_what_to_do(reader),)), _sector_table(groups), _tier_list(rows)), MEASURES, _unknown(reader, scope),
    )  # fmt: skip


def _partners(reader: Reader, scope: Scope) -> list[Cells]:
    return [
        {**row, "name": Name(row["name"]), "sector_name": sector_of(row)}
        for row in reader.page("register_partners", scope)
    ]


def _count(figures: tuple[Figure, ...]) -> Text:
    return figures[0].value or text("an unknown number of") if figures else text("no")


FIGURES = (
    Asked(text("Partners"), "partners_known"),
    Asked(text("Open dealings"), "dealings_open"),
    Asked(text("Granted in these"), "granted_open"),
    Asked(text("Not on our list"), "not_on_list"),
)


def _by_sector(rows: list[Cells]) -> list[Cells]:
    groups: dict[object, list[Cells]] = {}
    for row in rows:
        groups.setdefault(row["sector"], []).append(row)
    found = [
        {
            "sector": key, "sector_name": own[0]["sector_name"], "name": own[0]["sector_name"], "partners": len(own),
            **{name: sum(row[name] for row in own) for name in ("open", "dealings", "requested", "granted", "settled")},
        }
        for key, own in groups.items()
    ]  # fmt: skip
    found = [
        {**row, "amount": row["granted"], "said": text("{amount}", amount=AboutMoney(row["granted"]))} for row in found
    ]
    return sorted(found, key=lambda row: (-row["granted"], str(row["sector"])))


def _amounts(groups: list[Cells]) -> Chart:
    largest = groups[0] if groups else None
    title = (
        text("Most of what was granted in open dealings went to {sector}", sector=largest["sector_name"])
        if largest
        else text("No dealings are open")
    )
    return Chart(
        "amounts", "amounts", title, tuple(groups), SECTOR_COLUMNS, text("The amount granted in open dealings, by sector."),
        text("Granted amounts of dealings that are open on the day. A dealing of which only the year is known is open from 1 January to 31 December."),
        height=60 + 34 * max(len(groups), 2), none=text("There are no dealings."),
    )  # fmt: skip


SECTOR_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("partners", text("Partners"), "number"),
    Column("open", text("Open dealings"), "number"),
    Column("requested", text("Requested"), "money"),
    Column("granted", text("Granted"), "money"),
    Column("settled", text("Settled"), "money"),
)
PARTNER_COLUMNS = (
    Column("name", text("Partner"), "partner", 330),
    Column("sector_name", text("Sector"), "sector", 160),
    Column("open", text("Open dealings"), "number", 110),
    Column("dealings", text("All dealings"), "number", 100),
    Column("requested", text("Requested"), "money", 120),
    Column("granted", text("Granted"), "money", 120),
)


def _list(rows: list[Cells]) -> Table:
    return Table(
        "partners", text("Partners by open dealings and amounts"), PARTNER_COLUMNS, tuple(rows[:LISTED]),
        text("The first {shown} of {n}, by open dealings, then by what was granted in them. Amounts are those of open dealings.", shown=min(LISTED, len(rows)), n=len(rows)),
        none=text("No partner is in view."),
    )  # fmt: skip


def _largest(rows: list[Cells]) -> Table:
    return Table(
        "largest", text("Partners with most open dealings"), PARTNER_COLUMNS[:4], tuple(rows[:12]),
        text("By open dealings, then by what was granted in them."), none=text("No partner is in view."),
    )  # fmt: skip


def _tier_list(rows: list[Cells]) -> Table:
    found = tuple(
        {"id": Name(row["partner"]), "partner": row["partner"], "name": row["name"], "tier": None} for row in rows
    )
    columns = (
        Column("id", text("id"), width=280),
        Column("name", text("name"), width=520),
        Column("tier", text("tier"), width=100),
    )
    return Table(
        "tiers",
        text("The list to fill in"),
        columns,
        found,
        FILL_IN,
        none=text("No partner is in view."),
        file_name="partner.csv",
    )


def _sector_table(groups: list[Cells]) -> Table:
    return Table(
        "sectors",
        text("The sectors side by side"),
        SECTOR_COLUMNS,
        tuple(groups),
        text("Amounts are those of open dealings."),
        short=True,
    )


def _what_to_do(reader: Reader) -> Note:
    holding = reader.holding
    lines = [NOTHING_PROMISED, FILL_IN if holding.partners else text("Import the partners first.")]
    if not holding.contacts:
        lines.append(text("No contact moments are known: import them to see with whom we are in touch."))
    if not holding.assessments:
        lines.append(text("No assessments are known: import them to see what both sides think of the relation."))
    return Note("what-to-do", text("What to do first"), tuple(lines))


def _unknown(reader: Reader, scope: Scope) -> Note:
    rows = reader.page("register_loose", scope)
    loose = {str(row["kind"]): int(row["dealings"]) for row in rows}  # pyright: ignore[reportArgumentType]
    lines = [
        counted(
            "{n} dealing stands under a collective name, such as private persons; it belongs to no organisation.",
            "{n} dealings stand under a collective name, such as private persons; they belong to no organisation.",
            loose.get("collective", 0),
        ),
        counted(
            "{n} dealing names no organisation at all.",
            "{n} dealings name no organisation at all.",
            loose.get("nameless", 0),
        ),
        counted(
            "{n} dealing is of an organisation that is no partner here.",
            "{n} dealings are of organisations that are no partner here.",
            loose.get("unmatched", 0),
        ),
        counted(
            "The granted amount of {n} dealing is not known.",
            "The granted amount of {n} dealings is not known.",
            loose.get("not_granted", 0),
        ),
    ]
    known = tuple(line for line in lines if line.count)
    return Note("unknown", text("What is not known"), known or (text("Nothing that this page shows is missing."),))
