"""Contact moments that wait among the rejected rows for who says whom they name, and what brings them in."""

from __future__ import annotations

import duckdb

from relinsight.records.contacts import ContactMoment, ContactMomentEmployee, ContactMomentPartner, ContactMomentPerson
from relinsight.records.record import Record, fields
from relinsight.warehouse.by_hand import ByHand
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.cells import type_of

WAITS, OPEN, TAKEN = "moment_that_waits", "open_moment", "moment_taken"
SUBJECT = "waits->>'$.moment.subject'"
CELLS = ", ".join(f'"{f.name}": "{type_of(f.column.kind)}"' for f in fields(ContactMoment))
BESIDE: tuple[tuple[type[Record], str, str], ...] = (
    (ContactMomentEmployee, "employee_id", "employee"),
    (ContactMomentPerson, "contact_person_id", "contact_person"),
)

# What the newest import that still counts says of each moment; those that no file brought in since.
_NEWEST = """
    SELECT waits->>'$.moment.id' AS moment, waits FROM import_reject AS j JOIN import_run AS r ON r.id = j.run_id
    WHERE j.waits IS NOT NULL AND r.undone_at IS NULL
    QUALIFY row_number() OVER (PARTITION BY moment ORDER BY j.recorded_at DESC, j.run_id) = 1
"""
_BY_ANSWER = "SELECT m.id FROM contact_moment AS m JOIN import_run AS r ON r.id = m.run_id WHERE r.file IS NULL"
_KNOWN = f"SELECT {folded('name')} FROM partner UNION SELECT {folded('alias')} FROM partner_alias"
WITHOUT_FILE = f"""
    SELECT moment, waits FROM ({_NEWEST}) AS newest
    WHERE moment NOT IN (SELECT id FROM contact_moment) OR moment IN ({_BY_ANSWER})
"""
# A moment that an answer brought in stays open for its other names, until they are known too.
OPEN_MOMENTS = f"""
    SELECT moment, waits, name, {folded("name")} AS word, CAST(waits->>'$.moment.day' AS DATE) AS day
    FROM (SELECT moment, waits, unnest(CAST(waits->'$.names' AS VARCHAR[])) AS name FROM ({WITHOUT_FILE}) AS w) AS named
    WHERE moment NOT IN (SELECT id FROM contact_moment) OR {folded("name")} NOT IN ({_KNOWN})
"""


def look_at_moments(cursor: duckdb.DuckDBPyConnection) -> None:
    """Keep which moments wait, and for which names, before anything is decided."""
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {WAITS} AS {WITHOUT_FILE}")
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE {OPEN} AS {OPEN_MOMENTS}")


def take_in(work: ByHand, word: str, partner: str) -> None:
    """Bring in the open moments that bear a name, with its partner and with who else was there."""
    _take_in(work, f"SELECT moment, waits FROM {OPEN} WHERE word = $word", word, partner)


def take_in_by_subject(work: ByHand, word: str, partner: str) -> None:
    """Bring in the waiting moments of a subject, with a partner that it names."""
    _take_in(work, f"SELECT moment, waits FROM {WAITS} WHERE {folded(SUBJECT)} = $word", word, partner)


def _take_in(work: ByHand, found: str, word: str, partner: str) -> None:
    work.change.cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {TAKEN} AS SELECT DISTINCT moment, waits, $partner AS partner FROM ({found}) AS found",
        {"word": word, "partner": partner},
    )
    cells = f"unnest(from_json(waits->'$.moment', '{{{CELLS}}}'))"
    event = "CASE WHEN event_id IN (SELECT id FROM event) THEN event_id END AS event_id"
    new = f"SELECT {cells} FROM {TAKEN} WHERE moment NOT IN (SELECT id FROM contact_moment)"
    work.put_all(ContactMoment, f"SELECT * REPLACE ({event}) FROM ({new}) AS new")
    work.put_all(ContactMomentPartner, f"SELECT moment AS contact_moment_id, partner AS partner_id FROM {TAKEN}")
    for record, name, target in BESIDE:
        named = f"SELECT DISTINCT moment AS contact_moment_id, unnest(CAST(waits->'$.{name}' AS VARCHAR[])) AS {name} FROM {TAKEN}"
        work.put_all(record, f"SELECT * FROM ({named}) AS named WHERE {name} IN (SELECT id FROM {target})")
