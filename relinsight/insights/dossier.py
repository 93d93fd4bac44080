"""The exhibits of one partner's dossier."""

from __future__ import annotations

from datetime import date, timedelta

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Chart, Column, Note, Table
from relinsight.insights.naming import (
    ANSWERS,
    CONTACT_KINDS,
    DIMENSIONS,
    GOAL_STATES,
    HORIZONS,
    LINKS,
    ROLES,
    STATES,
    called,
    sector_of,
)
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import Days, Money, Names, ShortDay, Spelled
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

AGREE = 12.5  # points of 100 within which two sides agree


def sides(reader: Reader, scope: Scope) -> list[Cells]:
    """Both sides' scores on the instrument that most people of this partner answered; the whole has no dimension."""
    rows = reader.page("dossier_sides", scope)
    weights: dict[str, tuple[int, int]] = {}
    for row in rows:
        if row["dimension"] is None:
            weights[row["instrument"]] = (row["them_n"] or 0, row["us_n"] or 0)  # pyright: ignore
    best = max(sorted(weights), key=lambda name: weights[name], default=None)
    return sorted((row for row in rows if row["instrument"] == best), key=_in_order)


def _in_order(row: Cells) -> tuple[int, str]:
    known = list(DIMENSIONS)
    return (known.index(row["dimension"]) if row["dimension"] in known else len(known), str(row["dimension"]))


def both_sides(found: list[Cells], head: Cells) -> Chart:
    """What they say beside what we say, a row a dimension."""
    rows = tuple(
        {**row, "dimension_name": called(DIMENSIONS, row["dimension"]), "gap_said": _gap(row), "sector": head["sector"]}
        for row in found if row["dimension"] is not None and (row["them"] is not None or row["us"] is not None)
    )  # fmt: skip
    whole = next((row for row in found if row["dimension"] is None), None)
    return Chart(
        "both-sides", "both_sides", _sides_title(rows), rows, SIDE_COLUMNS, text("What they say of the relation and what we say, from 0 to 100."),
        text("{instrument}, 0 to 100: {them} of theirs and {us} of ours answered. The two values are apart when they differ by more than {agree} points.",
             instrument=Name(whole["instrument"]), them=whole["them_n"] or 0, us=whole["us_n"] or 0, agree=AGREE) if whole else None,
        height=90 + 62 * max(len(rows), 2), none=text("Neither side was asked how the relation is. Ask both, and import the answers as assessments."),
    )  # fmt: skip


SIDE_COLUMNS = (
    Column("dimension_name", text("Dimension")),
    Column("them", text("They say"), "score"),
    Column("us", text("We say"), "score"),
    Column("gap_said", text("Difference")),
)


def _gap(row: Cells) -> Text:
    if row["them"] is None:
        return text("they were not asked")
    if row["us"] is None:
        return text("we did not say")
    gap = round(row["us"]) - round(row["them"])
    if not gap:
        return text("the same")
    if gap > 0:
        return text("we say {gap} more", gap=gap)
    return text("they say {gap} more", gap=-gap)


def _sides_title(rows: tuple[Cells, ...]) -> Text:
    known = [row for row in rows if row["them"] is not None and row["us"] is not None]
    apart = [row for row in known if abs(row["us"] - row["them"]) > AGREE]
    if not known:
        return text("Both sides were not yet asked the same questions")
    if not apart:
        return counted(
            "The two sides agree on the one dimension asked", "The two sides agree on all {n} dimensions", len(known)
        )
    worst = max(apart, key=lambda row: abs(row["us"] - row["them"]))
    return text(
        "The two sides are apart on {apart} of {n}, most on {dimension}",
        apart=Spelled(len(apart)),
        n=Spelled(len(known)),
        dimension=worst["dimension_name"],
    )


def promises(head: Cells, now: dict[str, Computed]) -> Table:
    """Everything promised to this tier, and whether it is kept."""
    if head["tier"] is None:
        return Table(
            "promises",
            text("Nothing was promised: this partner has no tier"),
            PROMISE_COLUMNS,
            (),
            none=text("Give the partner a tier to promise it something."),
        )
    rows = tuple(row for row in (_promise(name, label, head, now) for name, label in PROMISES) if row)
    kept = sum(1 for row in rows if row["kept"])
    chain = head["chain_break"]
    title = (
        text("The chain holds") if chain in (None, "none") else text("The chain breaks at: {link}", link=LINKS[chain])
    )
    return Table(
        "promises", title, PROMISE_COLUMNS, (*_links(head), *rows),
        text("{kept} of {n} promises of tier {tier} are kept, beside the owner and the contact person that every partner is promised.", kept=kept, n=len(rows), tier=Name(head["tier"])),
        short=True,
    )  # fmt: skip


