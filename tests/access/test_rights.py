"""What one viewer sees: on every page, verb, export and count nothing of a partner that is not seen, and the same of one that is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from examples import one_in
from town import town
from warehouse_from import facts_on, warehouse_from

from relinsight.access.city import City
from relinsight.access.reader import Reader
from relinsight.access.rights import OWNER, NotAllowed, Rights
from relinsight.export.json_document import as_json
from relinsight.export.markdown import as_markdown
from relinsight.insights.pages import pages
from relinsight.insights.who import knows
from relinsight.measures import MEASURES
from relinsight.measures.figure import Figure
from relinsight.measures.measure import SUBJECTS
from relinsight.measures.scoping import parameters
from relinsight.records.model import RECORDS
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.cutting import ANOTHER, TABLES, Everybody, OfPartners, ShownBeside, keys_of
from relinsight.warehouse.queries import composed, facts
from relinsight.words.scope import Scope

DAY = date(2026, 9, 30)
SCOPE = Scope(DAY, since=date(2026, 6, 30))
ALL = Reader(town())


def _clusters() -> list[str]:
    return sorted({figure.subject for figure in ALL.figures(SCOPE, "cluster", "partners") if figure.value} - {"(none)"})


CLUSTERS = _clusters()


def _viewer(cluster: str, **more: bool) -> Reader:
    return Reader(town(), Rights("someone", (cluster,), **more))


def _partners(reader: Reader) -> set[str]:
    return {figure.subject for figure in reader.figures(SCOPE, "partner")}


def _seen(cluster: str) -> set[str]:
    rows = town().answer("SELECT partner FROM partner_day WHERE cluster = $cluster", {"as_of": DAY, "cluster": cluster})
    return {str(row["partner"]) for row in rows}


def _unseen_words(cluster: str) -> list[str]:
    """Ids, names, people and subjects that belong to partners outside a cluster alone."""
    seen = _seen(cluster)
    rows = town().rows(
        "SELECT id AS word, id AS partner FROM partner UNION ALL SELECT name, id FROM partner UNION ALL "
        "SELECT p.name, f.partner_id FROM contact_person AS p JOIN contact_person_function AS f ON f.contact_person_id = p.id "
        "UNION ALL SELECT g.title, gp.partner_id FROM goal AS g JOIN goal_partner AS gp ON gp.goal_id = g.id "
        "UNION ALL SELECT m.id, mp.partner_id FROM contact_moment AS m JOIN contact_moment_partner AS mp ON mp.contact_moment_id = m.id "
        "UNION ALL SELECT subject, partner_id FROM question"
    )
    shown = {str(row["word"]) for row in rows if row["partner"] in seen}
    parents = {str(row["name"]) for row in town().rows("SELECT name FROM partner WHERE id IN (SELECT parent_id FROM partner)")}
    hidden = {str(row["word"]) for row in rows if row["word"] and row["partner"] not in seen} - shown - parents
    return sorted(word for word in hidden if len(word) > 3 and not any(word in other for other in shown))


def _everything_said(reader: Reader, partner: str) -> str:
    said = []
    for page in pages():
        insight = page.answer(reader, replace(SCOPE, partner=partner))
        said += [as_json(insight, "en"), as_markdown(insight, "nl")]
    for by in SUBJECTS:
        said += [json.dumps(repr(reader.figures(SCOPE, by)))]
    said += [repr(reader.rows_behind(SCOPE, name, "portfolio", "portfolio")) for name in MEASURES]
    said += [repr(knows(reader, "e", SCOPE)), repr(reader.sectors(DAY)), repr(reader.account_managers(DAY)), repr(reader.holding)]
    return "\n".join(said)


def test_there_is_something_to_cut():
    assert len(CLUSTERS) > 2
    assert all(0 < len(_seen(cluster)) < len(_partners(ALL)) for cluster in CLUSTERS)


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_a_viewer_sees_the_partners_of_the_cluster_and_no_other(cluster: str):
    assert _partners(_viewer(cluster)) == _seen(cluster)


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_nothing_of_a_partner_that_is_not_seen_is_said_anywhere(cluster: str):
    words = _unseen_words(cluster)
    assert len(words) > 50
    asked = (min(_seen(cluster)), min(_partners(ALL) - _seen(cluster)))
    for partner in asked[CLUSTERS.index(cluster) % 2 :: one_in(2)]:
        said = _everything_said(_viewer(cluster), partner)
        found = [word for word in words if word != partner and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)]
        assert found == []


def test_the_same_words_are_said_to_whoever_sees_all():
    said = _everything_said(ALL, "prt-01")
    assert sum(word in said for word in _unseen_words(CLUSTERS[0])) > 20


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_a_figure_of_a_partner_that_is_seen_is_the_same_for_every_viewer(cluster: str):
    whole = {(f.measure, f.subject): _value(f) for f in ALL.figures(SCOPE, "partner")}
    found = [_value(f) for f in _viewer(cluster).figures(SCOPE, "partner")]
    assert found
    assert [f for f in found if whole[f.measure, f.subject] != f] == []
    assert {f.subject for f in found} == _seen(cluster)


def _value(figure: Figure) -> Figure:
    """A figure; of a rank without its n, which counts the partners that are seen."""
    return replace(figure, n=None) if figure.measure == "uncovered_rank" else figure


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_totals_count_what_is_seen(cluster: str):
    total = _viewer(cluster).stand(SCOPE, "partners", "uncovered", "coverage_share")
    within = {f.measure: f for f in ALL.figures(SCOPE, "cluster", *total) if f.subject == cluster}
    assert {name: (f.value, f.n) for name, f in total.items()} == {name: (f.value, f.n) for name, f in within.items()}


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_the_rows_behind_a_total_are_as_many_as_its_n(measure: str):
    viewer = _viewer(CLUSTERS[0])
    for figure in (f for f in viewer.figures(SCOPE, "portfolio", measure) if f.n is not None):
        assert len(viewer.rows_behind(SCOPE, figure.measure, "portfolio", "portfolio")) == figure.n


SHARED = """
    cluster
    port
    town

    employee  cluster
    anna      port
    bert      town

    partner  tier  account_manager
    harbour  A     anna
    museum   A     bert

    contact_moment  day         partner_id      employee_id  subject  note   impression
    both            2026-06-01  harbour;museum  anna         secret   a~fact  a~view
    theirs          2026-06-02  museum          bert         other    -      -
