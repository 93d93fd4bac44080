"""Sections of a profile as TOML, each line with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from relinsight.words.name import on_one_line

Value: TypeAlias = "str | float | bool | date | Sequence[Value] | Mapping[str, Value]"
Source: TypeAlias = Mapping[str, Value]
LONGEST_TEXT = 30


@dataclass(frozen=True)
class Entry:
    """What fills a field, why, and some texts that stand there."""

    field: str
    source: Source
    why: str = ""
    seen: Sequence[str] = ()


@dataclass(frozen=True)
class Part:
    """A section of a profile: its table, why it is there, its entries and the rows that feed it."""

    table: str
    entries: Sequence[Entry]
    why: str = ""
    repeated: bool = False
    when: Source = field(default_factory=dict[str, Value])
    ready: bool = True

    def lines(self) -> Iterator[str]:
        """The section as lines; one that is not ready waits behind signs."""
        yield from comment(self.why)
        yield from self._body() if self.ready else (f"# {line}" if line else "" for line in self._body())

    def _body(self) -> Iterator[str]:
        yield f"[[{self.table}]]" if self.repeated else f"[{self.table}]"
        for entry in self.entries:
            yield from comment(entry.why)
            yield f"{entry.field} = {_source(entry.source)}{such_as(entry.seen)}"
        if self.when:
            yield f"when = [{_value(self.when)}]"
        yield ""


def comment(why: str) -> Iterator[str]:
    """A reason as a line of its own; none where there is none."""
    if why:
        yield f"# {on_one_line(' '.join(why.split()))}"


def such_as(texts: Sequence[str]) -> str:
    """Some texts of a column, behind a line."""
    shown = ", ".join(on_one_line(" ".join(each.split()))[:LONGEST_TEXT] for each in texts)
    return f"   # such as {shown}" if shown else ""


def quoted(word: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")


def several(words: Sequence[str]) -> str:
    """Some texts as TOML writes them."""
    return f"[{', '.join(map(quoted, words))}]"


def table_lines(name: str, part: Mapping[str, Value], *, repeated: bool = False) -> Iterator[str]:
    """A table of a profile as it stands; an empty one is left out."""
    if part:
        yield f"[[{name}]]" if repeated else f"[{name}]"
        yield from (f"{_key(key)} = {_source(value)}" for key, value in part.items())
        yield ""


def _source(source: Value) -> str:
    """A source as short as it may be written."""
    return _value(source["column"]) if isinstance(source, Mapping) and set(source) == {"column"} else _value(source)


def _value(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case Mapping():
            return _inline({_key(word): each for word, each in value.items()})
        case Sequence():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return str(value)


def _inline(value: Mapping[str, Value]) -> str:
    """A table on one line; the words of the file in a map within it stand in quotes."""
    within = ({quoted(word): each for word, each in inner.items()} if isinstance(inner, Mapping) else inner for inner in value.values())
    told = (f"{key} = {_table(each) if isinstance(each, Mapping) else _value(each)}" for key, each in zip(value, within, strict=True))
    return f"{{ {', '.join(told)} }}" if value else "{}"


def _table(value: Mapping[str, Value]) -> str:
    return f"{{ {', '.join(f'{word} = {_value(each)}' for word, each in value.items())} }}" if value else "{}"


def _key(word: str) -> str:
    return word if word.replace("_", "").replace("-", "").isalnum() and word.isascii() else quoted(word)
