"""Rows without a date that say in which sector a partner works: another primary one than before holds from the day of the file on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relinsight.records.partners import Partner, PartnerSector
from relinsight.sources.plan import Feed
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.checking.duplicates import settle_duplicates
from relinsight.warehouse.importing.checking.second_sectors import second_of_call
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving, bits_of, on_key
from relinsight.warehouse.importing.writing import UPDATED
from relinsight.warehouse.periods import covers
from relinsight.words.quantities import first_of
from relinsight.words.text import counted

SHOWN = 5
MOVED = -2  # in place of the number of a feed: a period that was there and ends as its partner moves
GOES_ON = 1
SECTORS = arriving(PartnerSector)
IS_GIVEN = bits_of(PartnerSector, ("is_primary",))
DATES = bits_of(PartnerSector, ("from_date", "to_date"))


def settle_sectors(work: Work) -> None:
    """Turn the sectors that files give without a date into periods beside those that are there."""
    places = [(sheet, at) for sheet, at, feed in work.places(PartnerSector) if _is_undated(feed)]
    if not places:
        return
    settle_duplicates(work, PartnerSector)
    moving = _Moving(work, places)
    second_of_call(work, moving.here("a"))
    if not work.replaces(PartnerSector):
        moving.settle()


def tell_moved(work: Work) -> None:
    """Say which partners of accepted rows move to another primary sector."""
    if work.sectors_before is None:
        return
    moved = (
        f"SELECT DISTINCT new.partner_id FROM {SECTORS} AS new JOIN {work.sectors_before} AS known USING (partner_id) WHERE known._holds "
        f"AND known.is_primary AND new.is_primary AND new._counts_as = {UPDATED} AND new.sector_id <> known.sector_id"
    )
    partners = arriving_or_there(work, Partner, "id, name")
    named = f"SELECT id, min(name) AS name FROM ({partners}) AS p WHERE id IN ({moved}) GROUP BY id"
    names = [str(name) for (name,) in work.run(f"SELECT name FROM ({named}) AS named ORDER BY ALL")]
    if names:
        work.remark(
            About.CHANGES,
            counted(
                "{n} partner moves to another sector from {day} on ({names}); the sector before ends the day before.",
                "{n} partners move to another sector from {day} on ({names}); the sectors before end the day before.",
                len(names),
                day=work.day,
                names=first_of(names, SHOWN),
            ),
        )


def _is_undated(feed: Feed) -> bool:
    return not (feed.since_ever or feed.gives("from_date") or feed.gives("to_date"))


@dataclass(frozen=True)
class _Moving:
    """The rows of partners and sectors that files give without a date."""

    work: Work
    places: Sequence[tuple[int, int]]

    def settle(self) -> None:
        """Find what holds on the day, and go on with it, or begin another and end it."""
        known = self.work.sectors_before = self.work.found("sector_before", self._known(), day=self.work.day)
        self._go_on(known)
        self._begin(known)
        self._end(known)
        self.work.run(f"UPDATE {SECTORS} SET _counts_as = NULL WHERE _counts_as = {GOES_ON} AND {self.here(SECTORS)}")
        self.work.leaving[PartnerSector] = self._has_no_day_left()

    def here(self, row: str) -> str:
        """The condition that an arriving row is one of these."""
        return f"({' OR '.join(f'({row}._sheet = {sheet} AND {row}._feed = {at})' for sheet, at in self.places)})"

    def _known(self) -> str:
        """The periods of the partners that are named, but for those that come with dates in the same call; which hold on the day."""
        dated = f"SELECT 1 FROM {SECTORS} AS new WHERE {on_key('new', 'there', PartnerSector)} AND NOT {self.here('new')}"
        return (
            "SELECT *, _holds AND row_number() OVER (PARTITION BY partner_id, sector_id, _holds ORDER BY from_date DESC NULLS LAST) = 1 "
            f"AS _rules FROM (SELECT there.*, {covers('there', '$day')} AS _holds FROM {PartnerSector.table} AS there "
            f"WHERE partner_id IN (SELECT partner_id FROM {SECTORS} AS new WHERE {self.here('new')}) AND NOT EXISTS ({dated})) AS periods"
        )

    def _go_on(self, known: str) -> None:
        """A row that says what holds already is the row that is there."""
        same = "coalesce(new.is_primary, false) = coalesce(known.is_primary, false)"
        self.work.run(
            f"UPDATE {SECTORS} AS new SET from_date = known.from_date, _counts_as = {GOES_ON} FROM {known} AS known "
            f"WHERE _rules AND {self.here('new')} AND new.partner_id = known.partner_id AND new.sector_id = known.sector_id "
            f"AND (new._bits & {IS_GIVEN} = 0 OR {same})"
        )

    def _begin(self, known: str) -> None:
        """What is said anew of a sector, or of the primary one, holds from the day on, until the next period that is there."""
        of_it = f"known.partner_id = new.partner_id AND {_speaks_of_it()}"
        following = f"SELECT min(from_date) - 1 FROM {known} AS known WHERE {of_it} AND known.from_date > $day"
        self.work.run(
            f"UPDATE {SECTORS} AS new SET from_date = $day, to_date = ({following}), _counts_as = {UPDATED}, _bits = _bits | {DATES} "
            f"WHERE {self.here('new')} AND _counts_as IS NULL AND EXISTS (SELECT 1 FROM {known} AS known WHERE {of_it})",
            day=self.work.day,
        )

    def _end(self, known: str) -> None:
        """What held ends the day before; the row that ends it comes and goes with the one that begins."""
        names = [*PartnerSector.model_fields]
        shown = ", ".join("$day - 1" if name == "to_date" else f"known.{name}" for name in names)
        self.work.run(
            f"INSERT INTO {SECTORS} (_src, _sheet, _feed, _bits, {', '.join(names)}) "
            f"SELECT min(new._src), min(new._sheet), {MOVED}, {bits_of(PartnerSector, names)}, {shown} FROM {known} AS known "
            f"JOIN {SECTORS} AS new ON known.partner_id = new.partner_id AND new._counts_as = {UPDATED} AND {self.here('new')} "
            f"AND {_speaks_of_it()} WHERE _holds AND coalesce(known.from_date < $day, true) GROUP BY ALL",
            day=self.work.day,
        )

    def _has_no_day_left(self) -> str:
        """The condition that a period that is `there` began on the day itself and is followed by another on it."""
        return (
            f"there.is_primary AND there.from_date = DATE '{self.work.day}' AND coalesce(there.to_date >= there.from_date, true) "
            f"AND EXISTS (SELECT 1 FROM {SECTORS} AS new WHERE new.partner_id = there.partner_id AND new.is_primary "
            f"AND new.from_date = there.from_date AND {self.here('new')})"
        )


def _speaks_of_it() -> str:
    """The condition that a known period says of a partner what an arriving row says: of the same sector, or which is the primary one."""
    return "(known.sector_id = new.sector_id OR (known.is_primary AND new.is_primary))"
