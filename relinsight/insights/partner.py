"""Partner: what do I need to know before I go?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Insight, Note, Row
from relinsight.insights.dossier.agreements import dealings, goals, questions
from relinsight.insights.dossier.both_sides import answered_by_both, both_sides, sides, whole
from relinsight.insights.dossier.figures import Figures, number, shown
from relinsight.insights.dossier.heading import answer, subtitle
from relinsight.insights.dossier.notes import actions, interests, unknown
from relinsight.insights.dossier.people import all_partners, people, people_met
from relinsight.insights.dossier.promises import promises
from relinsight.insights.dossier.timeline import timeline
from relinsight.insights.nothing import nobody_known
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Partner"), text("What do I need to know before I go?")
PLACE, SYMBOL = 4, "domain"
SHOWN = (
    "days_since_contact",
    "overdue_ratio",
    "tied_employees",
    "goals_current",
    "goals_endorsed_year",
    "goals_endorsed_strategic",
    "goals_late",
    "questions_open",
    "questions_late",
    "contacts",
    "promise.rhythm_days",
    "promise.min_ties",
    "promise.assessment_days",
    "promise.needs_year_goal",
    "promise.needs_strategic_goal",
    "promise.endorsement_days",
    "promise.answer_days",
)
MEASURES = (
    *SHOWN,
    "proactive_share",
    "reciprocity",
    "effective_ties",
    "tied_clusters",
    "tie_strength",
    "chain_break",
)


def partner(reader: Reader, scope: Scope) -> Insight:
    """Tell all that is known of one partner; the filters of the scope do not hold here."""
    asked = scope.unfiltered()
    if asked.partner is None:
        return _search(reader, asked)
    head = next(iter(reader.page("dossier_head", asked)), None)
    if head is None:
        return _nobody(asked)
    return _dossier(reader, asked, head)


def _dossier(reader: Reader, scope: Scope, head: Cells) -> Insight:
    now = _figures(reader, scope)
    before = _figures(reader, scope.on(scope.since)) if scope.since else {}
    found = sides(reader, scope)
    return Insight(
        "partner",
        scope,
        QUESTION,
        answer(head, now, found),
        _context(scope, now),
        shown(now, before, head, found, scope),
        (
            Row((both_sides(found, head),), (promises(head, now),)),
            timeline(reader, scope, head),
            _details(reader, scope, head, found),
            dealings(reader, scope),
        ),
        (*MEASURES, *_gap(found)),
        subtitle=subtitle(head),
    )


def _gap(found: list[Cells]) -> tuple[str, ...]:
    """The measure that the sentence speaks of where both sides answered."""
    scores = whole(found)
    return (f"agreement_gap@{scores['instrument']}",) if scores and answered_by_both(scores) else ()


def _details(reader: Reader, scope: Scope, head: Cells, found: list[Cells]) -> Row:
    met = people_met(reader, scope)
    return Row(
        (people(met), goals(reader, scope), questions(reader, scope)),
        (unknown(met, head, found), interests(reader, scope), actions(reader, scope)),
    )


def _figures(reader: Reader, scope: Scope) -> Figures:
    return {found.measure: found for found in reader.figures(scope, "partner", *SHOWN)}


def _context(scope: Scope, now: Figures) -> tuple[Text, ...]:
    contacts = number(now, "contacts") or 0
    return (
        PAGE,
        QUESTION,
        text("as of {day}", day=scope.as_of),
        counted("{n} contact in the period", "{n} contacts in the period", contacts),
        text("filters do not hold on this page"),
    )


def _search(reader: Reader, scope: Scope) -> Insight:
    table = all_partners(reader, scope)
    n = len(table.rows)
    answer = counted("Choose the one partner", "Choose one of {n} partners", n) if n else nobody_known(scope, empty=reader.holding.is_empty)
    return Insight("partner", scope, QUESTION, answer, (PAGE, QUESTION, text("as of {day}", day=scope.as_of)), (), (table,))


def _nobody(scope: Scope) -> Insight:
    lines = (
        text(
            "There is no partner with the id {partner} on {day}; choose one from the list.",
            partner=Name(scope.partner or ""),
            day=scope.as_of,
        ),
    )
    return Insight(
        "partner",
        scope,
        QUESTION,
        text("This partner is not known"),
        (PAGE, QUESTION, text("as of {day}", day=scope.as_of)),
        (),
        (Note("nobody", None, lines, urgent=True),),
    )
