"""The verb that writes an empty file of a record, to fill in and bring in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from relinsight.command_line.asking import Json, Language, Output, refuse_unspoken
from relinsight.command_line.output import writable
from relinsight.command_line.speaking import LANGUAGE, Exit, as_json, refuse, say
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import text

if TYPE_CHECKING:
    from relinsight.records.record import Record


def template(
    record: Annotated[str, typer.Argument(help="What a row is: partner, contact_moment ...")],
    output: Output = None,
    language: Language = LANGUAGE,
    json: Json = False,
) -> None:
    """Write an empty Excel file of a record, with an example and the words to choose from; `import` reads it when it is filled in.

    Example: relinsight template partner -o partner.xlsx
    """
    from relinsight.export.templates.workbook import as_template
    from relinsight.sources.safe_write import replacing

    wanted = _record(record)
    refuse_unspoken(language)
    if output is None:
        refuse(text("A workbook needs a file to be written to: add -o FILE.xlsx."), Exit.WRONG_USAGE)
    with replacing(writable(output)) as fresh:
        fresh.write_bytes(as_template(wanted, language))
    if json:
        as_json({"path": str(output)})
    else:
        typer.echo(say(text("{file} is written; fill it in and bring it in with `relinsight import`.", file=Name(output)), language))


def _record(name: str) -> type[Record]:
    from relinsight.records.model import RECORDS
    from relinsight.sources.header_meanings import record_named

    return record_named(name) or refuse(
        text(
            "There is no record {record}; the records are {records}.",
            record=Name(name),
            records=Names(tuple(Name(each.table) for each in RECORDS)),
        ),
        Exit.WRONG_USAGE,
    )
