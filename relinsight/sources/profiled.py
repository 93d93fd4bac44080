"""Make the reading plan of a sheet with a profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relinsight.records.instruments import Assessment, AssessmentScore
from relinsight.records.kinds import Listed
from relinsight.records.model import BY_TABLE, keyed_by_id, spoken
from relinsight.records.notation import Notation
from relinsight.records.record import Record, field
from relinsight.sources.agreeing import agreeing
from relinsight.sources.citizen_numbers import rsin_columns, secret_columns
from relinsight.sources.derivation import Derived, extended, making, marking
from relinsight.sources.header_meanings import Place, places, required
from relinsight.sources.headers import is_citizen_number, plain, squeezed, twins
from relinsight.sources.plan import At, Cell, Constant, Feed, Most, Naming, Own, Plan, Versions, Years
from relinsight.sources.planning import lacks_for_profile, planned
from relinsight.sources.profile import Condition, Profile, Section, Source, fills_nothing
from relinsight.sources.refusal import ImportRefused
from relinsight.sources.sheet import Sheet
from relinsight.words.name import Name
from relinsight.words.text import Text, text

COUNTS = ".counts"  # how the column is called that marks the rows that count
NOTATIONS = {
    "dd-mm-yyyy": Notation(order="day first"),
    "mm-dd-yyyy": Notation(order="month first"),
    "yyyy-mm-dd": Notation(order="day first"),
    "1.234,56": Notation(decimals="comma"),
    "1,234.56": Notation(decimals="point"),
}


def profiled(sheet: Sheet, profile: Profile) -> Plan:
    """What the rows of a sheet feed, told by a profile; of a format that holds one table by that, and only the settings by the profile."""
    if sheet.table is not None:
        return replace(planned(sheet, None), settings=profile.settings)
    if not profile.sections:
        raise ImportRefused(fills_nothing(profile.name))
    _check_columns(sheet, profile)
    planning = _Planning(sheet, profile)
    feeds = tuple(feed for section in agreeing(profile).sections for feed in planning.feeds(section))
    versions = planning.versions(feeds[0]) if profile.file.keeps_one else None
    return Plan(
        sheet=extended(sheet, planning.derived),
        feeds=feeds,
        notations=planning.notations,
        settings=profile.settings,
        hidden=secret_columns(sheet.header),
        width=len(sheet.header),
        kept=planning.kept,
        years=_years(sheet, profile),
        versions=versions,
        by_profile=True,
        made_of=planning.made_of(),
        of_organisations=(*rsin_columns(sheet.header), *(planning.at[name] for name in profile.file.rsin)),
        twins=twins(sheet.header, {planning.at[name] for name in wanted(profile)}),
    )


class _Planning:
    """The columns that the sections of a profile add to a sheet while its feeds are made."""

    def __init__(self, sheet: Sheet, profile: Profile) -> None:
        self.sheet, self.profile = sheet, profile
        self.at = {name: index for index, name in reversed(list(enumerate(sheet.header)))}
        self.derived: list[tuple[str, Derived]] = []
        self.notations: dict[int, Notation] = {}
        self.kept = self._mark((), "kept") if profile.drop else None

    def feeds(self, section: Section) -> Iterator[Feed]:
        """The feed of a section's record, and those of what stands beside it."""
        record = BY_TABLE[section.table]
        scores = [name for name in section.sources if record is Assessment and squeezed(name) not in places(record)]
        placed = {name: self._place(record, name) for name in section.sources if name not in scores}
        only = self._mark(section.when, section.table) if section.when else self.kept
        own = {place.field: section.sources[name] for name, place in placed.items() if place.aside is None}
        named = {place.field for place in placed.values() if place.aside is None and place.by_name}
        yield self._feed(record, own, named, only)
        yield from self._asides(record, section, placed, only)
        for name in scores:
            yield self._score(name, section.sources[name], only)

    def _score(self, name: str, source: Source, only: int | None) -> Feed:
        """The score of a dimension, or of an item, that a form has in a column of its own."""
        feed = self._feed(AssessmentScore, {"score": source}, set(), only)
        word = Constant(plain(name))
        cells: dict[str, Cell] = {"assessment_id": Own(Assessment), "dimension": word, "item": word, **feed.cells}
        return replace(feed, cells=cells, needs=("score",), aside_of=Assessment)

    def versions(self, feed: Feed) -> Versions:
        """Which of several rows of one key of the first section holds."""
        key = [cell.column for name in _keys(feed) if isinstance(cell := feed.cells.get(name), At)]
        if not key:
            raise ImportRefused(
                text(
                    "The profile {name} says which of several rows holds, but {table} has no id there; give it one.",
                    name=Name(self.profile.name),
                    table=Name(feed.record.table),
                )
            )
        newest = self.profile.file.newest
        return Versions(tuple(key), keyed_by_id(feed.record) and "id" not in feed.cells, self._newest(newest) if newest else None)

    def _newest(self, column: str) -> int:
        """The column that tells which row is the newest, written as a field of the profile says that reads it."""
        at = self._column("newest", Source(column=column))
        read = (source for section in self.profile.sections for source in section.sources.values() if source.column == column)
        written = next((way for source in read for way in (source.dates, source.numbers) if way), None)
        self.notations |= {at: NOTATIONS[written]} if written else {}
        return at

    def _asides(self, record: type[Record], section: Section, placed: dict[str, Place], only: int | None) -> Iterator[Feed]:
        for aside in dict.fromkeys(place.aside for place in placed.values() if place.aside is not None):
            here = {place.field: (section.sources[name], place) for name, place in placed.items() if place.aside is aside}
            if aside.fills not in here:
                raise ImportRefused(_stands_alone(section.table, next(iter(here)), aside.fills.removesuffix("_id")))
            feed = self._feed(
                aside.record,
                {name: source for name, (source, _) in here.items()},
                {name for name, (_, place) in here.items() if place.by_name},
                only,
            )
            fixed: dict[str, Cell] = {aside.own: Own(record)}
            fixed |= {name: Constant(word) for name, word in aside.constants.items()}
            yield replace(
                feed,
                cells={**fixed, **feed.cells},
                several=aside.fills if aside.several else feed.several,
                parted=aside.several and _is_id(aside.record, aside.fills) and aside.fills not in feed.named,
                needs=(aside.fills,),
                aside_of=record,
                since_ever=aside.since_ever,
            )

    def _place(self, record: type[Record], name: str) -> Place:
        place = places(record).get(squeezed(name))
        if place is None:
            raise ImportRefused(
                text(
                    "The profile fills {field} of {table}, which has no such column.",
                    field=Name(name),
                    table=Name(record.table),
                )
            )
        return place

    def _feed(self, record: type[Record], sources: dict[str, Source], named: set[str], only: int | None) -> Feed:
        most = next(((name, self._most(source)) for name, source in sources.items() if source.most), None)
        cells = {name: self._cell(record, name, source) for name, source in sources.items() if not source.most}
        several = next((name for name, source in sources.items() if source.split), None)
        needs = {name for name in required(record) if name in named} | ({several} if several else set[str]())
        return Feed(
            record=record,
            cells=cells,
            named={name: _naming(sources[name]) for name in named},
            called={name: "+".join(source.read_from) or name for name, source in sources.items()},
            several=several,
            needs=tuple(needs) if record.key != ("id",) else (),
            only_where=only,
            most=most,
            mapped=frozenset(name for name, source in sources.items() if source.map),
        )

    def _most(self, source: Source) -> Most:
        then = source.most.then if source.most else None
        return Most(self.at[then] if then else None)

    def _cell(self, record: type[Record], name: str, source: Source) -> Cell:
        self._check_words(record, name, source)
        if source.constant is not None:
            return Constant(source.constant)
        at = self._column(f"{record.table}.{name}", source)
        for written in (source.dates, source.numbers):
            if written:
                self.notations[at] = NOTATIONS[written]
        return At(at)

    def _check_words(self, record: type[Record], name: str, source: Source) -> None:
        """Refuse a word that the profile itself gives to a list that does not know it."""
        kind = field(record, name).column.kind
        given = [*source.map.values(), source.otherwise or "", source.constant or ""]
        if isinstance(kind, Listed) and (strange := [word for word in given if word and word.lower() not in kind.meanings]):
            raise ImportRefused(
                text(
                    "The profile gives {field} of {table} the word '{word}', which its list does not know; "
                    "in its map, else or constant write one of {words}.",
                    field=Name(name),
                    table=Name(record.table),
                    word=Name(strange[0]),
                    words=Name(", ".join(kind.words)),
                )
            )

    def _column(self, name: str, source: Source) -> int:
        simple = source.column is not None and not source.is_worked
        if simple and not self.profile.file.missing:
            return self.at[source.read_from[0]]
        columns = tuple(self.at[each] for each in source.read_from)
        return self._add(name, Derived(columns, making(source, self.profile.file.missing)))

    def _mark(self, when: tuple[Condition, ...], name: str) -> int:
        columns, make = marking(self.at, self.profile.drop, when, self._missing())
        return self._add(f"{name}{COUNTS}", Derived(columns, make))

    def _missing(self) -> dict[str, set[str]]:
        """The words of each column that mean that there is no value."""
        found = {column: {*self.profile.file.missing} for column in self.at}
        for source in (source for section in self.profile.sections for source in section.sources.values()):
            if source.column:
                found[source.column].update(source.missing)
        return found

    def made_of(self) -> dict[int, tuple[int, ...]]:
        """The columns of the file from which each column with a text of its own is made; a mark of a row tells nothing of them."""
        made = enumerate(self.derived, len(self.sheet.header))
        return {at: derived.columns for at, (name, derived) in made if not name.endswith(COUNTS)}

    def _add(self, name: str, derived: Derived) -> int:
        self.derived.append((name, derived))
        return len(self.sheet.header) + len(self.derived) - 1


