"""Activity: do we keep in touch, and who seeks whom."""

from __future__ import annotations

from relinsight.measures.limits import LIMITS
from relinsight.measures.measure import CONTACTS, DAYS, GROUPS, NUMBER, SHARE, Formula, Measure
from relinsight.words.text import text
from relinsight.words.yardsticks import HALF_LIFE_DAYS


def moments(among: str = "TRUE") -> str:
    """The number of different moments: those with one partner add up, the others have to be told apart."""
    alone = f"coalesce(sum(moments) FILTER (WHERE shared IS NULL AND {among}), 0)"
    return f"({alone} + count(DISTINCT shared) FILTER (WHERE {among}))"


MOMENTS = moments()
FROM_PARTNER = "initiative = 'partner'"
FEWEST_CONTACTS = 5  # below five contacts a share says more about chance than about us

DAYS_SINCE_CONTACT = Measure(
    name="days_since_contact",
    label=text("Days since contact"),
    question=text("How long ago did anyone here last reach them?"),
    definition=text("Days from the last achieved contact of any colleague to the day. Empty: never contacted."),
    unit=DAYS,
    direction="down",
    formulas=(Formula(by=("partner",), over="last_contact_day", value="max(days_since)", rows_over="last_contact"),),
    misleads=text("An e-mail counts as much as a visit."),
)
OVERDUE_RATIO = Measure(
    name="overdue_ratio",
    label=text("Silence against promise"),
    question=text("Is the silence longer than we promised?"),
    definition=text(
        "Days since the last achieved contact, divided by the rhythm of the tier: up to 1 in time, up to {cooling} cooling, "
        "up to {dormant} dormant, above that lost from sight. Never contacted is a state of its own.",
        **LIMITS,
    ),
    unit=NUMBER,
    direction="down",
    formulas=(Formula(by=("partner",), over="chain", value="max(overdue_ratio)", state="max(silence)"),),
    promised=True,
    misleads=text("A partner that wants no more contact looks neglected."),
)
CONTACTS_MADE = Measure(
    name="contacts",
    label=text("Contacts"),
    question=text("How often did we really speak?"),
    definition=text(
        "Achieved contact moments in the counted days. A moment with several partners counts once in a total, "
        "and in every group in which one of them then stood."
    ),
    unit=CONTACTS,
    direction="neither",
    formulas=(
        Formula(by=(*GROUPS, "partner"), over="contact_tally", value=MOMENTS, nothing=0, rows_over="contact_named"),
        Formula(by=("employee",), over="employee_contact", value="count(DISTINCT moment)", nothing=0),
    ),
    counts=True,
    misleads=text("Many contacts may mean a problem that does not get solved."),
)
PROACTIVE_SHARE = Measure(
    name="proactive_share",
    label=text("Contacts when all goes well"),
    question=text("Do we also speak when nothing is wrong?"),
    definition=text(
        "Achieved contacts on our initiative, or on both sides', for another reason than an issue, "
        "as a share of all achieved contacts. Where initiative or occasion is empty it does not count as such."
    ),
    unit=SHARE,
    direction="up",
    formulas=(
        Formula(
            by=(*GROUPS, "partner"),
            over="contact_tally",
            value=f"{moments('is_proactive')} * 1e0 / nullif({MOMENTS}, 0)",
            n=MOMENTS,
            at_least=FEWEST_CONTACTS,
            rows_over="contact_named",
        ),
    ),
    counts=True,
    misleads=text("It is low where colleagues leave the occasion empty."),
)
RECIPROCITY = Measure(
    name="reciprocity",
    label=text("They come to us"),
    question=text("Do they seek us as well?"),
    definition=text("Achieved contacts on the partner's initiative, as a share of all achieved contacts."),
    unit=SHARE,
    direction="neither",
    formulas=(
        Formula(
            by=("partner",),
            over="contact_tally",
            value=f"{moments(FROM_PARTNER)} * 1e0 / nullif({MOMENTS}, 0)",
            n=MOMENTS,
            at_least=FEWEST_CONTACTS,
            rows_over="contact_named",
        ),
    ),
    counts=True,
    misleads=text("A partner with many complaints also comes to us."),
)
TIE_STRENGTH = Measure(
    name="tie_strength",
    label=text("Strength of the tie"),
    question=text("How much contact is there, recent contact most?"),
    definition=text(
        "The sum over achieved contacts of the weight of their kind, halved for every {days} days ago. "
        "A moment with several partners is shared by them.",
        days=HALF_LIFE_DAYS,
    ),
    unit=NUMBER,
    direction="up",
    formulas=(
        Formula(by=("partner",), over="contact_strength", value="sum(strength)", nothing=0),
        Formula(by=("tie",), over="tie_contact", value="sum(strength)", nothing=0),
    ),
    misleads=text("It says how often people meet, not how well they get on."),
)
LAST_CONTACT_DAYS = Measure(
    name="last_contact_days",
    label=text("Days since they met"),
    question=text("When did this colleague last speak with them?"),
    definition=text("Days from the last achieved contact of this colleague and this partner to the day. Empty: never met."),
    unit=DAYS,
    direction="down",
    formulas=(Formula(by=("tie",), over="tie_contact", value="min(days_since)"),),
)
MEASURES = (
    DAYS_SINCE_CONTACT,
    OVERDUE_RATIO,
    CONTACTS_MADE,
    PROACTIVE_SHARE,
    RECIPROCITY,
    TIE_STRENGTH,
    LAST_CONTACT_DAYS,
)
