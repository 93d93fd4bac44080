"""Verbs that read: the same answers, figures and rows as on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relinsight.command_line.asking import AsOf, Json, Language, Output, Since, as_of, period, read, refuse_unspoken, since
from relinsight.command_line.output import writable
from relinsight.command_line.speaking import LANGUAGE, Exit, as_json_text, refuse, rows, say
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.scope import Scope
from relinsight.words.text import text

if TYPE_CHECKING:
    from relinsight.access.reader import Reader
    from relinsight.insights.blocks import Insight
    from relinsight.measures.measure import Measure

MOST_OFFERED = 8  # partners that are named where more than one may be meant


class By(StrEnum):
    """Whose figures."""

    PARTNER = "partner"
    TIE = "tie"
    SECTOR = "sector"
    TIER = "tier"
    CLUSTER = "cluster"
    EMPLOYEE = "employee"
    PORTFOLIO = "portfolio"


class Document(StrEnum):
    """How a page is written."""

    MD = "md"
    JSON = "json"
    XLSX = "xlsx"


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
    found = read(lambda reader: reader.figures(Scope(as_of(reader, as_of_day)), by.value, *(measure or ())))
    rows([asdict(figure) for figure in found], json_wanted=json)


def page(
    name: Annotated[str, typer.Argument(help="Which page: portfolio, coverage, sectors, data ...")],
    as_of_day: AsOf = None,
    since_day: Since = None,
    partner: Annotated[str | None, typer.Option(metavar="ID|NAME", help="Whose dossier: an id, or a name or part of one.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="Only partners of this sector; may be given more than once.")] = None,
    cluster: Annotated[list[str] | None, typer.Option(help="Only partners of this cluster.")] = None,
    tier: Annotated[list[str] | None, typer.Option(help="Only partners of this tier.")] = None,
    account_manager: Annotated[list[str] | None, typer.Option(help="Only partners of this account manager.")] = None,
    counted: Annotated[str | None, typer.Option("--period", metavar="FIRST..LAST", help="The days that are counted.")] = None,
    language: Language = LANGUAGE,
    format_: Annotated[Document, typer.Option("--format", help="How the page is written.")] = Document.MD,
    output: Output = None,
    json: Json = False,
) -> None:
    """Say what a page says, without a screen.

    Example: relinsight page coverage --sector residents --format md
    """
    document = Document.JSON if json else format_
    if document is Document.XLSX and output is None:
        refuse(text("A workbook needs a file to be written to: add -o FILE.xlsx."), Exit.WRONG_USAGE)
    ask = _asked(name)
    refuse_unspoken(language)
    place = writable(output) if output is not None else None

    def answer(reader: Reader) -> Insight:
        on = as_of(reader, as_of_day)
        scope = Scope(
            on,
            since(since_day, on) or reader.review_before(on),
            period(counted),
            tuple(sector or ()),
            tuple(cluster or ()),
            tuple(tier or ()),
            tuple(account_manager or ()),
            partner,
        )
        return ask(reader, _with_partner(reader, scope) if partner else scope)

    _write(read(answer), document, language, place)


def _with_partner(reader: Reader, scope: Scope) -> Scope:
    """The scope with the id of the partner that is meant."""
    from relinsight.insights.partner.asked_for import asked_for

    meant = asked_for(reader, scope)
    if meant.partner is None and meant.offered:
        said = (
            text("More than one partner fits {name}: {partners}; give the id of the one that you mean.")
            if meant.fit
            else text("No partner is called {name}; these are spelled most like it: {partners}; give the id of the one that you mean.")
        )
        named = [Name(f"{name} ({partner})") for partner, name in list(meant.offered.items())[:MOST_OFFERED]]
        refuse(said.with_values(name=Name(scope.partner or ""), partners=Names(tuple(named))))
    return scope if meant.partner is None else replace(scope, partner=meant.partner)


def _asked(name: str) -> Callable[[Reader, Scope], Insight]:
    """Who answers the page of this name."""
    from relinsight.insights.pages import pages

    known = {page.name: page.answer for page in pages()}
    return known.get(name) or refuse(
        text("There is no page {name}; the pages are {pages}.", name=Name(name), pages=Names(tuple(map(Name, known)))),
        Exit.WRONG_USAGE,
    )


def _write(insight: Insight, document: Document, language: str, output: Path | None) -> None:
    from relinsight.sources.safe_write import replacing

    if output is not None:
        with replacing(output) as fresh:
            fresh.write_bytes(_file(insight, document, language))
    elif document is Document.JSON:
        as_json_text([_file(insight, document, language).decode(), "\n"])
    else:
        typer.echo(_file(insight, document, language).decode())


def _file(insight: Insight, document: Document, language: str) -> bytes:
    """A page as one of its documents."""
    match document:
        case Document.XLSX:
            from relinsight.export.workbook import as_xlsx

            return as_xlsx(insight, language)
        case Document.JSON:
            from relinsight.export.json_document import as_json

            return as_json(insight, language).encode()
        case Document.MD:
            from relinsight.export.markdown import as_markdown

            return as_markdown(insight, language).encode()


def list_measures(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this measure.")] = None, json: Json = False
) -> None:
    """List the declared measures and what they mean.

    Example: relinsight measures coverage_share
    """
    from relinsight.measures import MEASURES

    _refuse_unknown([name] if name else [])
    found = [_declared(measure) for measure in MEASURES.values() if name in (None, measure.name)]
    rows(found, json_wanted=json, columns=("name", "unit", "definition"))


def _refuse_unknown(names: list[str]) -> None:
    from relinsight.measures import declared

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
    from relinsight.insights.who import knows

    found = read(lambda reader: knows(reader, name, Scope(as_of(reader, as_of_day))))
    if not found and not json:
        typer.echo(say(text("Nobody here is known to know {name}.", name=Name(name))))
        return
    rows([row._asdict() for row in found], json_wanted=json)
