"""What a cell can hold: a text, a day, a number, an amount or a word of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Plain:
    """Any text; an id keeps its case, leading zeros and signs."""


@dataclass(frozen=True)
class Day:
    """A day of the calendar."""


@dataclass(frozen=True)
class WholeNumber:
    """A number without a fraction, within bounds."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Number:
    """A number, within bounds."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Amount:
    """An amount in euro, to the cent."""


@dataclass(frozen=True)
class Listed:
    """A word of a list, known by its English and Dutch synonyms in any case."""

    words: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...]
    dutch: tuple[str, ...]

    @property
    def meanings(self) -> Mapping[str, str]:
        """Every spelling in lower case, with the word that it means."""
        return {word.lower(): word for word in self.words} | dict(self.synonyms)


@dataclass(frozen=True)
class YesNo:
    """A yes or a no."""

    yes: tuple[str, ...] = ("true", "yes", "1", "y", "t", "ja", "j", "waar", "x")
    no: tuple[str, ...] = ("false", "no", "0", "n", "f", "nee", "neen", "onwaar")


Kind = Plain | Day | WholeNumber | Number | Amount | Listed | YesNo

TEXT = Plain()
DAY = Day()
AMOUNT = Amount()
YES_NO = YesNo()


def listed(**synonyms: str) -> Listed:
    """A list of words, each with its synonyms parted by commas, the Dutch word first: `listed(visit="bezoek, werkbezoek")`."""
    spelled = ((spelling, word) for word, also in synonyms.items() for spelling in _spellings(word, also))
    return Listed(tuple(synonyms), tuple(spelled), tuple(also.partition(",")[0] for also in synonyms.values()))


def _spellings(word: str, also: str) -> tuple[str, ...]:
    spoken = word.replace("_", " ")
    others = [part.strip().lower() for part in also.split(",") if part.strip()]
    return tuple(dict.fromkeys([*([spoken] if spoken != word else []), spoken.replace(" ", "-"), *others]))