"""
JUNE = Scope(date(2026, 6, 30))


def test_a_moment_is_seen_where_one_of_its_partners_is_and_the_other_is_another_partner():
    viewer = Reader(warehouse_from(SHARED), Rights("anna", ("port",)))
    (row,) = viewer.rows_behind(JUNE, "contacts", "portfolio", "portfolio")
    assert (row["moment"], row["partners"]) == ("both", f"{ANOTHER}; harbour")
    assert viewer.stand(JUNE, "contacts")["contacts"].value == 1


@pytest.mark.parametrize("reads_words", [True, False])
def test_the_words_of_a_contact_are_cut_and_never_its_day(reads_words: bool):
    viewer = Reader(warehouse_from(SHARED), Rights("anna", ("port",), reads_words=reads_words))
    (row,) = viewer.data.answer("SELECT day, subject, note, impression FROM contact_moment", {"as_of": JUNE.as_of})
    words = ("secret", "a fact", "a view") if reads_words else (None, None, None)
    assert row == {"day": date(2026, 6, 1), **dict(zip(("subject", "note", "impression"), words, strict=True))}


def test_who_is_seen_follows_the_owner_of_the_day():
    city = warehouse_from("""
        cluster
        port

        employee  cluster
        anna      port

        partner  tier
        harbour  A

        tie  employee_id  partner_id  kind             from_date   to_date
        t    anna         harbour     account_manager  2026-01-01  2026-03-31
    """)
    viewer = Reader(city, Rights("anna", ("port",)))
    seen = {day: viewer.stand(Scope(date.fromisoformat(day)), "partners")["partners"].value for day in ("2026-03-31", "2026-04-01")}
    assert seen == {"2026-03-31": 1, "2026-04-01": 0}


def test_only_the_owner_opens_the_owners_door():
    city = City(town())
    assert city.owner.runs() is not None
    viewer = city.seen_by(Rights("someone", ("port",)))
    with pytest.raises(NotAllowed):
        _ = viewer.owner
    assert viewer.read(lambda reader: reader.rights) == viewer.rights
    assert city.reader().rights == OWNER


def test_each_fact_declares_its_keys():
    town_facts: Warehouse = town()
    undeclared = []
    for name in facts():
        columns = {str(row["column_name"]) for row in town_facts.rows(f"DESCRIBE SELECT * FROM ({_empty(name)}) AS f")}
        keys = keys_of(name)
        if ("partner" in columns) != isinstance(keys, OfPartners | ShownBeside):
            undeclared.append(name)
    assert undeclared == []


def _empty(name: str) -> str:
    values = parameters(SCOPE) | {"seen_clusters": ["port"]}
    sql = composed(f"SELECT * FROM {name} LIMIT 0")
    for key in sorted(values, key=len, reverse=True):
        value = values[key]
        literal = "NULL" if value is None else str(value) if isinstance(value, list) else f"DATE '{value}'"
        sql = sql.replace(f"${key}", f"CAST({literal} AS VARCHAR[])" if isinstance(value, list) else literal)
    return sql


def test_each_table_that_a_query_may_read_says_by_what_it_is_cut():
    assert {record.table for record in RECORDS} <= set(TABLES)
    for record in RECORDS:
        to_partner = {name for name, info in record.model_fields.items() if any(getattr(m, "to", None) == "partner" for m in info.metadata)}
        if to_partner - {"parent_id"}:
            assert not isinstance(TABLES[record.table], Everybody), record.table
    assert facts_on(town(), "seen_partner", "partner", "2026-09-30", seen_clusters=[CLUSTERS[0]])
