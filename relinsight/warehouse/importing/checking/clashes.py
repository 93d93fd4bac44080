"""What must hold between rows of one kind: no two account managers at once, no score off its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.records import reasons
from relinsight.records.instruments import Assessment, AssessmentScore, Instrument, InstrumentItem
from relinsight.records.matching import FormerPartner
from relinsight.records.partners import Partner, PartnerSector
from relinsight.records.record import Record, field
from relinsight.records.ties import Tie
from relinsight.warehouse.between_rows import answers, is_former, known_as_another, makes_a_second, off_scale
from relinsight.warehouse.importing.after_import import arriving_or_there, remaining
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.checking.second_sectors import second_sectors
from relinsight.warehouse.importing.naming.known_as import unborne
from relinsight.warehouse.importing.problems import note, note_where
from relinsight.warehouse.importing.said import is_named, names, said
from relinsight.warehouse.importing.work import Work, arriving, said_of

BEFORE = "(o._src IS NULL OR o._src < a._src)"


def check_clashes(work: Work, record: type[Record]) -> int:
    """Reject the rows that clash with others; say how many are newly out."""
    return sum(check(work) for check in CHECKS.get(record, ()))


def _seconds(work: Work, record: type[Record], other: str) -> str:
    """The arriving rows that stand beside another row, where a partner has one a day."""
    others = remaining(work, record, tuple(record.model_fields), with_source=True)
    called = names(work, field(record, other).column.to or "", all_rows=is_named(work, record, other))
    return (
        f"SELECT a._src, {said(work, record, 'partner_id', 'a')} AS value, min(coalesce(k.called, o.{other})) AS other "
        f"FROM {arriving(record)} AS a JOIN ({others}) AS o ON {makes_a_second('a', 'o', record)} AND {_stands_first(other)} "
        f"LEFT JOIN ({called}) AS k ON k.id = o.{other} GROUP BY ALL"
    )


def _stands_first(other: str) -> str:
    """The condition that the other row was there, or comes first in the files; of one row of a file the values that it names differ."""
    return f"({BEFORE} OR (o._src = a._src AND o.{other} < a.{other}))"


def _check_account_managers(work: Work) -> int:
    return note(work, reasons.SECOND_ACCOUNT_MANAGER, _seconds(work, Tie, "employee_id"), "employee_id")


def _check_source_ids(work: Work) -> int:
    """The id by which a register knows a partner means that one alone."""
    others = remaining(work, Partner, ("id", "source_id"), with_source=True)
    rows = f"NULL AS other FROM {arriving(Partner)} AS a WHERE"
    registered = f"EXISTS (SELECT 1 FROM ({others}) AS o WHERE o._src IS NULL AND o.source_id = a.id AND o.id <> a.id)"
    claims = f"SELECT _src, source_id AS value, {rows} {known_as_another('a', others, BEFORE)}"
    ids = f"SELECT _src, {said(work, Partner, 'id', 'a')} AS value, {rows} {registered}"
    return note(work, reasons.ANOTHERS_SOURCE_ID, claims, "source_id") + note(work, reasons.ANOTHERS_SOURCE_ID, ids, "id")


def _check_former_ids(work: Work) -> int:
    """An id of a partner that was merged means the kept one alone."""
    former = arriving_or_there(work, FormerPartner, "former_id, partner_id")
    found = f"SELECT _src, source_id AS value, NULL AS other FROM {arriving(Partner)} AS a WHERE {is_former('a', former)}"
    return note(work, reasons.ANOTHERS_SOURCE_ID, found, "source_id")


def _check_former_partners(work: Work) -> int:
    """No partner bears an id that is said to be a former one."""
    there = remaining(work, Partner, ("id", "source_id"))
    clash = "p.id = a.former_id OR (p.source_id = a.former_id AND p.id <> a.partner_id)"
    found = (
        f"SELECT _src, former_id AS value, NULL AS other FROM {arriving(FormerPartner)} AS a "
        f"WHERE EXISTS (SELECT 1 FROM ({there}) AS p WHERE {clash})"
    )
    return note(work, reasons.FORMER_IS_THERE, found, "former_id")


def _check_bearers(work: Work) -> int:
    """Whom the id of a register means is not known where the rows that say so are rejected."""
    found = f"SELECT _src, {said_of('id')} AS value, id AS other FROM {arriving(Partner)} WHERE {said_of('id')} IN ({unborne()})"
    return note(work, reasons.BEARER_REJECTED, found, "id")


def _check_scores(work: Work) -> int:
    """A score answers an item of the form's instrument, within its scale."""
    forms = arriving_or_there(work, Assessment, "id, instrument_id")
    items = arriving_or_there(work, InstrumentItem, "instrument_id, dimension, item, scale_min, scale_max")
    joined = (
        f"{arriving(AssessmentScore)} AS s JOIN ({forms}) AS f ON f.id = s.assessment_id "
        f"LEFT JOIN ({items}) AS i ON {answers('s', 'f', 'i')}"
    )
    called = f" LEFT JOIN ({names(work, Instrument.table)}) AS k ON k.id = f.instrument_id"
    unknown = (
        f"SELECT DISTINCT s._src, s.dimension || ' ' || s.item AS value, coalesce(k.called, f.instrument_id) AS other FROM {joined}{called}"
    )
    figures = {"value": "s.score", "least": "i.scale_min", "most": "i.scale_max"}
    said_of_score = ", ".join(f"{_without_nought(number)} AS {name}" for name, number in figures.items())
    off = f"SELECT DISTINCT s._src, {said_of_score}, s.dimension AS other, {_score_column(work)} AS of_column FROM {joined}"
    return note(work, reasons.NO_SUCH_ITEM, f"{unknown} WHERE i.item IS NULL", "item") + note_where(
        work, reasons.OFF_SCALE, f"{off} WHERE {off_scale('s', 'i')}", "of_column", ("value", "other", "least", "most")
    )