PROMISE_COLUMNS = (
    Column("kept", text("Kept"), "tick"),
    Column("promise", text("Promised")),
    Column("stands", text("Stands")),
)
PROMISES = (
    ("rhythm_days", text("contact every {n} days")),
    ("min_ties", text("{n} colleagues with a tie")),
    ("assessment_days", text("both sides assessed every {n} days")),
    ("needs_year_goal", text("a goal for the year")),
    ("needs_strategic_goal", text("a strategic goal")),
    ("endorsement_days", text("endorsements renewed every {n} days")),
    ("answer_days", text("answers within {n} days")),
)


def _links(head: Cells) -> tuple[Cells, ...]:
    owner = Name(head["owner_name"]) if head["owner_name"] else text("nobody")
    persons = counted("{n} active person", "{n} active persons", head["persons"])
    return (
        {"kept": head["owner_name"] is not None, "promise": text("an owner"), "stands": owner},
        {"kept": head["persons"] > 0, "promise": text("a contact person"), "stands": persons},
    )


def _promise(name: str, label: Text, head: Cells, now: dict[str, Computed]) -> Cells | None:
    found = now.get(f"promise.{name}")
    if found is None or found.state == "not_promised":
        return None
    said = label if name.startswith("needs") else text(label.message, n=head[name])
    return {"kept": bool(found.value), "promise": said, "stands": _stands(name, head, now)}


def _stands(name: str, head: Cells, now: dict[str, Computed]) -> Text | None:
    def number(measure: str) -> int:
        found = now.get(measure)
        return round(found.value) if found and found.value is not None else 0

    match name:
        case "rhythm_days":
            return text("{days} ago", days=Days(head["days"])) if head["days"] is not None else text("never")
        case "min_ties":
            return text("{n}", n=number("tied_employees"))
        case "needs_year_goal":
            return counted("{n} endorsed by both", "{n} endorsed by both", number("goals_endorsed_year"))
        case "needs_strategic_goal":
            return counted("{n} endorsed by both", "{n} endorsed by both", number("goals_endorsed_strategic"))
        case "answer_days":
            return counted("{n} question late", "{n} questions late", number("questions_late"))
        case _:
            return None


def timeline(reader: Reader, scope: Scope, head: Cells) -> Chart:
    """The contacts of the counting period, above the promised rhythm."""
    period = scope.counting
    found = reader.page("dossier_contacts", scope)
    inside = [row for row in found if period.first <= row["day"] <= period.last]  # pyright: ignore
    rows = tuple(
        {**row, "kind_name": called(CONTACT_KINDS, row["kind"]), "name": Name(row["subject"] or ""), "who": _who(row)}
        for row in inside
    )
    spans = _spans([row["day"] for row in found if row["achieved"]], head["rhythm_days"], period.first, period.last)
    promised = (
        None
        if head["last_day"] is None or head["rhythm_days"] is None
        else head["last_day"] + timedelta(days=head["rhythm_days"])
    )
    return Chart(
        "timeline", "timeline", _timeline_title(rows, spans), rows, TIMELINE_COLUMNS, text("The contacts with this partner, by day and kind."),
        text("Filled: our initiative. Open: theirs. Cross: an attempt, which resets no clock. {first} to {last}.", first=period.first, last=period.last),
        {"first": period.first, "last": period.last, "spans": tuple(spans), "next": promised},
        height=110 + 30 * (len({row["kind"] for row in rows}) + 1), none=text("There was no contact in these days."),
    )  # fmt: skip


TIMELINE_COLUMNS = (
    Column("day", text("Day"), "day"),
    Column("kind_name", text("Kind")),
    Column("name", text("Subject")),
    Column("who", text("Our colleagues")),
    Column("achieved", text("Achieved"), "tick"),
)


def _who(row: Cells) -> Text:
    return text("{names}", names=Names(tuple(map(Name, row["employees"] or ()))))


def _spans(days: list[date], rhythm: int | None, first: date, last: date) -> list[tuple[date, date, bool]]:
    """The counted days as stretches in time and too late: late from the day after the promise until the next contact."""
    if rhythm is None or not days:
        return []
    cuts: list[tuple[date, date, bool]] = []
    for start, end in zip(sorted(set(days)), [*sorted(set(days))[1:], last], strict=True):
        due = start + timedelta(days=rhythm)
        cuts.append((start, min(due, end), False))
        if due < end:
            cuts.append((due, end, True))
    return [(max(start, first), end, late) for start, end, late in cuts if end > first and max(start, first) < end]


