"""The rows behind a figure are as many as its n, for every measure and every kind of subject that has it."""

from __future__ import annotations

from datetime import date

import pytest
from town import town
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.access.rights import Rights
from relinsight.measures import MEASURES, declared
from relinsight.measures.compute import figures
from relinsight.measures.figure import Figure
from relinsight.measures.measure import SUBJECTS
from relinsight.measures.rows import rows_behind
from relinsight.words.scope import NOBODY, Scope

SCOPE = Scope(date(2026, 9, 30))
CLUSTERS = sorted(
    {figure.subject for figure in figures(town(), SCOPE, "cluster", ["partners"]) if figure.value and figure.subject != NOBODY}
)


@pytest.mark.parametrize("by", SUBJECTS)
def test_as_many_rows_as_n(by: str):
    fullest = _fullest(figures(town(), SCOPE, by))
    assert {m.name for m in MEASURES.values() if by in m.by} == {declared(name).name for name in fullest}  # type: ignore[union-attr]
    for figure in fullest.values():
        rows = rows_behind(town(), SCOPE, figure.measure, by, figure.subject)
        assert rows or not figure.n
        assert figure.n is None or len(rows) == figure.n, figure


@pytest.mark.parametrize("cluster", CLUSTERS)
@pytest.mark.parametrize("by", SUBJECTS)
def test_of_who_sees_a_part_n_counts_what_is_seen(by: str, cluster: str):
    viewer = Reader(town(), Rights("someone", (cluster,)))
    fullest = _fullest(viewer.figures(SCOPE, by))
    assert any(figure.n for figure in fullest.values()) or by in {"employee", "tie"}  # whose figures have no n
    for figure in fullest.values():
        rows = viewer.rows_behind(SCOPE, figure.measure, by, figure.subject)
        assert figure.n is None or len(rows) == figure.n, figure


def test_a_rank_is_that_among_all_and_its_n_counts_who_is_seen():
    everyone, ranks = Reader(town()).figures(SCOPE, "partner", "uncovered_rank"), dict[str, tuple[float | None, int | None]]()
    for cluster in CLUSTERS:
        viewer = Reader(town(), Rights("someone", (cluster,)))
        found = [figure for figure in viewer.figures(SCOPE, "partner", "uncovered_rank") if figure.value]
        assert {figure.n for figure in found} <= {len(found)}
        ranks |= {figure.subject: (figure.value, figure.n) for figure in found}
    n_of_all = sum(bool(figure.value) for figure in everyone)
    assert {figure.subject: figure.value for figure in everyone if figure.subject in ranks} == {
        who: rank for who, (rank, _) in ranks.items()
    }
    assert 1 < len(ranks) <= n_of_all
    assert all(n is not None and n < n_of_all for _, n in ranks.values())


def test_a_moment_of_two_partners_is_one_row_that_names_both():
    db = warehouse_from("""
        partner  tier  sector
        harbour  A     maritime
        museum   B     maritime

        contact_moment  day         kind   partner_id
        m1              2026-06-01  visit  harbour;museum
    """)
    (row,) = rows_behind(db, Scope(date(2026, 6, 30)), "contacts", "sector", "maritime")
    assert (row["moment"], row["partners"]) == ("m1", "harbour; museum")


def test_what_is_no_measure_of_the_subject_has_no_rows():
    assert rows_behind(town(), SCOPE, "nonsense", "partner", "prt-01") == []
    assert rows_behind(town(), SCOPE, "partners", "partner", "prt-01") == []


def _fullest(found: list[Figure]) -> dict[str, Figure]:
    """Of each measure the figure that counts most, so that something is counted; of instruments and parts one each."""
    fullest: dict[str, Figure] = {}
    for figure in sorted(found, key=lambda f: (f.n or 0, f.value or 0)):
        part = figure.measure.split("@")[0]
        fullest[part if "." in part else figure.measure] = figure
    return fullest
