"""The people of one partner and who of ours met them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Table
from relinsight.insights.columns import TableColumn
from relinsight.insights.naming import all_of
from relinsight.insights.partner.rows import PersonMet
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text


class PersonLine(NamedTuple):
    """One of their people, and who of ours met this person last."""

    person: str
    name: Name
    function: Name
    colleague: Text | Name
    last: date | Text


def people_met(reader: Reader, scope: Scope) -> list[PersonMet]:
    """Their people, each with the last contact at which that person was."""
    return reader.page(PersonMet, "dossier_people", scope)


def people(met: list[PersonMet]) -> Table:
    """Their people, and who of ours met each of them last."""
    return Table(
        "people",
        _title(sum(row.last_day is not None for row in met), len(met)),
        COLUMNS,
        tuple(map(_line, met)),
        text("Last contact: the last achieved contact at which this person was present, and who of ours was there."),
        none=text("No contact person with a function at this partner is active."),
        short=True,
    )


def _line(row: PersonMet) -> PersonLine:
    return PersonLine(row.person, row.name, row.function or Name(""), _colleague(row), row.last_day or text("never"))


def _title(met: int, total: int) -> Text:
    if not total:
        return text("Their people are not known")
    if total == 1:
        return text("We met their one contact person") if met else text("We never met their one contact person")
    if met == total:
        return all_of(text("We met both of their people"), text("We met all {n} of their people"), total)
    return text("We met {met} of their {n} people", met=Spelled(met, alone=True), n=Spelled(total))


def _colleague(row: PersonMet) -> Text | Name:
    if row.colleague:
        return row.colleague
    return text("unknown") if row.last_day else text("nobody")


COLUMNS = (
    TableColumn("name", text("Their person")),
    TableColumn("function", text("Function")),
    TableColumn("colleague", text("Our colleague")),
    TableColumn("last", text("Last contact"), "day"),
)
