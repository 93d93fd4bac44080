"""How the command line answers: words for people, JSON for machines, one sentence for what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import NoReturn

import typer

from relinsight.command_line.letters import speak_to_a_machine
from relinsight.command_line.stopping import STOPPED
from relinsight.words.name import on_one_line
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, Value, text

LANGUAGE = "en"
WIDEST = 4000  # letters of a line that another program reads
CENTS_FROM = 10_000  # from here six digits would drop the cents of an amount


class Exit(IntEnum):
    """What a program that calls us reads from the exit code."""

    DONE = 0
    NOT_DONE = 1
    WRONG_USAGE = 2
    SOME_REJECTED = 3


def say(value: Value, language: str = LANGUAGE) -> str:
    """Say a text, a name or a number on one line of a terminal."""
    from relinsight.languages.sentence import Speaker

    return Speaker(language, on_one_line)(value)


def refuse(why: Text, code: Exit = Exit.NOT_DONE) -> NoReturn:
    """Say in one sentence on stderr why nothing was done, and end; what Ctrl-C brought about is said as that."""
    if STOPPED.is_set():
        raise KeyboardInterrupt
    print(say(why), file=sys.stderr)
    raise typer.Exit(code)


@contextmanager
def saying_refusals() -> Generator[None]:
    """What is refused inside is said in its one sentence, and ends the program."""
    try:
        yield
    except Refusal as refused:
        refuse(refused.reason)


def as_json(value: object) -> None:
    """Print data for a machine."""
    as_json_text([json.dumps(value, ensure_ascii=False, indent=2, default=plain), "\n"])


def as_json_text(parts: Iterable[str]) -> None:
    """Print what is JSON already: a letter that the console lacks is written as JSON writes it."""
    speak_to_a_machine()
    for part in parts:
        sys.stdout.write(part)


def plain(value: object) -> object:
    """A value as JSON knows it."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case Text():
            return say(value)
        case _:
            return str(value)


def rows(found: Sequence[Mapping[str, object]], *, json_wanted: bool, columns: Iterable[str] | None = None) -> None:
    """Print rows: a table for people, a list for machines."""
    if json_wanted:
        as_json(list(found))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Words

    names = list(columns or (found[0] if found else ()))
    table = Table(*names, box=None, pad_edge=False, header_style="bold")
    for row in found:
        table.add_row(*(Words("" if row.get(name) is None else _cell(row[name])) for name in names))
    console = Console(highlight=False)
    wide = Console(highlight=False, width=WIDEST)
    (console if console.is_terminal else wide).print(table if found else say(text("No rows.")))


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < CENTS_FROM else f"{value:.2f}".rstrip("0").rstrip(".")
    return say(value) if isinstance(value, Text) else str(value)
