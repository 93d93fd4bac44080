"""What a simpler file says without a date: a first value holds since ever, another one from the day of the import on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from relinsight.records.model import keyed_by_id
from relinsight.records.record import Record, fields
from relinsight.sources.plan import Constant, Feed, Own
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.checking.duplicates import settle_duplicates
from relinsight.warehouse.importing.made_ids import made_of
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving, bits_of, on_key
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.warehouse.periods import covers
from relinsight.words.name import Name
from relinsight.words.text import counted, text

ENDED = -1  # in place of the number of a feed: a period that was there and ends


def settle_undated(work: Work) -> None:
    """Turn what files say without a date into periods beside those that are there."""
    if work.day == date.min:
        raise ImportRefused(text("Nothing can end before {day}; choose a later day from which the files hold.", day=work.day))
    for record in work.fed:
        places = [(sheet, at, feed) for sheet, at, feed in work.places(record) if feed.since_ever]
        if places and not work.replaces(record):
            settle_duplicates(work, record)
            _Undated(work, record, places).settle()


def tell_undated(work: Work) -> None:
    """Say how many rows change what holds, how many empty cells end it, and how many periods a replacement forgets."""
    for sheet, at, feed in ((sheet, at, feed) for record in work.fed for sheet, at, feed in work.places(record)):
        if feed.since_ever:
            (_tell_forgotten if work.replaces(feed.record) else _tell)(work, sheet, at, feed)


def _tell(work: Work, sheet: int, at: int, feed: Feed) -> None:
    table, own = arriving(feed.record), owner(feed)
    here = f"FROM {table} WHERE _sheet = {sheet} AND _feed = {at}"
    said = {"file": work.plans[sheet].sheet.called, "column": Name(feed.called.get(feed.needs[0], feed.needs[0])), "day": work.day}
    if changed := work.number(f"SELECT count(DISTINCT {own}) {here} AND _counts_as = {UPDATED}"):
        work.remark(
            About.CHANGES,
            counted(
                "{file}: {n} row changes {column} from {day} on; what held before ends the day before.",
                "{file}: {n} rows change {column} from {day} on; what held before ends the day before.",
                changed,
                **said,
            ),
        )
    ended = f"SELECT count(DISTINCT {own}) FROM {table} WHERE _sheet = {sheet} AND _feed = {ENDED}"
    if work.number(f"SELECT count(*) {here}") and (cells := work.number(f"{ended} AND {own} NOT IN (SELECT {own} {here})")):
        work.remark(
            About.CHANGES,
            counted(
                "{file}: {n} empty cell ends what {column} said; it holds until the day before {day}.",
                "{file}: {n} empty cells end what {column} said; it holds until the day before {day}.",
                cells,
                **said,
            ),
        )


def _tell_forgotten(work: Work, sheet: int, at: int, feed: Feed) -> None:
    """A table of periods that is emptied for a column without dates: what it says holds since ever."""
    table = feed.record.table
    alike = " AND ".join(["true", *(f"{name} = {quoted(word)}" for name, word in fixed(feed).items())])
    periods = work.number(f"SELECT count(*) FROM {table} WHERE {alike} AND (from_date IS NOT NULL OR to_date IS NOT NULL)")
    if periods and work.number(f"SELECT count(*) FROM {arriving(feed.record)} WHERE _sheet = {sheet} AND _feed = {at}"):
        work.remark(
            About.CHANGES,
            counted(
                "{file}: {column} has no dates and takes the place of {n} period with dates, so what it says seems to have held "
                "since ever; leave out --replace to keep what held before.",
                "{file}: {column} has no dates and takes the place of {n} periods with dates, so what it says seems to have held "
                "since ever; leave out --replace to keep what held before.",
                periods,
                file=work.plans[sheet].sheet.called,
                column=Name(feed.called.get(feed.needs[0], feed.needs[0])),
            ),
        )


def owner(feed: Feed) -> str:
    """The field that leads to the row beside which a feed stands."""
    return next(name for name, cell in feed.cells.items() if isinstance(cell, Own))


def fixed(feed: Feed) -> Mapping[str, str]:
    """What every row of a feed says: of which kind a tie is."""
    return {name: cell.text for name, cell in feed.cells.items() if isinstance(cell, Constant)}


@dataclass(frozen=True)
class _Undated:
    """The rows of one record that files give without a date."""

    work: Work
    record: type[Record]
    places: Sequence[tuple[int, int, Feed]]

    def settle(self) -> None:
        """Find what holds on the day, and begin, go on with or end it."""
        known = self.work.found("known_period", self._known(), day=self.work.day)
        self._go_on(known)
        self._begin(known)
        self._end(known)

    @cached_property
    def _feed(self) -> Feed:
        return self.places[0][2]

    @cached_property
    def _own(self) -> str:
        return owner(self._feed)

    @cached_property
    def _said(self) -> str:
        return self._feed.needs[0]

    @cached_property
    def _table(self) -> str:
        return arriving(self.record)

    def _here(self, row: str) -> str:
        return f"({' OR '.join(f'({row}._sheet = {sheet} AND {row}._feed = {at})' for sheet, at, _ in self.places)})"

    def _known(self) -> str:
        """The periods of those whom the files name, but for those that come with dates in the same call; which hold on the day."""
        main = self._feed.aside_of or self.record
        sheets = ", ".join(str(sheet) for sheet, _, _ in self.places)
        owners = (
            f"SELECT id, min(_src) AS _owner, arg_min(_sheet, _src) AS _of FROM {arriving(main)} WHERE _sheet IN ({sheets}) GROUP BY id"
        )
        alike = [f"there.{name} = {quoted(word)}" for name, word in fixed(self._feed).items()]
        dated = f"SELECT 1 FROM {self._table} AS new WHERE {on_key('new', 'there', self.record)} AND NOT {self._here('new')}"
        last = (
            "true" if self._feed.several else f"row_number() OVER (PARTITION BY {self._own}, _holds ORDER BY from_date DESC NULLS LAST) = 1"
        )
        return (
            f"SELECT *, _holds AND {last} AS _rules FROM (SELECT there.*, _owner, _of, {covers('there', '$day')} AS _holds "
            f"FROM {self.record.table} AS there JOIN ({owners}) AS owners ON owners.id = there.{self._own} "
            f"WHERE {' AND '.join([*alike, f'NOT EXISTS ({dated})'])}) AS periods"
        )

    def _is_said(self) -> str:
        return f"new.{self._own} = known.{self._own} AND new.{self._said} = known.{self._said} AND {self._here('new')}"

    def _go_on(self, known: str) -> None:
        """A row that says what holds already is the row that is there."""
        keys = ", ".join(f"{name} = known.{name}" for name in self.record.key)
        self.work.run(f"UPDATE {self._table} AS new SET {keys}, _counts_as = 1 FROM {known} AS known WHERE _rules AND {self._is_said()}")

    def _begin(self, known: str) -> None:
        """Another value holds from the day on, until the next period that is there."""
        whose = f"known.{self._own} = new.{self._own}" + (f" AND known.{self._said} = new.{self._said}" if self._feed.several else "")
        following = f"SELECT min(from_date) - 1 FROM {known} AS known WHERE {whose} AND known.from_date > $day"
        anew = f", id = {made_of(self.record, 'id || $day::VARCHAR')}" if keyed_by_id(self.record) else ""
        self.work.run(
            f"UPDATE {self._table} AS new SET from_date = $day, to_date = ({following}), _counts_as = {UPDATED}, "
            f"_bits = _bits | {bits_of(self.record, ('from_date', 'to_date'))}{anew} "
            f"WHERE {self._here('new')} AND _counts_as IS NULL AND {self._own} IN (SELECT {self._own} FROM {known})",
            day=self.work.day,
        )
        self.work.run(f"UPDATE {self._table} AS new SET _counts_as = NULL WHERE _counts_as = 1")

    def _end(self, known: str) -> None:
        """What holds and is not said any more ends the day before."""
        names = [f.name for f in fields(self.record)]
        shown = ", ".join("$day - 1" if name == "to_date" else name for name in names)
        self.work.run(
            f"INSERT INTO {self._table} (_src, _sheet, _feed, _bits, {', '.join(names)}) "
            f"SELECT _owner, _of, {ENDED}, {bits_of(self.record, names)}, {shown} FROM {known} AS known "
            "WHERE _rules AND coalesce(from_date < $day, true) "
            f"AND NOT EXISTS (SELECT 1 FROM {self._table} AS new WHERE {self._is_said()})",
            day=self.work.day,
        )
