"""A city that another program has open: its reader and its owner's door, each question and call carried out there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from relinsight.access.handing_over.line import Line, Tell
from relinsight.warehouse.answers import AnswerRow, AnswerRows
from relinsight.warehouse.change_mark import OutdatedError

if TYPE_CHECKING:
    from relinsight.access.matching import Decided, Decisions
    from relinsight.access.options import ImportOptions
    from relinsight.access.reader import Reader
    from relinsight.access.waiting_names import Match
    from relinsight.warehouse.checks import Finding
    from relinsight.warehouse.cutting import Sight
    from relinsight.warehouse.importing.report import ImportReport
    from relinsight.warehouse.undoing import Undone

T = TypeVar("T")
TRIES = 3  # times that a question is asked beside writes before it is asked without one
OWN_OF_A_PROCESS = ("/dev", "/proc")  # what lies here is another file to each process


@dataclass(frozen=True)
class SnapshotElsewhere:
    """One state of the data, asked over the line by the owner."""

    line: Line
    mark: str

    def snapshot(self) -> SnapshotElsewhere:
        """Itself: nothing in it changes."""
        return self

    def seen(self, sight: Sight, /) -> SnapshotElsewhere:
        """Itself: the line is the owner's, who sees all."""
        if not sight.is_uncut:
            raise NotImplementedError("The line is the owner's.")
        return self

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[AnswerRow]:
        """The rows of a query, each by column."""
        return self.table(sql, parameters).all()

    def table(self, sql: str, parameters: Mapping[str, object]) -> AnswerRows:
        """The rows of a query as they came."""
        return self.line.call("table", sql, dict(parameters), self.mark)

    def matches(self) -> list[Match]:
        """The names that look like a partner, and the collective ones, where the data are still these."""
        found = self.line.call("matches")
        if self.line.call("mark") != self.mark:
            raise OutdatedError
        return found


@dataclass(frozen=True)
class CityElsewhere:
    """A city that another program has open, seen by its owner."""

    line: Line

    @property
    def owner(self) -> OwnerElsewhere:
        """What only the owner of the data may do."""
        return OwnerElsewhere(self.line)

    def reader(self) -> Reader:
        """Who reads the data of this moment."""
        from relinsight.access.reader import Reader

        return Reader(SnapshotElsewhere(self.line, self.line.call("mark")))

    def read(self, ask: Callable[[Reader], T]) -> T:
        """An answer from one state of the data: asked anew where a write came in between, and in the end while no write may."""
        for _ in range(TRIES):
            with suppress(OutdatedError):
                return ask(self.reader())
        self.line.call("hold")
        try:
            return ask(self.reader())
        finally:
            self.line.call("let_go")

    def close(self) -> None:
        """Hang up."""
        self.line.close()


@dataclass(frozen=True)
class OwnerElsewhere:
    """The owner's door of a city that another program has open; what is written outside the city is written here."""

    line: Line

    def bring_in(self, files: Sequence[Path], options: ImportOptions, *, at: datetime, progress: Tell | None = None) -> ImportReport:
        """Import files, all in one transaction."""
        found = [_findable(file) for file in files]
        return self.line.call("bring_in", found, _findable_profile(options), at=at, tell=progress)

    def undo(self, run: str, *, at: datetime) -> Undone:
        """Take a run back, or say why it stays."""
        return self.line.call("undo", run, at=at)

    def fill_with_demo(
        self, *, at: datetime, partners: int = 140, contacts: int | None = None, seed: int = 1, progress: Tell | None = None
    ) -> dict[str, int]:
        """Fill an empty database with the demo city."""
        return self.line.call("fill_with_demo", at=at, partners=partners, contacts=contacts, seed=seed, tell=progress)

    def remove_demo(self) -> int:
        """Take the demo city out again; say how many changes by hand went with it."""
        return self.line.call("remove_demo")

    def runs(self) -> list[AnswerRow]:
        """The imports so far, the newest first."""
        return self.line.call("runs")

    def rejects(self, run: str) -> list[AnswerRow]:
        """What an import rejected, a row a cell, as it is kept."""
        return self.line.call("rejects", run)

    def write_rejects(self, run: str, target: Path, allowed: Callable[[Path], Path]) -> tuple[Path, ...]:
        """Write the rejected rows of an import to files that are `allowed`, ready to mend and import again."""
        from relinsight.warehouse.quarantine import write_rows

        return write_rows(self.line.call("reject_rows", run), target, allowed)

    def matches(self) -> list[Match]:
        """The names that look like a partner we have, and those that are kept apart as collective names."""
        return self.line.call("matches")

    def decide(self, decisions: Decisions, *, at: datetime, made_by: str | None = None, dry_run: bool = False) -> Decided:
        """Carry out what is decided about names, all in one run, or only tell what that would change."""
        return self.line.call("decide", decisions, at=at, made_by=made_by, dry_run=dry_run)

    def export(self, directory: Path, format_: str) -> tuple[Path, ...]:
        """Write everything into a new folder, with a data dictionary."""
        from relinsight.warehouse.export_all import whole

        def write() -> tuple[Path, ...]:
            return tuple(directory / name for name in self.line.call("export", format_, into=directory.joinpath))

        return whole(directory, write)

    def backup(self, target: Path) -> None:
        """Make a consistent copy."""
        from relinsight.warehouse.backup import keep

        keep(target, self.line.database, lambda fresh: self.line.call("backup", into=lambda _name: fresh))

    def check(self) -> tuple[Finding, ...]:
        """All that breaks a rule that must hold."""
        return self.line.call("check")


def _findable(file: Path) -> Path:
    """Where another process finds a file."""
    place = file.absolute()
    return place.resolve() if str(place).startswith(OWN_OF_A_PROCESS) else place


def _findable_profile(options: ImportOptions) -> ImportOptions:
    """A profile that is a file is named by where it lies; one that is shipped by its name."""
    named = options.profile
    return options if named is None or not str(named).endswith(".toml") else replace(options, profile=str(_findable(Path(named))))
