"""Verbs that bring data in and tell what became of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relinsight.command_line.asking import Json, Language, day, opened, refuse_unspoken
from relinsight.command_line.outcome import columns_by_file, counts_by_file, sentences, values
from relinsight.command_line.output import writable, writable_folder
from relinsight.command_line.speaking import LANGUAGE, Exit, as_json, rows, say, saying_refusals
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

if TYPE_CHECKING:
    from relinsight.access.report import ImportReport

SECONDS_BETWEEN_LINES = 20
RUN = ("id", "made_at", "made_by", "profile", "rows_read", "inserted", "updated", "unchanged", "rejected")


def demo(
    partners: Annotated[int, typer.Option(help="How many partners the city works with: 10 or more.")] = 140,
    contacts: Annotated[int | None, typer.Option(min=0, help="How many contact moments; else as many as fit.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same city.")] = 1,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the import files here instead.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the demo city out again.")] = False,
    json: Json = False,
) -> None:
    """Fill an empty database with an invented, believable city.

    Example: relinsight demo --partners 140 --seed 1
    """
    if remove:
        _remove(json_wanted=json)
        return
    counts = _write_city(out, partners, contacts, seed) if out else _fill_with_city(partners, contacts, seed)
    if json:
        as_json(counts)
    else:
        rows([{"table": name, "rows": count} for name, count in counts.items()], json_wanted=False)


def _write_city(folder: Path, partners: int, contacts: int | None, seed: int) -> dict[str, int]:
    from relinsight.sources.demo import city, file_of, write

    writable_folder(folder)
    with saying_refusals():
        tables = city(partners=partners, contacts=contacts, seed=seed)
    for name in tables:
        writable(file_of(folder, name))
    write(tables, folder)
    return {name: table.num_rows for name, table in tables.items()}


def _fill_with_city(partners: int, contacts: int | None, seed: int) -> dict[str, int]:
    with opened() as owner, _progress() as show:
        return owner.fill_with_demo(at=clock.now(), partners=partners, contacts=contacts, seed=seed, progress=show)


def _remove(*, json_wanted: bool) -> None:
    with opened() as owner:
        gone = owner.remove_demo()
    if json_wanted:
        as_json({"removed": True, "changes_by_hand": gone})
        return
    typer.echo(say(text("The demo city is removed; the database is empty again.")))
    if gone:
        typer.echo(say(counted("{n} change made by hand went with it.", "{n} changes made by hand went with it.", gone)))


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV, Excel, Parquet, JSON, calendars or address cards.")],
    record: Annotated[str | None, typer.Option(help="What a row is, where the name of the file does not tell.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Empty the tables that the files fill first.")] = False,
    profile: Annotated[str | None, typer.Option(metavar="NAME|FILE", help="A profile that says how to read the files.")] = None,
    with_private: Annotated[bool, typer.Option("--with-private", help="Read the private entries of calendars too.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check, and change nothing.")] = False,
    made_by: Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who brings this in.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="From when on files without dates change tier, sector and account manager, and up to when a calendar is read; else today.",
        ),
    ] = None,
    language: Language = LANGUAGE,
    json: Json = False,
) -> None:
    """Bring files in, all in one transaction.

    Example: relinsight import partner.csv contact_moment.csv
    """
    from relinsight.access.options import ImportOptions

    refuse_unspoken(language)
    options = ImportOptions(
        record=record,
        profile=profile,
        replace=replace,
        as_of=day(as_of, "--as-of"),
        with_private=with_private,
        dry_run=dry_run,
        made_by=made_by,
    )
    with opened() as owner, _progress() as show:
        report = owner.bring_in(files, options, at=clock.now(), progress=show)
    if json:
        as_json(values(report, language))
    else:
        _tell(report, language)
    if report.rejected:
        raise typer.Exit(Exit.SOME_REJECTED)


def undo_run(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The id of the run, or its first letters, as `runs` shows it.")],
    json: Json = False,
) -> None:
    """Take a run back: what it made goes, what it changed or deleted is as before; or say which later run stands in the way.

    Example: relinsight undo 4c1e
    """
    with opened() as owner:
        done = owner.undo(run, at=clock.now())
    if json:
        as_json(asdict(done))
    else:
        typer.echo(say(done.said))


def suggest_profile(
    file: Annotated[Path, typer.Argument(help="A file that does not have our columns.")],
    record: Annotated[str | None, typer.Option(help="What a row is, where the file does not tell it well.")] = None,
    json: Json = False,
) -> None:
    """Write a commented profile that fits a file as far as can be told.

    Example: relinsight profile suggest register.csv > register.toml
    """
    from relinsight.sources.suggest import suggest

    with saying_refusals():
        profile = suggest(file, record)
    if json:
        as_json({"profile": profile})
    else:
        typer.echo(profile)


def list_runs(json: Json = False) -> None:
    """List the imports so far.

    Example: relinsight runs
    """
    with opened() as owner:
        rows(owner.runs(), json_wanted=json, columns=RUN)


def list_rejects(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The id of the import, or its first letters, as `runs` shows it.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the rows here, ready to mend.")] = None,
    json: Json = False,
) -> None:
    """Show the rejected rows of an import, or write them to mend and import again.

    Example: relinsight rejects 4c1e --out rejected.csv
    """
    with opened() as owner:
        found = owner.rejects(run)
        if out is not None:
            files = Names(tuple(Name(file) for file in owner.write_rejects(run, writable(out), writable)))
            rejected = len({(row["file"], row["sheet"], row["row_number"], row["raw"]) for row in found})
            typer.echo(say(counted("{n} rejected row: {files}", "{n} rejected rows: {files}", rejected, files=files)))
            return
    rows(found, json_wanted=json)


def _tell(report: ImportReport, language: str) -> None:
    if report.run_id is None:
        typer.echo(say(text("Nothing was changed: this was a dry run."), language))
    rows(counts_by_file(report), json_wanted=False)
    if columns := columns_by_file(report):
        rows(columns, json_wanted=False)
    for sentence in sentences(report):
        typer.echo(say(sentence, language))


@contextmanager
def _progress() -> Generator[Callable[[Text, float], None]]:
    """What is done and how far it is: a line on a terminal that changes; elsewhere a line from time to time, where it takes long."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _line_by_line()
        return
    with Progress(SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda doing, part: bar.update(task, description=say(doing), completed=part)


def _line_by_line() -> Callable[[Text, float], None]:
    """Say on standard error what is done, once in so many seconds."""
    last = time.monotonic()

    def show(doing: Text, _part: float) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            typer.echo(say(doing), err=True)

    return show
