"""Whether the values of a column can fill a field."""

from __future__ import annotations

from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.sorts import MOST, is_few, reads_as


def fits(column: Column, kind: Kind) -> bool:
    """Whether most values are of the kind; of a list, whether they are few words, of which the known ones need no map."""
    match kind:
        case Plain():
            return True
        case Listed():
            return column.filled == 0 or is_few(column) or column.share(reads_as(kind)) >= MOST
        case Day() | Amount() | WholeNumber() | Number() | YesNo():
            return column.filled == 0 or column.share(reads_as(kind)) >= MOST


def is_known(column: Column, kind: Kind) -> bool:
    """Whether most values are of the kind as they stand: of a list, whether they are words of it."""
    return fits(column, kind) and (not isinstance(kind, Listed) or column.filled == 0 or column.share(reads_as(kind)) >= MOST)
