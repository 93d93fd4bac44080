"""Make one partner of two: what points to the one that goes points to the one that is kept, and the kept one's own word holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from relinsight.records.matching import FormerPartner
from relinsight.records.model import RECORDS
from relinsight.records.partners import Partner, PartnerAlias, PartnerRelation, PartnerSector, PartnerTier
from relinsight.records.people import ContactPersonFunction
from relinsight.records.record import Record, fields
from relinsight.records.rules import Different
from relinsight.records.ties import Tie
from relinsight.warehouse.by_hand import ByHand, ChangeRefused
from relinsight.warehouse.changes import columns_of, same_key
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.importing.naming.merged import FILLED
from relinsight.words.name import Name
from relinsight.words.text import text

FIRST, LAST = date.min, date.max
MOVED = "moved_by_merge"

# Of what a partner has one on a day: whether a row of the kept one stands in the place of one of the other.
Stands = Callable[[Any, Any], bool]
ONE_A_DAY: Mapping[type[Record], Stands] = {
    PartnerTier: lambda kept, other: True,
    PartnerSector: lambda kept, other: bool(kept.sector_id == other.sector_id or (kept.is_primary and other.is_primary)),
    PartnerRelation: lambda kept, other: (
        (kept.from_partner_id, kept.to_partner_id, kept.kind) == (other.from_partner_id, other.to_partner_id, other.kind)
    ),
    ContactPersonFunction: lambda kept, other: kept.contact_person_id == other.contact_person_id,
    Tie: lambda kept, other: kept.kind == other.kind == "account_manager",
}


@dataclass(frozen=True)
class Merge:
    """Two partners that become one, by their ids: the one that is kept and the one that goes."""

    keep: str
    goes: str


def merge(work: ByHand, both: Merge) -> None:
    """Carry out a merge within a change by hand."""
    keep, goes = _partner(work, both.keep), _partner(work, both.goes)
    if both.keep == both.goes:
        raise ChangeRefused(text("{partner} cannot be merged with itself; name two partners.", partner=Name(both.keep)))
    work.put(_filled(work, keep, goes))
    for record in RECORDS:
        references = [f.name for f in fields(record) if f.column.to == Partner.table]
        if references:
            _move(work, record, references, both)
    _keep_names(work, keep, goes)


def _partner(work: ByHand, partner: str) -> Partner:
    found = list(_records(work, Partner, "there.id = $id", id=partner))
    if not found:
        raise ChangeRefused(text("There is no partner {partner}; `relinsight matches` shows their ids.", partner=Name(partner)))
    return found[0]


def _filled(work: ByHand, keep: Partner, goes: Partner) -> Partner:
    """The kept partner with what it lacks: it is a partner as long as either was, and lies below neither of the two."""
    missing = {name: getattr(goes, name) for name in FILLED if getattr(keep, name) is None}
    days = {"active_from": _earliest(keep, goes), "active_to": _latest(keep, goes)}
    return keep.model_copy(update={**missing, **days, "parent_id": _parent(work, keep, goes)})


def _earliest(keep: Partner, goes: Partner) -> date | None:
    first = min(keep.active_from or FIRST, goes.active_from or FIRST)
    return None if first == FIRST else first


def _latest(keep: Partner, goes: Partner) -> date | None:
    last = max(keep.active_to or LAST, goes.active_to or LAST)
    return None if last == LAST else last


def _parent(work: ByHand, keep: Partner, goes: Partner) -> str | None:
    """What the kept partner is part of: as before, else as the other one was."""
    if keep.parent_id not in {None, goes.id}:
        if goes.id in _above(work, keep.id):
            raise ChangeRefused(
                text(
                    "{keep} is a part of a part of {goes}, so the two cannot become one; change what {keep} is part of first.",
                    keep=Name(keep.name),
                    goes=Name(goes.name),
                )
            )
        return keep.parent_id
    return None if keep.id in _above(work, goes.id) else goes.parent_id


def _above(work: ByHand, partner: str) -> set[str]:
    """Whatever a partner is part of, at any depth."""
    found = work.change.cursor.execute(
        "WITH RECURSIVE above AS (SELECT parent_id AS id FROM partner WHERE id = $id "
        "UNION SELECT p.parent_id FROM partner AS p JOIN above ON above.id = p.id) SELECT id FROM above WHERE id IS NOT NULL",
        {"id": partner},
    )
    return {str(row[0]) for row in found.fetchall()}


def _move(work: ByHand, record: type[Record], references: Sequence[str], both: Merge) -> None:
    """Lead the rows of a table that point to the partner that goes to the kept one."""
    if record in ONE_A_DAY:
        _move_periods(work, record, references, both)
    else:
        _move_rows(work, record, references, both)


def _move_rows(work: ByHand, record: type[Record], references: Sequence[str], both: Merge) -> None:
    """As sets: a row of the kept partner with the same key stays, and the other one goes; so does what would point to itself."""
    led = ", ".join(f"CASE WHEN {name} = $goes THEN $keep ELSE {name} END AS {name}" for name in references)
    where = " OR ".join(f"{name} = $goes" for name in references)
    work.change.cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {MOVED} AS SELECT * REPLACE ({led}) FROM {record.table} WHERE {where}",
        {"goes": both.goes, "keep": both.keep},
    )
    for rule in record.rules:
        if isinstance(rule, Different):
            work.change.cursor.execute(f"DELETE FROM {MOVED} WHERE {rule.broken}")
    if set(references) & set(record.key):
        work.remove_all(record, " OR ".join(f"there.{name} = $goes" for name in references), goes=both.goes)
        work.put_all(record, f"FROM {MOVED} AS m ANTI JOIN {record.table} AS t ON {same_key('m', 't', record.key)}")
    else:
        work.put_all(record, f"FROM {MOVED}")


def _move_periods(work: ByHand, record: type[Record], references: Sequence[str], both: Merge) -> None:
    """One by one: of what a partner has one on a day, the other one's row holds on the days on which the kept one has none."""
    for row in _pointing(work, record, references, both.goes):
        moved = row.model_copy(update={name: both.keep for name in references if getattr(row, name) == both.goes})
        pieces = list(_pieces(work, moved, references, both))
        if not pieces or _key(pieces[0]) != _key(row):
            work.remove(record, _key(row))
        for piece in pieces:
            work.put(piece)