def _timeline_title(rows: tuple[Cells, ...], spans: list[tuple[date, date, bool]]) -> Text:
    achieved = sum(1 for row in rows if row["achieved"])
    said = counted(
        "{number} contact in this period", "{number} contacts in this period", achieved, number=Spelled(achieved)
    )
    late = [(end - start).days for start, end, is_late in spans if is_late]
    if not late:
        return text("{contacts}", contacts=said)
    gaps = counted(
        "{number} gap, the longest {days} days too late",
        "{number} gaps, the longest {days} days too late",
        len(late),
        number=Spelled(len(late)),
        days=max(late),
    )
    return text("{contacts}, and {gaps}", contacts=said, gaps=gaps)


def people(reader: Reader, scope: Scope) -> Table:
    """Their people, and who of ours met each of them last."""
    rows = tuple(
        {**row, "name": Name(row["name"]), "function": Name(row["function"] or ""), "colleague": Name(row["colleague"]) if row["colleague"] else text("nobody"), "last": row["last_day"] or text("never")}
        for row in reader.page("dossier_people", scope)
    )  # fmt: skip
    known = sum(1 for row in rows if row["colleague_id"])
    title = (
        text("We met {known} of their {n} people", known=Spelled(known), n=Spelled(len(rows)))
        if rows
        else text("Their people are not known")
    )
    return Table(
        "people",
        title,
        PEOPLE_COLUMNS,
        rows,
        text("Last contact: the last achieved contact at which this person was present, and who of ours was there."),
        none=text("No contact person with a function at this partner is active."),
        short=True,
    )


PEOPLE_COLUMNS = (
    Column("name", text("Their person")),
    Column("function", text("Function")),
    Column("colleague", text("Our colleague")),
    Column("last", text("Last contact"), "day"),
)


def goals(reader: Reader, scope: Scope) -> Table:
    """The current goals and where each side stands."""
    rows = tuple(
        {**row, "title": Name(row["title"]), "horizon": called(HORIZONS, row["horizon"]), "us": called(ANSWERS, row["us"]), "them": called(ANSWERS, row["them"]), "status": called(GOAL_STATES, row["status"]) or text("unknown")}
        for row in reader.page("dossier_goals", scope)
    )  # fmt: skip
    both = sum(1 for row in rows if row["both"])
    title = counted(
        "{both} of {total} goals has both sides behind it",
        "{both} of {total} goals have both sides behind them",
        both,
        both=Spelled(both),
        total=Spelled(len(rows)),
    )
    return Table(
        "goals",
        title if rows else text("No goal is current"),
        GOAL_COLUMNS,
        rows,
        none=text("No goal with this partner is current on this day."),
        short=True,
    )


GOAL_COLUMNS = (
    Column("title", text("Goal")),
    Column("horizon", text("Horizon")),
    Column("us", text("We")),
    Column("them", text("They")),
    Column("status", text("Status")),
    Column("due_on", text("Due"), "day"),
)


def questions(reader: Reader, scope: Scope) -> Table:
    """The open questions, where they are and when the answer is due."""
    rows = tuple(
        {**row, "subject": Name(row["subject"] or ""), "where": Name(row["cluster_name"]) if row["cluster_name"] else text("not yet referred"), "state": _due(row, scope)}
        for row in reader.page("dossier_questions", scope)
    )  # fmt: skip
    late = sum(1 for row in rows if row["late"])
    waits = counted("{number} question waits", "{number} questions wait", len(rows), number=Spelled(len(rows)))
    title = text("{waits}; {late} late", waits=waits, late=Spelled(late)) if late else text("{waits}", waits=waits)
    return Table(
        "questions",
        title if rows else text("No question is open"),
        QUESTION_COLUMNS,
        rows,
        none=text("Every question of this partner was answered, or none was asked."),
        short=True,
    )


QUESTION_COLUMNS = (
    Column("asked_on", text("Asked"), "day"),
    Column("subject", text("Question")),
    Column("where", text("Where it is")),
    Column("due_on", text("Due"), "day"),
    Column("state", text("State")),
)


def _due(row: Cells, scope: Scope) -> Text:
    if row["due_on"] is None:
        return text("no term")
    days = (row["due_on"] - scope.as_of).days
    return (
        counted("{n} day left", "{n} days left", days) if days >= 0 else counted("{n} day late", "{n} days late", -days)
    )


