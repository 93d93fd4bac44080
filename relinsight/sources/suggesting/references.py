"""Columns that name partners, colleagues, clusters or sectors: how many a cell holds, and what becomes of new ones."""

from __future__ import annotations

from relinsight.records.record import Record, field
from relinsight.sources.header_meanings import places
from relinsight.sources.headers import squeezed
from relinsight.sources.suggesting.collective import collective_names
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.several import marks
from relinsight.sources.suggesting.sorts import CODE
from relinsight.sources.suggesting.toml import Entry, Value

MADE = frozenset({"partner", "sector", "cluster", "employee"})
IDENTIFIERS = 0.8


def target_of(record: type[Record], name: str) -> str | None:
    """The table to which a field points by name."""
    place = places(record)[squeezed(name)]
    found = field(place.aside.record if place.aside else record, place.field).column.to
    return found if place.by_name else None


def reference(record: type[Record], name: str, column: Column, target: str) -> Entry:
    """What a column of names gives to a field that points to another table."""
    if column.share(CODE.match) >= IDENTIFIERS:
        return _by_id(record, name, column, target)
    source: dict[str, Value] = {"column": column.header}
    why: list[str] = []
    if takes_several(record, name) and (parting := marks(column)):
        source["split"] = list(parting)
        why.append("cells hold several names")
    if target == "topic":
        return Entry(name, source)  # the same rows make it
    if target not in MADE:
        source["unknown"] = "list"
        why.append(f"whoever is no {target} yet is left out and listed")
    else:
        source["create"] = True
        why.append(f"whoever is no {target} yet becomes one")
    together = collective_names(column) if target == "partner" else ()
    return Entry(name, source | ({"collective": list(together)} if together else {}), "; ".join([*why, *_together(together)]))


def _by_id(record: type[Record], name: str, column: Column, target: str) -> Entry:
    """A column of ids: the rows that bear them have to be there."""
    is_needed = name == "partner" and record.table in {"contact_moment", "question"}
    why = f"ids: bring the file of {target} in the same call, or before"
    return Entry(f"{'' if is_needed else '# '}{name}_id", {"column": column.header}, why)


def _together(names: tuple[str, ...]) -> list[str]:
    return ["names under which many are put together are no partner"] if names else []


def takes_several(record: type[Record], name: str) -> bool:
    """Whether a field may hold several names."""
    aside = places(record)[squeezed(name)].aside
    return aside is not None and aside.several
