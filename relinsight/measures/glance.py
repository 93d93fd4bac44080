"""What a page says at a glance: counts of partners and dealings that are read off one fact."""

from __future__ import annotations

from relinsight.measures.measure import EURO, GROUPS, NUMBER, PARTNERS, Direction, Formula, Measure
from relinsight.words.text import Text, text


def _partners(name: str, counted: str, among: str, direction: Direction, *, label: Text, question: Text, definition: Text) -> Measure:
    return Measure(
        name=name,
        label=label,
        question=question,
        definition=definition,
        unit=PARTNERS,
        direction=direction,
        formulas=(
            Formula(
                by=GROUPS,
                over="chain",
                value=f"count(*) FILTER (WHERE {counted})",
                n="count(*)",
                among=among,
                nothing=0,
            ),
        ),
    )


IN_TIME = _partners(
    "in_time",
    "is_in_time",
    "is_contact_promised",
    "up",
    label=text("In touch as promised"),
    question=text("With how many partners do we speak as often as promised?"),
    definition=text("Partners whose last achieved contact lies within the rhythm of their tier, of those who are promised a rhythm."),
)
COVERED = _partners(
    "covered",
    "NOT is_uncovered",
    "TRUE",
    "up",
    label=text("Covered"),
    question=text("How many partners do we cover?"),
    definition=text("Partners with an owner, an active contact person and a contact in time."),
)
NEVER_CONTACTED = _partners(
    "never_contacted",
    "days_since_contact IS NULL",
    "TRUE",
    "down",
    label=text("Never contacted"),
    question=text("With how many partners did we never speak?"),
    definition=text("Partners of the portfolio without any achieved contact up to the day."),
)
BOTH_ASSESSED = _partners(
    "both_assessed",
    "is_assessed",
    "is_assessment_promised",
    "up",
    label=text("Both sides assessed"),
    question=text("How many relations did both sides assess?"),
    definition=text("Partners of whom both sides gave their own view within the promised days, of those who are promised an assessment."),
)
PARTNERS_KNOWN = Measure(
    name="partners_known",
    label=text("Partners"),
    question=text("How many partners are known?"),
    definition=text("Partners active on the day, with or without a tier."),
    unit=PARTNERS,
    direction="neither",
    formulas=(
        Formula(
            by=GROUPS,
            over="partner_day",
            value="count(*)",
            within="TRUE",
            nothing=0,
        ),
    ),
)
PARTNERS_MET = Measure(
    name="partners_met",
    label=text("Partners met"),
    question=text("With how many partners did we ever speak?"),
    definition=text("Partners active on the day, with or without a tier, with an achieved contact up to the day."),
    unit=PARTNERS,
    direction="up",
    formulas=(
        Formula(
            by=GROUPS,
            over="partner_contacts",
            value="count(*) FILTER (WHERE contacts > 0)",
            n="count(*)",
            within="TRUE",
            nothing=0,
        ),
    ),
)
DEALINGS_OPEN = Measure(
    name="dealings_open",
    label=text("Open dealings"),
    question=text("How many dealings with known partners are open?"),
    definition=text(
        "Open dealings of partners active on the day. One of which only the year is known is open from 1 January to 31 December."
    ),
    unit=NUMBER,
    direction="neither",
    formulas=(
        Formula(
            by=("portfolio",),
            over="dealing_day",
            value="count(*)",
            among="is_open AND is_of_active_partner",
            within="TRUE",
            nothing=0,
        ),
    ),
)
GRANTED_OPEN = Measure(
    name="granted_open",
    label=text("Granted in open dealings"),
    question=text("What was granted in the dealings that are open?"),
    definition=text(
        "The sum of the granted amounts of open dealings of partners active on the day; "
        "n is the number of dealings of which the amount is known."
    ),
    unit=EURO,
    direction="neither",
    formulas=(
        Formula(
            by=("portfolio",),
            over="dealing_day",
            value="sum(granted)",
            n="count(granted)",
            unknown="count(*) - count(granted)",
            among="is_open AND is_of_active_partner",
            within="TRUE",
            rows_among="is_open AND is_of_active_partner AND granted IS NOT NULL",
        ),
    ),
)
MEASURES = (IN_TIME, COVERED, NEVER_CONTACTED, BOTH_ASSESSED, PARTNERS_KNOWN, PARTNERS_MET, DEALINGS_OPEN, GRANTED_OPEN)
