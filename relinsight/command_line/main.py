"""The program and its verbs; what a verb needs is loaded when it is called."""

from __future__ import annotations

import typer

from relinsight.access.place import database
from relinsight.command_line import bringing_in, keeping, matching, querying, reading_out, serving, templates

app = typer.Typer(
    name="relinsight",
    help=f"Strategic relationship insight for a city and its partners. Its database is {database()} (RELINSIGHT_DB names another).",
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
app.command("template")(templates.template)
app.command("runs")(bringing_in.list_runs)
app.command("rejects")(bringing_in.list_rejects)
app.command("undo")(bringing_in.undo_run)
app.command("matches")(matching.matches)
app.command("sql")(querying.sql)
app.command("figures")(reading_out.list_figures)
app.command("page")(reading_out.page)
app.command("measures")(reading_out.list_measures)
app.command("who")(reading_out.who)
app.command("export")(keeping.export)
app.command("check")(keeping.check)
app.command("backup")(keeping.back_up)
app.command("restore")(keeping.restore_copy)