def _key(row: Record) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.key}


def _pieces(work: ByHand, row: Record, references: Sequence[str], both: Merge) -> Iterator[Record]:
    """A row for each stretch of days of its period that no row of the kept partner takes; none where it would point to itself."""
    if not all(rule.holds(dict(row)) for rule in row.rules if isinstance(rule, Different)):
        return
    kept = [one for one in _pointing(work, type(row), references, both.keep) if ONE_A_DAY[type(row)](one, row)]
    for number, (first, last) in enumerate(_left(row, sorted(kept, key=_first))):
        days = {"from_date": None if first == FIRST else first, "to_date": None if last == LAST else last}
        own = {"id": f"{dict(row)['id']}-{number + 1}"} if number and "id" in type(row).model_fields else {}
        yield row.model_copy(update={**days, **own})


def _left(row: Any, kept: Sequence[Any]) -> Iterator[tuple[date, date]]:
    """The stretches of days of a period that others, in the order of their days, leave."""
    first, last = _first(row), row.to_date or LAST
    for one in kept:
        if _first(one) > first:
            yield from _whole(first, min(last, _first(one) - timedelta(days=1)))
        if one.to_date is None or one.to_date == LAST:
            return
        first = max(first, one.to_date + timedelta(days=1))
    yield from _whole(first, last)


def _whole(first: date, last: date) -> Iterator[tuple[date, date]]:
    if first <= last:
        yield first, last


def _first(row: Any) -> date:
    return row.from_date or FIRST


def _pointing(work: ByHand, record: type[Record], references: Sequence[str], partner: str) -> list[Record]:
    return list(_records(work, record, " OR ".join(f"there.{name} = $id" for name in references), id=partner))


def _records(work: ByHand, record: type[Any], where: str, **values: object) -> Iterator[Any]:
    of = columns_of(record)
    order = ", ".join(of.key)
    found = work.change.cursor.execute(f"SELECT {', '.join(of.columns)} FROM {of.table} AS there WHERE {where} ORDER BY {order}", values)
    for values_of_row in found.fetchall():
        yield record.model_validate(dict(zip(of.columns, values_of_row, strict=True)))


def _keep_names(work: ByHand, keep: Partner, goes: Partner) -> None:
    """The name of the one that goes is a spelling of the kept one, and its ids mean the kept one, also that made from its name."""
    if goes.name != keep.name:
        work.put(PartnerAlias(partner_id=keep.id, alias=goes.name))
    work.remove(Partner, {"id": goes.id})
    for former in {goes.id, goes.source_id or goes.id, *_made_ids(work, goes)}:
        work.put(FormerPartner(former_id=former, partner_id=keep.id))


def _made_ids(work: ByHand, goes: Partner) -> list[str]:
    """The id under which a file without ids brings a partner of this name, where nobody bears it."""
    made = f"SELECT {made_of(Partner, folded('$name'))} AS id"
    found = work.change.cursor.execute(f"FROM ({made}) AS m WHERE id NOT IN (SELECT id FROM partner)", {"name": goes.name})
    return [str(row[0]) for row in found.fetchall()]
