"""Resilience: what is lost when somebody leaves."""

from __future__ import annotations

from relinsight.measures.measure import COLLEAGUES, GROUPS, NUMBER, PARTNERS, Formula, Measure
from relinsight.words.text import text

TIED_EMPLOYEES = Measure(
    name="tied_employees",
    label=text("Colleagues with a tie"),
    question=text("How many of us know them?"),
    definition=text("Colleagues with an active tie to the partner, however many ties each has."),
    unit=COLLEAGUES,
    direction="up",
    formulas=(Formula(by=("partner",), over="tied_colleague", value="count(*)", nothing=0),),
)
TIED_CLUSTERS = Measure(
    name="tied_clusters",
    label=text("Clusters with a tie"),
    question=text("How many parts of the house know them?"),
    definition=text("Different clusters, on the day, of the colleagues with an active tie."),
    unit=NUMBER,
    direction="up",
    formulas=(
        Formula(
            by=("partner",),
            over="tied_colleague",
            value="count(DISTINCT employee_cluster)",
            n="count(*)",
            nothing=0,
        ),
    ),
)
EFFECTIVE_TIES = Measure(
    name="effective_ties",
    label=text("Effective number of ties"),
    question=text("Over how many colleagues is the contact really spread?"),
    definition=text(
        "One divided by the sum of the squared shares that colleagues with an active tie have in the achieved contacts of the counted days."
    ),
    unit=NUMBER,
    direction="up",
    formulas=(
        Formula(
            by=("partner",),
            over="tie_participation",
            value="power(sum(contacts), 2) / nullif(sum(contacts * contacts), 0)",
        ),
    ),
    counts=True,
    source="Laakso and Taagepera, 1979",
    misleads=text("Two colleagues who always go together count as two."),
)
WITHOUT_TIE = Measure(
    name="without_tie",
    label=text("Without a tie"),
    question=text("Whom does nobody here know?"),
    definition=text("Partners to whom no colleague has an active tie."),
    unit=PARTNERS,
    direction="down",
    formulas=(
        Formula(
            by=GROUPS,
            over="chain",
            value="count(*) FILTER (WHERE tied_employees = 0)",
            n="count(*)",
            nothing=0,
        ),
    ),
)
SINGLE_POINTS_OF_FAILURE = Measure(
    name="single_points_of_failure",
    label=text("Only one tie"),
    question=text("Where does all hang on one colleague?"),
    definition=text("Partners to whom exactly one colleague has an active tie."),
    unit=PARTNERS,
    direction="down",
    formulas=(
        Formula(
            by=GROUPS,
            over="chain",
            value="count(*) FILTER (WHERE tied_employees = 1)",
            n="count(*)",
            nothing=0,
        ),
    ),
    misleads=text("It falls when the last colleague leaves: look at partners without a tie as well."),
)
MEASURES = (TIED_EMPLOYEES, TIED_CLUSTERS, EFFECTIVE_TIES, WITHOUT_TIE, SINGLE_POINTS_OF_FAILURE)
