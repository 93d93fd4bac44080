"""Which column means what: the header says it, and the values have to agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from relinsight.sources.suggesting.columns import SHORT, Column
from relinsight.sources.suggesting.lists import meanings, words_of
from relinsight.sources.suggesting.sorts import CODE, MOST, holds

WHOLE, WITHIN, COMPOUND, BESIDE = 3.0, 2.0, 1.0, 0.5
NO_NAME = 1.2  # how much less a column says that holds codes where names are asked
LEAST_COMPOUND = 5
NUMBERED = frozenset({"nr"})  # short, and yet the end of many a compound
NO_ENDS = frozenset(
    {"action", "actie", "event", "answer", "contact", "number", "party", "rating", "value", "waarde", "interest", "order", "group"}
)  # `interaction`, `fractie`
# What a header speaks of when it ends so: an `activity type` is a type, and no activity.
HEADS = frozenset(
    {
        *("type", "subtype", "status", "date", "time", "id", "ids", "identifier", "code", "number", "url", "link", "size", "count"),
        *("stage", "source", "domain", "phone", "email", "city", "country", "street", "guid", "key", "rating", "percentage", "checksum"),
    }
)
CODES = frozenset({"id", "ids", "identifier", "code", "number", "nr", "nummer", "guid", "key", "pk"})
LEAST_LEVELS = 2
OF_SEVERAL = frozenset({"reminder", "calendar_part"})  # no column of theirs is about the thing itself
LONGEST_HEADER = 8  # words; a longer header is a sentence, such as a question of a survey

Meant = Mapping[str, Column]


def meant(columns: Sequence[Column]) -> Meant:
    """The column of each meaning; the header that fits best takes it, and each column has one meaning."""
    found: dict[str, Column] = {}
    taken: set[int] = set()
    for _, meaning, column in sorted(_fitting(columns), key=lambda each: (-each[0], each[2].at)):
        if column.at not in taken and (meaning not in found or meaning in OF_SEVERAL):
            found.setdefault(meaning, column)
            taken.add(column.at)
    return _tree(columns, found)


def _tree(columns: Sequence[Column], found: Meant) -> Meant:
    """Of two columns of departments the one with more names holds the department, and the other what it is part of."""
    named = [column for column in columns if column.filled and likeness(column.words, "department") >= WHOLE and holds(column, "name")]
    taken = {column.at for meaning, column in found.items() if meaning != "department"}
    free = sorted((column for column in named if column.at not in taken), key=lambda column: -column.different)
    if len(free) < LEAST_LEVELS or "parent" in found:
        return found
    return {**found, "department": free[0], "parent": free[1]}


def likeness(header: Sequence[str], meaning: str) -> float:
    """How well the words of a header say a meaning: as a whole, among others, or as the end of a compound."""
    return max((_likeness(header, word) for word in words_of(meaning)), default=0.0)


def _fitting(columns: Sequence[Column]) -> Iterator[tuple[float, str, Column]]:
    for column in columns:
        if len(column.words) <= LONGEST_HEADER and column.filled:
            for name, meaning in meanings().items():
                said = likeness(column.spoken, name) - NO_NAME * (meaning.holds == "name" and is_code(column))
                if said > 0 and holds(column, meaning.holds):
                    yield said, name, column


def _likeness(header: Sequence[str], word: Sequence[str]) -> float:
    length = sum(map(len, word)) / 100
    if "".join(header) == "".join(word) or _says(header, word):
        return WHOLE + length
    places = [at for at in range(len(header)) if _says(header[at : at + len(word)], word)]
    if places:
        return (BESIDE if header[-1] in HEADS and places[-1] + len(word) < len(header) else WITHIN) + length
    ends = len(word) == 1 and _makes_compounds(word[0]) and any(part.endswith(word[0]) for part in header)
    return COMPOUND + length if ends else 0.0


def _says(parts: Sequence[str], word: Sequence[str]) -> bool:
    """Whether parts of a header are a word of a list, or short for it, as `Tussenv.` is."""
    return len(parts) == len(word) and all(map(_is_short_for, parts, word))


def _is_short_for(part: str, word: str) -> bool:
    return part == word or (part.endswith(SHORT) and word.startswith(part.removesuffix(SHORT)))


def is_code(column: Column) -> bool:
    """Whether a column numbers things, by its header or by its values."""
    return column.words[-1] in CODES or column.share(CODE.match) >= MOST


def _makes_compounds(word: str) -> bool:
    return (len(word) >= LEAST_COMPOUND and word not in NO_ENDS) or word in NUMBERED