def _years(sheet: Sheet, profile: Profile) -> Years | None:
    """The years for which the settings are meant."""
    said = profile.file.years
    return Years(sheet.header.index(said.column), said.first, said.last) if said else None


def _keys(feed: Feed) -> tuple[str, ...]:
    """The fields by which two rows of a feed are one."""
    return (spoken(feed.record),) if keyed_by_id(feed.record) and "id" not in feed.cells else feed.record.key


def _is_id(record: type[Record], name: str) -> bool:
    """Whether a field holds the id of another row."""
    return field(record, name).column.to is not None


def _naming(source: Source) -> Naming:
    return Naming(source.create, source.collective, source.unknown == "list")


def wanted(profile: Profile) -> list[str]:
    """The columns of a file that a profile names."""
    return [
        *(name for section in profile.sections for source in section.sources.values() for name in source.read_from),
        *(source.most.then for s in profile.sections for source in s.sources.values() if source.most and source.most.then),
        *(each.column for each in profile.drop),
        *((profile.file.newest,) if profile.file.newest else ()),
        *profile.file.rsin,
        *((profile.file.years.column,) if profile.file.years else ()),
        *(each.column for section in profile.sections for each in section.when),
    ]


def _check_columns(sheet: Sheet, profile: Profile) -> None:
    asked = wanted(profile)
    secret = [name for name in asked if is_citizen_number(name)]
    if secret:
        raise ImportRefused(text("The profile reads {column}, which holds numbers of citizens; take it out.", column=Name(secret[0])))
    lacking = [name for name in dict.fromkeys(asked) if name not in sheet.header]
    if lacking:
        raise ImportRefused(lacks_for_profile(sheet, lacking))


def _stands_alone(table: str, field: str, beside: str) -> Text:
    """The sentence about a field that says nothing without another one."""
    return text(
        "The profile fills {field} of {table}, and says nothing of {beside}; name the column of {beside} too, or leave {field} out.",
        field=Name(field),
        table=Name(table),
        beside=Name(beside),
    )
