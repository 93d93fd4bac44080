"""A profile that fits a file, taken over for it: without what the file lacks, and with the words that the file has beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from relinsight.records.kinds import Listed
from relinsight.records.model import BY_TABLE
from relinsight.sources.header_meanings import places, required
from relinsight.sources.headers import squeezed
from relinsight.sources.profile import SHIPPED, YearsPart
from relinsight.sources.suggesting.columns import YEAR, of_meaning
from relinsight.sources.suggesting.filled import kind_of
from relinsight.sources.suggesting.known_profiles import Fitting
from relinsight.sources.suggesting.listed import proposal
from relinsight.sources.suggesting.seen import Seen
from relinsight.sources.suggesting.toml import Source, Value, comment, table_lines

OF_THE_FILE = frozenset({"encoding", "delimiter", "header_row", "sheet"})
OF_ONE_FILE = frozenset({"as_of", "attribution"})
NAMING_A_COLUMN = frozenset({"column", "columns", "newest", "rsin", "then"})


def taken_over(what: Seen, known: Fitting, sheet: str | None) -> Iterator[str]:
    """The profile as lines, with what differs."""
    where = "shipped" if known.path.parent == SHIPPED else "saved beside the file"
    yield f"# It is made from the profile {known.name} ({where}), which fits this file: {known.found} of its columns are here."
    yield from _differs("Columns that it asks for and that are not here", known.lacking)
    yield from _differs("Columns that are here and that it does not read", known.more)
    yield from ("", *_opening(known), "")
    taking = _Taking(what, frozenset(map(squeezed, known.lacking)), {squeezed(name): name for name in what.sheet.header if name})
    parts = taking.for_this_file(_with_role(known.parts, what.role))
    yield from table_lines("file", taking.file(_part(parts, "file"), sheet))
    for name, part in parts.items():
        for each in part if isinstance(part, list) else [part]:
            if name != "file" and isinstance(each, Mapping):
                yield from taking.section(name, each, repeated=isinstance(part, list))


def _with_role(parts: Mapping[str, Any], role: str | None) -> Mapping[str, Any]:
    """The same with the role that a person says."""
    dealing = parts.get("dealing")
    return {**parts, "dealing": {**dealing, "role": {"constant": role}}} if role and isinstance(dealing, dict) else parts


def _part(parts: Source, name: str) -> Source:
    """A part of a profile; nothing where it has none."""
    found = parts.get(name, {})
    return found if isinstance(found, Mapping) else {}


def _opening(known: Fitting) -> Iterator[str]:
    """What a shipped profile says of itself before its first line."""
    if known.path.parent != SHIPPED:
        return iter(())
    return takewhile(lambda line: line.startswith("#"), known.path.read_text(encoding="utf-8-sig").splitlines())


def _differs(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield from comment(f"{what}: {', '.join(names)}.")


@dataclass(frozen=True)
class _Taking:
    """A file that takes a profile over: the columns that it lacks, and how it spells the others."""

    what: Seen
    lacking: frozenset[str]
    spelled: Mapping[str, str]

    def for_this_file(self, parts: Source) -> Source:
        """The parts without the settings of a file of other years."""
        said = _part(parts, "file").get("years")
        years = YearsPart.model_validate(said) if said else None
        if years is None or self._years(years.column) in {None, (years.first, years.last)}:
            return parts
        settings = {key: value for key, value in _part(parts, "settings").items() if key not in OF_ONE_FILE}
        file = {key: value for key, value in _part(parts, "file").items() if key != "years"}
        return {**parts, "file": file, "settings": settings}

    def _years(self, name: str) -> tuple[int, int] | None:
        """The first and the last year in a column."""
        column = of_meaning(self.what.columns, self.spelled.get(squeezed(name), name))
        found = [int(said.group()) for word in column.counts if (said := YEAR.search(word))] if column else []
        return (min(found), max(found)) if found else None

    def file(self, part: Source, sheet: str | None) -> Source:
        """How this file is read: what it tells itself is not said."""
        kept = {key: self._spelled(key, value) for key, value in part.items() if key not in OF_THE_FILE and not self._lacks(key, value)}
        missing = part.get("missing", [])
        said = [missing] if isinstance(missing, str) else missing if isinstance(missing, list) else []
        words = [*dict.fromkeys([*map(str, said), *self.what.missing])]
        return kept | ({"missing": words} if words else {}) | ({"sheet": sheet} if sheet else {})

    def section(self, name: str, part: Source, *, repeated: bool) -> Iterator[str]:
        """A section without the fields whose columns are not here; none where a needed one is among them."""
        if name in BY_TABLE:
            part = {key: self._without_lacking(key, value) for key, value in part.items()}
        fields = part if name in BY_TABLE else {}
        gone = [key for key, value in fields.items() if self._lacks(key, {"column": value} if isinstance(value, str) else value)]
        needs_gone = {"when", *_needed(name, gone)} & set(gone) if fields else self._lacks(name, part)
        if needs_gone:
            yield from comment(f"[{name}] is left out, as a column that it needs is not here")
            yield ""
            return
        for key in gone:
            yield from comment(f"{name}.{key} is left out, as its column is not here")
        kept = {key: self._source(name, key, value) for key, value in part.items() if key not in gone}
        yield from table_lines(name, kept, repeated=repeated)

    def _without_lacking(self, key: str, value: Value) -> Value:
        """A field that several columns fill without those that are not here; an id needs all of its columns."""
        columns = value.get("columns") if isinstance(value, Mapping) else None
        if key == "id" or not isinstance(value, Mapping) or not isinstance(columns, list):
            return value
        kept = [each for each in columns if squeezed(str(each)) not in self.lacking]
        return {**value, "columns": kept} if kept else value

    def _lacks(self, key: str, value: Value) -> bool:
        """Whether a column is named that the file does not have."""
        if isinstance(value, str):
            return key in NAMING_A_COLUMN and squeezed(value) in self.lacking
        if isinstance(value, Mapping):
            return any(self._lacks(each, inner) for each, inner in value.items() if each != "map")
        return isinstance(value, Sequence) and any(self._lacks(key, each) for each in value)

    def _spelled(self, key: str, value: Value) -> Value:
        """The same with the columns as the file spells them."""
        if isinstance(value, str):
            return self.spelled.get(squeezed(value), value) if key in NAMING_A_COLUMN else value
        if isinstance(value, Mapping):
            return {each: inner if each == "map" else self._spelled(each, inner) for each, inner in value.items()}
        return [self._spelled(key, each) for each in value] if isinstance(value, Sequence) else value

    def _source(self, table: str, key: str, value: Value) -> Value:
        """A source for this file; its map with the words that the file has more."""
        source = self._spelled("column" if isinstance(value, str) and table in BY_TABLE else key, value)
        if isinstance(source, Mapping) and "map" in source and "else" not in source:
            return {**source, "map": {**_part(source, "map"), **self._more(table, key, source)}}
        return source

    def _more(self, table: str, key: str, source: Source) -> Mapping[str, str]:
        """The words of a column that its map does not have, each with what is most likely meant."""
        column = of_meaning(self.what.columns, str(source.get("column")))
        kind = kind_of(BY_TABLE[table], key) if squeezed(key) in places(BY_TABLE[table]) else None
        if column is None or not isinstance(kind, Listed):
            return {}
        told = {word.casefold() for word in _part(source, "map")}
        new = (word for word in column.counts if word.casefold() not in told and word.lower() not in kind.meanings)
        return {word: found for word in new if (found := proposal(word, kind))}


def _needed(table: str, names: Sequence[str]) -> set[str]:
    """Which of some fields a row of a table cannot do without."""
    record = BY_TABLE[table]
    known = ((name, places(record).get(squeezed(name))) for name in names)
    return {name for name, place in known if place is not None and place.aside is None and place.field in {*required(record)}}
