"""The people of one partner and who of ours met them, and the list to choose a partner from."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Column, Table
from relinsight.insights.naming import STATES, all_of, sector_of
from relinsight.words.name import Name
from relinsight.words.quantities import Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text


def people_met(reader: Reader, scope: Scope) -> list[Cells]:
    """Their people, each with the last contact at which that person was."""
    return list(reader.page("dossier_people", scope))


def people(met: list[Cells]) -> Table:
    """Their people, and who of ours met each of them last."""
    rows = tuple(
        {
            **row,
            "name": Name(row["name"]),
            "function": Name(row["function"] or ""),
            "colleague": _colleague(row),
            "last": row["last_day"] or text("never"),
        }
        for row in met
    )
    return Table(
        "people",
        _title(sum(1 for row in rows if row["last_day"]), len(rows)),
        PEOPLE_COLUMNS,
        rows,
        text("Last contact: the last achieved contact at which this person was present, and who of ours was there."),
        none=text("No contact person with a function at this partner is active."),
        short=True,
    )


def _title(met: int, total: int) -> Text:
    if not total:
        return text("Their people are not known")
    if total == 1:
        return text("We met their one contact person") if met else text("We never met their one contact person")
    if met == total:
        return all_of(text("We met both of their people"), text("We met all {n} of their people"), total)
    return text("We met {met} of their {n} people", met=Spelled(met, alone=True), n=Spelled(total))


def _colleague(row: Cells) -> Text | Name:
    if row["colleague"]:
        return Name(row["colleague"])
    return text("unknown") if row["last_day"] else text("nobody")


PEOPLE_COLUMNS = (
    Column("name", text("Their person")),
    Column("function", text("Function")),
    Column("colleague", text("Our colleague")),
    Column("last", text("Last contact"), "day"),
)


def all_partners(reader: Reader, scope: Scope) -> Table:
    """Every partner that is active on the day, to choose from."""
    rows = tuple(
        {
            **row,
            "name": Name(row["name"]),
            "sector_name": sector_of(row),
            "state": STATES[str(row["state"])] if row["state"] else text("no tier"),
        }
        for row in reader.page("partner_names", scope)
    )
    return Table("choose", text("All partners"), CHOOSE_COLUMNS, rows, none=text("No partner is active on this day."))


CHOOSE_COLUMNS = (
    Column("name", text("Partner"), "partner", 300),
    Column("tier", text("Tier"), width=60),
    Column("sector_name", text("Sector"), "sector", 160),
    Column("owner_name", text("Account manager"), width=200),
    Column("place", text("Place"), width=140),
    Column("state", text("State"), width=120),
)
