"""Sectors: how do they compare, and what is inside one?"""

from __future__ import annotations

from answers import SAY, asked, cells, context, heading, lines, on, rows, title
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.insights.sectors import sectors
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view

CITY = """
    partner  tier  sector    account_manager  contact_person  last_contact
    c1       B     culture   anna             p1              2026-06-01
    c2       B     culture   anna             p2              2026-06-01
    c3       B     culture   anna             p3              2026-06-01
    m1       B     maritime  bert             p4              2026-06-01
    m2       B     maritime  -                p5              2025-01-01
    m3       A     maritime  bert             p6              -

    assessment  partner_id  day         side     trust
    a1          c1          2026-05-01  partner  9
    a2          c2          2026-05-01  partner  8
    a3          c3          2026-05-01  partner  7
    a4          m1          2026-05-01  partner  1
    a5          m2          2026-05-01  partner  2
    a6          m3          2026-05-01  partner  3

    question  partner_id  asked_on    due_on
    q1        m1          2026-06-01  2026-06-10
    q2        c1          2026-06-01  2026-07-10
"""


def test_the_sector_that_comes_last_most_often_is_the_answer():
    assert heading(asked(sectors, CITY, on("2026-06-30"))) == "The sector maritime comes last on four of six measures"


def test_without_a_sector_that_stays_behind_the_answer_says_so():
    city = """
        partner  tier  sector    last_contact
        c1       B     culture   2026-06-01
        m1       B     maritime  2026-06-01
    """
    assert heading(asked(sectors, city, on("2026-06-30"))) == "No sector stays behind on more than one of five measures"


def test_each_measure_of_each_sector_stands_beside_that_of_all():
    found = {
        (s, m): (said, whole)
        for s, m, said, whole in cells(asked(sectors, CITY, on("2026-06-30")), "sectors", "sector measure said all_said")
    }
    assert found["culture", "quality_partner@relation-9"] == ("88  (3 of 3)", "all 50  (6 of 6)")
    assert found["maritime", "quality_partner@relation-9"] == ("13  (3 of 3)", "all 50  (6 of 6)")
    assert found["culture", "coverage_share"] == ("100\N{NO-BREAK SPACE}%", "all 67\N{NO-BREAK SPACE}%")
    assert found["maritime", "coverage_share"][0] == "33\N{NO-BREAK SPACE}%"
    assert found["maritime", "contacts"] == ("0.3  (1 with 3)", "all 0.7  (4 with 6)")
    assert found["maritime", "proactive_share"][0] == "too few (1)"
    assert found["maritime", "questions_late"] == ("1 of 1", "all 1 of 2")
    assert found["culture", "goals_endorsed_both"][0] == "none"


def test_the_highest_view_of_us_comes_first_and_the_title_names_both_ends():
    found = asked(sectors, CITY, on("2026-06-30"))
    assert [*dict.fromkeys(row["sector"] for row in rows(found, "sectors"))] == ["culture", "maritime"]
    assert title(found, "sectors") == "We are rated highest by culture (88), lowest by maritime (13)"


def test_no_sector_is_called_highest_or_last_where_intervals_overlap():
    given = {"c": (9, 7, 2), "m": (8, 5, 2)}
    answers = [(f"{sector}{at}", score) for sector, scores in given.items() for at, score in enumerate(scores, 1)]
    city = """
        partner  tier  sector
        c1       B     culture
        c2       B     culture
        c3       B     culture
        c4       B     culture
        m1       B     maritime
        m2       B     maritime
        m3       B     maritime
        m4       B     maritime

        assessment  partner_id  day         side     trust
    """ + "\n".join(f"        a{partner}         {partner}          2026-05-01  partner  {score}" for partner, score in answers)
    found = asked(sectors, city + "\n", on("2026-06-30"))
    assert title(found, "sectors") == "Sectors rate us from 50 to 63, but their intervals overlap: none is surely higher"
    assert heading(found) == "No sector stays behind on more than one of six measures"


def test_a_view_of_a_census_has_no_interval_and_one_of_a_part_has():
    city = CITY + "\n    partner  tier  sector\n    c4       B     culture\n"
    for source, bounded in ((CITY, False), (city, True)):
        found = rows(asked(sectors, source, on("2026-06-30")), "sectors")
        (view,) = (r for r in found if r["sector"] == "culture" and r["measure"].startswith("quality"))
        assert (view["low"] is not None) == (view["high"] is not None) == bounded


def test_a_sector_with_fewer_than_three_scores_is_not_compared():
    city = """
        partner  tier  sector
        c1       B     culture
        c2       B     culture

        assessment  partner_id  day         side     trust
        a1          c1          2026-05-01  partner  9
        a2          c2          2026-05-01  partner  8
    """
    found = asked(sectors, city, on("2026-06-30"))
    assert ("culture", "quality_partner@relation-9", None, "too few (2)") in cells(found, "sectors", "sector measure value said")
    assert title(found, "sectors") == "Too few sectors gave their view of us to compare them by it"
    assert lines(found, "unknown") == ["1 sector has too few scores to compare its view of us."]


def test_without_assessments_there_is_no_column_for_a_view():
    city = """
        partner  tier  sector    last_contact
        c1       B     culture   2026-06-01
        m1       B     -         -
    """
    found = asked(sectors, city, on("2026-06-30"))
    assert not [row for row in rows(found, "sectors") if row["measure"].startswith("quality")]
    assert lines(found, "unknown") == ["1 partner has no sector."]
    assert context(found)[3] == "2 partners in 1 sector, 1 of them without a sector"


