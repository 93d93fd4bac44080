"""What a change by hand may touch: what it writes, what stood there before and what it points to concern partners whom the writer sees.

It is decided within the transaction that writes, over all rows, by the partners that are seen on the day of the write. A partner that was
there has to be seen before anything is written; one that the change itself makes, at its end.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from relinsight.records.contacts import ContactMoment
from relinsight.records.partners import Partner
from relinsight.records.record import Record, fields
from relinsight.warehouse.changes import Change, columns_of, same_key
from relinsight.warehouse.cutting import SEEN, WORDS, Reach, concerns
from relinsight.warehouse.queries import composed, named
from relinsight.warehouse.refusal import NotAllowed
from relinsight.words.name import Name
from relinsight.words.text import Text, text

SEEN_BY_WRITER = "seen_by_writer"
UNSEEN = text("This concerns a partner whom you do not see, so nothing was changed; ask the owner of the data to do it.")
NOBODY_SEEN = text("A row of {table} concerns no partner whom you see, so nothing was changed; ask the owner of the data to do it.")
OF_ALL = text("{table} concerns the whole city, so only who sees all partners may change it; ask the owner of the data to do it.")
SETTINGS = text("Only the owner of the data may change a setting; ask them to do it for you.")
REGISTER = text("Which partner the id of a register means is for the owner of the data to say; ask them, or leave source_id as it is.")
WORDS_UNREAD = text("You do not see what was written of this contact, so you cannot write over it; leave these words out.")


@dataclass(frozen=True)
class InView:
    """A change under way, how far its writer reaches, and the day of the write."""

    change: Change
    reach: Reach
    day: date

    def look(self) -> None:
        """Keep which partners are seen before anything is written."""
        if not self.reach.is_everywhere:
            self._run(f"CREATE OR REPLACE TEMP TABLE {SEEN_BY_WRITER} AS {self._seen()}")

    def with_words(self, record: Record) -> Record:
        """The record as it will stand: words of a contact that the writer does not read stay as they are."""
        if self.reach.sight.reads_words or not isinstance(record, ContactMoment):
            return record
        there = self._run(f"SELECT {', '.join(WORDS)} FROM contact_moment WHERE id = $id", id=record.id)
        if there and any(getattr(record, word) is not None for word in WORDS):
            raise NotAllowed(WORDS_UNREAD)
        return record.model_copy(update=dict(zip(WORDS, there[0], strict=True))) if there else record

    def refuse_put(self, record: type[Record], new: str) -> None:
        """A row that takes the place of one that is not seen, or newly points to one, stands in the way."""
        if not self.reach.is_everywhere:
            self._refuse_unseen(record, new)
        self._refuse_source_id(record, new)

    def _refuse_unseen(self, record: type[Record], new: str) -> None:
        of = columns_of(record)
        key = same_key("new", "there", of.key)
        self._refuse(UNSEEN, f"SELECT 1 FROM ({self._unseen(of.table)}) AS there JOIN {new} AS new ON {key}")
        for f in fields(record):
            if f.column.to and concerns(f.column.to, SEEN_BY_WRITER):
                same = f"SELECT 1 FROM {of.table} AS there WHERE {key} AND there.{f.name} = new.{f.name}"
                to = f"({self._unseen(f.column.to)}) AS target ON target.id = new.{f.name}"
                self._refuse(UNSEEN, f"SELECT 1 FROM {new} AS new JOIN {to} WHERE NOT EXISTS ({same})")

    def refuse_removal(self, table: str, where: str) -> None:
        """A row that is not seen, named by a condition on `there`, stands in the way."""
        if not self.reach.is_everywhere:
            self._refuse(UNSEEN, f"SELECT 1 FROM ({self._unseen(table)}) AS there WHERE {where}")
        if table == Partner.table and not self.reach.settings:
            self._refuse(REGISTER, f"SELECT 1 FROM partner AS there WHERE {where} AND source_id IS NOT NULL")

    def _refuse_source_id(self, record: type[Record], new: str) -> None:
        """Whom a register means is the owner's: a partner keeps the id by which it is known, and a new one has none."""
        if record is Partner and not self.reach.settings:
            there = f"{new} AS new LEFT JOIN partner AS there ON there.id = new.id"
            self._refuse(REGISTER, f"SELECT 1 FROM {there} WHERE new.source_id IS DISTINCT FROM there.source_id")

    def refuse_setting(self) -> None:
        """Settings are the owner's."""
        if not self.reach.settings:
            raise NotAllowed(SETTINGS)

    def refuse_at_end(self, tables: Collection[str]) -> None:
        """Each row that was written has to concern a partner that is seen; those that were made may be seen by now."""
        if not self.reach.is_everywhere:
            self._run(f"INSERT INTO {SEEN_BY_WRITER} {self._seen()} WHERE partner IN ({self._made()})")
            for table in sorted(tables):
                self._refuse(
                    NOBODY_SEEN.with_values(table=Name(table)),
                    f"SELECT 1 FROM {table} WHERE run_id = $run AND NOT ({self._concerns(table)})",
                )

    def without_unseen_ids(self, finding: Text) -> Text:
        """A rule that would break, without the ids of rows that may not be seen."""
        return finding if self.reach.is_everywhere else finding.with_values(ids=Name("…"))

    def _seen(self) -> str:
        return composed(f"SELECT partner FROM {SEEN}")

    def _made(self) -> str:
        """The partners that the change made: they bear its id, and it found none of theirs."""
        before = "SELECT row_id FROM history WHERE run_id = $run AND table_name = 'partner'"
        return f"SELECT id FROM partner WHERE run_id = $run AND id NOT IN ({before})"

    def _unseen(self, table: str) -> str:
        """The rows that do not concern a partner that is seen; those that the change itself wrote were looked at before."""
        return f"SELECT * FROM {table} WHERE run_id IS DISTINCT FROM $run AND NOT ({self._concerns(table)})"

    def _concerns(self, table: str) -> str:
        condition = concerns(table, SEEN_BY_WRITER)
        if condition is None:
            raise NotAllowed(OF_ALL.with_values(table=Name(table)))
        return f"coalesce({condition}, false)"

    def _refuse(self, reason: Text, found: str) -> None:
        if self._run(f"{found} LIMIT 1"):
            raise NotAllowed(reason)

    def _run(self, sql: str, **more: object) -> list[tuple[object, ...]]:
        values = {"run": self.change.run_id, "as_of": self.day, "seen_clusters": list(self.reach.sight.clusters or ()), **more}
        return self.change.cursor.execute(sql, named(sql, values)).fetchall()
