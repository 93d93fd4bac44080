"""The words of a file that stand for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.sorts import MOST

NOTHING = frozenset(
    {
        *("na", "n/a", "n.a.", "#n/a", "nvt", "n.v.t.", "n.v.t", "niet van toepassing", "not applicable", "nan", "none", "null", "nil"),
        *("-", "--", "---", "?", "??", "/", ".", "...", "onbekend", "unknown", "not known", "niet bekend", "leeg", "(leeg)", "(blank)"),
        *("niet ingevuld", "not provided", "not available", "niet beschikbaar", "nnb", "n.n.b.", "nog niet bekend", "(nog niet bekend)"),
        *("tbd", "tbc", "volgt", "nog te bepalen", "will follow", "<na>", "(none)", "(geen)"),
    }
)
FEW = 5  # different words that are none
NO_FIGURES = frozenset("09")
DASHES = re.compile(r"^[-–—_=]{1,3}$")


def missing_words(columns: Sequence[Column]) -> tuple[str, ...]:
    """The words of a file that stand for nothing, as they are spelled there, the commonest first."""
    times: Counter[str] = Counter()
    for column in columns:
        times.update({word: n for word, n in column.counts.items() if word.casefold() in NOTHING or DASHES.match(word)})
    return tuple(word for word, _ in times.most_common())


def strays(column: Column, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The few words of a column of days or numbers that stand for none, however often, where nearly all different ones are one.

    What has figures is a day or number written wrongly, but for noughts and nines, such as 00-00-0000; what stands there once is a slip.
    """
    odd = tuple(word for word in column.counts if not fits(word))
    few = len(odd) <= min(FEW, (1 - MOST) * column.different)
    return tuple(word for word in odd if column.counts[word] > 1 and set(filter(str.isdigit, word)) <= NO_FIGURES) if few else ()
