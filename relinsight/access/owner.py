"""The owner's door: bring data in and take them back, keep and restore copies, take everything along, ask in SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from relinsight.sources.profiles import shipped_profiles
from relinsight.warehouse import backup, checks, demo, imports, leaving, quarantine, readonly
from relinsight.warehouse.answers import Row
from relinsight.warehouse.checks import Finding
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.imports import ImportReport
from relinsight.warehouse.location import database
from relinsight.warehouse.origin import DEMO
from relinsight.words.text import Text

__all__ = ["DEMO", "Finding", "ImportReport", "Owner", "Tell", "database", "restore", "select", "shipped_profiles"]

Tell = Callable[[Text, float], None]


@dataclass(frozen=True)
class Owner:
    """What only the owner of the data may do."""

    warehouse: Warehouse

    def bring_in(
        self,
        files: Sequence[Path],
        *,
        at: datetime,
        record: str | None = None,
        replace: bool = False,
        profile: str | Path | None = None,
        dry_run: bool = False,
        made_by: str | None = None,
        progress: Tell | None = None,
    ) -> ImportReport:
        """Import files, all in one transaction."""
        return imports.import_files(
            self.warehouse,
            files,
            at=at,
            record=record,
            replace=replace,
            profile=profile,
            dry_run=dry_run,
            made_by=made_by,
            progress=progress,
        )

    def fill_with_demo(
        self, *, at: datetime, partners: int = 140, contacts: int | None = None, seed: int = 1, progress: Tell | None = None
    ) -> dict[str, int]:
        """Fill an empty database with the demo city."""
        return demo.fill_with_demo(self.warehouse, at=at, partners=partners, contacts=contacts, seed=seed, progress=progress)

    def remove_demo(self) -> None:
        """Take the demo city out again."""
        demo.remove_demo(self.warehouse)

    def runs(self) -> list[Row]:
        """The imports so far, the newest first."""
        return quarantine.runs(self.warehouse)

    def rejects(self, run: str) -> list[Row]:
        """What an import rejected, a row a cell."""
        return quarantine.rejects(self.warehouse, run)

    def write_rejects(self, run: str, target: Path) -> tuple[Path, ...]:
        """Write the rejected rows of an import to files, ready to mend and import again."""
        return quarantine.write_rejects(self.warehouse, run, target)

    def export(self, directory: Path, form: str) -> tuple[Path, ...]:
        """Write everything into a new folder, with a data dictionary."""
        return leaving.export_all(self.warehouse, directory, form)

    def backup(self, target: Path) -> None:
        """Make a consistent copy."""
        backup.backup(self.warehouse, target)

    def check(self) -> tuple[Finding, ...]:
        """All that breaks a rule that must hold."""
        return checks.findings(self.warehouse)


def select(query: str, days: Mapping[str, date]) -> readonly.Answer:
    """Answer one SELECT or EXPLAIN over tables and facts, in a process that can only read."""
    return readonly.select(database(), query, days)


def restore(copy: Path) -> None:
    """Put a copy in the place of the database."""
    backup.restore(copy, database())
