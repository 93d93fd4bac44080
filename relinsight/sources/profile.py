"""A profile: how a file with other columns than ours is read, written as TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from relinsight.records.model import BY_TABLE
from relinsight.records.settings import why_not
from relinsight.shipped import lying
from relinsight.sources.refusal import ImportRefused
from relinsight.words.name import Name
from relinsight.words.text import Text, text

SHIPPED = lying("data") / "profiles"


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"'{value}' is no pattern") from error
    return value


def _mark(value: str) -> str:
    if len(value) != 1 or value in '"\r\n':
        raise ValueError(f"'{value}' is not one sign that can part cells")
    return value


Pattern = Annotated[str, AfterValidator(_pattern)]
Mark = Annotated[str, AfterValidator(_mark)]
Several = Annotated[tuple[str, ...], BeforeValidator(_several)]


class _Part(BaseModel):
    """A part of a profile; a word that is not known is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class YearsPart(_Part):
    """The years of the file for which the settings of a profile are meant."""

    column: str
    first: int
    last: int


class FilePart(_Part):
    """How the file is written."""

    encoding: str | None = None
    delimiter: Mark | None = None
    header_row: int | None = Field(default=None, ge=1)
    sheet: str | int | None = None
    missing: Several = ()
    with_private: bool = False
    newest: str | None = None
    keep: Literal["last"] | None = None
    rsin: Several = ()
    years: YearsPart | None = None

    @model_validator(mode="after")
    def _keeps_by_one_rule(self) -> FilePart:
        if self.newest and self.keep:
            raise ValueError("newest and keep say two things; leave one of them out")
        return self

    @property
    def keeps_one(self) -> bool:
        """Whether of several rows of one key one holds, and the others are set aside."""
        return bool(self.newest or self.keep)


class Condition(_Part):
    """A test on one column of a row."""

    column: str
    words: Several = Field(default=(), alias="is")
    matches: Pattern | None = None
    empty: bool | None = None
    negated: bool = Field(default=False, alias="not")


class MostPart(_Part):
    """Yes for the value that most rows have; of equals the one with the greatest sum of a column."""

    then: str | None = None


class Source(_Part):
    """Where the text of a field comes from, and what is done with it on the way."""

    column: str | None = None
    columns: Several = ()
    join: str = " "
    hashed: bool = Field(default=False, alias="hash")
    constant: str | None = None
    missing: Several = ()
    extract: Pattern | None = None
    map: Mapping[str, str] = Field(default_factory=dict[str, str])
    otherwise: str | None = Field(default=None, alias="else")
    split: Several = ()
    omit: Pattern | None = None
    dates: Literal["dd-mm-yyyy", "mm-dd-yyyy", "yyyy-mm-dd"] | None = None
    numbers: Literal["1.234,56", "1,234.56"] | None = None
    create: bool = False
    collective: Several = ()
    unknown: Literal["reject", "list"] = "reject"
    most: MostPart | None = None

    @property
    def is_worked(self) -> bool:
        """Whether something is done with the text on the way."""
        return self.otherwise is not None or any((self.missing, self.extract, self.map, self.split, self.omit, self.hashed))

    @property
    def read_from(self) -> tuple[str, ...]:
        """The columns of the file that it needs."""
        return (self.column,) if self.column else self.columns


@dataclass(frozen=True)
class Section:
    """What each row gives to one record."""

    table: str
    sources: Mapping[str, Source]
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Profile:
    """How the rows of a file become records."""

    name: str
    file: FilePart
    sections: tuple[Section, ...]
    drop: tuple[Condition, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict[str, str])

    def of_our_files(self) -> Profile:
        """The same for files with these columns that relinsight itself wrote."""
        return replace(self, file=self.file.model_copy(update=dict.fromkeys(("encoding", "delimiter", "header_row", "sheet"))))


def read_profile(named: str | Path) -> Profile:
    """A profile by its path, or by the name of a shipped one."""
    path = Path(named) if Path(named).suffix == ".toml" else SHIPPED / f"{named}.toml"
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in SHIPPED.glob("*.toml")))
        raise ImportRefused(
            text(
                "There is no profile {name}; give the path of a TOML file, or one of {known}.",
                name=Name(str(named)),
                known=Name(known),
            )
        )
    try:
        written = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportRefused(_broken(path.name, str(error))) from error
    return profile_of(path.stem, written, path.name)


def profile_of(name: str, written: str, file: str | None = None) -> Profile:
    """The profile that a text says; `file` is where it stands."""
    called = file or name
    try:
        return _profile(name, tomllib.loads(written))
    except tomllib.TOMLDecodeError as error:
        raise ImportRefused(_broken(called, str(error))) from error
    except ValidationError as error:
        first = error.errors()[0]
        why = f"{'.'.join(map(str, first['loc']))}: {first['msg'].removeprefix('Value error, ')}"
        raise ImportRefused(_broken(called, why)) from error


def _broken(called: str, why: str) -> Text:
    return text("The profile {file} cannot be read ({why}); mend it there.", file=Name(called), why=Name(why))


def _profile(name: str, parts: dict[str, object]) -> Profile:
    file = FilePart.model_validate(parts.pop("file", {}))
    drop = tuple(Condition.model_validate(each) for each in _listed(parts.pop("drop", [])))
    settings = {key: _written(value) for key, value in _table(parts.pop("settings", {})).items()}
    _check_settings(settings)
    sections = tuple(_section(table, part) for table, parts_of in parts.items() for part in _listed(parts_of))
    if not sections and not file.with_private:
        raise ImportRefused(fills_nothing(name))
    return Profile(name, file, sections, drop, settings)


def fills_nothing(name: str) -> Text:
    """The sentence about a profile without a section."""
    return text("The profile {name} fills no table; add a section for one, such as [partner].", name=Name(name))


def _check_settings(settings: Mapping[str, str]) -> None:
    """Refuse a setting with a value on which no page could stand."""
    for why in filter(None, map(why_not, settings, settings.values())):
        raise ImportRefused(why)


def _section(table: str, part: object) -> Section:
    if table not in BY_TABLE:
        raise ImportRefused(
            text(
                "The profile names a table {table} that does not exist; see docs/columns.md for their names.",
                table=Name(table),
            )
        )
    cells = _table(part)
    when = tuple(Condition.model_validate(each) for each in _listed(cells.pop("when", [])))
    return Section(table, {name: _source(value) for name, value in cells.items()}, when)


def _source(value: object) -> Source:
    return Source(column=value) if isinstance(value, str) else Source.model_validate(value)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _table(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
