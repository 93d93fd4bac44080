"""The process in which a query of a user runs: the file is attached for reading only, and every setting is locked.

The words of the user are never rewritten: the facts that they name lie as views beside the file, so what hides what is
the engine's affair. What the process says are lines of JSON: the columns, then a line a row, each value as JSON of its own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypedDict

import duckdb

from relinsight.warehouse.failure import LOCKED
from relinsight.warehouse.headers import stored_in_file
from relinsight.warehouse.queries import SINCE, fact, facts, filled, named_facts, words_of
from relinsight.warehouse.question import Refused, question_of
from relinsight.warehouse.stored_facts import table_of

SETTINGS: Mapping[str, str] = {
    "allow_community_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "threads": "2",
}
LOCKED_UP = (
    "SET TimeZone = 'UTC'",
    "SET disabled_optimizers = 'join_filter_pushdown'",  # DuckDB 1.5.5 fails within it on facts that lie as views upon views
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
FILE = "city"
AT_ONCE = 1000
MOMENT = re.compile(r'"(\d{4,}-\d\d-\d\d) ([\d:.]+)(\+00)?"')

Value = str | list[str] | None  # a day, the choices of a filter, or nothing


class Asked(TypedDict):
    """What is asked of this process."""

    path: str
    query: str
    parameters: Mapping[str, Value]


def answer(asked: Asked) -> Iterator[object]:
    """The columns, each row and the end; or why there are none, or no more."""
    try:
        question, start = question_of(asked["query"])
        with duckdb.connect(":memory:", config=dict(SETTINGS)) as connection:
            _prepare(connection, asked, question)
            yield from _read(connection, question, start, _given(question, asked["parameters"]))
        yield {"done": True}
    except Refused as refused:
        yield {"refused": str(refused), "why": refused.about}
    except (duckdb.OutOfMemoryException, MemoryError):
        yield {"refused": "memory"}
    except duckdb.IOException as error:
        yield {"refused": "locked" if LOCKED.search(str(error)) else "error", "why": _first_line(error)}
    except (duckdb.Error, ValueError, RecursionError) as error:
        yield {"refused": "error", "why": _first_line(error)}


def _prepare(connection: duckdb.DuckDBPyConnection, asked: Asked, question: str) -> None:
    """Attach the file, lay the facts that the question names beside it, and lock what can be set."""
    written = asked["path"].replace("'", "''")
    connection.execute(f"ATTACH '{written}' AS {FILE} (READ_ONLY)")
    connection.execute(f"SET search_path = 'memory.main,{FILE}.main'")
    literals = {name: _literal(value) for name, value in asked["parameters"].items()}
    named = (word for word in sorted(words_of(question)) if _of_today(word) in facts())
    for name in dict.fromkeys(needed for word in named for needed in _needed(word)):
        connection.execute(f"CREATE VIEW {name} AS\n{_body(name, literals)}")
    for setting in LOCKED_UP:
        connection.execute(setting)


def _of_today(name: str) -> str:
    """The fact that a name means on one day or another."""
    return name if name in facts() else name.removesuffix(SINCE)


@cache
def _needed(name: str) -> tuple[str, ...]:
    """A fact after all that it reads."""
    below = () if _of_today(name) in stored_in_file() else named_facts(fact(name) or "")
    return tuple(dict.fromkeys((*(each for inner in below for each in _needed(inner)), name)))


def _body(name: str, literals: Mapping[str, str]) -> str:
    today = _of_today(name)
    return f"SELECT * FROM {FILE}.main.{table_of(today)}" if today in stored_in_file() else filled(name, literals)


def _literal(value: Value) -> str:
    match value:
        case None:
            return "NULL"
        case str():
            return f"DATE '{value}'"
        case _:
            return str([*value])


def _given(question: str, parameters: Mapping[str, Value]) -> dict[str, object]:
    """The values of the parameters that the question names: the engine takes no others."""
    asked = duckdb.extract_statements(question)[0].named_parameters
    for name in asked - parameters.keys():
        raise Refused("parameter", name)
    return {name: date.fromisoformat(value) if isinstance(value := parameters[name], str) else value for name in asked}


def _read(connection: duckdb.DuckDBPyConnection, question: str, start: str, given: dict[str, object]) -> Iterator[object]:
    if start:
        found = connection.execute(f"{start}{question}", given)
        yield {"columns": [str(column[0]) for column in found.description or ()]}
        write: list[Callable[[str], str]] = [_quoted] * len(found.description or ())
    else:
        columns = connection.execute(f"DESCRIBE {question}", given).fetchall()
        yield {"columns": [name for name, *_ in columns]}
        write = [_moment if kind.startswith("TIMESTAMP") and "[" not in kind else str for _, kind, *_ in columns]
        places = [f"value_{place}" for place in range(len(columns))]
        values = ", ".join(f"to_json({place})" for place in places)
        found = connection.execute(f"SELECT {values} FROM (\n{question}\n) AS answer ({', '.join(places)})", given)
    while rows := found.fetchmany(AT_ONCE):
        yield from (["null" if value is None else as_text(value) for value, as_text in zip(row, write, strict=True)] for row in rows)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _moment(value: str) -> str:
    """A moment as ISO writes it."""
    return MOMENT.sub(lambda found: f'"{found[1]}T{found[2]}{"+00:00" if found[3] else ""}"', value)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def main() -> None:
    """Answer what stands on the standard input."""
    for line in answer(json.loads(sys.stdin.buffer.read())):
        sys.stdout.write(f"{json.dumps(line)}\n")


if __name__ == "__main__":
    main()
