"""The map of sector by cluster, with its white spots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from relinsight.access.choices import sector_of
from relinsight.access.reader import Reader
from relinsight.insights.blocks import Chart, Option, Switch
from relinsight.insights.columns import TableColumn
from relinsight.insights.exhibits.white_spots import ALL, HALF, ClusterKey, Every, SectorKey, Spot, WhiteSpots
from relinsight.insights.nothing import NO_PARTNER, NO_ROWS
from relinsight.insights.relations.in_view import Relations, uncovered
from relinsight.insights.relations.rows import Relation
from relinsight.words.name import Name, told_apart
from relinsight.words.text import Text, counted, text

Lacking = Literal["owner", "tie", "cluster"]
LACKING: dict[Lacking, Text] = {"owner": text("no owner"), "tie": text("no tie"), "cluster": text("no cluster")}


class TiedCluster(NamedTuple):
    """A partner of the portfolio and a cluster (empty: none) from which somebody has an active tie to it."""

    partner: str
    cluster: str | None
    cluster_name: Name | None


@dataclass(frozen=True)
class Map:
    """Under which clusters each partner stands (empty: under none), how these are called, what the others lack, and what the map says."""

    name: str
    in_view: Relations
    places: dict[str, tuple[str | None, ...]]
    clusters: dict[str, Name]
    lacking: Lacking
    caption: Text

    @cached_property
    def cells(self) -> dict[tuple[SectorKey, ClusterKey], list[Relation]]:
        """The partners of each pair of sector and cluster, and of the totals."""
        found: dict[tuple[SectorKey, ClusterKey], list[Relation]] = {}
        for row in self.in_view.now:
            for cluster in (*self.places[row.partner], ALL):
                for sector in (row.sector, ALL):
                    found.setdefault((sector, cluster), []).append(row)
        return found

    @cached_property
    def by_need(self) -> list[str | None]:
        """The sectors, the least covered first."""
        keys = {sector for sector, _ in self.cells if not isinstance(sector, Every)}
        return sorted(keys, key=lambda key: (covered_share(self.cells[key, ALL]), key is not None, key or ""))

    @cached_property
    def by_size(self) -> list[str | None]:
        """The clusters, the one with most partners first, the lack of one last."""
        keys = {cluster for _, cluster in self.cells if not isinstance(cluster, Every)}
        return sorted(keys, key=lambda key: (key is None, -len(self.cells[ALL, key]), key or ""))

    def cluster_name(self, cluster: ClusterKey) -> Text | Name:
        """How a cluster is called, or the lack of one, or all of them."""
        if isinstance(cluster, Every):
            return text("all")
        return LACKING[self.lacking] if cluster is None else self.clusters[cluster]


def white_spots(in_view: Relations, reader: Reader) -> Switch:
    """How many partners are covered, by sector and by cluster: of the owner, or of any colleague with a tie."""
    return Switch(
        "map",
        text("By cluster of"),
        (
            Option("owner", text("the account manager"), _chart(_by_owner(in_view))),
            Option("tie", text("anybody with a tie"), _chart(_by_tie(in_view, reader))),
        ),
    )


def _by_owner(in_view: Relations) -> Map:
    return Map(
        "white-spots",
        in_view,
        {row.partner: (row.cluster,) for row in in_view.now},
        _called({row.cluster: row.cluster_name or row.cluster for row in in_view.now if row.cluster}),
        "cluster" if any(row.owner and not row.cluster for row in in_view.now) else "owner",
        text(
            "Partners covered, of all partners, by sector and by cluster of the account manager. Covered: an owner, an "
            "active contact person and a contact in time. Outlined: fewer than half covered. A dot: no partners."
        ),
    )


def _by_tie(in_view: Relations, reader: Reader) -> Map:
    found: dict[str, list[str | None]] = {}
    names: dict[str, str] = {}
    for row in reader.partners(TiedCluster, "tied_clusters", in_view.scope):
        if row.cluster is not None:
            found.setdefault(row.partner, []).append(row.cluster)
            names[row.cluster] = row.cluster_name or row.cluster
    return Map(
        "white-spots-by-tie",
        in_view,
        {row.partner: tuple(found.get(row.partner, (None,))) for row in in_view.now},
        _called(names),
        "cluster" if any(row.ties and row.partner not in found for row in in_view.now) else "tie",
        text(
            "Partners covered, of all partners, by sector and by each cluster from which somebody has a tie to them: a partner "
            "may stand under several clusters, and counts once in the totals. Outlined: fewer than half covered. A dot: no "
            "partners, so nobody of that cluster knows anybody in that sector."
        ),
    )


def _called(clusters: Mapping[str, str]) -> dict[str, Name]:
    """What the clusters are called in a picture: two of one name are told apart."""
    return {cluster: Name(said) for cluster, said in told_apart(clusters).items()}


def _chart(drawn: Map) -> Chart:
    spots = tuple(_spot(sector, cluster, drawn) for sector in (*drawn.by_need, ALL) for cluster in (*drawn.by_size, ALL))
    shown = drawn.in_view.now
    return Chart(
        drawn.name,
        _title(drawn) if shown else NO_PARTNER,
        WhiteSpots(spots if shown else ()),
        COLUMNS,
        text("How many partners are covered, by sector and by cluster."),
        drawn.caption,
        NO_ROWS,
    )


COLUMNS = (
    TableColumn("sector", text("Sector"), "sector"),
    TableColumn("cluster_name", text("Cluster")),
    TableColumn("covered", text("Covered"), "number"),
    TableColumn("partners", text("Partners"), "number"),
)


def covered_share(rows: Sequence[Relation]) -> float:
    """The share of these partners that is covered; 0 of none."""
    return (len(rows) - uncovered(rows)) / (len(rows) or 1)


def _spot(sector: SectorKey, cluster: ClusterKey, drawn: Map) -> Spot:
    rows = drawn.cells.get((sector, cluster), [])
    shown = sector if isinstance(sector, Every) else sector_of(drawn.in_view.sectors, sector)
    return Spot(shown, cluster, drawn.cluster_name(cluster), len(rows) - uncovered(rows), len(rows))


def _title(drawn: Map) -> Text:
    shares = {key: covered_share(drawn.cells[ALL, key]) for key in drawn.by_size if key is not None}
    weak = sorted((share, key) for key, share in shares.items() if share < HALF)
    left = len(drawn.cells.get((ALL, None), []))
    if weak:
        worst = drawn.clusters[weak[0][1]]
        return _and_others(worst, drawn.lacking) if left else _weak_title(worst, len(weak) - 1)
    return _others(left, drawn.lacking) if left else text("No cluster covers fewer than half of its partners")


def _weak_title(worst: Text | Name, others: int) -> Text:
    if not others:
        return text("The white spot: {cluster}", cluster=worst)
    return counted(
        "The white spots: {cluster} and {n} other cluster", "The white spots: {cluster} and {n} other clusters", others, cluster=worst
    )


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
