"""One sector from the inside: who is silent, why not covered, and who keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from relinsight.access.choices import Sector, sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Beside, Chart, Insight, Note, Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.rhythm_bars import RhythmBars, Silence
from relinsight.insights.naming import LINKS
from relinsight.insights.nothing import NO_ROWS
from relinsight.insights.relations.in_view import Relations, relations, uncovered
from relinsight.insights.relations.rows import COVERING, Relation
from relinsight.insights.sectors import PAGE
from relinsight.measures.limits import LIMITS
from relinsight.words.name import Name
from relinsight.words.quantities import Percent, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MOST_ROWS = 40


def one_sector(reader: Reader, scope: Scope, sector: str | None) -> Insight:
    """Go down into one sector (empty: none): each partner's silence, why it is not covered, and where the sector falls behind."""
    in_view = relations(reader, scope)
    rows = sorted((row for row in in_view.now if row.sector == sector), key=_by_silence)
    rest = [row for row in in_view.now if row.sector != sector]
    name = text("partners without a sector") if sector is None else sector_of(in_view.sectors, sector).name
    answer = _answer(text("{name}", name=name), len(rows), len(rows) - uncovered(rows))
    exhibits = Beside((_silence(rows, in_view, answer),), (_links(rows, rest, name), _keepers(rows)))
    return Insight(PAGE.name, scope, PAGE.question, answer, (), (), (exhibits,))


def _answer(sector: Text, n: int, covered: int) -> Text:
    if n == 1:
        said = text("{sector}: the one partner is covered") if covered else text("{sector}: the one partner is not covered")
        return said.with_values(sector=sector)
    return text("{sector}: {covered} of {n} covered", sector=sector, covered=Spelled(covered, alone=True), n=Spelled(n))


def sectors_in_view(reader: Reader, scope: Scope) -> tuple[Sector, ...]:
    """The sectors that can be opened, the least covered first; the lack of one last."""
    in_view = relations(reader, replace(scope, since=None))
    groups: dict[Sector, list[Relation]] = {}
    for row in in_view.now:
        groups.setdefault(in_view.sector_of(row), []).append(row)
    shares = {sector: uncovered(rows) / len(rows) for sector, rows in groups.items()}
    return tuple(sorted(groups, key=lambda sector: (sector.id is None, -shares[sector], sector.id or "")))


def _by_silence(row: Relation) -> tuple[int, float, str]:
    return (0, 0.0, row.name) if row.state == "never" else (1, -(row.ratio or 0.0), row.name)


def _silence(rows: list[Relation], in_view: Relations, title: Text) -> Chart:
    shown = tuple(_shown(row, in_view) for row in rows[:MOST_ROWS])
    return Chart(
        "silence",
        title,
        RhythmBars(shown),
        SILENCE_COLUMNS,
        text("Days since the last contact of each partner, as a share of what its tier was promised."),
        text(
            "{shown}: days since the last contact as a share of what the tier is promised (bar), and in days. "
            "Filled: covered. Cooling up to {cooling} times, dormant up to {dormant}, then lost from sight.",
            shown=_how_many(len(shown), len(rows)),
            **LIMITS,
        ),
        text("No partner of this sector is in view."),
    )


SHORT_REASONS = {
    "owner": text("no owner"),
    "contact_person": text("no contact person"),
    "in_time": text("too late"),
}


def _how_many(shown: int, n: int) -> Text:
    return counted("The one partner in view", "{shown} of {n} partners, the longest silence first", n, shown=shown)


def _shown(row: Relation, in_view: Relations) -> Silence:
    return Silence(
        partner=row.partner,
        name=row.name,
        tier=row.tier,
        sector=in_view.sector_of(row),
        days=row.days,
        promised=row.promised,
        ratio=row.ratio,
        never=row.state == "never",
        state_said=row.state_said,
        said=_days(row),
        covered=not row.uncovered,
        reason=SHORT_REASONS.get(row.chain_break),
    )


def _days(row: Relation) -> Text:
    if row.days is None:
        return text("never")
    if row.promised is None:
        return text("{days}, not promised", days=row.days)
    return text("{days} of {promised}", days=row.days, promised=row.promised)


SILENCE_COLUMNS = (
    TableColumn("name", text("Partner"), "partner"),
    TableColumn("tier", text("Tier"), "short"),
    TableColumn("days", text("Days silent"), "number"),
    TableColumn("promised", text("Promised"), "number"),
    TableColumn("state_said", text("State"), "short"),
    TableColumn("reason", text("Why not covered"), "sentence"),
)


class LinkLine(NamedTuple):
    """One link: the share of partners of this sector, and of all others, that keep it."""

    link: Text
    own: Text
    others: Text


def _links(rows: list[Relation], rest: list[Relation], name: Text | Name) -> Table:
    found = tuple(LinkLine(LINKS[link], _share(rows, place), _share(rest, place)) for place, link in enumerate(COVERING))
    return Table(
        "links",
        _difference(name, rows, rest),
        (TableColumn("link", text("Link")), TableColumn("own", text("This sector")), TableColumn("others", text("All others"))),
        found if rows and rest else (),
        text(
            "Share of partners that keep each of the first three links: this sector {n}, all others {others}.",
            n=len(rows),
            others=len(rest),
        ),
        none=text("All partners in view belong to this sector.") if rows else NO_ROWS,
        short=True,
    )


def _difference(name: Text | Name, rows: list[Relation], rest: list[Relation]) -> Text:
    if not rows or not rest:
        return text("There is nothing to compare this sector with")
    return text("The difference between {sector} and the rest", sector=name)


def _share(rows: list[Relation], place: int) -> Text:
    if not rows:
        return text("unknown")
    return text("{share}", share=Percent(sum(row.links[place] is True for row in rows) / len(rows)))


def _keepers(rows: list[Relation]) -> Note:
    clusters: dict[str | None, list[Relation]] = {}
    for row in rows:
        clusters.setdefault(row.cluster, []).append(row)
    ordered = sorted(clusters.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return Note("keepers", text("Who keeps them"), tuple(_keeper(cluster, own) for cluster, own in ordered))


def _keeper(cluster: str | None, own: list[Relation]) -> Text:
    name = own[0].cluster_name
    covered = len(own) - uncovered(own)
    if cluster is None:
        return counted("{n} has no account manager.", "{n} have no account manager.", len(own))
    if len(own) == 1:
        said = text("{cluster} keeps one and covers it.") if covered else text("{cluster} keeps one and does not cover it.")
        return said.with_values(cluster=name)
    said = Spelled(covered, alone=True)
    return text("{cluster} keeps {n} and covers {covered} of them.", cluster=name, n=Spelled(len(own)), covered=said)
