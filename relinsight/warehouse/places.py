"""Where a query names what it reads, as places in its own text: found by a parser, so that the text itself can stay as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sqlglot import Token, TokenType, exp, parse_one, tokenize

DIALECT = "duckdb"


@dataclass(frozen=True)
class Place:
    """A stretch of a query's text that names something."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Read(Place):
    """A place where rows are read: from a table or fact, or where `is_own` from an expression of the query itself."""

    is_aliased: bool
    is_own: bool


@dataclass(frozen=True)
class Places:
    """All places of one query, and where further expressions can be put before its own."""

    reads: tuple[Read, ...]
    defines: tuple[Place, ...]
    asks: tuple[Place, ...]
    opening: Place
    has_expressions: bool


@lru_cache(maxsize=1024)
def places(sql: str) -> Places:
    """What one query names, and where."""
    tree, tokens = parse_one(sql, read=DIALECT), tokenize(sql, read=DIALECT)
    words = _opening_words(tokens)
    return Places(
        tuple(_read(table) for table in tree.find_all(exp.Table) if isinstance(table.this, exp.Identifier) and not table.db),
        tuple(_placed(defined.args["alias"].this) for defined in tree.find_all(exp.CTE)),
        tuple(_asked(tokens)),
        Place("", tokens[words].start, tokens[words].start),
        has_expressions=words > 0,
    )


def _opening_words(tokens: list[Token]) -> int:
    """How many words open the expressions of a query: WITH, or WITH RECURSIVE."""
    kinds = [token.token_type for token in tokens[:2]]
    return (kinds[:1] == [TokenType.WITH]) + (kinds == [TokenType.WITH, TokenType.RECURSIVE])


def _placed(name: Any) -> Place:
    return Place(name.name.lower(), name.meta["start"], name.meta["end"] + 1)


def _read(table: exp.Table) -> Read:
    place = _placed(table.this)
    return Read(place.name, place.start, place.end, bool(table.alias), _is_own(table, place.name))


def _is_own(table: exp.Table, name: str) -> bool:
    """Whether an expression of the query hides what the database calls so, at this place."""
    return any(name in _visible(query, inner) for query, inner in _around(table))


def _around(node: exp.Expr) -> Iterator[tuple[exp.Expr, exp.Expr]]:
    """Each part of the query around a node, with the part of it in which the node stands."""
    while node.parent is not None:
        yield node.parent, node
        node = node.parent


def _visible(query: exp.Expr, inner: exp.Expr) -> set[str]:
    """The expressions that one part of a query may read: within the list of them only those before it, and itself where it recurs."""
    if not isinstance(query, exp.With):
        own = query.args.get("with_")
        return {each.alias.lower() for each in own.expressions} if own is not None and own is not inner else set()
    before = query.expressions[: next(place for place, each in enumerate(query.expressions) if each is inner)]
    return {each.alias.lower() for each in (*before, *([inner] if query.recursive else []))}


def _asked(tokens: list[Token]) -> Iterator[Place]:
    for sign, word in pairwise(tokens):
        if sign.token_type is TokenType.PARAMETER and sign.end + 1 == word.start:
            yield Place(word.text, sign.start, word.end + 1)
