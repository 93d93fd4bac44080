"""A page sees no further than its period and its day, compares the partners in view now, and speaks of the day on which a promise broke."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from answers import asked, cells, changes, context, heading, lines, on, rows, title
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.export.charts import drawn
from relinsight.insights.coverage import coverage
from relinsight.insights.pages import pages
from relinsight.insights.partner import partner
from relinsight.insights.portfolio import portfolio
from relinsight.insights.sectors import sectors
from relinsight.words.scope import Period

MET = """
    partner  tier
    harbour  A

    contact_moment  day         partner_id
    m1              2025-12-01  harbour
    m2              2026-06-01  harbour
    m3              2026-11-01  harbour
"""


def _timeline(day: str, first: str, last: str):
    return asked(partner, MET, on(day, partner="harbour", period=Period(date.fromisoformat(first), date.fromisoformat(last))))


def _drawn(found) -> list[str]:
    (chart,) = [block for block in found.blocks if getattr(block, "name", "") == "timeline"]
    return [note.text for note in drawn(chart, "en").layout.annotations]


def test_a_gap_outside_the_period_is_not_spoken_of():
    found = _timeline("2026-11-20", "2025-12-05", "2025-12-31")
    assert title(found, "timeline") == "No contacts in this period"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-02-01", "2026-03-31", "No contacts in this period, and one gap of 58 days too late"),
        ("2026-05-01", "2026-06-30", "One contact in this period, and one gap of 31 days too late"),
        ("2026-08-11", "2026-08-31", "No contacts in this period, and one gap of 20 days too late"),
        ("2026-11-02", "2026-11-20", "No contacts in this period"),
        ("2026-10-01", "2026-12-31", "One contact in this period, and one gap of 31 days too late"),
        ("2026-12-01", "2026-12-31", "No contacts in this period"),
    ],
)
def test_a_gap_is_as_long_as_the_period_has_of_it(first: str, last: str, said: str):
    assert title(_timeline("2026-11-20", first, last), "timeline") == said


def test_a_period_that_ends_after_the_day_ends_on_the_day():
    found = _timeline("2026-08-01", "2026-06-01", "2026-12-31")
    assert heading(found).startswith("harbour: silent for 61 days, 1 longer than promised")
    assert title(found, "timeline") == "One contact in this period, and one gap of 1 day too late"
    assert "the as-of day" in _drawn(found)


def test_only_a_period_that_ends_on_the_day_marks_its_end_as_the_day():
    assert "the end of the period" in _drawn(_timeline("2026-11-20", "2026-05-01", "2026-06-30"))
    assert not [said for said in _drawn(_timeline("2026-11-20", "2026-05-01", "2026-06-30")) if said.startswith("next by")]
    assert [said for said in _drawn(_timeline("2026-11-20", "2026-05-01", "2026-11-20")) if said.startswith("next by")]


def _ticks(first: str, last: str) -> list[str]:
    (chart,) = [block for block in _timeline(last, first, last).blocks if getattr(block, "name", "") == "timeline"]
    return list(drawn(chart, "en").layout.xaxis.ticktext or ())


@pytest.mark.parametrize(("first", "last"), [("2023-03-01", "2026-11-20"), ("2016-01-01", "2026-11-20"), ("2024-12-24", "2026-11-20")])
def test_each_year_of_a_period_is_named_where_it_begins(first: str, last: str):
    ticks = _ticks(first, last)
    years = [int(tick.partition("<br>")[2]) for tick in ticks if "<br>" in tick]
    assert len(ticks) <= 12
    assert len(years) > 1
    assert all(later > earlier for earlier, later in pairwise(years))
    assert years[-1] == 2026


@pytest.mark.parametrize(("first", "last"), [("2026-10-25", "2026-11-20"), ("2026-11-01", "2026-11-01"), ("2026-11-02", "2026-11-20")])
def test_a_period_within_a_month_has_days_below_it(first: str, last: str):
    ticks = _ticks(first, last)
    assert 1 <= len(ticks) <= 8
    assert ticks[0] == f"{int(first[-2:])}\N{NO-BREAK SPACE}{'Oct' if first[5:7] == '10' else 'Nov'}<br>2026"


THEN = """
    partner
    harbour
    museum
    school

    partner_tier:partner_id  tier  from_date   to_date
    harbour                  C     -           2026-09-30
    harbour                  A     2026-10-01  -
    museum                   A     -           -
    school                   B     -           -

    employee
    anna

    tie  employee_id  partner_id  kind             to_date
    t1   anna         museum      account_manager  2026-09-15
    t2   anna         harbour     account_manager  -
    t3   anna         school      account_manager  -

    contact_moment  day         partner_id
    m1              2026-06-15  harbour
    m2              2026-06-15  museum
