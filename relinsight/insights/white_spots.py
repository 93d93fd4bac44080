"""The map of sector by cluster, with its white spots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column, Option, Switch
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.standing import Standing, count
from relinsight.words.name import Name
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

HALF = 0.5  # a cluster that covers less than half of its partners is a white spot
ALL = "all"  # stands for every sector, or every cluster, in a total
Places = dict[str, tuple[str, ...]]
Lacking = Literal["owner", "tie", "cluster"]
LACKING: dict[Lacking, Text] = {"owner": text("no owner"), "tie": text("no tie"), "cluster": text("no cluster")}


@dataclass(frozen=True)
class Map:
    """Under which clusters each partner stands, how these are called, what the others lack, and what the map then says."""

    name: str
    places: Places
    clusters: dict[str, Text | Name]
    lacking: Lacking
    caption: Text


def white_spots(stand: Standing, reader: Reader, scope: Scope) -> Switch:
    """How many partners are covered, by sector and by cluster: of the owner, or of any colleague with a tie."""
    return Switch(
        "map",
        text("By cluster of"),
        (
            Option("owner", text("the account manager"), _chart(stand, _by_owner(stand))),
            Option("tie", text("anybody with a tie"), _chart(stand, _by_tie(stand, reader, scope))),
        ),
    )


def _by_owner(stand: Standing) -> Map:
    places = {row["partner"]: (row["cluster"] or NOBODY,) for row in stand.now}
    names: dict[str, Text | Name] = {row["cluster"]: row["cluster_name"] for row in stand.now if row["cluster"]}
    return Map(
        "white-spots",
        places,
        names,
        "cluster" if any(row["owner"] and not row["cluster"] for row in stand.now) else "owner",
        text(
            "Partners covered, of all partners, by sector and by cluster of the account manager. Covered: an owner, an "
            "active contact person and a contact in time. Outlined: fewer than half covered. A dot: no partners."
        ),
    )


def _by_tie(stand: Standing, reader: Reader, scope: Scope) -> Map:
    found: dict[str, list[str]] = {}
    names: dict[str, Text | Name] = {}
    for row in reader.partners("tied_clusters", scope):
        if row["cluster"] is not None:
            found.setdefault(row["partner"], []).append(row["cluster"])
            names[row["cluster"]] = Name(row["cluster_name"])
    places = {row["partner"]: tuple(found.get(row["partner"], (NOBODY,))) for row in stand.now}
    return Map(
        "white-spots-by-tie",
        places,
        names,
        "cluster" if any(row["ties"] and row["partner"] not in found for row in stand.now) else "tie",
        text(
            "Partners covered, of all partners, by sector and by each cluster from which somebody has a tie to them: a partner "
            "may stand under several clusters, and counts once in the totals. Outlined: fewer than half covered. A dot: no "
            "partners, so nobody of that cluster knows anybody in that sector."
        ),
    )


def _chart(stand: Standing, drawn: Map) -> Chart:
    cells: dict[tuple[str, str], list[Cells]] = {}
    for row in stand.now:
        sector = row["sector"] or NOBODY
        for cluster in (*drawn.places[row["partner"]], ALL):
            cells.setdefault((sector, cluster), []).append(row)
            cells.setdefault((ALL, cluster), []).append(row)
    sectors, clusters = _by_need(cells), _by_size(cells)
    rows = tuple(_spot(s, c, cells.get((s, c), []), stand, drawn) for s in (*sectors, ALL) for c in (*clusters, ALL))
    return Chart(
        drawn.name,
        "white_spots",
        _spots_title(cells, clusters, drawn) if stand.now else NO_PARTNER,
        rows if stand.now else (),
        SPOT_COLUMNS,
        text("How many partners are covered, by sector and by cluster."),
        drawn.caption,
        height=70 + 44 * (len(sectors) + 1),
        none=NO_ROWS,
    )


SPOT_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("cluster_name", text("Cluster")),
    Column("covered", text("Covered"), "number"),
    Column("partners", text("Partners"), "number"),
)


def _by_need(cells: dict[tuple[str, str], list[Cells]]) -> list[str]:
    """Sectors, the least covered first."""
    keys = {key[0] for key in cells if key[0] != ALL}
    return sorted(keys, key=lambda key: (covered_share(cells[key, ALL]), key))


def _by_size(cells: dict[tuple[str, str], list[Cells]]) -> list[str]:
    """Clusters, the one with most partners first, those without an owner last."""
    keys = {key[1] for key in cells if key[1] != ALL}
    return sorted(keys, key=lambda key: (key == NOBODY, -len(cells[ALL, key]), key))


def covered_share(rows: Sequence[Cells]) -> float:
    """The share of these partners that is covered; 0 of none."""
    return sum(1 for row in rows if not row["uncovered"]) / (len(rows) or 1)


def _spot(sector: str, cluster: str, rows: list[Cells], stand: Standing, drawn: Map) -> Cells:
    sectors = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    return {
        "sector": sector,
        "sector_name": sectors.get(sector, text("all")),
        "cluster": cluster,
        "cluster_name": drawn.clusters.get(cluster) or (LACKING[drawn.lacking] if cluster == NOBODY else text("all")),
        "covered": len(rows) - count(rows, "uncovered"),
        "partners": len(rows),
    }


def _weak_title(worst: Text | Name, others: int) -> Text:
    if not others:
        return text("The white spot: {cluster}", cluster=worst)
    return counted(
        "The white spots: {cluster} and {n} other cluster", "The white spots: {cluster} and {n} other clusters", others, cluster=worst
    )


def _spots_title(cells: dict[tuple[str, str], list[Cells]], clusters: list[str], drawn: Map) -> Text:
    weak = [key for key in clusters if key != NOBODY and covered_share(cells[ALL, key]) < HALF]
    left = len(cells.get((ALL, NOBODY), []))
    if weak:
        worst = drawn.clusters[min(weak, key=lambda key: (covered_share(cells[ALL, key]), key))]
        return _and_others(worst, drawn.lacking) if left else _weak_title(worst, len(weak) - 1)
    return _others(left, drawn.lacking) if left else text("No cluster covers fewer than half of its partners")


def _and_others(worst: Text | Name, lacking: Lacking) -> Text:
    match lacking:
        case "owner":
            return text("The white spots: {cluster}, and partners without an owner", cluster=worst)
        case "tie":
            return text("The white spots: {cluster}, and partners without a tie", cluster=worst)
        case "cluster":
            return text("The white spots: {cluster}, and partners without a cluster", cluster=worst)


def _others(n: int, lacking: Lacking) -> Text:
    match lacking:
        case "owner":
            return counted("The white spot: {n} partner without an owner", "The white spot: {n} partners without an owner", n)
        case "tie":
            return counted("The white spot: {n} partner without a tie", "The white spot: {n} partners without a tie", n)
        case "cluster":
            return counted("The white spot: {n} partner without a cluster", "The white spot: {n} partners without a cluster", n)
