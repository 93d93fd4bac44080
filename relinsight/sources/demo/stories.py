"""The stories planted in the city: which page shows each, and whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from relinsight.sources.arrow import ArrowTable, arrow, compute
from relinsight.sources.demo.house import LEAVES_ON
from relinsight.sources.demo.planted import ACCOUNTS_REFUSED, LOST_SINCE
from relinsight.sources.demo.seats import CAST


@dataclass(frozen=True)
class Story:
    """Something that a page should show: its name, the page, the partners and the other rows that it is about."""

    name: str
    page: str
    partners: tuple[str, ...]
    others: tuple[str, ...] = ()


def stories(tables: Mapping[str, ArrowTable]) -> tuple[Story, ...]:
    """All that was planted; the partners that play a part are the first of the list."""
    leads = tables["partner"]["id"].slice(0, len(CAST)).to_pylist()
    cast = {seat.story: (lead,) for seat, lead in zip(CAST, leads, strict=True)}
    return (
        Story("silent", "portfolio", cast["silent"]),
        Story("false_consensus", "partner", cast["false_consensus"]),
        Story("leaving_tie", "coverage", cast["leaving_tie"], _ids(tables["employee"], active_to=LEAVES_ON)),
        Story("strict_subsidy", "roles", cast["strict_subsidy"], _accounts(tables, *cast["strict_subsidy"])),
        Story("lost_question", "questions", cast["lost_question"], _lost(tables, *cast["lost_question"])),
        Story("unvisited_sector", "sectors", _residents(tables), ("residents",)),
    )


def _accounts(tables: Mapping[str, ArrowTable], partner: str) -> tuple[str, ...]:
    return _ids(tables["dealing"], partner_id=partner, accounted="insufficient", accounted_on=ACCOUNTS_REFUSED)


def _lost(tables: Mapping[str, ArrowTable], partner: str) -> tuple[str, ...]:
    questions = tables["question"].filter(compute.is_null(compute.field("answered_on")))
    return _ids(questions, partner_id=partner, asked_on=LOST_SINCE, cluster_id="space")


def _residents(tables: Mapping[str, ArrowTable]) -> tuple[str, ...]:
    found = tables["partner_sector"].filter((compute.field("sector_id") == "residents") & compute.field("is_primary"))
    return tuple(found["partner_id"].to_pylist())


def _ids(table: ArrowTable, **values: object) -> tuple[str, ...]:
    for column, value in values.items():
        table = table.filter(compute.field(column) == arrow.scalar(value, table.schema.field(column).type))
    return tuple(table["id"].to_pylist())
