"""The data dictionary: what every column of every table means, for machines and for people."""

from __future__ import annotations

from collections.abc import Iterator

from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.records.model import RECORDS
from relinsight.records.record import Field, Record, fields

OPENING = """# Tables and columns

This page is made from the records (`python -m relinsight.records.dictionary > docs/columns.md`); a test says when it is not up to date.

A file of a table needs no profile when its columns carry these names or one of the synonyms, in any case, with blanks, hyphens
or underscores between the words. A column that points to another table may hold a name in place of an id when it is called
after that table: `partner` for `partner_id`. The shipped sectors and the dimensions of the shipped questionnaires answer to their
Dutch words too (zorg, cultuur, vertrouwen), unless a sector or dimension of that very name is there.
Every table also has `recorded_at` and `run_id`: when, and by which import, a row was written.
"""


def data_dictionary(suffix: str) -> dict[str, object]:
    """Every table with its columns, keys and references, in the form that data packages use."""
    return {"name": "relinsight", "resources": [_resource(record, suffix) for record in RECORDS]}


def as_markdown() -> str:
    """The same as a page."""
    return "\n".join([OPENING, *(line for record in RECORDS for line in _section(record))])


def type_name(kind: Kind) -> str:
    """What a kind is called in a data dictionary."""
    match kind:
        case Day():
            name = "date"
        case WholeNumber():
            name = "integer"
        case Number() | Amount():
            name = "number"
        case YesNo():
            name = "boolean"
        case Plain() | Listed():
            name = "string"
    return name


def _resource(record: type[Record], suffix: str) -> dict[str, object]:
    links = [{"fields": f.name, "reference": {"resource": f.column.to, "fields": "id"}} for f in fields(record) if f.column.to]
    return {
        "name": record.table,
        "path": f"{record.table}.{suffix}",
        "description": _defined(record),
        "schema": {
            "fields": [_described(f) for f in fields(record)],
            "primaryKey": list(record.key),
            "foreignKeys": links,
        },
    }


def _defined(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def _described(field: Field) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if field.required else {}
    return {
        "name": field.name,
        "type": type_name(field.column.kind),
        "description": field.column.meaning,
        "constraints": constraints | _bounds(field.column.kind),
    }


def _bounds(kind: Kind) -> dict[str, object]:
    if isinstance(kind, Listed):
        return {"enum": list(kind.words)}
    if not isinstance(kind, WholeNumber | Number):
        return {}
    return {name: bound for name, bound in (("minimum", kind.least), ("maximum", kind.most)) if bound is not None}


def _section(record: type[Record]) -> Iterator[str]:
    yield f"## {record.table}"
    yield ""
    yield _defined(record)
    yield ""
    yield f"Key: {', '.join(record.key)}. Also called: {', '.join(record.also)}."
    yield ""
    yield "| column | holds | what it means | also called |"
    yield "|---|---|---|---|"
    yield from (_row(f) for f in fields(record))
    yield ""


def _row(field: Field) -> str:
    needed = ", needed" if field.required else ""
    to = f" -> {field.column.to}" if field.column.to else ""
    return f"| {field.name} | {_kind(field.column.kind)}{to}{needed} | {field.column.meaning} | {', '.join(field.column.also)} |"


def _kind(kind: Kind) -> str:
    match kind:
        case Listed(words):
            return "one of " + ", ".join(words)
        case Amount():
            return "amount in euro"
        case WholeNumber(least, most) | Number(least, most):
            return " ".join(
                [type_name(kind), *([f"from {least}"] if least is not None else []), *([f"to {most}"] if most is not None else [])]
            )
        case _:
            return type_name(kind)


if __name__ == "__main__":
    print(as_markdown(), end="")
