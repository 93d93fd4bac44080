"""A record: a frozen model that knows its table, its key, its references and how its cells are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema, core_schema

from relinsight.records.cells import read
from relinsight.records.kinds import Kind
from relinsight.records.notation import PLAIN_NOTATION, Notation
from relinsight.records.rules import Rule


@dataclass(frozen=True)
class Column:
    """What a column of a table holds, what it means, and what else people call it."""

    kind: Kind
    meaning: str
    also: tuple[str, ...] = ()
    to: str | None = None
    empty: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A text is read by the rules of the column before its type is looked at."""
        return core_schema.with_info_before_validator_function(self._read, handler(source))

    def _read(self, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, str):
            return value
        notations: Mapping[str, Notation] = info.context or {}
        found = read(value, self.kind, notations.get(info.field_name or "", PLAIN_NOTATION))
        return self.empty if found is None else found


def column(kind: Kind, meaning: str, also: str = "", to: str | None = None, empty: str | None = None) -> Column:
    """A column: its kind, its meaning, its synonyms parted by commas, where it points to and what an empty cell means."""
    return Column(kind, meaning, tuple(part.strip() for part in also.split(",") if part.strip()), to, empty)


@dataclass(frozen=True)
class Field:
    """A column of one record, by name."""

    name: str
    column: Column
    required: bool


class Record(BaseModel):
    """One row that may stand in a table."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    table: ClassVar[str]
    also: ClassVar[tuple[str, ...]] = ()
    key: ClassVar[tuple[str, ...]] = ("id",)
    rules: ClassVar[tuple[Rule, ...]] = ()

    @model_validator(mode="after")
    def _keeps_its_rules(self) -> Record:
        values = dict(self)
        for rule in self.rules:
            if not rule.holds(values):
                raise ValueError(rule.name)
        return self


@cache
def fields(record: type[Record]) -> tuple[Field, ...]:
    """The columns of a record in their order."""
    return tuple(Field(name, _column(info.metadata), info.is_required()) for name, info in record.model_fields.items())


@cache
def field(record: type[Record], name: str) -> Field:
    """One column of a record."""
    return next(each for each in fields(record) if each.name == name)


def _column(metadata: list[Any]) -> Column:
    return next(each for each in metadata if isinstance(each, Column))