"""


@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        ({"account_managers": ("(none)",)}, [("museum", "Account manager lost")]),
        ({"tiers": ("A",)}, [("museum", "Account manager lost"), ("harbour", "in time → dormant")]),
        ({"tiers": ("B",)}, []),
    ],
    ids=str,
)
def test_the_partners_in_view_now_are_compared_as_they_stood_then(chosen, named):
    found = asked(portfolio, THEN, on("2026-11-20", since="2026-09-01", **chosen))
    assert cells(found, "changes", "name change") == named


SINCE = """
    partner
    harbour

    partner_tier:partner_id  tier  from_date   to_date
    harbour                  {was}

    employee
    anna

    contact_person
    piet

    contact_person_function:contact_person_id  partner_id
    piet                                       harbour

    tie  employee_id  partner_id  kind
    t1   anna         harbour     account_manager

    contact_moment  day         partner_id
    m1              {met}  harbour
"""
NEXT = "\n    harbour  "
C_THEN_A = f"C  -  2026-10-31{NEXT}A  2026-11-01  -"
B_THEN_A = f"B  -  2026-10-31{NEXT}A  2026-11-01  -"
A_THEN_C_THEN_A = f"A  -  2026-06-30{NEXT}C  2026-07-01  2026-10-31{NEXT}A  2026-11-01  -"
NONE_FOR_A_WHILE = f"A  -  2026-05-31{NEXT}A  2026-11-10  -"


@pytest.mark.parametrize(
    ("was", "met", "since"),
    [
        ("A  -  -", "2026-09-21", date(2026, 11, 21)),
        (C_THEN_A, "2026-01-10", date(2026, 11, 1)),
        (C_THEN_A, "2026-10-01", date(2026, 12, 1)),
        (A_THEN_C_THEN_A, "2026-01-10", date(2026, 11, 1)),
        (NONE_FOR_A_WHILE, "2026-01-10", date(2026, 11, 10)),
        (B_THEN_A, "2026-01-10", date(2026, 5, 11)),
    ],
    ids=["one tier", "stricter since", "stricter, then late", "late twice", "late again after a time without a tier", "late under both"],
)
def test_since_is_the_first_day_of_this_run_on_which_the_promise_of_that_day_was_broken(was: str, met: str, since: date):
    policy = "\n    tier_policy:tier  rhythm_days\n    A  60\n    B  120\n    C  365\n"
    db = warehouse_from(SINCE.format(was=was, met=met) + policy)
    for day in (since, date(2026, 12, 20)):
        assert cells(coverage(Reader(db), on(str(day))), "uncovered", "broken_since") == [(since,)]
    assert rows(coverage(Reader(db), on(str(date.fromordinal(since.toordinal() - 1)))), "uncovered") == ()


def test_a_promise_that_became_stricter_broke_on_the_day_on_which_it_did():
    policy = """
    tier_policy:tier  rhythm_days  from_date   to_date
    A                 365          -           -
    A                 60           2026-09-01  -
    """
    db = warehouse_from(SINCE.format(was="A     -  -", met="2026-01-10") + policy)
    assert cells(coverage(Reader(db), on("2026-11-20")), "uncovered", "broken_since") == [(date(2026, 9, 1),)]


TIED = """
    partner  tier
    harbour  A
    museum   A

    employee  active_to
    anna      {employee}
    bert      -

    contact_person  active_to
    dirk            {person}

    tie  employee_id  partner_id  contact_person_id  kind     to_date
    t1   anna         harbour     dirk               content  {tie}
    t2   bert         museum      -                  content  2026-12-20
