"""What must hold between rows, said once: the checks ask it of whole tables, an import of the rows that arrive.

Each is a condition of SQL that names what breaks it.
"""

from __future__ import annotations

from collections.abc import Mapping

from relinsight.records.partners import PartnerSector
from relinsight.records.record import Record
from relinsight.records.ties import Tie
from relinsight.warehouse.changes import same_key
from relinsight.warehouse.periods import meets

ONE_A_DAY: Mapping[type[Record], str] = {Tie: "{0}.kind = 'account_manager'", PartnerSector: "{0}.is_primary"}


def leads_nowhere(field: str, ids: str) -> str:
    """A reference that is filled in, and is none of the ids that a query gives."""
    return f"{field} IS NOT NULL AND {field} NOT IN ({ids})"


def without_partner(moments: str) -> str:
    """A contact moment that is none of those with a partner, which a query gives."""
    return f"id NOT IN ({moments})"


def makes_a_second(one: str, other: str, record: type[Record]) -> str:
    """Two rows of a partner on the same day, of which it has one a day: an account manager, a primary sector."""
    which = ONE_A_DAY[record]
    return (
        f"{one}.partner_id = {other}.partner_id AND {which.format(one)} AND {which.format(other)} "
        f"AND {meets(one, other)} AND NOT ({same_key(one, other, record.key)})"
    )


def known_as_another(row: str, partners: str, before: str = "true") -> str:
    """The id by which a register knows a partner is the id of another, or a register knows another by it, which comes `before`."""
    others = f"SELECT 1 FROM ({partners}) AS o WHERE o.id <> {row}.id AND"
    return (
        f"{row}.source_id IS NOT NULL AND (EXISTS ({others} o.id = {row}.source_id) "
        f"OR EXISTS ({others} o.source_id = {row}.source_id AND {before}))"
    )


def is_former(partner: str, former: str) -> str:
    """A partner bears the id of one that was merged into another: as its own, or as that by which a register knows it."""
    return (
        f"EXISTS (SELECT 1 FROM ({former}) AS f WHERE f.former_id = {partner}.id "
        f"OR (f.former_id = {partner}.source_id AND f.partner_id <> {partner}.id))"
    )


def answers(score: str, form: str, item: str) -> str:
    """A score is one of a form, and answers an item of the form's instrument."""
    return (
        f"{form}.id = {score}.assessment_id AND {item}.instrument_id = {form}.instrument_id "
        f"AND {item}.dimension = {score}.dimension AND {item}.item = {score}.item"
    )


def off_scale(score: str, item: str) -> str:
    """A score that does not lie on the scale of its item."""
    return f"{score}.score NOT BETWEEN {item}.scale_min AND {item}.scale_max"
