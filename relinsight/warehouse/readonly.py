"""Read with SQL and change nothing: a process of its own, without files, settings or temporary tables."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from relinsight.warehouse.answers import Row
from relinsight.words.name import Name
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

ROOT = Path(__file__).parents[2]  # the checkout: the process has to find the package from any folder


class QueryRefused(Refusal):
    """Why a query was not answered, in one sentence."""


@dataclass(frozen=True)
class Answer:
    """The columns and rows of a query."""

    columns: tuple[str, ...]
    rows: list[Row]

    def as_csv(self) -> str:
        """The same as UTF-8 text with commas and ISO dates."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(["" if value is None else value for value in row.values()] for row in self.rows)
        return file.getvalue()


def select(path: Path, query: str, parameters: Mapping[str, date]) -> Answer:
    """Answer exactly one SELECT or EXPLAIN over tables and facts."""
    asked = {
        "path": str(path),
        "query": query,
        "parameters": {name: day.isoformat() for name, day in parameters.items()},
    }
    done = subprocess.run(
        [sys.executable, "-m", "relinsight.warehouse.reading_process"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise QueryRefused(text("The query could not be answered: {why}", why=Name("the reading process stopped.")))
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise QueryRefused(_reason(answer["refused"], answer.get("why", "")))
    columns = tuple(answer["columns"])
    return Answer(columns, [dict(zip(columns, row, strict=True)) for row in answer["rows"]])


def _reason(refused: str, why: str) -> Text:
    said = {
        "several": text("Give exactly one statement; this is more than one."),
        "none": text("Give one SELECT or EXPLAIN; there is none."),
        "kind": text("Only SELECT and EXPLAIN are answered here; nothing may be changed."),
        "locked": text(
            "The database is open in another process; close the dashboard or wait for the command that has it open, and try again."
        ),
    }
    return said.get(refused) or text("The query could not be answered: {why}", why=Name(why))