"""


@pytest.mark.parametrize(
    "ends",
    [
        {"employee": "-", "person": "2026-12-15", "tie": "-"},
        {"employee": "2026-12-15", "person": "2026-12-31", "tie": "-"},
        {"employee": "-", "person": "2026-12-31", "tie": "2026-12-15"},
    ],
    ids=["the contact person leaves", "the colleague leaves", "the tie ends"],
)
def test_a_tie_lasts_until_the_first_of_its_ends(ends: dict[str, str]):
    found = asked(coverage, TIED.format(**ends), on("2026-11-20"))
    assert title(found, "one-tie") == "2 partners hang on one colleague; the first tie ends on 15 December 2026"
    assert cells(found, "one-tie", "name until") == [("harbour", date(2026, 12, 15)), ("museum", date(2026, 12, 20))]


ODD = [date(1, 1, 1), date(1, 12, 31), date(9999, 12, 20), date(9999, 12, 30)]


@pytest.mark.parametrize("day", ODD, ids=str)
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_answers_on_the_first_and_on_the_last_day_that_there_is(page, day: date):
    city = MET.replace("partner  tier\n", "partner  tier  account_manager\n").replace("harbour  A\n", "harbour  A  anna\n")
    scopes = (on(day.isoformat()), on(day.isoformat(), since="2026-06-30", partner="harbour"))
    for scope in scopes:
        assert heading(asked(page.answer, city, scope))


@pytest.mark.parametrize("since", ["2026-06-30", "2026-07-01"])
def test_a_day_to_compare_with_that_is_not_earlier_is_said_to_be_none(since: str):
    scope = on("2026-06-30", since=since)
    found = asked(portfolio, THEN, scope)
    assert title(found, "changes") == "What changed cannot be said without an earlier day"
    assert found.blocks
    (table,) = [block for block in found.blocks if getattr(block, "name", "") == "changes"]
    assert table.none.message == "The day to compare with must lie before {day}; no change is shown."
    assert set(changes(found).values()) == {None}


TREE = """
    cluster    parent_id
    port       -
    quays      port
    locks      quays
    space      -

    employee  cluster
    anna      quays
    bert      space
    carl      locks
    dora      port

    partner  tier  account_manager
    harbour  A     anna
    museum   A     bert
    wharf    B     carl
    school   B     dora
    nobody   C     -
"""


@pytest.mark.parametrize(
    ("clusters", "partners", "said"),
    [
        (("port",), {"harbour", "wharf", "school"}, "only port, with the clusters below"),
        (("quays",), {"harbour", "wharf"}, "only quays, with the clusters below"),
        (("locks",), {"wharf"}, "only locks"),
        (("space", "(none)"), {"museum", "nobody"}, "only space and partners without an owner"),
        (("port", "space"), {"harbour", "wharf", "school", "museum"}, "only port and space, with the clusters below"),
    ],
    ids=["port", "quays", "locks", "space and none", "port and space"],
)
def test_a_filter_on_a_cluster_takes_those_below_it_along_and_says_so(clusters, partners, said):
    db, scope = warehouse_from(TREE), on("2026-06-30", clusters=clusters)
    found = portfolio(Reader(db), scope)
    assert {row["partner"] for row in rows(found, "partners")} == partners
    assert context(found)[-1] == said
    assert Reader(db).stand(scope, "partners")["partners"].value == len(partners)


def test_figures_by_cluster_stay_apart():
    figures = Reader(warehouse_from(TREE)).figures(on("2026-06-30"), "cluster", "partners")
    assert {figure.subject: figure.value for figure in figures} == {"port": 1, "quays": 1, "locks": 1, "space": 1, "(none)": 1}


def test_the_filters_offer_what_holds_on_the_day():
    db = warehouse_from("""
        employee  active_to
        anna      -
        bert      2026-08-01

        contact_person  active_to
        dirk            2026-08-01

        partner  tier
        harbour  A
        museum   A
        school   A

        tie  employee_id  partner_id  contact_person_id  kind
        t1   anna         harbour     dirk               account_manager
        t2   bert         museum      -                  account_manager
        t3   anna         school      -                  account_manager

        partner_sector:partner_id  sector_id  is_primary  to_date
        harbour                    maritime   true        2026-01-31
        museum                     culture    true        -
    """)
    reader = Reader(db)
    for day in ("2025-12-31", "2026-06-30", "2026-09-30"):
        scope = on(day)
        kept = db.answer("SELECT * FROM partner_day", {"as_of": scope.as_of})
        assert {choice.id for choice in reader.account_managers(scope.as_of)} == {row["owner"] or "(none)" for row in kept} | {"(none)"}
        assert {choice.id for choice in reader.sectors(scope.as_of)} == {row["sector"] or "(none)" for row in kept}


def test_a_sector_that_ended_leaves_partners_that_the_filter_finds():
    db = warehouse_from("""
        partner  tier
        harbour  A

        partner_sector:partner_id  sector_id  is_primary  to_date
        harbour                    maritime   true        2026-01-31
    """)
    found = portfolio(Reader(db), on("2026-06-30", sectors=("(none)",)))
    assert lines(found, "unknown")[1] == "1 partner has no sector."
    assert [row["partner"] for row in rows(found, "partners")] == ["harbour"]
    assert sectors(Reader(db), on("2026-06-30")).answer
