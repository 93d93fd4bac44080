"""The day cache: facts of a day, computed once and read by every figure and page that asks for the same data and day."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count

import duckdb

from relinsight.warehouse.cutting import SEEN, UNCUT, Sight, cut
from relinsight.warehouse.headers import kept_each_day, stored_in_file
from relinsight.warehouse.queries import SINCE, Cut, asks, fact, facts, named, named_facts, over
from relinsight.warehouse.stored_facts import table_of

ALWAYS = date(9999, 12, 30)  # the last day that a period without an end covers
EARLIER = {"as_of": SINCE.removeprefix("_"), "first_day": f"first_day{SINCE}", "last_day": f"last_day{SINCE}"}
MOST = 400  # kept tables: about a dozen days
SIDE_BY_SIDE = 3  # facts of a new day that are made at once
PLACE = "day_cache"  # the database in memory in which they lie

Cursor = duckdb.DuckDBPyConnection
Reading = Callable[[str], AbstractContextManager[Cursor]]


@dataclass(frozen=True)
class Key:
    """Which rows a kept table holds: of which data, of which fact, and for which values of what the fact asks for."""

    mark: str
    fact: str
    given: tuple[tuple[str, type, object], ...]


@dataclass
class Kept:
    """One kept table; it bears a number, because the engine folds the case of names that users wrote."""

    number: int
    made: threading.Event = field(default_factory=threading.Event)
    readers: int = 0
    failed: bool = False

    @property
    def table(self) -> str:
        """Where its rows lie."""
        return f"{PLACE}.t{self.number}"


@dataclass
class DayCache:
    """The kept tables of one database, in memory beside it: those of older data go first, then the least used.

    A visitor waits for a table that another one is making only where both need that very table.
    """

    connection: Cursor
    reading: Reading
    kept: OrderedDict[Key, Kept] = field(default_factory=OrderedDict[Key, Kept])
    going: list[Kept] = field(default_factory=list[Kept])
    turn: threading.Lock = field(default_factory=threading.Lock)
    numbers: count[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        """Compressed: else a column of few rows takes a block of its own, and a day takes eight times the room."""
        self.connection.execute(f"ATTACH IF NOT EXISTS ':memory:' AS {PLACE} (COMPRESS)")

    @contextmanager
    def placed(self, sql: str, parameters: Mapping[str, object], mark: str, sight: Sight = UNCUT) -> Generator[str]:
        """The query with each kept fact read from its table, which stays as long as it is read; other facts are put before it.

        What the query reads is cut to what a viewer sees; the kept facts themselves are whole, and the same for everybody.
        """
        held: list[Kept] = []
        try:
            self._make_ready(sql, parameters, mark, held)
            cut = None if sight.is_uncut else self._cut(parameters, mark, sight, held)
            yield over(sql, lambda name: self._table_with(name, parameters, mark, held), cut)
        finally:
            self._let_go(held)

    def _cut(self, parameters: Mapping[str, object], mark: str, sight: Sight, held: list[Kept]) -> Cut:
        """How tables and facts are cut: by the partners that are seen on the day of the question, else as things stand now."""
        given = {"as_of": ALWAYS, **parameters, "seen_clusters": list(sight.clusters or ())}
        seen = self._table_with(SEEN, given, mark, held) or SEEN
        return lambda name, source: cut(name, source, sight, seen)

    def forget_others(self, mark: str) -> None:
        """Drop the tables of other data, as soon as nobody reads them."""
        with self.turn:
            self._part(lambda key: key.mark != mark)
        self._sweep()

    def _make_ready(self, sql: str, parameters: Mapping[str, object], mark: str, held: list[Kept]) -> None:
        """Make what a query reads and nobody made yet, some facts side by side: one waits only for those that it reads itself."""
        missing = tuple(dict.fromkeys(self._missing(sql, parameters, mark)))
        make = partial(self._table_with, parameters=parameters, mark=mark, held=held)
        if len(missing) > 1:
            with ThreadPoolExecutor(SIDE_BY_SIDE) as makers:
                list(makers.map(make, missing))

    def _missing(self, sql: str, parameters: Mapping[str, object], mark: str) -> Iterator[str]:
        """The facts to make for a query, each after those that it reads."""
        for name in named_facts(sql):
            is_kept = _plain(name) in kept_each_day()
            is_there = is_kept and _key(name, _given(name, parameters), mark) in self.kept
            if not is_there and _plain(name) not in stored_in_file():
                yield from self._missing(fact(name) or "", parameters, mark)
                yield from [name] * is_kept

    def _table_with(self, name: str, parameters: Mapping[str, object], mark: str, held: list[Kept]) -> str | None:
        """The table in which a fact lies, stored in the file or kept here; nothing where it stays live."""
        if _plain(name) in stored_in_file():
            return table_of(_plain(name))
        if _plain(name) not in kept_each_day():
            return None
        given = _given(name, parameters)
        found = self._found(_key(name, given, mark), given)
        held.append(found)
        return found.table

    def _found(self, key: Key, given: Mapping[str, object]) -> Kept:
        """The table of a key, held for its reader: the first who asks makes it."""
        while True:
            found, is_new = self._held(key)
            if is_new:
                self._make(key, found, given)
            found.made.wait()
            if not found.failed:
                return found
            self._let_go([found])

    def _held(self, key: Key) -> tuple[Kept, bool]:
        with self.turn:
            is_new = key not in self.kept
            found = self.kept.setdefault(key, Kept(next(self.numbers))) if is_new else self.kept[key]
            self.kept.move_to_end(key)
            found.readers += 1
            return found, is_new

    def _make(self, key: Key, new: Kept, given: Mapping[str, object]) -> None:
        held: list[Kept] = []
        try:
            sql = over(facts()[key.fact], lambda below: self._table_with(below, given, key.mark, held))
            with self.reading(key.mark) as cursor:
                cursor.execute(f"CREATE TABLE {new.table} AS {sql}", named(sql, given))
            self._settle(key)
        except BaseException:
            self._fail(key, new)
            raise
        finally:
            self._let_go(held)
            new.made.set()

    def _settle(self, key: Key) -> None:
        """What was made is of the newest data: the tables of other data go, and the least used beyond the most."""
        with self.turn:
            self._part(lambda other: other.mark != key.mark)
            self._part(lambda other: len(self.kept) > MOST and not self.kept[other].readers)
        self._sweep()

    def _fail(self, key: Key, new: Kept) -> None:
        with self.turn:
            new.failed = True
            new.readers -= 1
            self.kept.pop(key, None)

    def _part(self, goes: Callable[[Key], bool]) -> None:
        """Take tables out of what can be found."""
        for key in tuple(self.kept):
            if goes(key):
                self.going.append(self.kept.pop(key))

    def _let_go(self, held: Iterable[Kept]) -> None:
        with self.turn:
            for each in held:
                each.readers -= 1
            waits = bool(self.going)
        if waits:
            self._sweep()

    def _sweep(self) -> None:
        """Drop what is going and has no reader any more."""
        with self.turn:
            free = [each for each in self.going if not each.readers]
            self.going = [each for each in self.going if each.readers]
        for each in free:
            with self.connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE IF EXISTS {each.table}")


def _given(name: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """What a kept fact asks for; one on the since day gets the days that belong to it."""
    if name in facts():
        return {asked: parameters[asked] for asked in asks(name)}
    return {asked: parameters[EARLIER.get(asked, asked)] for asked in asks(name.removesuffix(SINCE))}


def _plain(name: str) -> str:
    """The fact itself, whichever of the two days it is asked for."""
    return name if name in facts() else name.removesuffix(SINCE)


def _key(name: str, given: Mapping[str, object], mark: str) -> Key:
    return Key(mark, _plain(name), _typed(given))


def _typed(given: Mapping[str, object]) -> tuple[tuple[str, type, object], ...]:
    """Values as parts of a key: a list as a tuple, and each with its type, for 1 and true are equal to Python."""
    return tuple((name, type(value), tuple(value) if isinstance(value, list) else value) for name, value in given.items())