def _score_column(work: Work) -> str:
    """What the file calls the column of a score: a form may have one for each dimension."""
    places = ((sheet, at, feed.called["score"]) for sheet, at, feed in work.places(AssessmentScore) if "score" in feed.called)
    cases = " ".join(f"WHEN s._sheet = {sheet} AND s._feed = {at} THEN {quoted(called)}" for sheet, at, called in places)
    return f"CASE {cases} ELSE 'score' END" if cases else "'score'"


def _without_nought(number: str) -> str:
    """A number as people write it: a whole one without a point."""
    return f"regexp_replace({number}::VARCHAR, '[.]0$', '')"


def _check_items(work: Work) -> int:
    """The items of a dimension share scale and family, and no family bears a dimension's name."""
    there = remaining(work, InstrumentItem, tuple(InstrumentItem.model_fields), with_source=True)
    a, pair = arriving(InstrumentItem), "o.instrument_id = a.instrument_id AND (o._src IS NULL OR o._src < a._src)"
    unlike = (
        f"SELECT DISTINCT a._src, a.dimension AS value, NULL AS other FROM {a} AS a JOIN ({there}) AS o "
        f"ON {pair} AND o.dimension = a.dimension WHERE o.scale_min <> a.scale_min OR o.scale_max <> a.scale_max "
        "OR o.family IS DISTINCT FROM a.family"
    )
    both = (
        f"SELECT DISTINCT a._src, a.family AS value, NULL AS other FROM {a} AS a JOIN ({there}) AS o "
        "ON o.instrument_id = a.instrument_id AND o.dimension = a.family"
    )
    return note(work, reasons.UNLIKE_ITS_DIMENSION, unlike, "dimension") + note(work, reasons.FAMILY_IS_DIMENSION, both, "family")


CHECKS: Mapping[type[Record], tuple[Callable[[Work], int], ...]] = {
    Partner: (_check_source_ids, _check_bearers, _check_former_ids),
    FormerPartner: (_check_former_partners,),
    Tie: (_check_account_managers,),
    PartnerSector: (second_sectors,),
    AssessmentScore: (_check_scores,),
    InstrumentItem: (_check_items,),
}
