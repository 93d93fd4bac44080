"""A file of other years than the profile's: the day and the attribution that the profile sets are those of another file."""

from __future__ import annotations

from dataclasses import replace

from relinsight.sources.plan import Plan
from relinsight.warehouse.importing.cells import bare, quoted
from relinsight.warehouse.importing.work import Work, raw
from relinsight.words.name import Name
from relinsight.words.text import text

OF_ONE_FILE = frozenset({"as_of", "attribution"})
YEAR = "(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)"


def without_day_of_others(work: Work, number: int, plan: Plan) -> Plan:
    """The plan without the settings that hold for a file of other years alone; a warning says so."""
    meant = plan.years
    if meant is None or not OF_ONE_FILE & set(plan.settings):
        return plan
    year = f"try_cast(nullif(regexp_extract({bare(f'c{meant.column}')}, {quoted(YEAR)}, 1), '') AS INTEGER)"
    ((first, last),) = work.run(f"SELECT min({year}), max({year}) FROM {raw(number)}")
    if first is None or (first, last) == (meant.first, meant.last):
        return plan
    work.warnings.append(
        text(
            "{file} is about {first} to {last} and the profile about {from_year} to {to_year}, so its day {day} and its attribution "
            "were not taken over; write those of this file under [settings] in a copy of the profile.",
            file=plan.sheet.called,
            first=Name(str(first)),
            last=Name(str(last)),
            from_year=Name(str(meant.first)),
            to_year=Name(str(meant.last)),
            day=Name(plan.settings.get("as_of", "")),
        )
    )
    return replace(plan, settings={name: value for name, value in plan.settings.items() if name not in OF_ONE_FILE})
