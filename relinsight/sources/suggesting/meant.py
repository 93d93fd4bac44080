"""Which column means what: the header says it, and the values have to agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.lists import meanings, words_of
from relinsight.sources.suggesting.sorts import holds

WHOLE, WITHIN, COMPOUND = 3.0, 2.0, 1.0
LEAST_COMPOUND = 5
NUMBERED = frozenset({"nr"})  # short, and yet the end of many a compound
NO_ENDS = frozenset({"action", "actie", "event", "answer", "contact", "number", "party", "rating", "value"})  # `interaction`, `fractie`
LONGEST_HEADER = 8  # words; a longer header is a sentence, such as a question of a survey

Meant = Mapping[str, Column]


def meant(columns: Sequence[Column]) -> Meant:
    """The column of each meaning; the header that fits best takes it, and each column has one meaning."""
    found: dict[str, Column] = {}
    taken: set[int] = set()
    for _, meaning, column in sorted(_fitting(columns), key=lambda each: (-each[0], each[2].at)):
        if meaning not in found and column.at not in taken:
            found[meaning] = column
            taken.add(column.at)
    return found


def likeness(header: Sequence[str], meaning: str) -> float:
    """How well the words of a header say a meaning: as a whole, among others, or as the end of a compound."""
    return max((_likeness(header, word) for word in words_of(meaning)), default=0.0)


def _fitting(columns: Sequence[Column]) -> Iterator[tuple[float, str, Column]]:
    for column in columns:
        if len(column.words) <= LONGEST_HEADER and column.filled:
            for name, meaning in meanings().items():
                said = likeness(column.words, name)
                if said and holds(column, meaning.holds):
                    yield said, name, column


def _likeness(header: Sequence[str], word: Sequence[str]) -> float:
    length = sum(map(len, word)) / 100
    if "".join(header) == "".join(word):
        return WHOLE + length
    if any(tuple(header[at : at + len(word)]) == tuple(word) for at in range(len(header))):
        return WITHIN + length
    ends = len(word) == 1 and _makes_compounds(word[0]) and any(part.endswith(word[0]) for part in header)
    return COMPOUND + length if ends else 0.0


def _makes_compounds(word: str) -> bool:
    return (len(word) >= LEAST_COMPOUND and word not in NO_ENDS) or word in NUMBERED
