"""The town with every name, title and note replaced by text that some program would take for more than text."""

from __future__ import annotations

import shutil
from pathlib import Path

from relinsight.warehouse.connection import open_file

LONG = "Watergeuzenbewonersbelangenverenigingskoepel" * 5
NAMES = (
    "<b>bold</b><img src=x onerror=alert(1)><script>alert(2)</script>",
    "**x** _y_ [a](javascript:alert(1)) $x^2$ :red[scarlet] :material/home: :streamlit: ~~z~~ `code`",
    "www.veerwaard.nl -> info@veerwaard.nl -- https://veerwaard.nl/?a=b&c <= d",
    "{0} {name} %s %(a)s %{x} #000001 &amp; &lt;i&gt; &#36;",
    LONG,
    '=HYPERLINK("http://x")',
    "regel\neen\ttwee",
    "+1 :smile:",
    "@cmd",
    "-1+1",
    "# kop",
    "- lijst",
    "1. eerste",
    "| a | b |",
    "\N{RIGHT-TO-LEFT OVERRIDE}omgekeerd",
    "\N{GRINNING FACE} 'De Golf' \"x\" \\",
)
COLUMNS = {
    "action": ("title",),
    "assessment": ("comment",),
    "cluster": ("name",),
    "contact_moment": ("subject", "note", "impression"),
    "contact_person": ("name", "email", "phone"),
    "contact_person_function": ("function",),
    "dealing": ("organisation", "reference", "title", "outcome"),
    "employee": ("name", "email"),
    "endorsement": ("note",),
    "event": ("title", "place"),
    "goal": ("title", "description"),
    "goal_update": ("blocker", "note"),
    "instrument": ("name", "source"),
    "instrument_item": ("text",),
    "interest": ("position", "underlying"),
    "partner": ("name", "place", "website", "about"),
    "partner_alias": ("alias",),
    "question": ("subject", "note", "answer"),
    "review": ("title", "note"),
    "role_conflict": ("why",),
    "sector": ("name",),
    "topic": ("title",),
}
ODD = "a&b=c #1 <i>\"é\"/?%41+ 'x'"  # an id out of another program, for a partner and its sector
OWN = "De eigenwijze"


def wild_file(path: Path, town: Path) -> Path:
    """A copy of the town's file, gone wild."""
    shutil.copy(town, path)
    warehouse = open_file(path)
    with warehouse.transaction() as cursor:
        for table, columns in COLUMNS.items():
            for column in columns:
                cursor.execute(f"UPDATE {table} SET {column} = ?[1 + rowid % {len(NAMES)}]", [list(NAMES)])
        cursor.execute("INSERT INTO sector (id, name, recorded_at) VALUES (?, ?, TIMESTAMPTZ '2026-01-01')", [ODD, ODD])
        cursor.execute("INSERT INTO partner (id, name, recorded_at) VALUES (?, ?, TIMESTAMPTZ '2026-01-01')", [ODD, OWN])
        first = "INSERT INTO partner_{0} BY NAME SELECT * REPLACE (? AS partner_id{1}) FROM partner_{0} ORDER BY ALL LIMIT 1"
        cursor.execute(first.format("sector", ", ? AS sector_id, true AS is_primary, NULL AS to_date"), [ODD, ODD])
        cursor.execute(first.format("tier", ""), [ODD])
    warehouse.close()
    return path
