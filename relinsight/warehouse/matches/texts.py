"""Subjects of contact moments that wait, in which known partners are named: a person says of each whether it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from relinsight.warehouse.folding import folded
from relinsight.warehouse.in_text import named_in_text
from relinsight.warehouse.matches.match import Match, Origin, State, id_of_text
from relinsight.warehouse.matches.moments import SUBJECT, WITHOUT_FILE
from relinsight.warehouse.spellings import SET_APART
from relinsight.words.name import Name
from relinsight.words.text import text

KNOWN = "SELECT name AS spelling, id AS partner_id FROM partner UNION SELECT alias, partner_id FROM partner_alias"
_SUBJECTS = f"SELECT moment, waits, {SUBJECT} AS text FROM ({WITHOUT_FILE}) AS w"
# One row a subject and a partner that it names, but for moments that have the partner, and for what people said is not meant.
PROPOSED = f"""
    SELECT {folded("text")} AS word, min(text), partner_id, min(p.name), count(DISTINCT moment)::INTEGER,
        min(CAST(waits->>'$.moment.day' AS DATE)), max(CAST(waits->>'$.moment.day' AS DATE))
    FROM ({_SUBJECTS}) AS s
    JOIN ({named_in_text(f"SELECT text FROM ({_SUBJECTS}) AS s", KNOWN)}) AS n USING (text)
    JOIN partner AS p ON p.id = n.partner_id
    WHERE (moment, partner_id) NOT IN (SELECT (contact_moment_id, partner_id) FROM contact_moment_partner)
    AND ({folded("text")}, partner_id) NOT IN ({SET_APART})
    GROUP BY 1, 3 ORDER BY ALL
"""


@dataclass(frozen=True)
class NamedInText:
    """A subject that names a partner, and from which moments it is."""

    word: str
    subject: str
    partner_id: str
    partner: str
    origin: Origin

    @property
    def match(self) -> Match:
        """The row that asks about it."""
        said, partner = Name(self.subject), Name(self.partner)
        reason = text("the subject names it")
        return Match(id_of_text(self.word, self.partner_id), said, State.IN_TEXT, self.origin, self.partner_id, partner, reason=reason)


def named_in_subjects(cursor: duckdb.DuckDBPyConnection) -> Iterator[NamedInText]:
    """The partners that subjects of waiting moments name."""
    for word, subject, partner_id, partner, *origin in cursor.execute(PROPOSED).fetchall():
        yield NamedInText(word, subject, partner_id, partner, Origin(0, *origin))
