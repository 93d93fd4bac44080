"""Quality: how good a relation is, and who says so."""

from __future__ import annotations

from relinsight.measures.measure import GROUPS, SCORE, Formula, Measure
from relinsight.words.text import Text, text

INSTRUMENT = "'@' || instrument"
PART = "coalesce('.' || part, '') || '@' || instrument"
FEWEST_PARTNERS = 3  # a mean of two partners is no picture of a group


def _quality(name: str, side: str, *, label: Text, question: Text, definition: Text, misleads: Text) -> Measure:
    return Measure(
        name=name,
        label=label,
        question=question,
        definition=definition,
        unit=SCORE,
        direction="up",
        formulas=(_of_one_partner(side), _of_a_group(side)),
        promised=True,
        source="Hon and Grunig, 1999; Varda, Chandra, Stern and Lurie, 2008",
        misleads=misleads,
    )


def _of_one_partner(side: str) -> Formula:
    return Formula(
        by=("partner",),
        over="partner_score",
        among=f"side = '{side}'",
        value="max(score)",
        n="max(respondents)",
        each=PART,
        spread="max(spread)",
        people="max(people)",
        rows_over="form_part",
        rows_among=f"side = '{side}' AND perspective = 'own'",
    )


def _of_a_group(side: str) -> Formula:
    return Formula(
        by=GROUPS,
        over="portfolio_score",
        among=f"side = '{side}'",
        value="avg(score)",
        n="count(score)",
        unknown="count(*) - count(score)",
        each=INSTRUMENT,
        spread="stddev_samp(score)",
        people="count(*)",
        at_least=FEWEST_PARTNERS,
        rows_among=f"side = '{side}' AND score IS NOT NULL",
    )


QUALITY_PARTNER = _quality(
    "quality_partner",
    "partner",
    label=text("Their view of us"),
    question=text("How good is the relation, say they?"),
    definition=text(
        "The mean over the people there of their newest own view, per dimension, then over the dimensions, "
        "on 0 to 100. Of a group: the mean over the partners with a score. Never mixed over questionnaires."
    ),
    misleads=text("Who answers may be content; who is angry may not answer."),
)
QUALITY_US = _quality(
    "quality_us",
    "us",
    label=text("Our view of them"),
    question=text("How good is the relation, say we?"),
    definition=text(
        "The mean over our colleagues of their newest own view, per dimension, then over the dimensions, "
        "on 0 to 100. Of a group: the mean over the partners with a score. Never mixed over questionnaires."
    ),
    misleads=text("We may be kinder about relations that we know well."),
)
AGREEMENT_GAP = Measure(
    name="agreement_gap",
    label=text("Gap between both views"),
    question=text("Do both sides see the relation alike?"),
    definition=text("Our side score minus theirs on one questionnaire: above 0 we are the more content."),
    unit=SCORE,
    direction="neither",
    formulas=(Formula(by=("partner",), over="both_views", value="max(gap)", each=INSTRUMENT),),
    promised=True,
    source="Chaffee and McLeod; Seltzer and Mitrook, 2009",
    misleads=text("A gap of a few points is within the noise: look at both values."),
)
MEASURES = (QUALITY_PARTNER, QUALITY_US, AGREEMENT_GAP)
