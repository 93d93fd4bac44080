"""What must hold between rows of one kind: no two account managers at once, no score off its scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.records import reasons
from relinsight.records.instruments import Assessment, AssessmentScore, InstrumentItem
from relinsight.records.partners import Partner, PartnerSector
from relinsight.records.record import Record
from relinsight.records.ties import Tie
from relinsight.warehouse.between_rows import answers, known_as_another, makes_a_second, off_scale
from relinsight.warehouse.importing.after_import import arriving_or_there, remaining
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.work import Work, arriving


def check_clashes(work: Work, record: type[Record]) -> int:
    """Reject the rows that clash with others; say how many are newly out."""
    return sum(check(work) for check in CHECKS.get(record, ()))


def _seconds(work: Work, record: type[Record], names: str) -> str:
    """The arriving rows that stand beside another row, where a partner has one a day."""
    others = remaining(work, record, tuple(record.model_fields), with_source=True)
    return (
        f"SELECT a._src, a.partner_id AS value, min(o.{names}) AS other FROM {arriving(record)} AS a JOIN ({others}) AS o "
        f"ON {makes_a_second('a', 'o', record)} AND (o._src IS NULL OR o._src < a._src) GROUP BY ALL"
    )


def _check_account_managers(work: Work) -> int:
    return note(work, reasons.SECOND_ACCOUNT_MANAGER, _seconds(work, Tie, "employee_id"), "employee_id")


def _check_primary_sectors(work: Work) -> int:
    return note(work, reasons.SECOND_PRIMARY_SECTOR, _seconds(work, PartnerSector, "sector_id"), "sector_id")


def _check_source_ids(work: Work) -> int:
    """The id by which a register knows a partner means that one alone."""
    there = remaining(work, Partner, ("id", "source_id"))
    found = f"SELECT _src, source_id AS value, NULL AS other FROM {arriving(Partner)} AS a WHERE {known_as_another('a', there)}"
    return note(work, reasons.ANOTHERS_SOURCE_ID, found, "source_id")


def _check_scores(work: Work) -> int:
    """A score answers an item of the form's instrument, within its scale."""
    forms = arriving_or_there(work, Assessment, "id, instrument_id")
    items = arriving_or_there(work, InstrumentItem, "instrument_id, dimension, item, scale_min, scale_max")
    joined = (
        f"{arriving(AssessmentScore)} AS s JOIN ({forms}) AS f ON f.id = s.assessment_id "
        f"LEFT JOIN ({items}) AS i ON {answers('s', 'f', 'i')}"
    )
    unknown = f"SELECT DISTINCT s._src, s.dimension || ' ' || s.item AS value, f.instrument_id AS other FROM {joined}"
    off = f"SELECT DISTINCT s._src, s.score AS value, s.dimension AS other FROM {joined}"
    return note(work, reasons.NO_SUCH_ITEM, f"{unknown} WHERE i.item IS NULL", "item") + note(
        work, reasons.OFF_SCALE, f"{off} WHERE {off_scale('s', 'i')}", "score"
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
    Partner: (_check_source_ids,),
    Tie: (_check_account_managers,),
    PartnerSector: (_check_primary_sectors,),
    AssessmentScore: (_check_scores,),
    InstrumentItem: (_check_items,),
}
