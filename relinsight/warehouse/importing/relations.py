"""What must hold between rows: references lead somewhere, periods do not clash, a moment has a partner."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.records import reasons
from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.instruments import Assessment, AssessmentScore, InstrumentItem
from relinsight.records.model import BY_TABLE
from relinsight.records.partners import PartnerSector
from relinsight.records.record import Field, Record, fields
from relinsight.records.rules import Above, AnyOf, Different, NeededWhen, NotBefore, Rule
from relinsight.records.ties import Tie
from relinsight.warehouse.importing.remaining import standing
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.remaining import remaining
from relinsight.warehouse.importing.work import Work, arriving, on_key
from relinsight.words.name import Name


def check_rows(work: Work, record: type[Record]) -> None:
    """Reject the rows that break a rule between their own cells."""
    for rule in record.rules:
        _check_rule(work, record, rule)


def check_relations(work: Work) -> None:
    """Reject what leads nowhere and what hangs on it, until nothing changes."""
    rejected = 1
    while rejected:
        rejected = sum(_check_once(work, record) for record in work.fed) + _check_partners(work)


def _check_once(work: Work, record: type[Record]) -> int:
    return sum(
        [
            *(_check_reference(work, record, f) for f in fields(record) if f.column.to),
            *(check(work) for check in SPECIAL.get(record, ())),
            *(_check_circle(work, record, f.name) for f in fields(record) if f.column.to == record.table and f.name.startswith("parent")),
        ]
    )


def _check_rule(work: Work, record: type[Record], rule: Rule) -> None:
    table = arriving(record)
    match rule:
        case NotBefore(earlier, later):
            found = f"SELECT _src, {later}::VARCHAR AS value, {earlier}::VARCHAR AS other FROM {table} WHERE {later} < {earlier}"
            note(work, reasons.ENDS_BEFORE, found, later)
        case Above(smaller, greater):
            found = f"SELECT _src, {greater} AS value, {smaller} AS other FROM {table} WHERE {greater} <= {smaller}"
            note(work, reasons.NOT_ABOVE, found, greater)
        case Different(one, other):
            found = f"SELECT _src, {other} AS value, '{one}' AS other FROM {table} WHERE {one} = {other}"
            note(work, reasons.SAME, found, other)
        case AnyOf(names):
            empty = " AND ".join(f"{name} IS NULL" for name in names)
            reason = reasons.NONE_OF.with_values(columns=Name(", ".join(names)))
            note(work, reason, f"SELECT _src, NULL AS value, NULL AS other FROM {table} WHERE {empty}", names[0])
        case NeededWhen(needed, when, word):
            found = f"SELECT _src, '{word}' AS value, '{when}' AS other FROM {table} WHERE {when} = '{word}' AND {needed} IS NULL"
            note(work, reasons.NEEDED, found, needed)


def _check_reference(work: Work, record: type[Record], field: Field) -> int:
    target = BY_TABLE[field.column.to or ""]
    table = arriving(record)
    found = (
        f"SELECT _src, {field.name} AS value, NULL AS other FROM {table} WHERE {field.name} IS NOT NULL "
        f"AND {field.name} NOT IN ({standing(work, target, 'id')})"
    )
    return note(work, reasons.DANGLING.with_values(value=Name("{value}"), table=Name(target.table)), found, field.name)


def _check_circle(work: Work, record: type[Record], parent: str) -> int:
    table = arriving(record)
    if not work.number(f"SELECT count({parent}) FROM {table}"):
        return 0
    found = (
        f"WITH RECURSIVE there AS ({remaining(work, record, ('id', parent))}), "
        f"above AS (SELECT id, {parent} AS top FROM there WHERE {parent} IS NOT NULL "
        f"UNION SELECT above.id, there.{parent} FROM above JOIN there ON there.id = above.top WHERE there.{parent} IS NOT NULL) "
        f"SELECT _src, {parent} AS value, NULL AS other FROM {table} "
        f"WHERE _src = (SELECT max(a._src) FROM {table} AS a JOIN above ON above.id = a.id AND above.top = a.id)"
    )
    return note(work, reasons.IN_A_CIRCLE, found, parent)


def _check_partners(work: Work) -> int:
    """A contact moment that arrives has a partner, arriving or there."""
    if ContactMoment not in work.fed:
        return 0
    links = remaining(work, ContactMomentPartner, ("contact_moment_id",))
    found = f"SELECT _src, NULL AS value, NULL AS other FROM {arriving(ContactMoment)} WHERE id NOT IN ({links})"
    return note(work, reasons.NO_PARTNER, found, "partner_id")


def _clash(work: Work, record: type[Record], which: str, subject: str, names: str) -> str:
    """The arriving rows whose period meets that of another row of the same kind."""
    table = arriving(record)
    others = remaining(work, record, tuple(record.model_fields), with_source=True)
    later = "(o._src IS NULL OR o._src < a._src)"
    period = "coalesce(a.from_date, DATE '0001-01-01') <= coalesce(o.to_date, DATE '9999-12-31') AND coalesce(o.from_date, DATE '0001-01-01') <= coalesce(a.to_date, DATE '9999-12-31')"
    return (
        f"SELECT a._src, a.{subject} AS value, min(o.{names}) AS other FROM {table} AS a JOIN ({others}) AS o "
        f"ON o.{subject} = a.{subject} AND {which.format('o')} AND {later} AND {period} AND NOT ({on_key('a', 'o', record)}) "
        f"WHERE {which.format('a')} GROUP BY ALL"
    )


def _check_account_managers(work: Work) -> int:
    found = _clash(work, Tie, "{0}.kind = 'account_manager'", "partner_id", "employee_id")
    return note(work, reasons.SECOND_ACCOUNT_MANAGER, found, "employee_id")


def _check_primary_sectors(work: Work) -> int:
    found = _clash(work, PartnerSector, "{0}.is_primary", "partner_id", "sector_id")
    return note(work, reasons.SECOND_PRIMARY_SECTOR, found, "sector_id")


def _check_scores(work: Work) -> int:
    """A score answers an item of the form's instrument, within its scale."""
    forms = standing(work, Assessment, "id, instrument_id")
    items = standing(work, InstrumentItem, "instrument_id, dimension, item, scale_min, scale_max")
    joined = (
        f"{arriving(AssessmentScore)} AS s JOIN ({forms}) AS f ON f.id = s.assessment_id "
        f"LEFT JOIN ({items}) AS i ON i.instrument_id = f.instrument_id AND i.dimension = s.dimension AND i.item = s.item"
    )
    unknown = f"SELECT DISTINCT s._src, s.dimension || ' ' || s.item AS value, f.instrument_id AS other FROM {joined} WHERE i.item IS NULL"
    off = f"SELECT DISTINCT s._src, s.score AS value, s.dimension AS other FROM {joined} WHERE s.score NOT BETWEEN i.scale_min AND i.scale_max"
    return note(work, reasons.NO_SUCH_ITEM, unknown, "item") + note(work, reasons.OFF_SCALE, off, "score")


