"""The departments of the municipality."""

from __future__ import annotations

from typing import Annotated, ClassVar

from relinsight.records.kinds import TEXT
from relinsight.records.record import Record, column
from relinsight.records.rules import CHOSEN_BY_ID, Rule


class Cluster(Record):
    """A department of the municipality; clusters form a tree."""

    table: ClassVar = "cluster"
    also: ClassVar = ("clusters", "afdeling", "afdelingen", "department", "departments", "organisatieonderdeel")
    rules: ClassVar[tuple[Rule, ...]] = (CHOSEN_BY_ID,)

    id: Annotated[str, column(TEXT, "its id in the source", "cluster_id, code, afdelingscode")]
    name: Annotated[str, column(TEXT, "its name", "naam, cluster, afdeling, department, omschrijving")]
    parent_id: Annotated[
        str | None, column(TEXT, "the cluster above it", "parent, bovenliggend, bovenliggend_id, valt_onder, onderdeel_van", "cluster")
    ] = None
