"""The verb that shows which names look like a partner we have, and takes down what is decided about them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from relinsight.command_line.asking import Json, opened
from relinsight.command_line.speaking import Exit, as_json, refuse, rows, say
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.text import text

if TYPE_CHECKING:
    from relinsight.access.matching import Decided, Decisions
    from relinsight.access.waiting_names import Match

COLUMNS = ("id", "name", "partner_id", "partner", "score", "reason", "dealings", "contacts", "first_day", "last_day", "state")


def matches(
    accept: Annotated[list[str] | None, typer.Option(metavar="ID[=PARTNER]", help="The name means the partner; it is kept so.")] = None,
    new: Annotated[list[str] | None, typer.Option(metavar="ID", help="The name is that of a new partner.")] = None,
    different: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="The name does not mean this partner; do not ask again.")
    ] = None,
    collective: Annotated[list[str] | None, typer.Option(metavar="ID", help="The name stands for many, and is no organisation.")] = None,
    merge: Annotated[list[str] | None, typer.Option(metavar="KEEP=GOES", help="Two partners are one: keep the first.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")] = False,
    json: Json = False,
) -> None:
    """List the names that look like a partner we have, and decide about them; all decisions of a call are one run, which undo takes back.

    Example: relinsight matches
    """
    decided = _decisions(accept or [], new or [], different or [], collective or [], merge or [])
    with opened() as owner:
        if not decided.is_empty:
            _tell(owner.decide(decided, at=clock.now(), dry_run=dry_run), dry_run=dry_run, json_wanted=json)
            return
        found = owner.matches()
    rows([_row(each) for each in found], json_wanted=json, columns=COLUMNS)


def _decisions(accept: list[str], new: list[str], different: list[str], collective: list[str], merge: list[str]) -> Decisions:
    from relinsight.access.matching import Decisions, Merge

    accepted = [(each, partner or None) for each, _, partner in (given.partition("=") for given in accept)]
    return Decisions(accepted, new, different, collective, [Merge(*_two(given)) for given in merge])


def _two(given: str) -> tuple[str, str]:
    keep, _, goes = given.partition("=")
    if not keep or not goes:
        refuse(text("--merge {given} does not name two partners; write it as KEEP=GOES.", given=Name(given)), Exit.WRONG_USAGE)
    return keep, goes


def _row(match: Match) -> dict[str, object]:
    cells = vars(match) | vars(match.origin) | {"state": match.state.value}
    return {name: cells[name] for name in COLUMNS}


def _tell(done: Decided, *, dry_run: bool, json_wanted: bool) -> None:
    if json_wanted:
        as_json(asdict(done) | {"dry_run": dry_run})
        return
    if dry_run:
        typer.echo(say(text("Nothing was changed: this was a dry run.")))
    elif done.changes:
        typer.echo(say(text("This is run {run}; `relinsight undo {run}` takes it back.", run=Name(done.run_id))))
    rows([asdict(each) for each in done.changes], json_wanted=False)
