"""Coverage: whom are we not covering?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Card, Cards, Cells, Chart, Column, Figure, Insight, Note, Row, Table
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.naming import STATES
from relinsight.insights.standing import (
    CHAIN_COLUMNS,
    ORDER,
    Standing,
    best_placed,
    context,
    count,
    falling,
    partners,
    standing,
    step,
)
from relinsight.words.name import Name
from relinsight.words.quantities import Percent, Spelled
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Coverage"), text("Whom are we not covering?")
STEPS = 4
MEASURES = ("coverage_share", "coverage_weighted", "uncovered", "never_contacted", "single_points_of_failure", "without_tie", "not_on_list", "chain_owner", "chain_contact_person", "chain_in_time", "chain_assessed", "chain_goals", "partners")  # fmt: skip


def coverage(reader: Reader, scope: Scope) -> Insight:
    """Name the partners whom we promised more than we keep."""
    if not reader.holding.tiers:
        return register.coverage(reader, scope)
    stand = standing(reader, scope)
    gaps = sorted((row for row in stand.now if row["uncovered"]), key=lambda row: (row["rank"], row["partner"]))
    figures = _figures(reader, scope, stand)
    return Insight(
        "coverage", scope, QUESTION, _answer(stand, gaps), context(reader, PAGE, QUESTION, scope, partners(stand.total)), figures,
        (
            Row((_white_spots(stand),), (_steps(gaps, scope),)),
            Row((_chain(stand, figures),), (_silence(stand),)),
            _gaps(gaps),
        ),
        MEASURES, _unknown(stand, reader, scope),
    )  # fmt: skip


def _answer(stand: Standing, gaps: list[Cells]) -> Text:
    if not stand.total:
        return text("No partner of the portfolio fits this day and these filters")
    if not gaps:
        return counted("The one partner in view is covered", "All {n} partners are covered", stand.total)
    lost = counted(
        "We do not cover {n} of {total} partners",
        "We do not cover {n} of {total} partners",
        len(gaps),
        total=stand.total,
    )
    worst = _worst_sector(stand)
    return text("{lost}, {sector} first", lost=lost, sector=worst) if worst else lost


def _worst_sector(stand: Standing) -> Text | Name | None:
    """The sector with the largest share of gaps among those with three partners or more."""
    groups: dict[str | None, list[Cells]] = {}
    for row in stand.now:
        groups.setdefault(row["sector"], []).append(row)
    shares = {
        key: count(rows, "uncovered") / len(rows) for key, rows in groups.items() if len(rows) >= 3 and key is not None
    }  # noqa: PLR2004
    worst = max(shares, key=lambda key: (shares[key], key), default=None)
    return groups[worst][0]["sector_said"] if worst is not None and len(shares) > 1 and shares[worst] > 0 else None


def _figures(reader: Reader, scope: Scope, stand: Standing) -> tuple[Figure, ...]:
    found = asked_figures(reader, scope, (
        Asked(text("Covered"), "covered", of=True),
        Asked(text("Never contacted"), "never_contacted", of=True),
        Asked(text("Only one tie"), "single_points_of_failure", of=True),
        Asked(text("Without a tie"), "without_tie", of=True),
        Asked(text("Not on our list"), "not_on_list"),
    ))  # fmt: skip
    return found


def _white_spots(stand: Standing) -> Chart:
    cells: dict[tuple[str, str], list[Cells]] = {}
    for row in stand.now:
        sector, cluster = row["sector"] or NOBODY, row["cluster"] or NOBODY
        for key in ((sector, cluster), (sector, "all"), ("all", cluster), ("all", "all")):
            cells.setdefault(key, []).append(row)
    sectors = _by_need(cells, 0)
    clusters = _by_size(cells)
    rows = tuple(_spot(s, c, cells.get((s, c), []), stand) for s in (*sectors, "all") for c in (*clusters, "all"))
    return Chart(
        "white-spots", "white_spots", _spots_title(cells, clusters, stand), rows if stand.now else (), SPOT_COLUMNS,
        text("How many partners are covered, by sector and by cluster of the account manager."),
        text("Partners covered, of all partners, by sector and by cluster of the account manager. Covered: an owner, an active contact person and a contact in time. Outlined: fewer than half covered. A dot: no partners."),
        height=70 + 44 * (len(sectors) + 1), none=text("No partner is in view."),
    )  # fmt: skip


SPOT_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("cluster_name", text("Cluster")),
    Column("covered", text("Covered"), "number"),
    Column("partners", text("Partners"), "number"),
)


def _by_need(cells: dict[tuple[str, str], list[Cells]], at: int) -> list[str]:
    """Sectors, the least covered first."""
    keys = {key[0] for key in cells if key[0] != "all"}
    return sorted(keys, key=lambda key: (_share(cells[key, "all"]), key))


def _by_size(cells: dict[tuple[str, str], list[Cells]]) -> list[str]:
    """Clusters, the one with most partners first, those without an owner last."""
    keys = {key[1] for key in cells if key[1] != "all"}
    return sorted(keys, key=lambda key: (key == NOBODY, -len(cells["all", key]), key))


def _share(rows: list[Cells]) -> float:
    return sum(1 for row in rows if not row["uncovered"]) / len(rows)


def _spot(sector: str, cluster: str, rows: list[Cells], stand: Standing) -> Cells:
    names_s = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    names_c = {row["cluster"] or NOBODY: row["cluster_name"] or text("no owner") for row in stand.now}
    covered = len(rows) - count(rows, "uncovered")
    return {
        "sector": sector, "sector_name": names_s.get(sector, text("all")), "cluster": cluster,
        "cluster_name": names_c.get(cluster, text("all")), "covered": covered, "partners": len(rows),
    }  # fmt: skip


def _spots_title(cells: dict[tuple[str, str], list[Cells]], clusters: list[str], stand: Standing) -> Text:
    weak = [key for key in clusters if key != NOBODY and _share(cells["all", key]) < 0.5]
    ownerless = len(cells.get(("all", NOBODY), []))
    names = {row["cluster"]: row["cluster_name"] for row in stand.now}
    if weak:
        worst = min(weak, key=lambda key: (_share(cells["all", key]), key))
        if ownerless:
            return text("The white spots: {cluster}, and partners without an owner", cluster=names[worst])
        return text("The white spots: {cluster}", cluster=names[worst])
    if ownerless:
        return counted(
            "The white spot: {n} partner without an owner", "The white spot: {n} partners without an owner", ownerless
        )
    return text("No cluster covers fewer than half of its partners")


def _steps(gaps: list[Cells], scope: Scope) -> Cards:
    cards = tuple(
        Card(row["partner"], row["name"], text("tier {tier}", tier=row["tier"]), row["reason"], step(row, scope.as_of))
        for row in gaps[:STEPS]
    )
    title = counted(
        "{number} step closes the most pressing gap",
        "{number} steps close the most pressing gaps",
        len(cards),
        number=Spelled(len(cards)),
    )
    return Cards("steps", title, cards, text("There is no gap to close."))


def _chain(stand: Standing, figures: tuple[Figure, ...]) -> Chart:
    rows: list[Cells] = []
    for tier in dict.fromkeys(row["tier"] for row in stand.now):
        rows += falling([row for row in stand.now if row["tier"] == tier], text("tier {tier}", tier=tier))
    weights = {"A": 3, "B": 2, "C": 1}
    total = sum(weights[row["tier"]] for row in stand.now) or 1
    weighted = sum(weights[row["tier"]] for row in stand.now if not row["uncovered"]) / total
    plain = _share(list(stand.now)) if stand.now else 0.0
    return Chart(
        "chain", "falling_bars", _chain_title(rows), tuple(rows), CHAIN_COLUMNS,
        text("How many partners of each tier keep each link of the chain, and how many fall away at it."),
        text("How many partners keep each link, and what falls away at it. Weighted A 3, B 2, C 1: {weighted} covered; plain {plain}.", weighted=Percent(weighted), plain=Percent(plain)),
        height=300, none=text("No partner is in view."),
    )  # fmt: skip


def _chain_title(rows: list[Cells]) -> Text:
    lost: dict[Text, int] = {}
    for row in rows:
        lost[row["link"]] = lost.get(row["link"], 0) + row["lost"]
    worst = max(lost, key=lambda link: lost[link], default=None)
    if worst is None or not lost[worst]:
        return text("The chain of promises holds everywhere")
    return text("The chain breaks most often at: {link}", link=worst)


def _silence(stand: Standing) -> Chart:
    tiers = list(dict.fromkeys(row["tier"] for row in stand.now))
    states = [state for state in (*ORDER, "not_promised") if count(stand.now, "state", state)]
    rows = tuple(
        {"tier": tier, "state": state, "state_name": STATES[state], "partners": sum(1 for row in stand.now if row["tier"] == tier and row["state"] == state)}
        for tier in tiers for state in states
    )  # fmt: skip
    loose = sum(
        1 for row in stand.now if row["state"] == "in_time" and row["chain_break"] in ("owner", "contact_person")
    )
    return Chart(
        "silence", "silence", _silence_title(stand, tiers), rows, SILENCE_COLUMNS,
        text("The partners of each tier by the time since the last contact."),
        counted(
            "Share of the partners of a tier, by time since the last contact. In time also counts {n} partner that lacks an owner or a contact person.",
            "Share of the partners of a tier, by time since the last contact. In time also counts {n} partners that lack an owner or a contact person.",
            loose,
        ),
        height=300, none=text("No partner is in view."),
    )  # fmt: skip


SILENCE_COLUMNS = (
    Column("tier", text("Tier")),
    Column("state_name", text("State")),
    Column("partners", text("Partners"), "number"),
)


def _silence_title(stand: Standing, tiers: list[Name]) -> Text:
    def late(tier: Name) -> float:
        rows = [row for row in stand.now if row["tier"] == tier]
        return sum(1 for row in rows if row["state"] not in ("in_time", "not_promised")) / len(rows)

    worst = max(tiers, key=late, default=None)
    if worst is None or not late(worst):
        return text("No tier has fallen silent")
    return text("Silence is most common in tier {tier}", tier=worst)


def _gaps(gaps: list[Cells]) -> Table:
    rows = tuple({**row, "sector_name": row["sector_said"], "best": best_placed(row)} for row in gaps)
    return Table(
        "uncovered", counted("{n} uncovered partner", "{n} uncovered partners, most pressing first", len(gaps)), GAP_COLUMNS, rows,
        text("Ranked by tier, then by current goals and open dealings (at stake), then by days since the last contact; equals share a rank."),
        none=text("Every partner in view is covered."),
    )  # fmt: skip


GAP_COLUMNS = (
    Column("rank", text("#"), "number", 44),
    Column("name", text("Partner"), "partner", 190),
    Column("tier", text("Tier"), width=48),
    Column("sector_name", text("Sector"), "sector", 120),
    Column("reason", text("Reason"), width=210),
    Column("broken_since", text("Since"), "day", 90),
    Column("at_stake", text("At stake"), "number", 70),
    Column("best", text("Best placed"), width=250),
)


def _unknown(stand: Standing, reader: Reader, scope: Scope) -> Note:
    unmatched = reader.stand(scope, "not_on_list").get("not_on_list")
    lines = [
        counted(
            "{n} partner in view has no sector and stands in a row of its own.",
            "{n} partners in view have no sector and stand in a row of their own.",
            count(stand.now, "sector", None),
        ),
        counted(
            "{n} uncovered partner has no colleague with an active tie.",
            "{n} uncovered partners have no colleague with an active tie.",
            sum(1 for row in stand.now if row["uncovered"] and row["best_name"] is None),
        ),
        counted(
            "{n} organisation has dealings with us but no tier; it is in none of the counts above.",
            "{n} organisations have dealings with us but no tier; they are in none of the counts above.",
            round(unmatched.value) if unmatched and unmatched.value else 0,
        ),
    ]
    known = tuple(line for line in lines if line.count)
    return Note("unknown", text("What is not known"), known or (text("Nothing that this page shows is missing."),))
