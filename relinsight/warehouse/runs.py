"""Runs: each import and each change by hand, as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import duckdb

from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.refusal import Refusal
from relinsight.words.text import text

SHOWN = 3


class RunRefused(Refusal):
    """Why a word does not name one run, in one sentence."""


@dataclass(frozen=True)
class RunFound:
    """One run: its id, and when it was taken back, if it was."""

    id: str
    undone_at: datetime | None


def run_named(cursor: duckdb.DuckDBPyConnection, word: str) -> RunFound:
    """The one run with this id, or whose id begins so."""
    found = cursor.execute(
        "SELECT id, undone_at FROM import_run WHERE id = $word OR starts_with(id, $word) ORDER BY id <> $word, id", {"word": word}
    ).fetchall()
    if not found or not word:
        raise RunRefused(text("There is no import {run}; `relinsight runs` lists them.", run=Name(word)))
    if len(found) > 1 and found[0][0] != word:
        names = Names(tuple(Name(row[0]) for row in found[:SHOWN]))
        raise RunRefused(text("{run} begins the ids of several imports ({names}); give more of it.", run=Name(word), names=names))
    return RunFound(str(found[0][0]), found[0][1])
