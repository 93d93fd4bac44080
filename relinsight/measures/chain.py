"""The chain of promises: its five links, and how many partners keep them up to each."""

from __future__ import annotations

from relinsight.measures.measure import GROUPS, PARTNERS, WORD, YES_OR_NO, Formula, Measure
from relinsight.words.text import Text, text


def _link(name: str, column: str, promised: str, *, label: Text, question: Text, definition: Text) -> Measure:
    return Measure(
        name=name,
        label=label,
        question=question,
        definition=definition,
        unit=YES_OR_NO,
        direction="up",
        formulas=(
            Formula(
                by=("partner",),
                over="chain",
                value=f"count(*) FILTER (WHERE {column})",
                state=f"max('not_promised') FILTER (WHERE NOT {promised})",
            ),
        ),
        promised=True,
    )


def _chain(name: str, links: int, *, label: Text, question: Text, definition: Text) -> Measure:
    return Measure(
        name=name,
        label=label,
        question=question,
        definition=definition,
        unit=PARTNERS,
        direction="up",
        formulas=(
            Formula(
                by=GROUPS,
                over="chain",
                value=f"count(*) FILTER (WHERE links_kept >= {links})",
                n="count(*)",
                nothing=0,
            ),
        ),
        misleads=text("A total over tiers that are promised different things compares unlike with unlike."),
    )


LINKS = (
    _link(
        "link_owner",
        "has_owner",
        "TRUE",
        label=text("Link: an owner"),
        question=text("Is somebody here responsible?"),
        definition=text("There is an active account manager."),
    ),
    _link(
        "link_contact_person",
        "has_contact_person",
        "TRUE",
        label=text("Link: a contact person"),
        question=text("Do we know somebody there?"),
        definition=text("There is an active contact person with a function at the partner."),
    ),
    _link(
        "link_in_time",
        "is_in_time",
        "is_contact_promised",
        label=text("Link: contact in time"),
        question=text("Did we speak as often as promised?"),
        definition=text("The last achieved contact lies within the rhythm of the tier. It passes where no rhythm is promised."),
    ),
    _link(
        "link_assessed",
        "is_assessed",
        "is_assessment_promised",
        label=text("Link: both sides assessed"),
        question=text("Did both sides say how good the relation is?"),
        definition=text("Each side gave its own view within the promised days. It passes where no assessment is promised."),
    ),
    _link(
        "link_goals",
        "has_goals",
        "is_goal_promised",
        label=text("Link: goals endorsed by both"),
        question=text("Do both sides stand behind the goals?"),
        definition=text("For each promised horizon a current goal is endorsed by both sides. It passes where no goal is promised."),
    ),
)
CHAIN = (
    _chain(
        "chain_owner",
        1,
        label=text("With an owner"),
        question=text("How many partners have somebody responsible?"),
        definition=text("Partners with an active account manager."),
    ),
    _chain(
        "chain_contact_person",
        2,
        label=text("And a contact person"),
        question=text("How many also have somebody whom we know there?"),
        definition=text("Partners with an owner and an active contact person."),
    ),
    _chain(
        "chain_in_time",
        3,
        label=text("And contact in time"),
        question=text("How many also hear from us as promised?"),
        definition=text("Partners with an owner, a contact person and a contact within the rhythm of their tier."),
    ),
    _chain(
        "chain_assessed",
        4,
        label=text("And both sides assessed"),
        question=text("How many relations did both sides also assess?"),
        definition=text("Partners for whom the first three links hold, and both sides gave their view where that is promised."),
    ),
    _chain(
        "chain_goals",
        5,
        label=text("And goals endorsed by both"),
        question=text("How many partners get all that we promised?"),
        definition=text("Partners for whom all five links hold; a link that their tier does not promise passes."),
    ),
)
CHAIN_BREAK = Measure(
    name="chain_break",
    label=text("Where the chain breaks"),
    question=text("Which promise breaks first?"),
    definition=text(
        "The first link that does not hold: owner, contact person, contact in time, both sides assessed, goals endorsed by both."
    ),
    unit=WORD,
    direction="neither",
    formulas=(Formula(by=("partner",), over="chain", value="CAST(NULL AS DOUBLE)", state="max(chain_break)"),),
    promised=True,
)
MEASURES = (*LINKS, CHAIN_BREAK, *CHAIN)
