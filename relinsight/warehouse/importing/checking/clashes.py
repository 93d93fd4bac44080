"""What must hold between rows of one kind: no two account managers at once, no score off its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.records import reasons
from relinsight.records.instruments import Assessment, AssessmentScore, InstrumentItem
from relinsight.records.partners import PartnerSector
from relinsight.records.record import Record
from relinsight.records.ties import Tie
from relinsight.warehouse.importing.after_import import remaining, standing
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import Work, arriving, on_key
from relinsight.warehouse.periods import meets


def check_clashes(work: Work, record: type[Record]) -> int:
    """Reject the rows that clash with others; say how many are newly out."""
    return sum(check(work) for check in CHECKS.get(record, ()))


def _clash(work: Work, record: type[Record], which: str, names: str) -> str:
    """The arriving rows whose period meets that of another row of the same partner and kind."""
    others = remaining(work, record, tuple(record.model_fields), with_source=True)
    return (
        f"SELECT a._src, a.partner_id AS value, min(o.{names}) AS other FROM {arriving(record)} AS a JOIN ({others}) AS o "
        f"ON o.partner_id = a.partner_id AND {which.format('o')} AND (o._src IS NULL OR o._src < a._src) "
        f"AND {meets('a', 'o')} AND NOT ({on_key('a', 'o', record)}) "
        f"WHERE {which.format('a')} GROUP BY ALL"
    )


def _check_account_managers(work: Work) -> int:
    found = _clash(work, Tie, "{0}.kind = 'account_manager'", "employee_id")
    return note(work, reasons.SECOND_ACCOUNT_MANAGER, found, "employee_id")


def _check_primary_sectors(work: Work) -> int:
    found = _clash(work, PartnerSector, "{0}.is_primary", "sector_id")
    return note(work, reasons.SECOND_PRIMARY_SECTOR, found, "sector_id")


def _check_scores(work: Work) -> int:
    """A score answers an item of the form's instrument, within its scale."""
    forms = standing(work, Assessment, "id, instrument_id")
    items = standing(work, InstrumentItem, "instrument_id, dimension, item, scale_min, scale_max")
    joined = (
        f"{arriving(AssessmentScore)} AS s JOIN ({forms}) AS f ON f.id = s.assessment_id "
        f"LEFT JOIN ({items}) AS i ON i.instrument_id = f.instrument_id "
        "AND i.dimension = s.dimension AND i.item = s.item"
    )
    unknown = f"SELECT DISTINCT s._src, s.dimension || ' ' || s.item AS value, f.instrument_id AS other FROM {joined}"
    off = f"SELECT DISTINCT s._src, s.score AS value, s.dimension AS other FROM {joined}"
    return note(work, reasons.NO_SUCH_ITEM, f"{unknown} WHERE i.item IS NULL", "item") + note(
        work, reasons.OFF_SCALE, f"{off} WHERE s.score NOT BETWEEN i.scale_min AND i.scale_max", "score"
    )


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
    Tie: (_check_account_managers,),
    PartnerSector: (_check_primary_sectors,),
    AssessmentScore: (_check_scores,),
    InstrumentItem: (_check_items,),
}
