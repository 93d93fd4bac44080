"""Lines under a table that say something of the export, and are none of its rows."""

from __future__ import annotations

from relinsight.records.reasons import LINE_BELOW
from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import bare, filled, quoted
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.reading.totals import counts
from relinsight.warehouse.importing.work import SHEET_STEP, Work, raw

LAST_ROWS = 5
OPENINGS = r"(?:bron|source|peildatum|reference date|opmerking(?:en)?|notes?|noot|let op|toelichting|legenda?|disclaimer) ?:.+"
MADE = (
    r"(?:gegenereerd|geëxporteerd|afgedrukt|aangemaakt|opgemaakt|laatst (?:bijgewerkt|gewijzigd)"
    r"|generated|exported|printed|created|last updated)\b"
)
PAGES = r"(?:pagina|page) [0-9]+(?: ?(?:van|of|/) ?[0-9]+)?"
ENDS = r"(?:einde (?:van )?(?:het |de )?(?:bestand|overzicht|lijst|rapport|export)|end of (?:the )?(?:file|report|list|export|data))"
PATTERN = rf"(?i)^(?:{OPENINGS}|{MADE}.*[0-9].*|{PAGES}|{ENDS})[ .]*$"


def reject_lines_below(work: Work, number: int, plan: Plan) -> None:
    """Reject what stands alone in one of the last rows and speaks of the export."""
    columns = [f"c{at}" for at in range(plan.shown) if at not in plan.hidden]
    if len(columns) < 2:  # noqa: PLR2004
        return
    last = f"_row > (SELECT max(_row) FROM {raw(number)}) - {LAST_ROWS} AND {counts(plan)}"
    alone = f"len(list_filter([{', '.join(map(filled, columns))}], lambda each: each)) = 1"
    line = f"coalesce({', '.join(map(bare, columns))})"
    found = (
        f"SELECT _row + {number * SHEET_STEP} AS _src, line AS value, NULL AS other "
        f"FROM (SELECT _row, {line} AS line FROM {raw(number)} WHERE {last} AND {alone}) AS few "
        f"WHERE regexp_matches(line, {quoted(PATTERN)})"
    )
    note(work, LINE_BELOW, found, None)
