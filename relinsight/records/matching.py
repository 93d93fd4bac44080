"""What people decided about names and partners: which are kept apart, and which ids mean a partner that another one became."""

from __future__ import annotations

from typing import Annotated, ClassVar

from relinsight.records.kinds import TEXT
from relinsight.records.record import Record, column
from relinsight.records.rules import Different, Rule


class SetApart(Record):
    """A spelling, or another partner of that name, which a person said is not this partner: it is not asked again."""

    table: ClassVar = "set_apart"
    also: ClassVar = ("names_set_apart", "uit_elkaar_gehouden")
    key: ClassVar = ("partner_id", "spelling", "other_partner_id")
    rules: ClassVar[tuple[Rule, ...]] = (Different("partner_id", "other_partner_id"),)

    partner_id: Annotated[str, column(TEXT, "the partner that is not meant", "", "partner")]
    spelling: Annotated[str, column(TEXT, "the spelling that does not mean it", "gespeld_als, schrijfwijze")]
    other_partner_id: Annotated[
        str | None,
        column(TEXT, "the other partner, where two partners are kept apart; empty: the spelling of a file", "andere_partner", "partner"),
    ] = None


class FormerPartner(Record):
    """An id that meant a partner which was merged into another: wherever a file names it, that other one is meant."""

    table: ClassVar = "former_partner"
    also: ClassVar = ("former_partners", "samengevoegde_partners")
    key: ClassVar = ("former_id",)
    rules: ClassVar[tuple[Rule, ...]] = (Different("former_id", "partner_id"),)

    former_id: Annotated[str, column(TEXT, "the id that files may still name", "oude_id, vroeger_id")]
    partner_id: Annotated[str, column(TEXT, "the partner that is meant by it now", "", "partner")]