def _check_items(work: Work) -> int:
    """The items of a dimension share scale and family, and no family bears a dimension's name."""
    there = remaining(work, InstrumentItem, tuple(InstrumentItem.model_fields), with_source=True)
    a, pair = arriving(InstrumentItem), "o.instrument_id = a.instrument_id AND (o._src IS NULL OR o._src < a._src)"
    unlike = (
        f"SELECT DISTINCT a._src, a.dimension AS value, NULL AS other FROM {a} AS a JOIN ({there}) AS o ON {pair} AND o.dimension = a.dimension "
        "WHERE o.scale_min <> a.scale_min OR o.scale_max <> a.scale_max OR o.family IS DISTINCT FROM a.family"
    )
    both = (
        f"SELECT DISTINCT a._src, a.family AS value, NULL AS other FROM {a} AS a JOIN ({there}) AS o "
        "ON o.instrument_id = a.instrument_id AND o.dimension = a.family"
    )
    return note(work, reasons.UNLIKE_ITS_DIMENSION, unlike, "dimension") + note(work, reasons.FAMILY_IS_DIMENSION, both, "family")


SPECIAL: Mapping[type[Record], tuple[Callable[[Work], int], ...]] = {
    Tie: (_check_account_managers,),
    PartnerSector: (_check_primary_sectors,),
    AssessmentScore: (_check_scores,),
    InstrumentItem: (_check_items,),
}
