"""The rows that were made of names in other rows, and which of these names are hardly names."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.model import RECORDS
from relinsight.records.partners import PartnerAlias
from relinsight.records.record import Record
from relinsight.sources.matching.vocabulary import HARDLY_NAMES
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.naming.creating import made_records
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.report import Made, quoted_names
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import counted

KEPT, SHOWN = 50, 10  # names in the report, and in a sentence
FEW_LETTERS = "length(regexp_replace(name, '[^\\pL]', '', 'g')) < 2"


def look_at_made(work: Work) -> None:
    """Keep what was made in each table, and name what was made of names that are hardly names."""
    made = made_records(work) - {PartnerAlias}
    work.beside = tuple(each for record in RECORDS if record in made for each in _made(work, record))
    _remark_on_strange_names(work)


def _made(work: Work, record: type[Record]) -> Iterator[Made]:
    here = f"FROM {arriving(record)} WHERE _src IS NULL"
    if n := work.number(f"SELECT count(*) {here}"):
        found = work.run(
            f"SELECT {_strange()} AS strange, name {here} "
            f"QUALIFY row_number() OVER (PARTITION BY strange ORDER BY length(name), name) <= {KEPT} ORDER BY length(name), name"
        )
        yield Made(record.table, n, *(tuple(Name(name) for is_strange, name in found if is_strange is wanted) for wanted in (True, False)))


def _strange() -> str:
    """The condition that a name is hardly one: a sign, a figure or a letter alone, a word for nothing, or a role."""
    words = ", ".join(map(quoted, sorted(HARDLY_NAMES)))
    return f"({FEW_LETTERS} OR {folded('name')} IN ({words}))"


def _remark_on_strange_names(work: Work) -> None:
    for made in work.beside:
        if made.strange:
            work.remark(
                About.NAMES,
                counted(
                    "{n} new name in {table} is hardly a name: {names}; mend it in the file, or list it under missing in a profile.",
                    "{n} new names in {table} are hardly names: {names}; mend them in the file, or list them under missing in a profile.",
                    len(made.strange),
                    table=Name(made.table),
                    names=Names(tuple(quoted_names(made.strange[:SHOWN]))),
                ),
            )
