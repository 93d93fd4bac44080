"""Cells that hold several names: the marks that part them, told by names that come back."""

from __future__ import annotations

import re
from collections import Counter

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.sorts import is_name

SURE = ("\n", ";", " | ", "|")
TOLD = (", ", ",", " / ", " en ", " and ", " & ")
OFTEN, SELDOM = 0.3, 0.02
LEAST_OF_WORDS = 0.5
AT_LEAST = 2
ADDS = re.compile(r"^(b\.?v\.?|n\.?v\.?|inc\.?|ltd\.?|llc|s\.?a\.?|co\.?|gmbh|plc|[a-z]\.?([a-z]\.?)*)$", re.IGNORECASE)


def marks(column: Column) -> tuple[str, ...]:
    """What parts the names in the cells of a column; nothing where each cell holds one."""
    sure = tuple(mark for mark in SURE if _parts(column, mark))
    found = sure[:1] or tuple(mark for mark in TOLD[:3] if _comes_back(column, mark, OFTEN))[:1]
    if not found:
        return ()
    return (*found, *(mark for mark in TOLD[3:5] if _ends_lists(column, found[0], mark)))


def _parts(column: Column, mark: str) -> bool:
    """Whether a mark that names seldom hold stands between names."""
    cut = [word for word in column.counts if mark in word.strip(mark)]
    pieces = [piece.strip() for word in cut for piece in word.split(mark) if piece.strip()]
    return len(cut) >= max(1, SELDOM * column.different) and all(map(is_name, pieces[:50]))


def _comes_back(column: Column, mark: str, least: float) -> bool:
    """Whether the pieces between a mark stand elsewhere too, alone or beside others."""
    cut = [[piece.strip() for piece in word.split(mark) if piece.strip()] for word in column.counts if mark in word]
    if len(cut) < max(1, SELDOM * column.different):
        return False
    pieces = Counter(piece for each in cut for piece in each)
    if any(ADDS.match(piece) for piece in list(pieces)[:200]) and len(cut) < AT_LEAST * 5:
        return False
    known = {piece for piece, times in pieces.items() if times >= AT_LEAST or piece in column.counts}
    back = sum(piece in known for each in cut for piece in each)
    return back >= least * sum(pieces.values()) or sum(len(each) > AT_LEAST for each in cut) >= LEAST_OF_WORDS * len(cut)


def _ends_lists(column: Column, mark: str, word: str) -> bool:
    """Whether a word such as `and` stands before the last name of a list."""
    lists = [each for each in column.counts if mark in each]
    return sum(word in each.rpartition(mark)[2] for each in lists) >= LEAST_OF_WORDS * len(lists) > 0
