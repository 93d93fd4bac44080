"""Coverage: whom we cover, and whom we lose sight of."""

from __future__ import annotations

from relinsight.measures.measure import (
    GROUPS,
    NUMBER,
    ORGANISATIONS,
    PARTNERS,
    SHARE,
    Formula,
    Measure,
)
from relinsight.warehouse.filters import MATCHING
from relinsight.words.quantities import Spelled
from relinsight.words.text import text
from relinsight.words.yardsticks import RECENT_YEARS, TIER_WEIGHTS

PARTNERS_COUNTED = Measure(
    name="partners",
    label=text("Partners"),
    question=text("How many partners are in the portfolio?"),
    definition=text("Partners active on the day with a tier, their own or inherited from a parent."),
    unit=PARTNERS,
    direction="neither",
    formulas=(Formula(by=GROUPS, over="chain", value="count(*)", nothing=0),),
)
COVERAGE_SHARE = Measure(
    name="coverage_share",
    label=text("Share covered"),
    question=text("What share of our partners do we cover?"),
    definition=text("Partners with an owner, a contact person and a contact in time, as a share of all partners."),
    unit=SHARE,
    direction="up",
    formulas=(
        Formula(
            by=GROUPS,
            over="chain",
            value="count(*) FILTER (WHERE NOT is_uncovered) * 1e0 / nullif(count(*), 0)",
            n="count(*)",
        ),
    ),
    misleads=text("It says that we keep in touch, not that the relation is good."),
)
COVERAGE_WEIGHTED = Measure(
    name="coverage_weighted",
    label=text("Share covered, by tier weight"),
    question=text("Do we cover those whom we promised most?"),
    definition=text(
        "The covered share in which each tier weighs: A {a}, B {b}, C {c}.", a=TIER_WEIGHTS["A"], b=TIER_WEIGHTS["B"], c=TIER_WEIGHTS["C"]
    ),
    unit=SHARE,
    direction="up",
    formulas=(
        Formula(
            by=GROUPS,
            over="chain",
            value="sum(CASE WHEN is_uncovered THEN 0e0 ELSE tier_weight END) / nullif(sum(tier_weight), 0)",
            n="count(*)",
        ),
    ),
    misleads=text("The weights are a choice: look at the plain share as well."),
)
UNCOVERED = Measure(
    name="uncovered",
    label=text("Not covered"),
    question=text("Whom are we losing sight of?"),
    definition=text("Partners whose chain breaks at one of the first three links: owner, contact person, contact in time."),
    unit=PARTNERS,
    direction="down",
    formulas=(
        Formula(
            by=(*GROUPS, "partner"),
            over="chain",
            value="count(*) FILTER (WHERE is_uncovered)",
            n="count(*)",
            nothing=0,
        ),
    ),
    promised=True,
)
UNCOVERED_RANK = Measure(
    name="uncovered_rank",
    label=text("Rank among the uncovered"),
    question=text("Who comes first?"),
    definition=text(
        "The order of uncovered partners: by tier, then by current goals and open dealings, "
        "then by days since contact, never contacted first. Equals share a rank. "
        "It is the rank among all partners, whoever looks; n counts the uncovered partners that are seen."
    ),
    unit=NUMBER,
    direction="neither",
    formulas=(
        Formula(
            by=("partner",),
            over="chain",
            value="max(uncovered_rank)",
            n="CASE WHEN bool_or(is_uncovered) THEN max((SELECT count(*) FROM chain AS uncovered WHERE uncovered.is_uncovered)) END",
            rows_among="is_uncovered",
            rows_of_all=True,
        ),
    ),
    promised=True,
)
NOT_ON_LIST = Measure(
    name="not_on_list",
    label=text("Not on our list"),
    question=text("With whom do we deal, without having them on the list?"),
    definition=text(
        "Organisations that are no partner, and partners without a tier, with a dealing opened within {years} years. "
        "Spellings of one name count once; collective names such as 'various residents' do not count.",
        years=Spelled(RECENT_YEARS),
    ),
    unit=ORGANISATIONS,
    direction="down",
    formulas=(
        Formula(
            by=("portfolio", "sector"),
            over="unlisted",
            value="count(*)",
            nothing=0,
            within="TRUE",
            filtered=MATCHING,
        ),
    ),
    misleads=text("One organisation under two names that are not alike counts twice."),
)
MEASURES = (PARTNERS_COUNTED, COVERAGE_SHARE, COVERAGE_WEIGHTED, UNCOVERED, UNCOVERED_RANK, NOT_ON_LIST)
