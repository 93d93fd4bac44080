"""Read the named SQL of facts and pages, and include the facts that a query names."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

NAMED = re.compile(r"\b(?:from|join)\s+([a-z_][a-z0-9_]*)", re.IGNORECASE)


@cache
def facts() -> dict[str, str]:
    """Every fact by name: one SELECT, with `$as_of` for the day."""
    return _folder("facts")


@cache
def pages() -> dict[str, str]:
    """Every page query by name: one SELECT an exhibit."""
    return _folder("pages")


@cache
def composed(sql: str) -> str:
    """A query with the facts that it names, and those that these name, put before it as common table expressions."""
    needed: dict[str, str] = {}
    _collect(sql, needed, ())
    if not needed:
        return sql
    parts = ",\n".join(f"{name} AS (\n{body}\n)" for name, body in needed.items())
    return (
        f"WITH {parts}\n{sql}" if not re.match(r"(?:\s|--[^\n]*\n)*with\b", sql, re.IGNORECASE) else _joined(parts, sql)
    )


def grain(sql: str) -> str:
    """What one row of a fact or page query is: the sentence of its first line."""
    return sql.lstrip().splitlines()[0].removeprefix("--").strip()


def _joined(parts: str, sql: str) -> str:
    return re.sub(r"\bwith\b", lambda _: f"WITH {parts},\n", sql, count=1, flags=re.IGNORECASE)


def _collect(sql: str, needed: dict[str, str], above: tuple[str, ...]) -> None:
    for name in dict.fromkeys(match.group(1).lower() for match in NAMED.finditer(_bare(sql))):
        if name in above:
            raise ValueError(f"The fact {name} includes itself by way of {' > '.join(above)}.")
        if name in facts() and name not in needed:
            _collect(facts()[name], needed, (*above, name))
            needed[name] = facts()[name]


def _bare(sql: str) -> str:
    return re.sub(r"--[^\n]*", "", sql)


def _folder(name: str) -> dict[str, str]:
    folder = files("relinsight.warehouse").joinpath(name)
    found = {f.name[:-4]: f.read_text(encoding="utf-8").strip() for f in folder.iterdir() if f.name.endswith(".sql")}
    return {key: text.rstrip(";") for key, text in sorted(found.items())}
