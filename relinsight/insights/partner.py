"""Partner: what do I need to know before I go?"""

from __future__ import annotations

from dataclasses import replace

from relinsight.access.reader import Reader
from relinsight.insights import dossier
from relinsight.insights.blocks import Cells, Change, Figure, Insight, Note, Row
from relinsight.insights.naming import STATES, sector_of
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import Days, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Partner"), text("What do I need to know before I go?")
AGREE = 12.5  # points of 100 within which two sides agree
COUNTS = ("days_since_contact", "overdue_ratio", "tied_employees", "goals_current", "goals_endorsed_year", "goals_endorsed_strategic", "goals_late", "questions_open", "questions_late", "contacts")  # fmt: skip
MEASURES = (*COUNTS, "promise.rhythm_days", "promise.min_ties", "promise.assessment_days", "promise.needs_year_goal", "promise.needs_strategic_goal", "promise.endorsement_days", "promise.answer_days", "proactive_share", "reciprocity", "effective_ties", "tied_clusters", "tie_strength", "chain_break")  # fmt: skip
Figures = dict[str, Computed]


def partner(reader: Reader, scope: Scope) -> Insight:
    """Tell all that is known of one partner; the filters of the scope do not hold here."""
    asked = replace(scope, sectors=(), clusters=(), tiers=(), account_managers=())
    if asked.partner is None:
        return _search(reader, asked)
    head = next(iter(reader.page("dossier_head", asked)), None)
    if head is None:
        return _nobody(asked)
    return _dossier(reader, asked, head)


def _dossier(reader: Reader, scope: Scope, head: Cells) -> Insight:
    now = _figures(reader, scope)
    before = _figures(reader, scope.on(scope.since)) if scope.since else {}
    sides = dossier.sides(reader, scope)
    return Insight(
        "partner", scope, QUESTION, _answer(head, now, sides), _context(head, scope, now),
        _shown(now, before, head, sides, scope),
        (
            Row((dossier.both_sides(sides, head),), (dossier.promises(head, now),)),
            dossier.timeline(reader, scope, head),
            Row(
                (dossier.people(reader, scope), dossier.goals(reader, scope), dossier.questions(reader, scope), dossier.dealings(reader, scope)),
                (dossier.unknown(reader, scope, head, sides), dossier.interests(reader, scope), dossier.actions(reader, scope)),
            ),
        ),
        MEASURES, subtitle=_subtitle(head),
    )  # fmt: skip


def _figures(reader: Reader, scope: Scope) -> Figures:
    return {
        found.measure: found for found in reader.figures(scope, "partner", *MEASURES) if found.subject == scope.partner
    }


def _context(head: Cells, scope: Scope, now: Figures) -> tuple[Text, ...]:
    contacts = _number(now, "contacts") or 0
    return (
        PAGE, QUESTION, text("as of {day}", day=scope.as_of), counted("{n} contact in the period", "{n} contacts in the period", contacts),
        text("filters do not hold on this page"),
    )  # fmt: skip


def _answer(head: Cells, now: Figures, sides: list[Cells]) -> Text:
    return text("{name}: {touch}; {view}", name=Name(head["name"]), touch=_touch(head, now), view=_view(sides))


def _touch(head: Cells, now: Figures) -> Text:
    days = _number(now, "days_since_contact")
    promised = head["rhythm_days"]
    if days is None:
        return text("never contacted")
    if promised is None:
        return text("last contact {days} ago, no rhythm promised", days=Days(days))
    if days <= promised:
        return text("in touch as promised")
    return text("silent for {days}, {more} longer than promised", days=Days(days), more=days - promised)


def _view(sides: list[Cells]) -> Text:
    whole = next((row for row in sides if row["dimension"] is None), None)
    if whole is None or whole["them"] is None:
        return text("how they see us is not known")
    if whole["us"] is None:
        return text("they rate us {them}, our own view is missing", them=Score(whole["them"]))
    gap = whole["us"] - whole["them"]
    if abs(gap) <= AGREE:
        return text("both sides see the relation alike")
    if gap > 0:
        return text("we rate the relation {gap} points higher than they do", gap=Score(gap))
    return text("they rate the relation {gap} points higher than we do", gap=Score(-gap))


def _subtitle(head: Cells) -> Text:
    parts = [text("{sector}", sector=sector_of(head)), _tier(head), _owner(head)]
    if head["about"]:
        parts.append(text("{about}", about=Name(head["about"])))
    if head["active_to"]:
        parts.append(text("until {day}", day=head["active_to"]))
    joined = parts[0]
    for part in parts[1:]:
        joined = text("{a} · {b}", a=joined, b=part)
    return joined


def _tier(head: Cells) -> Text:
    if head["tier"] is None:
        return text("no tier")
    if head["tier_from_name"]:
        return text("tier {tier}, inherited from {name}", tier=Name(head["tier"]), name=Name(head["tier_from_name"]))
    return text("tier {tier}", tier=Name(head["tier"]))


