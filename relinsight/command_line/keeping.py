"""Verbs that keep what is there: take it along, look whether it is whole, copy it and put it back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from relinsight.command_line.asking import Json, opened
from relinsight.command_line.output import copy, writable_folder
from relinsight.command_line.speaking import Exit, as_json, plain, say, saying_refusals
from relinsight.words.name import Name
from relinsight.words.text import counted, text


class Format(StrEnum):
    """The files that everything leaves as."""

    PARQUET = "parquet"
    CSV = "csv"


def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="An empty or new folder.")],
    format_: Annotated[Format, typer.Option("--format", help="What files.")] = Format.PARQUET,
    json: Json = False,
) -> None:
    """Take everything along, with a data dictionary.

    Example: relinsight export city --format csv
    """
    with opened() as owner:
        files = owner.export(writable_folder(directory), format_.value)
    if json:
        as_json([str(file) for file in files])
    else:
        typer.echo(
            say(
                counted(
                    "{n} file was written to {directory}.", "{n} files were written to {directory}.", len(files), directory=Name(directory)
                )
            )
        )


def check(json: Json = False) -> None:
    """Verify every rule that must hold.

    Example: relinsight check
    """
    with opened() as owner:
        findings = owner.check()
    if json:
        as_json([plain(finding.said) for finding in findings])
    else:
        typer.echo("\n".join(say(finding.said) for finding in findings) or say(text("All rules hold.")))
    if findings:
        raise typer.Exit(Exit.NOT_DONE)


def back_up(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")], json: Json = False) -> None:
    """Make a consistent copy.

    Example: relinsight backup city.duckdb
    """
    with opened() as owner:
        owner.backup(copy(file))
    _done(file, json=json)


def restore_copy(file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `backup` made.")], json: Json = False) -> None:
    """Put a copy back in place of what is there.

    Example: relinsight restore city.duckdb
    """
    from relinsight.access.handing_over.unopened import restore

    with saying_refusals():
        restore(file)
    _done(file, json=json)


def _done(file: Path, *, json: bool) -> None:
    if json:
        as_json({"file": str(file)})
    else:
        typer.echo(str(file))
