"""New people and dealings of a list that names a partner for others, and none for them."""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.records.dealings import Dealing
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.record import Record
from relinsight.sources.plan import At
from relinsight.warehouse.importing.cells import bare
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import SHEET_STEP, Work, arriving, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

NAMING = (
    (ContactPerson, ContactPersonFunction, ("partner_id",)),
    (Dealing, Dealing, ("partner_id", "organisation")),
)
SAID: Mapping[type[Record], Text] = {
    ContactPerson: counted(
        "{file}: {n} new person has nothing in {column} (row {row}), so belongs to no partner; fill it in, also where the row "
        "above says it.",
        "{file}: {n} new people have nothing in {column} (the first is row {row}), so belong to no partner; fill it in, also where the row "
        "above says it.",
        0,
    ),
    Dealing: counted(
        "{file}: {n} new dealing has nothing in {column} (row {row}), so belongs to no partner; fill it in, also where the row above "
        "says it.",
        "{file}: {n} new dealings have nothing in {column} (the first is row {row}), so belong to no partner; fill it in, also where the "
        "row above says it.",
        0,
    ),
}


def remark_on_those_of_nobody(work: Work) -> None:
    """Say of each list how many there are, with the first row."""
    for record, naming, names in NAMING:
        for number, plan in enumerate(work.plans):
            feeds = [feed for feed in plan.feeds if feed.record is naming]
            called = {
                cell.column: feed.called.get(name, name) for feed in feeds for name in names if isinstance(cell := feed.cells.get(name), At)
            }
            if called and record in work.fed and plan.sheet.table is None:
                _remark(work, number, record, called)


def _remark(work: Work, number: int, record: type[Record], called: dict[int, str]) -> None:
    nothing = " AND ".join(f"{bare(f'c{at}')} IS NULL" for at in called)
    new = f"SELECT _src FROM {arriving(record)} WHERE _sheet = {number} AND id NOT IN (SELECT id FROM {record.table})"
    ((n, first, rows),) = work.run(
        f"SELECT count(*) FILTER (empty AND new), min(_row) FILTER (empty AND new), count(*) FILTER (NOT empty) FROM (SELECT _row, "
        f"{nothing} AS empty, _row + {number * SHEET_STEP} IN ({new}) AS new FROM {raw(number)}) AS rows"
    )
    if n and rows:
        sheet = work.plans[number].sheet
        said = {"file": sheet.called, "column": Name(next(iter(called.values()))), "row": sheet.line(first), "n": n}
        message = SAID[record]
        work.remark(About.NAMES, Text(message.message, tuple(said.items()), message.many, n))
