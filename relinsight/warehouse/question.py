"""What of a user's words is the one question that they ask; all else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import duckdb

WORD = re.compile(r'"?\w+"?|.', re.DOTALL)
READS = frozenset({"select", "with", "from", "values", "table", "("})
# What the engine offers as a function within a SELECT, and yet changes a setting, keeps a log or runs what it is given as text.
CHANGES = frozenset({
    "add_parquet_key", "checkpoint", "disable_logging", "disable_profile", "disable_profiling", "enable_logging",
    "enable_profile", "enable_profiling", "force_checkpoint", "json_execute_serialized_sql", "query",
    "truncate_duckdb_logs", "write_log",
})  # fmt: skip


class Refused(Exception):  # noqa: N818
    """Why there is no answer: a word that the other side knows, and what it is about."""

    def __init__(self, why: str, about: str = "") -> None:
        super().__init__(why)
        self.about = about


def question_of(query: str) -> tuple[str, str]:
    """The one question of a query, and what stands before it: nothing, or that it is to be explained."""
    statements = duckdb.extract_statements(query)
    if len(statements) != 1:
        raise Refused("several" if statements else "none")
    words = _words(query)
    end = next((place for word, place in words if word == ";"), len(query))
    begins = next((place for place in _beginnings(words) if _is_question(query[place:end])), None)
    if begins is None or any(word in CHANGES and after == "(" for (word, _), (after, _) in pairwise(words)):
        raise Refused("kind")
    return query[begins:end], query[:begins] if words[0][0] == "explain" else ""


def _words(query: str) -> list[tuple[str, int]]:
    """The words and signs of a query without its comments, in lower case, and where each begins; the engine counts in bytes."""
    written = query.encode()
    places = [len(written[:place].decode()) for place, _ in duckdb.tokenize(query)]
    return [(found.group().strip('"').lower(), place) for place in places if (found := WORD.match(query, place))]


def _beginnings(words: list[tuple[str, int]]) -> Iterator[int]:
    """Where the question may begin: at once, or after EXPLAIN, ANALYZE, and options between brackets."""
    names = [word for word, _ in words]
    place = int(names[0] == "explain") + (names[:2] == ["explain", "analyze"])
    options = names.index(")", place) + 1 if place and ")" in names[place:] else place
    yield from (words[at][1] for at in (place, options) if at < len(words) and names[at] in READS)


def _is_question(text: str) -> bool:
    try:
        statements = duckdb.extract_statements(text)
    except duckdb.Error:
        return False
    return [each.type for each in statements] == [duckdb.StatementType.SELECT]