def dealings(reader: Reader, scope: Scope) -> Table:
    """The dealings that are open on the day, or opened in the last three years, and in which role we stand."""
    rows = tuple(
        {**row, "role": called(ROLES, row["role"]), "title": Name(row["title"] or row["reference"] or ""), "year": Name(row["year"]) if row["year"] else None, "cluster": Name(row["cluster_name"]) if row["cluster_name"] else text("unknown"), "granted": Money(row["granted"]) if row["granted"] is not None else None, "state": text("open") if row["is_open"] else text("closed")}
        for row in reader.page("dossier_dealings", scope)
    )  # fmt: skip
    open_ = [row for row in rows if row["is_open"]]
    roles = len({str(row["role"]) for row in open_})
    title = text(
        "{dealings} in {roles}",
        dealings=counted("{number} open dealing", "{number} open dealings", len(open_), number=Spelled(len(open_))),
        roles=counted("{number} role", "{number} roles", roles, number=Spelled(roles)),
    )
    return Table(
        "dealings",
        title if rows else text("No dealings are known"),
        DEALING_COLUMNS,
        rows[:30],
        text("Open on the day, or opened in the three years before it; at most thirty, the newest first.")
        if rows
        else None,
        none=text("No formal dealing with this partner is known."),
        short=True,
    )


DEALING_COLUMNS = (
    Column("role", text("Our role")),
    Column("title", text("Dealing")),
    Column("cluster", text("Cluster")),
    Column("year", text("Year")),
    Column("granted", text("Granted"), "money"),
    Column("state", text("State")),
)


def interests(reader: Reader, scope: Scope) -> Note:
    """What lies under their position, beside ours, and what both share."""
    lines: list[Text] = []
    for row in reader.page("dossier_interests", scope):
        lines.append(
            text(
                "{topic}: they say {position}; under it lies {underlying}",
                topic=Name(row["topic"]),
                position=_quoted(row["position"]),
                underlying=_quoted(row["underlying"]),
            )
        )
        if row["shared"]:
            lines.append(text("Shared with us: {themes}.", themes=Names(tuple(map(Name, row["shared"])))))  # pyright: ignore
    return Note(
        "interests",
        text("What lies under their position"),
        tuple(lines) or (text("Their positions and interests were not written down."),),
    )


def _quoted(said: object) -> Text:
    return text("'{said}'", said=Name(said)) if said else text("nothing that we know of")


def actions(reader: Reader, scope: Scope) -> Note:
    """What was agreed to do, the nearest day first."""
    lines = tuple(_action(row) for row in reader.page("dossier_actions", scope))
    return Note("actions", text("Agreed actions"), lines or (text("No action is open."),))


def _action(row: Cells) -> Text:
    who = Name(row["employee_name"]) if row["employee_name"] else text("nobody yet")
    if row["done_on"]:
        return text("Done on {day}: {title} ({who})", day=ShortDay(row["done_on"]), title=Name(row["title"]), who=who)
    if row["due_on"]:
        return text("{title} ({who}, by {day})", title=Name(row["title"]), who=who, day=row["due_on"])
    return text("{title} ({who})", title=Name(row["title"]), who=who)


def unknown(reader: Reader, scope: Scope, head: Cells, found: list[Cells]) -> Note:
    """What we do not know of this partner."""
    never = [row for row in reader.page("dossier_people", scope) if row["last_day"] is None]
    asked = {row["instrument"] for row in found if row["dimension"] is None and row["them"] is not None}
    lines = [text("What {name} thinks: never spoken to", name=Name(row["name"])) for row in never[:3]]
    if len(never) > 3:  # noqa: PLR2004
        lines.append(
            counted("{n} more person was never spoken to", "{n} more persons were never spoken to", len(never) - 3)
        )
    if not asked:
        lines.append(text("What they think of us: never asked, or too long ago"))
    if head["sector"] is None:
        lines.append(text("Their sector"))
    if head["about"] is None:
        lines.append(text("Their world in their own words"))
    return Note(
        "unknown", text("What we do not know"), tuple(lines) or (text("Nothing that this page shows is missing."),)
    )


def all_partners(reader: Reader, scope: Scope) -> Table:
    """Every partner that is active on the day, to choose from."""
    rows = tuple(
        {
            **row,
            "name": Name(row["name"]),
            "sector_name": sector_of(row),
            "state": STATES[str(row["state"])] if row["state"] else text("no tier"),
        }
        for row in reader.page("partner_names", scope)
    )
    return Table("choose", text("All partners"), CHOOSE_COLUMNS, rows, none=text("No partner is active on this day."))


CHOOSE_COLUMNS = (
    Column("name", text("Partner"), "partner", 300),
    Column("tier", text("Tier"), width=60),
    Column("sector_name", text("Sector"), "sector", 160),
    Column("owner_name", text("Account manager"), width=200),
    Column("place", text("Place"), width=140),
    Column("state", text("State"), width=120),
)