def _owner(head: Cells) -> Text:
    if head["owner_name"] is None:
        return text("no account manager")
    if head["cluster_name"] is None:
        return text("account manager {name}", name=Name(head["owner_name"]))
    return text("account manager {name}, {cluster}", name=Name(head["owner_name"]), cluster=Name(head["cluster_name"]))


def _shown(now: Figures, before: Figures, head: Cells, sides: list[Cells], scope: Scope) -> tuple[Figure, ...]:
    subject = str(scope.partner)
    shared = {"as_of": scope.as_of, "by": "partner", "subject": subject}
    return (
        Figure("days_since_contact", text("Last contact"), _ago(now), aside=_state(now, head), unknown=text("never"), **shared),
        _their_view(sides, shared),
        Figure("tied_employees", text("Colleagues with a tie"), _whole(now, "tied_employees"), aside=_promised_ties(now, head), **shared),
        Figure("goals_endorsed_year", text("Goals both endorse"), _endorsed(now), change=_change("both", now, before, scope), aside=_no_goals(now), unknown=text("no goals"), **shared),
        Figure("questions_open", text("Questions open"), _whole(now, "questions_open"), change=_change("questions_open", now, before, scope), aside=_late(now), **shared),
    )  # fmt: skip


def _their_view(sides: list[Cells], shared: dict[str, object]) -> Figure:
    whole = next((row for row in sides if row["dimension"] is None), None)
    measure = f"quality_partner@{whole['instrument']}" if whole else "quality_partner"
    known = whole is not None and whole["them"] is not None
    value = text("{score}", score=Score(whole["them"])) if whole and known else None
    aside = counted("{n} answer", "{n} answers", whole["them_n"]) if whole and known else None
    return Figure(measure, text("Their view of us"), value, n=whole["them_n"] if whole else None, aside=aside, **shared)  # pyright: ignore[reportArgumentType]


def _ago(now: Figures) -> Text | None:
    days = _number(now, "days_since_contact")
    return None if days is None else counted("{n} day ago", "{n} days ago", days)


def _state(now: Figures, head: Cells) -> Text | None:
    found = now.get("overdue_ratio")
    if found is None or not found.state:
        return None
    if head["rhythm_days"] is None:
        return STATES[found.state]
    return text("{state}, of {days}", state=STATES[found.state], days=Days(head["rhythm_days"]))


def _promised_ties(now: Figures, head: Cells) -> Text:
    if head["min_ties"] is None:
        return text("not promised")
    kept = now.get("promise.min_ties")
    if kept and kept.value:
        return text("kept, promised {n}", n=head["min_ties"])
    return text("not kept, promised {n}", n=head["min_ties"])


def _endorsed(now: Figures) -> Text | None:
    both, current = _both(now), _number(now, "goals_current")
    return text("{both} of {current}", both=both, current=current) if current and both is not None else None


def _no_goals(now: Figures) -> Text | None:
    late = _number(now, "goals_late")
    return counted("{n} is late", "{n} are late", late) if late else None


def _late(now: Figures) -> Text | None:
    late = _number(now, "questions_late")
    return counted("{n} is late", "{n} are late", late) if late else text("none is late") if late == 0 else None


def _whole(now: Figures, name: str) -> Text | None:
    value = _number(now, name)
    return None if value is None else text("{n}", n=value)


def _number(now: Figures, name: str) -> int | None:
    if name == "both":
        return _both(now)
    found = now.get(name)
    return None if found is None or found.value is None else round(found.value)


def _both(now: Figures) -> int | None:
    parts = [_number(now, "goals_endorsed_year"), _number(now, "goals_endorsed_strategic")]
    return None if parts == [None, None] else sum(part or 0 for part in parts)


def _change(name: str, now: Figures, before: Figures, scope: Scope) -> Change | None:
    new, old = _number(now, name), _number(before, name)
    if scope.since is None or new is None or old is None:
        return None
    return Change(new - old, scope.since, "down" if name.startswith("questions") else "up")


def _search(reader: Reader, scope: Scope) -> Insight:
    table = dossier.all_partners(reader, scope)
    answer = counted("Choose the one partner", "Choose one of {n} partners", len(table.rows))
    return Insight(
        "partner", scope, QUESTION, answer, (PAGE, QUESTION, text("as of {day}", day=scope.as_of)), (), (table,)
    )


def _nobody(scope: Scope) -> Insight:
    lines = (
        text(
            "There is no partner with the id {partner} on {day}; choose one from the list.",
            partner=Name(scope.partner or ""),
            day=scope.as_of,
        ),
    )
    return Insight(
        "partner", scope, QUESTION, text("This partner is not known"), (PAGE, QUESTION, text("as of {day}", day=scope.as_of)), (),
        (Note("nobody", None, lines, urgent=True),),
    )  # fmt: skip
