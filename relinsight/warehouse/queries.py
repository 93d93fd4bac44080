"""Read the named SQL of facts and pages, and include the facts that a query names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import duckdb

NAMED = re.compile(r"\b(?:from|join)\s+([a-z_][a-z0-9_]*)", re.IGNORECASE)
OPENS_WITH = re.compile(r"(?:\s|--[^\n]*\n)*with\b", re.IGNORECASE)
DAYS = re.compile(r"\$(?:as_of|first_day|last_day)\b")
ASKED = re.compile(r"\$(\w+)")
ALIASED = re.compile(r"\s+as\b", re.IGNORECASE)
SINCE = "_since"


@cache
def facts() -> dict[str, str]:
    """Every fact by name: one SELECT, with `$as_of` for the day."""
    return _folder("facts")


@cache
def pages() -> dict[str, str]:
    """Every page query by name: one SELECT an exhibit."""
    return _folder("pages")


@cache
def composed(sql: str) -> str:
    """A query with the facts that it names, and those that these name, put before it as common table expressions.

    `NAME_since` is the fact NAME on the since day.
    """
    return over(sql, lambda _: None)


def over(sql: str, table: Callable[[str], str | None]) -> str:
    """A query that reads each fact, at whatever depth, from its table; one without a table is put before the query."""
    live: dict[str, str] = {}
    placed = _placed(sql, table, live, ())
    return _joined(live, placed)


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
    return asked_by(f"SELECT * FROM {name}")


@cache
def asked_by(sql: str) -> tuple[str, ...]:
    """The parameters that a query asks for, by itself or through a fact that it names."""
    return tuple(dict.fromkeys(ASKED.findall(_bare(composed(sql)))))


@cache
def moves(name: str) -> bool:
    """Whether a fact says something else on another day, by itself or through a fact that it names."""
    body = facts()[name]
    return bool(DAYS.search(body)) or any(moves(inner) for inner in names(body) if inner in facts())


def _on_the_since_day(sql: str) -> str:
    sql = DAYS.sub(lambda day: "$since" if day.group() == "$as_of" else f"{day.group()}{SINCE}", sql)
    return NAMED.sub(_earlier, sql)


def _earlier(named: re.Match[str]) -> str:
    name = named.group(1)
    if name not in facts() or not moves(name):
        return named.group()
    alias = "" if ALIASED.match(named.string, named.end()) else f" AS {name}"
    return f"{named.group()}{SINCE}{alias}"


def _read_from(sql: str, tables: Mapping[str, str]) -> str:
    """A query that reads some of the facts that it names from tables."""

    def table(named: re.Match[str]) -> str:
        name = named.group(1).lower()
        if name not in tables:
            return named.group()
        alias = "" if ALIASED.match(named.string, named.end()) else f" AS {name}"
        return f"{named.group()[: -len(name)]}{tables[name]}{alias}"

    return NAMED.sub(table, sql)


def _joined(expressions: Mapping[str, str], sql: str) -> str:
    """A query with further common table expressions, by name, before its own."""
    if not expressions:
        return sql
    parts = ",\n".join(f"{name} AS (\n{body}\n)" for name, body in expressions.items())
    opening = OPENS_WITH.match(sql)
    return f"WITH {parts},\n{sql[opening.end() :]}" if opening else f"WITH {parts}\n{sql}"


def named_facts(sql: str) -> tuple[str, ...]:
    """The facts that a query names, in the order in which it names them."""
    return tuple(name for name in names(sql) if fact(name) is not None)


def _placed(sql: str, table: Callable[[str], str | None], live: dict[str, str], above: tuple[str, ...]) -> str:
    tables: dict[str, str] = {}
    for name in names(sql):
        if name in above:
            raise ValueError(f"The fact {name} includes itself by way of {' > '.join(above)}.")
        body = fact(name)
        if body is None:
            continue
        if found := table(name):
            tables[name] = found
        elif name not in live:
            live[name] = _placed(body, table, live, (*above, name))
    return _read_from(sql, tables)


@cache
def names(sql: str) -> tuple[str, ...]:
    """Whatever a query reads from: tables, facts and its own common table expressions."""
    return tuple(dict.fromkeys(match.group(1).lower() for match in NAMED.finditer(_bare(sql))))


def _bare(sql: str) -> str:
    return re.sub(r"--[^\n]*", "", sql)


def _folder(name: str) -> dict[str, str]:
    written = ((file.name[:-4], file.read_text(encoding="utf-8").strip()) for file in _below(files("relinsight.warehouse").joinpath(name)))
    return {key: text.rstrip(";") for key, text in sorted(written)}


def _below(folder: Traversable) -> Iterator[Traversable]:
    """The queries in a folder and in those below it."""
    for inner in folder.iterdir():
        if inner.is_dir():
            yield from _below(inner)
        elif inner.name.endswith(".sql"):
            yield inner


def named(sql: str, parameters: Mapping[str, object]) -> dict[str, object]:
    """Of these parameters those that the query names: the engine refuses others."""
    return {name: parameters[name] for name in _parameters(sql)}


@lru_cache(maxsize=512)
def _parameters(sql: str) -> Sequence[str]:
    statements = duckdb.extract_statements(sql)
    return sorted(name for statement in statements for name in statement.named_parameters)
