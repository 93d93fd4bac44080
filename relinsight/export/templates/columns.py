"""The columns of a file of one record: its own, and those by which a simpler file fills another table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from relinsight.records.headings import HEADINGS, heading
from relinsight.records.kinds import Kind, Listed
from relinsight.records.model import BY_TABLE
from relinsight.records.record import Column, Record, field, fields
from relinsight.records.vocabularies import SECTORS
from relinsight.sources.header_meanings import required
from relinsight.sources.linked_columns import LINKED_COLUMNS, LinkedColumn
from relinsight.words.text import Text


@dataclass(frozen=True)
class TemplateColumn:
    """A column to fill in: what people call it, what it holds, to which table it points, and whether a row needs it."""

    name: str
    heading: Text
    kind: Kind
    to: type[Record] | None
    needed: bool
    several: bool = False

    @property
    def words(self) -> Listed | None:
        """The words to choose from; those of the shipped sectors are offered beside a sector of one's own."""
        if self.to is BY_TABLE["sector"]:
            return SECTORS
        return self.kind if isinstance(self.kind, Listed) else None


def template_columns(record: type[Record]) -> tuple[TemplateColumn, ...]:
    """The columns of a file of this record, its own first."""
    own = (_column(f.name, f.name, f.column, needed=f.name in required(record)) for f in fields(record))
    return (*own, *_linked(record))


def _linked(record: type[Record]) -> Iterator[TemplateColumn]:
    for link in LINKED_COLUMNS.get(record, ()):
        for name in (link.fills, *link.beside):
            several = link.several and name == link.fills
            yield _column(name, _called(link, name), field(link.record, name).column, several=several)


def _called(link: LinkedColumn, name: str) -> str:
    """By which word of ours a linked column goes: a partner's employee is its account manager."""
    return link.words[0] if link.words and name == link.fills else name


def _column(name: str, called: str, column: Column, *, needed: bool = False, several: bool = False) -> TemplateColumn:
    to = BY_TABLE[column.to] if column.to else None
    return TemplateColumn(name, heading(called) or HEADINGS[name], column.kind, to, needed, several)
