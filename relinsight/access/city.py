"""One open city: it hands a viewer a reader, who may write a writer, and the owner the owner's door; nobody else is handed the database."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from relinsight.access.owner import Owner
from relinsight.access.rights import OWNER, NotAllowed, Rights
from relinsight.warehouse.change_mark import OutdatedError
from relinsight.warehouse.connection import Snapshot, Warehouse, open_file
from relinsight.words.text import text

__all__ = ["City", "OutdatedError", "open_city"]

if TYPE_CHECKING:
    from relinsight.access.reader import Reader
    from relinsight.access.writer import Writer
    from relinsight.warehouse.copies import Copies

T = TypeVar("T")


@dataclass(frozen=True)
class City:
    """An open database, seen with the rights of one viewer."""

    warehouse: Warehouse
    rights: Rights = OWNER

    @property
    def mark(self) -> str:
        """The change mark of the data at this moment: another one after each write."""
        return self.warehouse.snapshot().mark

    @property
    def is_over(self) -> bool:
        """Whether the engine gave this database up, so that it has to be opened anew."""
        return self.warehouse.is_over

    def reader(self) -> Reader:
        """Who reads the data of this moment for the viewer."""
        return self.reader_of(self.mark)

    def reader_of(self, mark: str) -> Reader:
        """Who reads the data of one change mark for the viewer."""
        from relinsight.access.reader import Reader

        return Reader(Snapshot(self.warehouse, mark), self.rights)

    def read(self, ask: Callable[[Reader], T]) -> T:
        """An answer from one state of the data: asked anew where a write came in between."""
        return self.warehouse.latest(lambda now: ask(self.reader_of(now.mark)))

    @property
    def owner(self) -> Owner:
        """What only the owner of the data may do."""
        if not self.rights.is_owner:
            raise NotAllowed(text("Only the owner of the data may do this; ask them to do it for you."))
        return Owner(self.warehouse)

    @property
    def writer(self) -> Writer:
        """Who changes records by hand for the viewer."""
        from relinsight.access.writer import Writer

        if not self.rights.may_write:
            raise NotAllowed(text("You may look at the data and not change them; ask their owner for the right to write."))
        return Writer(self.warehouse, self.rights)

    @cached_property
    def copies(self) -> Copies:
        """Private copies of the file, for other processes to read."""
        from relinsight.warehouse.copies import Copies

        assert self.warehouse.path is not None
        return Copies(self.warehouse, self.warehouse.path)

    @contextmanager
    def amply(self) -> Generator[None]:
        """Inside, the engine takes what the machine has: a question of the owner may be a large one."""
        with self.warehouse.limits.lifted():
            yield

    def interrupt(self, thread: int) -> None:
        """Have what a thread is writing break off at once."""
        self.warehouse.interrupt(thread)

    def seen_by(self, rights: Rights) -> City:
        """The same city for another viewer."""
        return replace(self, rights=rights)

    @contextmanager
    def undisturbed(self) -> Generator[None]:
        """No write begins or ends inside."""
        with self.warehouse.writing:
            yield

    def stay(self) -> None:
        """Refuse to go on with a file that was moved, deleted or replaced."""
        self.warehouse.stay()

    def close(self) -> None:
        """Give the file back."""
        self.warehouse.close()


def open_city(path: Path, *, frugal: bool = False) -> City:
    """Open the city in a file, as its owner; the file is made where there is none."""
    return City(open_file(path, frugal=frugal))
