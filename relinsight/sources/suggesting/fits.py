"""Whether the values of a column can fill a field."""

from __future__ import annotations

from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.listed import OTHER, proposal, says_whether
from relinsight.sources.suggesting.sorts import MOST, is_few, reads_as


def fits(column: Column, kind: Kind) -> bool:
    """Whether most values are of the kind; of a list, whether they are few words, of which the known ones need no map."""
    match kind:
        case Plain():
            return True
        case Listed():
            return column.filled == 0 or column.share(reads_as(kind)) >= MOST or (is_few(column) and _is_of_list(column, kind))
        case YesNo():
            return column.filled == 0 or column.share(lambda text: reads_as(kind)(text) or says_whether(text)) >= MOST
        case Day() | Amount() | WholeNumber() | Number():
            return column.filled == 0 or column.share(reads_as(kind)) >= MOST


def _is_of_list(column: Column, kind: Listed) -> bool:
    """Whether most words mean one of a list; some where the list has a word for all others."""
    share = column.share(lambda text: proposal(text, kind) is not None)
    return share >= MOST or (share > 0 and OTHER in kind.words)


def is_known(column: Column, kind: Kind) -> bool:
    """Whether most values are of the kind as they stand: of a list, whether they are words of it."""
    return fits(column, kind) and (not isinstance(kind, Listed) or column.filled == 0 or column.share(reads_as(kind)) >= MOST)
