"""Columns that answer a question of a survey: on a scale of words, or in figures under a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from relinsight.records.cells import UnreadableCellError, read
from relinsight.records.kinds import Number
from relinsight.records.notation import PLAIN_NOTATION
from relinsight.records.vocabularies import DIMENSIONS
from relinsight.sources.headers import plain
from relinsight.sources.suggesting.columns import CODED, Column
from relinsight.sources.suggesting.scales import STEPS, place_of
from relinsight.sources.suggesting.sorts import MOST

SENTENCE = 4
HIGHEST = (4, 5, 7, 9, 10, 100)
MOST_STEPS = 11
NUMBER = Number(0, 100)


@dataclass(frozen=True)
class Answer:
    """A column of answers, the dimension that it names where it names one, and its scale."""

    column: Column
    dimension: str | None
    low: float
    high: float
    places: Mapping[str, float]

    def on(self, low: float, high: float) -> Mapping[str, str]:
        """What each of its words, or figures, says on another scale."""
        return {word: f"{low + place * (high - low):.4g}" for word, place in self.places.items()}

    @property
    def is_words(self) -> bool:
        """Whether it is answered in words."""
        return any(figure_of(word) is None for word in self.places)


def answers(columns: Sequence[Column], taken: frozenset[int]) -> tuple[Answer, ...]:
    """The columns that answer questions; one in figures only where it means nothing else."""
    return tuple(found for column in columns if (found := _answer(column, column.at in taken)))


def dimension_of(column: Column) -> str | None:
    """The shipped dimension that a header names."""
    words = f"_{plain(column.asked)}_"
    named = ((len(spelling), means) for spelling, means in _dimensions() if f"_{spelling}_" in words)
    return max(named, default=(0, None))[1]


def _answer(column: Column, is_taken: bool) -> Answer | None:
    said = {word: place for word in column.counts if (place := place_of(word)) is not None}
    named = dimension_of(column)
    if (column.different > 1 or named) and len(said) >= max(1, MOST * column.different):
        return Answer(column, named, 1, STEPS, said)
    figures = {word: figure for word in column.counts if (figure := figure_of(word)) is not None}
    if (
        (is_taken and not CODED.match(plain(column.header)))
        or not 0 < column.different <= MOST_STEPS
        or len(figures) < MOST * column.different
        or not _asks(column)
    ):
        return None
    high = float(next((each for each in HIGHEST if each >= max(figures.values())), HIGHEST[-1]))
    low = min(1.0, *figures.values())
    return Answer(column, named, low, high, {word: (figure - low) / (high - low) for word, figure in figures.items()})


def _asks(column: Column) -> bool:
    """Whether a header is a question: it names a dimension, is a sentence, or a code such as Q1."""
    coded = CODED.match(plain(column.header)) is not None
    return dimension_of(column) is not None or len(column.words) >= SENTENCE or "?" in column.asked or coded


def figure_of(word: str) -> float | None:
    """The figure that an answer is; nothing where it is a word."""
    try:
        found = read(word, NUMBER, PLAIN_NOTATION)
    except UnreadableCellError:
        return None
    return float(found) if isinstance(found, int | float) else None


@cache
def _dimensions() -> tuple[tuple[str, str], ...]:
    return tuple(_spelled())


def _spelled() -> Iterator[tuple[str, str]]:
    for spelling, means in DIMENSIONS.meanings.items():
        yield plain(spelling), means
