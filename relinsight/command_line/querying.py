"""The verb that reads with SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from relinsight.command_line.asking import AsOf, Json, as_of, read
from relinsight.command_line.speaking import as_json_text, refuse, rows, saying_refusals
from relinsight.words.scope import Scope
from relinsight.words.text import text

MOST_SHOWN = 10_000  # rows of a table for people


class RowsFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Exactly one SELECT or EXPLAIN over tables and facts.")],
    format_: Annotated[RowsFormat, typer.Option("--format", help="How the rows are written.")] = RowsFormat.TABLE,
    as_of_day: AsOf = None,
    json: Json = False,
) -> None:
    """Read with SQL, and change nothing: no file, no setting, no temporary table.

    Example: relinsight sql "SELECT name FROM partner ORDER BY name"
    """
    from relinsight.access.handing_over.unopened import select
    from relinsight.measures.scoping import parameters

    on = read(lambda reader: as_of(reader, as_of_day))
    with saying_refusals(), select(query, parameters(Scope(on))) as answer:
        match RowsFormat.JSON if json else format_:
            case RowsFormat.CSV:
                for line in answer.as_csv():
                    typer.echo(line, nl=False)
            case RowsFormat.JSON:
                as_json_text(answer.as_json())
            case RowsFormat.TABLE:
                rows(_few(answer.rows()), json_wanted=False, columns=answer.names)


def _few(found: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """As many rows as a table for people holds."""
    shown = list(islice(found, MOST_SHOWN + 1))
    if len(shown) > MOST_SHOWN:
        refuse(text("The answer has more than {most} rows; add a LIMIT, or take them along with --format csv.", most=MOST_SHOWN))
    return shown
