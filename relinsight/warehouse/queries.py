"""Read the named SQL of facts and pages, and include the facts that a query names.

What a query names is found by a parser, which is loaded when a query first names a fact; the text between these
places is never written anew, so nothing in it changes its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import duckdb

from relinsight.warehouse.given import filled_in

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from relinsight.warehouse.places import Place, Places

WORD = re.compile(r"\w+")
COMMENT = re.compile(r"--[^\n]*")
SINCE = "_since"
EARLIER = {"as_of": "since", "first_day": f"first_day{SINCE}", "last_day": f"last_day{SINCE}"}
WITHIN = "__"  # no name of ours has it: it parts the name of a fact from that of an expression within

TableOf = Callable[[str], str | None]
Cut = Callable[[str, str], str]  # a table or fact by name and what it is read from: what is read instead


@cache
def facts() -> dict[str, str]:
    """Every fact by name: one SELECT, with `$as_of` for the day."""
    return _folder("facts")


@cache
def page_queries() -> dict[str, str]:
    """Every page query by name: one SELECT an exhibit."""
    return _folder("pages")


@cache
def composed(sql: str) -> str:
    """A query with the facts that it names, and those that these name, put before it as common table expressions.

    `NAME_since` is the fact NAME on the since day.
    """
    return over(sql, lambda _: None)


def over(sql: str, table: TableOf, cut: Cut | None = None) -> str:
    """A query that reads each fact, at whatever depth, from its table; one without a table is put before the query.

    What the query itself reads, tables too, is cut; what lies below it is not.
    """
    if cut is None and not _may_name_a_fact(sql):
        return sql
    live: dict[str, str] = {}
    sources = _sources(sql, table, live, ())
    if cut is not None:
        sources = {name: cut(name, sources.get(name, name)) for name in names(sql)}
    hiding = {own.name: f"own{WITHIN}{own.name}" for own in _places(sql).defines if own.name in live}
    return _spliced(sql, [*_renamed(sql, sources, hiding), *_opening(sql, live)])


@cache
def fact(name: str) -> str | None:
    """The SQL of a fact, of one on the since day too; nothing where there is no such fact."""
    if name in facts():
        return facts()[name]
    today = name.removesuffix(SINCE)
    return _on_the_since_day(facts()[today]) if name != today and today in facts() else None


@cache
def asks(name: str) -> tuple[str, ...]:
    """The parameters that a fact asks for, by itself or through a fact that it names."""
    return asked_by(fact(name) or "")


@cache
def asked_by(sql: str) -> tuple[str, ...]:
    """The parameters that a query asks for, by itself or through a fact that it names."""
    below = (asked for inner in named_facts(sql) for asked in asks(inner))
    return tuple(dict.fromkeys((*below, *(place.name for place in _places(sql).asks))))


@cache
def moves(name: str) -> bool:
    """Whether a fact says something else on another day, by itself or through a fact that it names."""
    return any(asked in EARLIER for asked in asks(name))


def names(sql: str) -> tuple[str, ...]:
    """The tables and facts that a query reads from, in the order in which it names them."""
    reads = sorted(_places(sql).reads, key=lambda read: read.start)
    return tuple(dict.fromkeys(read.name for read in reads if not read.is_own))


def named_facts(sql: str) -> tuple[str, ...]:
    """The facts that a query names, in the order in which it names them."""
    return tuple(name for name in names(sql) if fact(name) is not None) if _may_name_a_fact(sql) else ()


def mentioned(words: Iterable[str]) -> tuple[str, ...]:
    """The facts among these words, and all that occur as words in their texts: no less than they read, found without a parser."""
    found: dict[str, None] = {}
    waiting = [*words]
    while waiting:
        name = waiting.pop()
        if name not in found and (body := facts().get(name)) is not None:
            found[name] = None
            waiting += words_of(body)
    return tuple(sorted(found))


def words_of(sql: str) -> frozenset[str]:
    """Every word of a query outside its comments, in lower case."""
    return frozenset(WORD.findall(COMMENT.sub("", sql).lower()))


def filled(name: str, literals: Mapping[str, str]) -> str:
    """The SQL of a fact that stands by itself: what it asks for filled in, as literals."""
    body = fact(name) or ""
    return _spliced(body, ((asked, literals[asked.name]) for asked in _places(body).asks))


def _may_name_a_fact(sql: str) -> bool:
    """Whether it is worth the parser to look: no fact is read that does not occur as a word."""
    return any(word.removesuffix(SINCE) in facts() for word in words_of(sql))


def _places(sql: str) -> Places:
    from relinsight.warehouse.places import places  # noqa: PLC0415 - the parser takes time to load

    return places(sql)


def _on_the_since_day(sql: str) -> str:
    earlier = [(asked, f"${EARLIER.get(asked.name, asked.name)}") for asked in _places(sql).asks]
    moving = {name: f"{name}{SINCE}" for name in named_facts(sql) if moves(name)}
    return _spliced(sql, (*earlier, *_renamed(sql, moving, {})))


def _sources(sql: str, table: TableOf, live: dict[str, str], above: tuple[str, ...]) -> dict[str, str]:
    """Each fact that a query names, and what it is read from: a table, or an expression that is among the live ones now."""
    found: dict[str, str] = {}
    for name in named_facts(sql):
        if name in above:
            raise ValueError(f"The fact {name} includes itself by way of {' > '.join(above)}.")
        found[name] = table(name) or name
        if found[name] == name and name not in live:
            live[name] = _included(name, table, live, (*above, name))
    return found


def _included(name: str, table: TableOf, live: dict[str, str], above: tuple[str, ...]) -> str:
    """A fact as it stands before a query: its expressions bear its name too, so that no two facts share one."""
    body = fact(name) or ""
    own = {each.name: f"{name}{WITHIN}{each.name}" for each in _places(body).defines}
    return _spliced(body, _renamed(body, _sources(body, table, live, above), own))


def _renamed(sql: str, sources: Mapping[str, str], own: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """Other names for what a query reads, which it goes on to call as before, and for its own expressions."""
    for read in _places(sql).reads:
        name = (own if read.is_own else sources).get(read.name, read.name)
        if name != read.name:
            yield read, name if read.is_aliased else f"{name} AS {sql[read.start : read.end]}"
    yield from ((place, own[place.name]) for place in _places(sql).defines if place.name in own)


def _spliced(sql: str, changes: Iterable[tuple[Place, str]]) -> str:
    """A text with other words at some of its places."""
    for place, words in sorted(changes, key=lambda change: -change[0].start):
        sql = f"{sql[: place.start]}{words}{sql[place.end :]}"
    return sql


def _opening(sql: str, live: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """Further expressions, by name, before those of the query."""
    if live:
        before, after = ("", ",\n") if _places(sql).has_expressions else ("WITH ", "\n")
        parts = ",\n".join(f"{name} AS (\n{body}\n)" for name, body in live.items())
        yield _places(sql).opening, f"{before}{parts}{after}"


def _folder(name: str) -> dict[str, str]:
    """The queries of a folder and of the folders in it, each by the name of its file."""
    found = {
        file.name[:-4]: filled_in(file.read_text(encoding="utf-8").strip()) for file in _files(files("relinsight.warehouse").joinpath(name))
    }
    return {key: text.rstrip(";") for key, text in sorted(found.items())}


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        found = _files(entry) if entry.is_dir() else (entry,)
        yield from (file for file in found if file.name.endswith(".sql"))


def named(sql: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """Of these parameters those that the query names: the engine refuses others."""
    return {name: parameters[name] for name in _parameters(sql)}


@lru_cache(maxsize=512)
def _parameters(sql: str) -> Sequence[str]:
    statements = duckdb.extract_statements(sql)
    return sorted(name for statement in statements for name in statement.named_parameters)
