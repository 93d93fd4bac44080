"""People: what each colleague carries."""

from __future__ import annotations

from relinsight.measures.measure import PARTNERS, Formula, Measure
from relinsight.words.text import text

PARTNERS_OWNED = Measure(
    name="partners_owned",
    label=text("Partners owned"),
    question=text("For how many partners is this colleague responsible?"),
    definition=text("Partners of the portfolio of which this colleague is the active account manager."),
    unit=PARTNERS,
    direction="neither",
    formulas=(Formula(by=("employee",), over="chain", subject="owner", value="count(*)", nothing=0),),
)
PARTNERS_TIED = Measure(
    name="partners_tied",
    label=text("Partners known"),
    question=text("How many partners does this colleague know?"),
    definition=text("Partners of the portfolio to which this colleague has an active tie."),
    unit=PARTNERS,
    direction="neither",
    formulas=(Formula(by=("employee",), over="tied_colleague", among="in_portfolio", value="count(*)", nothing=0),),
)
LOSES_LAST_TIE = Measure(
    name="loses_last_tie",
    label=text("Left without a tie"),
    question=text("Whom do we lose if this colleague leaves?"),
    definition=text("Partners of the portfolio to which this colleague alone has an active tie."),
    unit=PARTNERS,
    direction="down",
    formulas=(
        Formula(
            by=("employee",),
            over="tied_colleague",
            among="in_portfolio AND colleagues = 1",
            value="count(*)",
            nothing=0,
        ),
    ),
)
OVERDUE_OWNED = Measure(
    name="overdue_owned",
    label=text("Owned and overdue"),
    question=text("Which of this colleague's partners wait for contact?"),
    definition=text("Partners that this colleague owns and that had no contact in time, never contacted too."),
    unit=PARTNERS,
    direction="down",
    formulas=(Formula(by=("employee",), over="chain", subject="owner", among="NOT is_in_time", value="count(*)", nothing=0),),
)
MEASURES = (PARTNERS_OWNED, PARTNERS_TIED, LOSES_LAST_TIE, OVERDUE_OWNED)
