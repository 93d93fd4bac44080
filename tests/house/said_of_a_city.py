"""What facts, figures, charts and sentences say of one small city, as lines of JSON; with the yardsticks of the first argument, if any."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date

from relinsight.words import yardsticks

CITY = """
    partner  tier  account_manager  contact_person  last_contact
    harbour  A     anna             dirk            -
    museum   B     -                dirk            2026-06-30

    contact_moment  day         kind   partner_id  employee_id
    m1              2026-03-22  visit  harbour     anna

    tier_policy:tier  rhythm_days
    A                 50
    B                 50

    dealing  organisation  opened_on   closed_on   partner_id
    d1       Mill          2024-01-01  -           -
    d2       Forge         2022-01-01  -           -
    d3       Harbour       2025-01-01  2025-02-01  harbour
    d4       Harbour       2022-01-01  2022-02-01  harbour

    assessment  partner_id  day         side     contact_person_id  trust
    f1          harbour     2026-06-01  partner  dirk               3
"""


def found() -> Iterator[tuple[str, object]]:
    """Each saying by what it tells: the day is 100 days, twice the promised ones, after the last contact with the harbour."""
    from warehouse_from import facts_on, warehouse_from  # noqa: PLC0415 - what is said is settled when a module is read

    from relinsight.access.reader import Reader  # noqa: PLC0415
    from relinsight.export.charts.bands import BEGINS  # noqa: PLC0415
    from relinsight.insights.blocks import Chart, Table  # noqa: PLC0415
    from relinsight.insights.coverage import coverage  # noqa: PLC0415
    from relinsight.insights.partner import partner  # noqa: PLC0415
    from relinsight.insights.portfolio import portfolio  # noqa: PLC0415
    from relinsight.languages.sentence import Speaker  # noqa: PLC0415
    from relinsight.measures import declared  # noqa: PLC0415
    from relinsight.measures.compute import stand  # noqa: PLC0415
    from relinsight.words.scope import Scope  # noqa: PLC0415

    city, scope, say = warehouse_from(CITY), Scope(date(2026, 6, 30), partner="harbour"), Speaker("en")
    yield "state", dict(facts_on(city, "link", "partner, silence", "2026-06-30"))["harbour"]
    yield "uncovered", [partner for partner, alone in facts_on(city, "chain", "partner, is_uncovered", "2026-06-30") if alone]
    yield "strength", dict(facts_on(city, "contact_strength", "partner, round(strength, 3)", "2026-06-30"))
    yield "tie", [strength for (strength,) in facts_on(city, "tie_strength", "round(strength, 3)", "2026-06-30")]
    weighted, strangers = stand(city, scope, "coverage_weighted", "not_on_list")
    yield from (("covered_by_weight", weighted.value), ("not_on_the_list", strangers.value))
    yield "strips", list(BEGINS.values())
    for name in ("overdue_ratio", "tie_strength", "coverage_weighted", "not_on_list"):
        measure = declared(name)
        yield name, say(measure.definition) if measure else None
    reader = Reader(city)
    whole = Scope(scope.as_of)
    blocks = (*portfolio(reader, whole).blocks, *coverage(reader, whole).blocks, *partner(reader, scope).blocks)
    yield "captions", {block.name: say(block.caption) for block in blocks if isinstance(block, Table | Chart) and block.caption}
    yield "dealings", sum(len(block.rows) for block in blocks if isinstance(block, Table) and block.name == "dealings")


if __name__ == "__main__":
    for name, value in json.loads(sys.argv[1]).items():
        setattr(yardsticks, name, value)
    print(json.dumps(dict(found())))