def test_those_without_a_sector_stand_in_a_row_that_is_never_last():
    city = """
        partner  tier  sector    account_manager  contact_person  last_contact
        c1       B     culture   anna             p1              2026-06-01
        m1       B     maritime  anna             p2              2026-06-01
        x1       B     -         -                -               -
    """
    found = asked(sectors, city, on("2026-06-30"))
    assert None in {row["sector"] for row in rows(found, "sectors")}
    assert heading(found) == "No sector stays behind on more than one of five measures"


def test_nobody_under_a_filter():
    found = asked(sectors, CITY, on("2026-06-30", tiers=("C",)))
    assert heading(found) == "No partner of the portfolio fits this day and these filters"
    assert rows(found, "sectors") == ()


def test_a_filter_of_one_sector_leaves_one_row_of_measures():
    assert {row["sector"] for row in rows(asked(sectors, CITY, on("2026-06-30", sectors=("culture",))), "sectors")} == {"culture"}


def test_inside_a_sector_the_longest_silence_comes_first():
    found = one_sector(Reader(warehouse_from(CITY)), on("2026-06-30"), "maritime")
    assert heading(found) == "Maritime: one of three covered"
    assert cells(found, "silence", "name said reason") == [
        ("m3", "never", "too late"),
        ("m2", "545 of 120", "no owner"),
        ("m1", "29 of 120", None),
    ]


def test_inside_a_sector_its_links_stand_beside_those_of_the_rest():
    found = one_sector(Reader(warehouse_from(CITY)), on("2026-06-30"), "maritime")
    assert title(found, "links") == "The difference between maritime and the rest"
    assert cells(found, "links", "link own others") == [
        ("an owner", "67\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"),
        ("a contact person", "100\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"),
        ("contact in time", "33\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"),
    ]


def test_the_clusters_that_keep_a_sector_are_named():
    city = """
        cluster
        port

        employee  cluster
        anna      port

        partner  tier  sector    account_manager  contact_person  last_contact
        m1       B     maritime  anna             p1              2026-06-01
        m2       B     maritime  anna             p2              2025-01-01
        m3       B     maritime  -                p3              2026-06-01
    """
    found = one_sector(Reader(warehouse_from(city)), on("2026-06-30"), "maritime")
    assert lines(found, "keepers") == ["port keeps two and covers one of them.", "1 has no account manager."]


def test_a_sector_without_a_covered_partner_says_none():
    city = """
        partner  tier  sector
        m1       B     maritime
        m2       B     maritime
    """
    assert heading(one_sector(Reader(warehouse_from(city)), on("2026-06-30"), "maritime")) == "Maritime: none of two covered"


def test_the_least_covered_sector_is_offered_first():
    assert [sector.id for sector in sectors_in_view(Reader(warehouse_from(CITY)), on("2026-06-30"))] == ["maritime", "culture"]


def test_the_sector_that_nobody_visits_is_the_answer_of_the_demo(demo, demo_scope, story):
    (sector,) = story["unvisited_sector"].others
    found = asked(sectors, demo, demo_scope)
    assert heading(found) == f"The sector {sector} comes last on five of six measures"
    inside = one_sector(Reader(demo), demo_scope, sector)
    assert {row["partner"] for row in rows(inside, "silence")} <= set(story["unvisited_sector"].partners)
    assert next(iter(sectors_in_view(Reader(demo), demo_scope))).id == sector


def test_a_sport_with_two_scores_is_too_few_in_the_demo(demo, demo_scope):
    found = rows(asked(sectors, demo, demo_scope), "sectors")
    (view,) = (row for row in found if row["sector"] == "sport" and row["measure"].startswith("quality"))
    assert SAY(view["said"]) == "too few (2)"


def test_an_interval_ends_at_the_scale_in_picture_and_table_and_not_in_the_figure():
    city = """
        partner  tier  sector
        c1       B     culture
        c2       B     culture
        c3       B     culture
        c4       B     culture
        c5       B     culture
        m1       B     maritime

        assessment  partner_id  day         side     trust
        a1          c1          2026-05-01  partner  {high}
        a2          c2          2026-05-01  partner  {high}
        a3          c3          2026-05-01  partner  {other}
    """
    for answers, beyond in (({"high": 9, "other": 6}, "high"), ({"high": 1, "other": 4}, "low")):
        reader, scope = Reader(warehouse_from(city.format(**answers))), on("2026-06-30")
        (figure,) = (f for f in reader.figures(scope, "sector", "quality_partner") if f.subject == "culture")
        assert figure.low < 0 if beyond == "low" else figure.high > 100
        (row,) = (r for r in rows(sectors(reader, scope), "sectors") if r["sector"] == "culture" and r["measure"].startswith("quality"))
        assert (row["low"], row["high"]) == (max(figure.low, 0.0), min(figure.high, 100.0))


def test_a_share_that_is_not_all_is_not_said_to_be_all():
    head = "partner  tier  sector  account_manager  contact_person  last_contact"
    covered = [f"c{n}  C  culture  anna  k{n}  2026-06-01" for n in range(299)]
    city = "\n".join([head, *covered, "x1  C  culture  -  -  2026-06-01", "m1  C  maritime  anna  k0  2026-06-01"])
    dots = [row for row in rows(asked(sectors, city, on("2026-06-30")), "sectors") if row["measure"] == "coverage_share"]
    assert {row["sector"]: SAY(row["said"]) for row in dots} == {"culture": "99.7\N{NO-BREAK SPACE}%", "maritime": "100\N{NO-BREAK SPACE}%"}
