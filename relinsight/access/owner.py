"""The owner's door: bring data in and take them back, keep copies, take everything along.

What a verb does not need is not loaded: each door opens its own part of the warehouse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from relinsight.words.text import Text

if TYPE_CHECKING:
    from relinsight.access.matching import Decided, Decisions
    from relinsight.access.options import ImportOptions
    from relinsight.access.waiting_names import Match
    from relinsight.warehouse.answers import AnswerRow
    from relinsight.warehouse.checks import Finding
    from relinsight.warehouse.connection import Warehouse
    from relinsight.warehouse.importing.report import ImportReport
    from relinsight.warehouse.mending import Broken
    from relinsight.warehouse.quarantine import Place, Rejected
    from relinsight.warehouse.undoing import Undone

Tell = Callable[[Text, float], None]


@dataclass(frozen=True)
class Owner:
    """What only the owner of the data may do."""

    warehouse: Warehouse

    def bring_in(
        self,
        files: Sequence[Path],
        options: ImportOptions,
        *,
        at: datetime,
        progress: Tell | None = None,
    ) -> ImportReport:
        """Import files, all in one transaction."""
        from relinsight.warehouse.imports import import_files

        return import_files(self.warehouse, files, options, at=at, progress=progress)

    def kept_profiles(self) -> Mapping[str, str]:
        """The profiles that somebody kept under a name, and what each says."""
        from relinsight.warehouse.kept_profiles import kept_profiles

        return kept_profiles(self.warehouse)

    def keep_profile(self, name: str, written: str, *, at: datetime) -> None:
        """Keep a profile under a name, so that it reads the next file of its kind."""
        from relinsight.warehouse.kept_profiles import keep_profile

        keep_profile(self.warehouse, name, written, at=at)

    def undo(self, run: str, *, at: datetime) -> Undone:
        """Take a run back, or say why it stays."""
        from relinsight.warehouse.undoing import undo

        return undo(self.warehouse, run, at=at)

    def fill_with_demo(
        self, *, at: datetime, partners: int = 140, contacts: int | None = None, seed: int = 1, progress: Tell | None = None
    ) -> dict[str, int]:
        """Fill an empty database with the demo city."""
        from relinsight.warehouse.demo import fill_with_demo

        return fill_with_demo(self.warehouse, at=at, partners=partners, contacts=contacts, seed=seed, progress=progress)

    def changes_in_demo(self) -> int:
        """How many changes by hand stand in the demo city, which go with it."""
        from relinsight.warehouse.demo import changes_by_hand

        return changes_by_hand(self.warehouse)

    def remove_demo(self) -> int:
        """Take the demo city out again; say how many changes by hand went with it."""
        from relinsight.warehouse.demo import remove_demo

        return remove_demo(self.warehouse)

    def runs(self) -> list[AnswerRow]:
        """The imports so far, the newest first."""
        from relinsight.warehouse.runs import runs

        return runs(self.warehouse)

    def rejects(self, run: str) -> list[AnswerRow]:
        """What an import rejected, a row a cell, as it is kept."""
        from relinsight.warehouse.quarantine import rejects

        return rejects(self.warehouse, run)

    def rejected_cells(self, run: str) -> list[Rejected]:
        """What an import rejected, a cell each, with a reason that any language can say."""
        from relinsight.warehouse.quarantine import rejected_cells

        return rejected_cells(self.warehouse, run)

    def reject_rows(self, run: str) -> list[AnswerRow]:
        """The rejected rows of an import, each once, with all that is wrong with it."""
        from relinsight.warehouse.quarantine import reject_rows

        return reject_rows(self.warehouse, run)

    def write_rejects(self, run: str, target: Path, allowed: Callable[[Path], Path]) -> tuple[Path, ...]:
        """Write the rejected rows of an import to files that are `allowed`, ready to mend and import again."""
        from relinsight.warehouse.quarantine import write_rejects

        return write_rejects(self.warehouse, run, target, allowed)

    def broken_cells(self) -> list[Broken]:
        """Every cell for which a rejected row waits to be mended."""
        from relinsight.warehouse.mending import broken_cells

        return broken_cells(self.warehouse)

    def try_again(self, run: str, mended: Mapping[Place, str], *, at: datetime, progress: Tell | None = None) -> ImportReport:
        """Bring the rejected rows of a run in again, with the cells that were mended."""
        from relinsight.warehouse.mending import try_again

        return try_again(self.warehouse, run, mended, at=at, progress=progress)

    def set_aside(self, run: str, *, at: datetime) -> None:
        """Let the rejected rows of a run wait no more."""
        from relinsight.warehouse.mending import set_aside

        set_aside(self.warehouse, run, at=at)

    def matches(self) -> list[Match]:
        """The names that look like a partner we have, and those that are kept apart as collective names."""
        from relinsight.warehouse.matches.waiting import matches

        return matches(self.warehouse)

    def decide(self, decisions: Decisions, *, at: datetime, made_by: str | None = None, dry_run: bool = False) -> Decided:
        """Carry out what is decided about names, all in one run, or only tell what that would change."""
        from relinsight.warehouse.matches.deciding import decide

        return decide(self.warehouse, decisions, at=at, made_by=made_by, dry_run=dry_run)

    def export(self, directory: Path, format_: str) -> tuple[Path, ...]:
        """Write everything into a new folder, with a data dictionary."""
        from relinsight.warehouse.export_all import export_all

        return export_all(self.warehouse, directory, format_)

    def backup(self, target: Path) -> None:
        """Make a consistent copy."""
        from relinsight.warehouse.backup import backup

        backup(self.warehouse, target)

    def check(self) -> tuple[Finding, ...]:
        """All that breaks a rule that must hold."""
        from relinsight.warehouse.checks import findings

        return findings(self.warehouse)
