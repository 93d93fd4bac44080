"""The map of sector by cluster, with its white spots."""

from __future__ import annotations

from relinsight.insights.blocks import Cells, Chart, Column
from relinsight.insights.standing import (
    Standing,
    count,
)
from relinsight.words.scope import NOBODY
from relinsight.words.text import Text, counted, text

HALF = 0.5  # a cluster that covers less than half of its partners is a white spot


def white_spots(stand: Standing) -> Chart:
    """How many partners are covered, by sector and by cluster of the owner."""
    cells: dict[tuple[str, str], list[Cells]] = {}
    for row in stand.now:
        sector, cluster = row["sector"] or NOBODY, row["cluster"] or NOBODY
        for key in ((sector, cluster), (sector, "all"), ("all", cluster), ("all", "all")):
            cells.setdefault(key, []).append(row)
    sectors = _by_need(cells, 0)
    clusters = _by_size(cells)
    rows = tuple(_spot(s, c, cells.get((s, c), []), stand) for s in (*sectors, "all") for c in (*clusters, "all"))
    return Chart(
        "white-spots",
        "white_spots",
        _spots_title(cells, clusters, stand),
        rows if stand.now else (),
        SPOT_COLUMNS,
        text("How many partners are covered, by sector and by cluster of the account manager."),
        text(
            "Partners covered, of all partners, by sector and by cluster of the account manager. Covered: an "
            "owner, an active contact person and a contact in time. Outlined: fewer than half covered. A dot: no "
            "partners."
        ),
        height=70 + 44 * (len(sectors) + 1),
        none=text("No partner is in view."),
    )


SPOT_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("cluster_name", text("Cluster")),
    Column("covered", text("Covered"), "number"),
    Column("partners", text("Partners"), "number"),
)


def _by_need(cells: dict[tuple[str, str], list[Cells]], at: int) -> list[str]:
    """Sectors, the least covered first."""
    keys = {key[0] for key in cells if key[0] != "all"}
    return sorted(keys, key=lambda key: (covered_share(cells[key, "all"]), key))


def _by_size(cells: dict[tuple[str, str], list[Cells]]) -> list[str]:
    """Clusters, the one with most partners first, those without an owner last."""
    keys = {key[1] for key in cells if key[1] != "all"}
    return sorted(keys, key=lambda key: (key == NOBODY, -len(cells["all", key]), key))


def covered_share(rows: list[Cells]) -> float:
    """The share of these partners that is covered."""
    return sum(1 for row in rows if not row["uncovered"]) / len(rows)


def _spot(sector: str, cluster: str, rows: list[Cells], stand: Standing) -> Cells:
    names_s = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    names_c = {row["cluster"] or NOBODY: row["cluster_name"] or text("no owner") for row in stand.now}
    covered = len(rows) - count(rows, "uncovered")
    return {
        "sector": sector,
        "sector_name": names_s.get(sector, text("all")),
        "cluster": cluster,
        "cluster_name": names_c.get(cluster, text("all")),
        "covered": covered,
        "partners": len(rows),
    }


def _spots_title(cells: dict[tuple[str, str], list[Cells]], clusters: list[str], stand: Standing) -> Text:
    weak = [key for key in clusters if key != NOBODY and covered_share(cells["all", key]) < HALF]
    ownerless = len(cells.get(("all", NOBODY), []))
    names = {row["cluster"]: row["cluster_name"] for row in stand.now}
    if weak:
        worst = min(weak, key=lambda key: (covered_share(cells["all", key]), key))
        if ownerless:
            return text("The white spots: {cluster}, and partners without an owner", cluster=names[worst])
        return text("The white spots: {cluster}", cluster=names[worst])
    if ownerless:
        return counted("The white spot: {n} partner without an owner", "The white spot: {n} partners without an owner", ownerless)
    return text("No cluster covers fewer than half of its partners")
