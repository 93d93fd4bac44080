"""Read with SQL and change nothing: a process of its own, without files, settings or temporary tables."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import IO, Any

from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

# What the engine writes of a number that JSON has no word for; the first part passes over strings.
NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)')


PROCESS = ("-P", "-m", "relinsight.warehouse.reading_process")


class QueryRefused(Refusal):
    """Why a query was not answered, in one sentence."""


@dataclass(frozen=True)
class Answer:
    """The columns of a query and its rows as they come: each value as JSON of its own, exact in every digit."""

    columns: tuple[str, ...]
    cells: Iterator[tuple[str, ...]]

    @classmethod
    def said(cls, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Answer:
        """An answer as the reading process says it."""
        return cls(tuple(columns), (tuple(map(_standard, row)) for row in rows))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, each under a name of its own: the second `name` is `name_2`."""
        taken: list[str] = []
        for column in self.columns:
            others = taken if column not in taken else [*taken, *self.columns]
            taken.append(next(name for name in _numbered(column) if name not in others))
        return tuple(taken)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each row by column; what is nested stays the JSON that it is."""
        for row in self.cells:
            yield dict(zip(self.names, map(_value, row), strict=True))

    def as_csv(self) -> Iterator[str]:
        """Lines with commas and ISO dates, under the columns as they are called."""
        yield _line(self.columns)
        for row in self.cells:
            yield _line(["" if (value := _value(cell)) is None else _written(value, cell) for cell in row])

    def as_json(self) -> Iterator[str]:
        """A list of objects, a line a value."""
        opening, keys = "[\n", [json.dumps(name, ensure_ascii=False) for name in self.names]
        for row in self.cells:
            yield opening + "  {\n" + ",\n".join(f"    {key}: {cell}" for key, cell in zip(keys, row, strict=True)) + "\n  }"
            opening = ",\n"
        yield "[]\n" if opening == "[\n" else "\n]\n"


@contextmanager
def select(path: Path, query: str, parameters: Mapping[str, object]) -> Generator[Answer]:
    """Answer exactly one SELECT or EXPLAIN over tables and facts, row by row."""
    asked = {"path": str(path), "query": query, "parameters": {name: _plain(value) for name, value in parameters.items()}}
    process = subprocess.Popen(
        [sys.executable, *PROCESS],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        try:
            lines = _lines(process, json.dumps(asked).encode())
            yield Answer.said(next(lines)["columns"], lines)
        finally:
            process.kill()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _lines(process: subprocess.Popen[bytes], asked: bytes) -> Iterator[Any]:
    """What the process says, up to its end."""
    stdin, stdout = _pipe(process.stdin), _pipe(process.stdout)
    stdin.write(asked)
    stdin.close()
    for line in stdout:
        said = json.loads(line)
        if "refused" in said:
            raise QueryRefused(_reason(said["refused"], said.get("why", "")))
        if "done" in said:
            return
        yield said
    raise QueryRefused(text("The engine stopped while it answered this query; ask it in another way, or for less at once."))


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _standard(cell: str) -> str:
    """JSON as all programs read it: what is no number stands as a word."""
    return NO_NUMBER.sub(lambda found: found.group() if found.group().startswith('"') else f'"{found.group()}"', cell)


def _value(cell: str) -> Any:
    return cell if cell[0] in "[{" else json.loads(cell)


def _written(value: object, cell: str) -> str:
    return value if isinstance(value, str) else cell


def _numbered(column: str) -> Iterator[str]:
    yield column
    yield from (f"{column}_{number}" for number in count(2))


def _line(cells: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(cells)
    return file.getvalue()


def _reason(refused: str, why: str) -> Text:
    said = {
        "several": text("Give exactly one statement; this is more than one."),
        "none": text("Give one SELECT or EXPLAIN; there is none."),
        "kind": text("Only SELECT and EXPLAIN are answered here; nothing may be changed."),
        "parameter": text("There is no value for ${name} here; write the value itself in its place.", name=Name(why)),
        "memory": text("This query takes more memory than one query may; ask for fewer rows or columns at once."),
        "locked": text("The database is open in another process; wait until that is done or end it, and try again."),
    }
    return said.get(refused) or text("The query could not be answered: {why}", why=Name(why))
