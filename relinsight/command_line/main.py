"""The program and its verbs; an error is one sentence, never a traceback."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from relinsight.command_line import bringing_in, keeping, reading_out, serving
from relinsight.command_line.speaking import Exit, say
from relinsight.warehouse.failure import why
from relinsight.words.name import Name
from relinsight.words.text import Text, text

app = typer.Typer(
    name="relinsight",
    help="Strategic relationship insight for a city and its partners.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
profile = typer.Typer(help="Profiles say how to read a file that does not have our columns.", no_args_is_help=True)
app.add_typer(profile, name="profile")

app.command("serve")(serving.serve)
app.command("demo")(bringing_in.demo)
app.command("import")(bringing_in.import_)
profile.command("suggest")(bringing_in.suggest_profile)
app.command("runs")(bringing_in.list_runs)
app.command("rejects")(bringing_in.list_rejects)
app.command("sql")(reading_out.sql)
app.command("figures")(reading_out.list_figures)
app.command("page")(reading_out.page)
app.command("measures")(reading_out.list_measures)
app.command("who")(reading_out.who)
app.command("export")(keeping.export)
app.command("check")(keeping.check)
app.command("backup")(keeping.back_up)
app.command("restore")(keeping.restore_copy)


def main() -> None:
    """Run one verb."""
    try:
        app(prog_name="relinsight")
    except KeyboardInterrupt:
        _end(text("Stopped; nothing was changed."))
    except OSError as error:
        _end(why(error, None) or text("A file could not be read or written: {why}.", why=Name(error.strerror)))


def _end(reason: Text) -> NoReturn:
    print(say(reason), file=sys.stderr)
    sys.exit(Exit.NOT_DONE)
