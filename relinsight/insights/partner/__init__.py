"""Partner: what do I need to know before I go?"""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Beside, Insight, Note
from relinsight.insights.nothing import nobody_known
from relinsight.insights.page import Page
from relinsight.insights.partner.both_sides import both_sides, of_all_dimensions, sides
from relinsight.insights.partner.dealings import dealings
from relinsight.insights.partner.figures import SHOWN, Figures, computed, number, shown
from relinsight.insights.partner.goals import goals
from relinsight.insights.partner.heading import answer, subtitle
from relinsight.insights.partner.nobody import nobody
from relinsight.insights.partner.notes import actions, interests, unknown
from relinsight.insights.partner.people import people, people_met
from relinsight.insights.partner.promises import promises
from relinsight.insights.partner.questions import questions
from relinsight.insights.partner.rows import Head, Sides
from relinsight.insights.partner.search import all_partners
from relinsight.insights.partner.timeline import timeline
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text


def partner(reader: Reader, scope: Scope) -> Insight:
    """Tell all that is known of one partner; the filters of the scope do not hold here."""
    asked = scope.unfiltered()
    if asked.partner is None:
        return _search(reader, asked)
    head = next(iter(reader.page(Head, "dossier_head", asked)), None)
    if head is None:
        return _not_there(asked, *nobody(reader, asked))
    return _dossier(reader, asked, head)


def _dossier(reader: Reader, scope: Scope, head: Head) -> Insight:
    now = computed(reader, scope)
    before = computed(reader, scope.on(scope.earlier)) if scope.earlier else {}
    found = sides(reader, scope)
    sectors = reader.sectors_known()
    return Insight(
        PAGE.name,
        scope,
        PAGE.question,
        answer(head, now, found),
        _context(scope, now),
        shown(now, before, head, found, scope),
        (
            Beside((both_sides(found, head, sectors),), (promises(head, now),)),
            timeline(reader, scope, head),
            _details(reader, scope, head, found),
            dealings(reader, scope),
        ),
        (*PAGE.measures, *_gap(found)),
        subtitle=subtitle(head, sectors),
    )


def _gap(found: list[Sides]) -> tuple[str, ...]:
    """The measure that the sentence speaks of where both sides answered."""
    scores = of_all_dimensions(found)
    return (f"agreement_gap@{scores.instrument}",) if scores and scores.is_answered_by_both else ()


def _details(reader: Reader, scope: Scope, head: Head, found: list[Sides]) -> Beside:
    met = people_met(reader, scope)
    return Beside(
        (people(met), goals(reader, scope), questions(reader, scope)),
        (unknown(met, head, found), interests(reader, scope), actions(reader, scope)),
    )


def _context(scope: Scope, now: Figures) -> tuple[Text, ...]:
    contacts = number(now, "contacts") or 0
    return (
        *_where(scope),
        counted("{n} contact in the period", "{n} contacts in the period", contacts),
        text("filters do not hold on this page"),
    )


def _where(scope: Scope) -> tuple[Text, ...]:
    return PAGE.title, PAGE.question, text("as of {day}", day=scope.as_of)


def _search(reader: Reader, scope: Scope) -> Insight:
    table = all_partners(reader, scope)
    n = len(table.rows)
    answer = counted("Choose the one partner", "Choose one of {n} partners", n) if n else nobody_known(scope, empty=reader.holding.is_empty)
    return Insight(PAGE.name, scope, PAGE.question, answer, _where(scope), (), (table,))


def _not_there(scope: Scope, said: Text, line: Text) -> Insight:
    return Insight(PAGE.name, scope, PAGE.question, said, _where(scope), (), (Note("nobody", None, (line,), urgent=True),))


PAGE = Page(
    name="partner",
    place=4,
    title=text("Partner"),
    symbol="domain",
    question=text("What do I need to know before I go?"),
    measures=(
        *SHOWN,
        "proactive_share",
        "reciprocity",
        "effective_ties",
        "tied_clusters",
        "tie_strength",
        "chain_break",
    ),
    answer=partner,
    keys=("partner",),
    filtered=False,
)
