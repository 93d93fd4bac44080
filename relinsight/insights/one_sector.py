"""One sector from the inside: who is silent, why not covered, and who keeps them."""

from __future__ import annotations

from dataclasses import replace

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column, Insight, Note, Row, Table
from relinsight.insights.naming import LINKS
from relinsight.insights.nothing import NO_ROWS
from relinsight.insights.sectors import QUESTION
from relinsight.insights.standing import COVERING, count, standing
from relinsight.words.name import Name
from relinsight.words.quantities import Percent, Spelled
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text


def one_sector(reader: Reader, scope: Scope, sector: str) -> Insight:
    """Go down into one sector: each partner's silence, why it is not covered, and where the sector falls behind."""
    stand = standing(reader, scope)
    rows = sorted((row for row in stand.now if (row["sector"] or NOBODY) == sector), key=_by_silence)
    rest = [row for row in stand.now if (row["sector"] or NOBODY) != sector]
    name = text("partners without a sector") if sector == NOBODY else rows[0]["sector_said"] if rows else Name(sector)
    answer = _answer(text("{name}", name=name), len(rows), len(rows) - count(rows, "uncovered"))
    return Insight(
        "sectors", scope, QUESTION, answer, (), (), (Row((_silence(rows, answer),), (_links(rows, rest, name), _keepers(rows))),)
    )


def _answer(sector: Text, n: int, covered: int) -> Text:
    if n == 1:
        said = text("{sector}: the one partner is covered") if covered else text("{sector}: the one partner is not covered")
        return said.with_values(sector=sector)
    return text("{sector}: {covered} of {n} covered", sector=sector, covered=Spelled(covered, alone=True), n=Spelled(n))


def sectors_in_view(reader: Reader, scope: Scope) -> dict[str, Text | Name]:
    """The sectors that can be opened, the least covered first."""
    groups: dict[str, list[Cells]] = {}
    for row in standing(reader, replace(scope, since=None)).now:
        groups.setdefault(row["sector"] or NOBODY, []).append(row)
    order = sorted(groups, key=lambda sector: (sector == NOBODY, -count(groups[sector], "uncovered") / len(groups[sector]), sector))
    return {sector: groups[sector][0]["sector_said"] for sector in order}


def _by_silence(row: Cells) -> tuple[int, float, str]:
    return (0, 0.0, row["name"]) if row["state"] == "never" else (1, -(row["ratio"] or 0.0), row["name"])


MOST_ROWS = 40


def _silence(rows: list[Cells], title: Text) -> Chart:
    shown = tuple(map(_shown, rows[:MOST_ROWS]))
    return Chart(
        "silence",
        "rhythm_bars",
        title,
        shown,
        SILENCE_COLUMNS,
        text("Days since the last contact of each partner, as a share of what its tier was promised."),
        text(
            "{shown}: days since the last contact as a share of what the tier is promised (bar), and in days. "
            "Filled: covered. Cooling up to 1.5 times, dormant up to 3, then lost from sight.",
            shown=_how_many(len(shown), len(rows)),
        ),
        height=60 + 24 * max(len(shown), 3),
        none=text("No partner of this sector is in view."),
    )


SHORT_REASONS = {
    "owner": text("no owner"),
    "contact_person": text("no contact person"),
    "in_time": text("too late"),
}


def _how_many(shown: int, n: int) -> Text:
    return counted("The one partner in view", "{shown} of {n} partners, the longest silence first", n, shown=shown)


def _shown(row: Cells) -> Cells:
    return {
        **row,
        "never": row["state"] == "never",
        "covered": not row["uncovered"],
        "said": _days(row),
        "reason": SHORT_REASONS.get(row["chain_break"]),
    }


def _days(row: Cells) -> Text:
    if row["days"] is None:
        return text("never")
    if row["promised"] is None:
        return text("{days}, not promised", days=row["days"])
    return text("{days} of {promised}", days=row["days"], promised=row["promised"])


SILENCE_COLUMNS = (
    Column("name", text("Partner"), "partner"),
    Column("tier", text("Tier")),
    Column("days", text("Days silent"), "number"),
    Column("promised", text("Promised"), "number"),
    Column("state_said", text("State")),
    Column("reason", text("Why not covered")),
)


def _links(rows: list[Cells], rest: list[Cells], name: Text | Name) -> Table:
    found = tuple({"link": LINKS[link], "own": _share(rows, link), "others": _share(rest, link)} for link in COVERING)
    return Table(
        "links",
        _difference(name, rows, rest),
        (Column("link", text("Link")), Column("own", text("This sector")), Column("others", text("All others"))),
        found if rows and rest else (),
        text(
            "Share of partners that keep each of the first three links: this sector {n}, all others {others}.",
            n=len(rows),
            others=len(rest),
        ),
        none=text("All partners in view belong to this sector.") if rows else NO_ROWS,
        short=True,
    )


def _difference(name: Text | Name, rows: list[Cells], rest: list[Cells]) -> Text:
    if not rows or not rest:
        return text("There is nothing to compare this sector with")
    return text("The difference between {sector} and the rest", sector=name)


def _share(rows: list[Cells], link: str) -> Text:
    return text("{share}", share=Percent(count(rows, f"link_{link}", 1) / len(rows))) if rows else text("unknown")


def _keeper(cluster: Name, n: int, covered: int) -> Text:
    if n == 1:
        said = text("{cluster} keeps one and covers it.") if covered else text("{cluster} keeps one and does not cover it.")
        return said.with_values(cluster=cluster)
    said = Spelled(covered, alone=True)
    return text("{cluster} keeps {n} and covers {covered} of them.", cluster=cluster, n=Spelled(n), covered=said)


def _keepers(rows: list[Cells]) -> Note:
    clusters: dict[str | None, list[Cells]] = {}
    for row in rows:
        clusters.setdefault(row["cluster"], []).append(row)
    ordered = sorted(clusters.items(), key=lambda item: (item[0] is None, -len(item[1])))
    lines = tuple(
        _keeper(own[0]["cluster_name"], len(own), len(own) - count(own, "uncovered"))
        if cluster
        else counted("{n} has no account manager.", "{n} have no account manager.", len(own))
        for cluster, own in ordered
    )
    return Note("keepers", text("Who keeps them"), lines)
