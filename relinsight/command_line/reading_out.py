"""Verbs that read: the same answers, figures and rows as on the screen."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from relinsight.command_line.asking import AsOf, Json, Output, Since, as_of, day, period, reading
from relinsight.command_line.speaking import Exit, refuse, rows, say, saying_refusals
from relinsight.export.json_document import as_json as insight_as_json
from relinsight.export.markdown import as_markdown
from relinsight.export.workbook import as_xlsx
from relinsight.insights.blocks import Insight
from relinsight.insights.pages import pages
from relinsight.insights.who import knows
from relinsight.measures import MEASURES, declared
from relinsight.measures.measure import Measure
from relinsight.measures.scoping import parameters
from relinsight.sources.whole import whole
from relinsight.warehouse.location import database
from relinsight.warehouse.readonly import select
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import Scope
from relinsight.words.text import text

PAGES = {page.name: page.answer for page in pages()}


class By(StrEnum):
    """Whose figures."""

    PARTNER = "partner"
    TIE = "tie"
    SECTOR = "sector"
    TIER = "tier"
    CLUSTER = "cluster"
    EMPLOYEE = "employee"
    PORTFOLIO = "portfolio"


class Rows(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Document(StrEnum):
    """How a page is written."""

    MD = "md"
    JSON = "json"
    XLSX = "xlsx"


class Language(StrEnum):
    """In which language a page speaks."""

    EN = "en"
    NL = "nl"


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Exactly one SELECT or EXPLAIN over tables and facts.")],
    format_: Annotated[Rows, typer.Option("--format", help="How the rows are written.")] = Rows.TABLE,
    as_of_day: AsOf = None,
    json: Json = False,
) -> None:
    """Read with SQL, and change nothing: no file, no setting, no temporary table.

    Example: relinsight sql "SELECT name FROM partner ORDER BY name"
    """
    with reading() as reader:
        on = as_of(reader, as_of_day)
    with saying_refusals():
        answer = select(database(), query, _days(on))
    if format_ is Rows.CSV:
        typer.echo(answer.as_csv(), nl=False)
    else:
        rows(answer.rows, json_wanted=json or format_ is Rows.JSON, columns=answer.columns)


def _days(on: date) -> dict[str, date]:
    """The days that a fact may name."""
    return {name: value for name, value in parameters(Scope(on)).items() if isinstance(value, date)}


def list_figures(
    by: Annotated[By, typer.Option("--by", help="Whose figures.")] = By.PORTFOLIO,
    as_of_day: AsOf = None,
    measure: Annotated[list[str] | None, typer.Option("--measure", metavar="NAME", help="Only these measures.")] = None,
    json: Json = False,
) -> None:
    """List every measure of every subject: what all pages show, as rows.

    Example: relinsight figures --by sector --as-of 2026-09-30
    """
    _refuse_unknown(measure or [])
    with reading() as reader:
        found = reader.figures(Scope(as_of(reader, as_of_day)), by.value, *(measure or ()))
    rows([asdict(figure) for figure in found], json_wanted=json)


def page(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(PAGES)}.")],
    as_of_day: AsOf = None,
    since: Since = None,
    partner: Annotated[str | None, typer.Option(metavar="ID", help="Whose dossier.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="Only partners of this sector; may be given more than once.")] = None,
    cluster: Annotated[list[str] | None, typer.Option(help="Only partners of this cluster.")] = None,
    tier: Annotated[list[str] | None, typer.Option(help="Only partners of this tier.")] = None,
    account_manager: Annotated[list[str] | None, typer.Option(help="Only partners of this account manager.")] = None,
    counted: Annotated[str | None, typer.Option("--period", metavar="FIRST..LAST", help="The days that are counted.")] = None,
    language: Annotated[Language, typer.Option(help="In which language.")] = Language.EN,
    format_: Annotated[Document, typer.Option("--format", help="How the page is written.")] = Document.MD,
    output: Output = None,
    json: Json = False,
) -> None:
    """Say what a page says, without a screen.

    Example: relinsight page coverage --sector residents --format md
    """
    ask = PAGES.get(name) or refuse(
        text("There is no page {name}; the pages are {pages}.", name=Name(name), pages=Names(tuple(map(Name, PAGES)))),
        Exit.WRONG_USAGE,
    )
    with reading() as reader:
        on = as_of(reader, as_of_day)
        scope = Scope(
            on,
            day(since, "--since") or reader.review_before(on),
            period(counted),
            tuple(sector or ()),
            tuple(cluster or ()),
            tuple(tier or ()),
            tuple(account_manager or ()),
            partner,
        )
        insight = ask(reader, scope)
    _write(insight, Document.JSON if json else format_, language.value, output)


def _write(insight: Insight, document: Document, language: str, output: Path | None) -> None:
    if output is None and document is not Document.XLSX:
        typer.echo(_words(insight, document, language))
        return
    if output is None:
        refuse(text("A workbook needs a file to be written to: add -o FILE.xlsx."), Exit.WRONG_USAGE)
    with whole(output) as fresh:
        is_workbook = document is Document.XLSX
        fresh.write_bytes(as_xlsx(insight, language) if is_workbook else _words(insight, document, language).encode())


def _words(insight: Insight, document: Document, language: str) -> str:
    return insight_as_json(insight, language) if document is Document.JSON else as_markdown(insight, language)


def list_measures(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this measure.")] = None, json: Json = False
) -> None:
    """List the declared measures and what they mean.

    Example: relinsight measures coverage_share
    """
    _refuse_unknown([name] if name else [])
    found = [_declared(measure) for measure in MEASURES.values() if name in (None, measure.name)]
    rows(found, json_wanted=json, columns=("name", "unit", "definition"))


def _refuse_unknown(names: list[str]) -> None:
    for name in names:
        if declared(name) is None:
            refuse(text("There is no measure {name}; `relinsight measures` lists them.", name=Name(name)))


def _declared(measure: Measure) -> dict[str, object]:
    words = {part: say(getattr(measure, part)) for part in ("label", "question", "definition", "unit")}
    misleads = say(measure.misleads) if measure.misleads else None
    rest = {"direction": measure.direction, "at_least": measure.at_least, "by": measure.by, "source": measure.source}
    return {"name": measure.name, **words, **rest, "misleads": misleads}


def who(name: Annotated[str, typer.Argument(help="A partner or a person.")], as_of_day: AsOf = None, json: Json = False) -> None:
    """Tell who knows this partner or person, how strongly and how recently.

    Example: relinsight who "Theater"
    """
    with reading() as reader:
        found = knows(reader, name, Scope(as_of(reader, as_of_day)))
    if not found and not json:
        typer.echo(say(text("Nobody here is known to know {name}.", name=Name(name))))
        return
    rows([row._asdict() for row in found], json_wanted=json)
