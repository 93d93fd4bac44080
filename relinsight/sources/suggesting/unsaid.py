"""What no header says: columns whose values show what they are, and words whose meaning the columns beside them tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.meant import Meant, is_code
from relinsight.sources.suggesting.sorts import EMAIL, holds, is_few

SOME = 0.25  # of the names of organisations so many say what kind of organisation it is
MOST_WORDS = 8
ONCE = 0.95
LEAST_ROWS = 8
NAMING = frozenset({"organisation", "counterpart", "name", "person", "first_name", "last_name", "colleague", "official", "department"})
ORGANISED = re.compile(
    r"\b(?:\w*stichting|\w*vereniging|\w*bedrijf|\w*co[oö]peratie|\w*groep|\w*museum|\w*fonds|\w*school|\w*huis|\w*raad|\w*theater"
    r"|b\.?v\.?|n\.?v\.?|vof|vve|ltd|limited|plc|llp|llc|inc|gmbh|cic|co-op|association|trust|foundation|society|council|chamber|college"
    r"|academy|university|hogeschool|universiteit|hospital|ggz|theatre|bank|club|federatie|federation|group|holding|centrum|centre|church"
    r"|kerk|moskee|mosque|hotel|company|logistics|services|energy|housing|residents)(?!\w)",
    re.IGNORECASE,
)


def completed(columns: Sequence[Column], said: Meant) -> Meant:
    """What the headers say, and what the values say where they do not."""
    found = dict(said)
    for meaning, column in _shown(columns, said):
        found.setdefault(meaning, column)
    return _told_beside(_judged(_with_a_name(columns, found)))


def _shown(columns: Sequence[Column], said: Meant) -> Iterator[tuple[str, Column]]:
    free = _free(columns, said)
    if not {"organisation", "counterpart", "department"} & {*said}:
        yield from (("organisation", column) for column in free if names_organisations(column))
    yield from (("email", column) for column in free if holds(column, "email"))


def _free(columns: Sequence[Column], said: Meant) -> tuple[Column, ...]:
    taken = {column.at for column in said.values()}
    return tuple(column for column in columns if column.at not in taken and 2 * column.filled > column.rows)


def names_organisations(column: Column) -> bool:
    """Whether its values are names, and enough of them say what kind of organisation it is."""
    return holds(column, "name") and not is_few(column) and column.share(_is_organisation) >= SOME


def _is_organisation(word: str) -> bool:
    return len(word.split()) <= MOST_WORDS and EMAIL.search(word) is None and ORGANISED.search(word) is not None


def _with_a_name(columns: Sequence[Column], said: Meant) -> Meant:
    """Where nothing speaks of names: the first column of which each row has a name of its own."""
    if NAMING & {*said}:
        return said
    free = (column for column in _free(columns, said) if column.spread >= ONCE and holds(column, "name") and not is_code(column))
    name = next(free, None)
    return said if name is None else {**said, "name": name}


def _judged(said: Meant) -> Meant:
    """A mark is a verdict where no column says what was asked and a column says whom it is given to."""
    score = said.get("score")
    is_verdict = score is not None and is_few(score) and "organisation" in said and not {"dimension", "verdict"} & {*said}
    return _renamed(said, "score", "verdict") if is_verdict else said


def _told_beside(said: Meant) -> Meant:
    """A name beside an organisation and what only people have is somebody's; so is a colleague that is another one in each row."""
    if "organisation" not in said or {"person", "first_name", "last_name"} & {*said}:
        return said
    if "name" in said and {"function", "email", "phone"} & {*said}:
        return _renamed(said, "name", "person")
    colleague = said.get("colleague")
    is_of_theirs = colleague is not None and colleague.rows >= LEAST_ROWS and colleague.spread >= ONCE
    return _renamed(said, "colleague", "person") if is_of_theirs else said


def _renamed(said: Meant, meaning: str, means: str) -> Mapping[str, Column]:
    return {means if name == meaning else name: column for name, column in said.items()}
