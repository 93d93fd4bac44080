"""What the owner does with a database that is not opened here: ask it in SQL, and put a copy in its place."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from relinsight.access.handing_over.city import readable, refuse_where_open
from relinsight.access.place import database

if TYPE_CHECKING:
    from relinsight.warehouse.readonly import Answer


@contextmanager
def select(query: str, parameters: Mapping[str, object]) -> Generator[Answer]:
    """Answer one SELECT or EXPLAIN over tables and facts, in a process that can only read; no database is open here."""
    from relinsight.warehouse.readonly import select as read

    with readable(database()) as file, read(file, query, parameters) as answer:
        yield answer


def restore(copy: Path) -> None:
    """Put a copy in the place of the database."""
    from relinsight.warehouse.backup import restore as put_back

    refuse_where_open(database())
    put_back(copy, database())
