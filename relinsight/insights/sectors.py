"""Sectors: how do they compare?"""

from __future__ import annotations

from dataclasses import replace

from relinsight.access.reader import Reader
from relinsight.insights import register
from relinsight.insights.blocks import Cells, Chart, Column, Insight, Note, Row, Table
from relinsight.insights.naming import LINKS
from relinsight.insights.standing import COVERING, Standing, context, count, partners, standing
from relinsight.insights.views import views
from relinsight.measures.figure import TOO_FEW
from relinsight.measures.figure import Figure as Computed
from relinsight.words.name import Name
from relinsight.words.quantities import OneDecimal, Percent, Score, Spelled
from relinsight.words.scope import NOBODY, Scope
from relinsight.words.text import Text, counted, text

PAGE, QUESTION = text("Sectors"), text("How do the sectors compare?")
MEASURES = ("partners", "coverage_share", "uncovered", "contacts", "proactive_share", "goals_endorsed_both", "questions_open", "questions_late", "without_tie", "single_points_of_failure")  # fmt: skip
FEW = 3  # partners with a score below which a sector is not compared


def sectors(reader: Reader, scope: Scope) -> Insight:
    """Say which sector comes last, on how many measures, and show all sectors side by side."""
    if not reader.holding.tiers:
        return register.sectors(reader, scope)
    stand = standing(reader, scope)
    instrument = views(reader, scope).instrument
    rows = _compared(reader, scope, stand, instrument)
    return Insight(
        "sectors", scope, QUESTION, _answer(rows), context(reader, PAGE, QUESTION, scope, _total(stand)), (),
        (_dots(rows, instrument),), (*MEASURES, *([f"quality_partner@{instrument}"] if instrument else [])), _unknown(rows, stand),
    )  # fmt: skip


def _total(stand: Standing) -> Text:
    known = {row["sector"] for row in stand.now}
    return text(
        "{partners} in {sectors}",
        partners=partners(stand.total),
        sectors=counted("{n} sector", "{n} sectors", len(known)),
    )


def _compared(reader: Reader, scope: Scope, stand: Standing, instrument: str | None) -> list[Cells]:
    view = f"quality_partner@{instrument}"
    names = (
        "partners",
        "coverage_share",
        "contacts",
        "proactive_share",
        "goals_endorsed_both",
        "questions_open",
        "questions_late",
    )
    wanted = (*names, view) if instrument else names
    found = {(f.subject, f.measure): f for f in reader.figures(scope, "sector", *wanted)}
    whole = reader.stand(scope, *wanted)
    said = {row["sector"] or NOBODY: row["sector_said"] for row in stand.now}
    known = sorted(said, key=lambda sector: _order(found.get((sector, view)), sector))
    measures = _measures(view if instrument else None)
    return [_dot(sector, said[sector], measure, found, whole) for measure in measures for sector in known]


def _order(view: Computed | None, sector: str) -> tuple[bool, float, str]:
    """The highest raw mean first; those without a comparable score last."""
    known = view is not None and view.value is not None and view.state != TOO_FEW
    return (not known, -(view.value or 0.0) if known and view else 0.0, sector)


def _measures(view: str | None) -> tuple[tuple[str, Text, Text], ...]:
    found = (
        ("coverage_share", text("Covered"), text("of all partners")),
        ("contacts", text("Contacts"), text("a partner, in the period")),
        ("proactive_share", text("When all is well"), text("of contacts")),
        ("goals_endorsed_both", text("Goals endorsed"), text("by both sides")),
        ("questions_late", text("Questions late"), text("of open ones")),
    )
    return ((view, text("View of us"), text("0–100, who answered")), *found) if view else found


def _dot(
    sector: str,
    name: Text | Name,
    measure: tuple[str, Text, Text],
    found: dict[tuple[str, str], Computed],
    whole: dict[str, Computed],
) -> Cells:
    key, label, note = measure
    group = {m: f for (s, m), f in found.items() if s == sector}
    value, said = _value(key, group)
    all_value, all_said = _value(key, whole)
    score = group.get(key)
    low, high = (score.low, score.high) if score and key.startswith("quality") and value is not None else (None, None)
    return {
        "sector": sector, "sector_name": name, "measure": key, "measure_name": label, "measure_note": note, "value": value,
        "low": low, "high": high, "said": said, "all": all_value, "all_said": text("all {value}", value=all_said), "n": score.n if score else None,
    }  # fmt: skip


def _value(key: str, group: dict[str, Computed]) -> tuple[float | None, Text]:
    figure = group.get(key)
    total = group.get("partners")
    if figure is None or figure.value is None:
        return None, text("unknown")
    if figure.state == TOO_FEW:
        return None, text("too few ({n})", n=figure.n or 0)
    if key.startswith("quality"):
        n = total.value if total and total.value else figure.n
        return figure.value, text(
            "{score}  ({n} of {partners})", score=Score(figure.value), n=figure.n, partners=round(n or 0)
        )
    if key == "contacts":
        each = figure.value / total.value if total and total.value else None
        return each, text("{each}", each=OneDecimal(each)) if each is not None else text("unknown")
    if key in ("goals_endorsed_both", "questions_late"):
        return (
            (figure.value / figure.n, text("{value} of {n}", value=round(figure.value), n=figure.n))
            if figure.n
            else (None, text("none"))
        )
    return figure.value, text("{share}", share=Percent(figure.value))


def _dots(rows: list[Cells], instrument: str | None) -> Chart:
    known = len({row["sector"] for row in rows})
    return Chart(
        "sectors", "sector_dots", _title(rows), tuple(rows), DOT_COLUMNS, text("The sectors side by side, one column a measure."),
        text(
            "The dotted line in each column is the value for all partners in view. View of us{instrument}: raw mean and 95 % interval of those who answered, highest first; below three answers a sector is not compared. Covered, goals and questions are counts of all and have no interval. A contact with partners of two sectors counts in both.",
            instrument=text(" ({name})", name=Name(instrument)) if instrument else text(""),
        ),
        height=90 + 38 * known, none=text("No partner is in view."),
    )  # fmt: skip


DOT_COLUMNS = (
    Column("sector_name", text("Sector"), "sector"),
    Column("measure_name", text("Measure")),
    Column("said", text("Value")),
    Column("low", text("Interval from"), "ratio"),
    Column("high", text("Interval to"), "ratio"),
    Column("n", text("n"), "number"),
)


def last_places(rows: list[Cells]) -> dict[str, list[Text]]:
    """The measures on which each sector comes last, among the sectors that can be compared."""
    found: dict[str, list[Text]] = {}
    for measure in dict.fromkeys(row["measure"] for row in rows):
        known = [
            row for row in rows if row["measure"] == measure and row["value"] is not None and row["sector"] != NOBODY
        ]
        worst = (max if measure == "questions_late" else min)(known, key=lambda row: row["value"], default=None)
        if worst and len(known) > 1 and sum(1 for row in known if row["value"] == worst["value"]) == 1:
            found.setdefault(worst["sector"], []).append(worst["measure_name"])
    return found


def behind(rows: list[Cells]) -> str | None:
    """The sector that comes last most often; nothing where no sector does so more than once."""
    found = last_places(rows)
    most = max(found, key=lambda sector: (len(found[sector]), sector), default=None)
    return most if most and len(found[most]) > 1 else None


def _answer(rows: list[Cells]) -> Text:
    if not rows:
        return text("No partner of the portfolio fits this day and these filters")
    worst = behind(rows)
    compared = len({row["measure"] for row in rows})
    if worst is None:
        return text("No sector stays behind on more than one of {n} measures", n=Spelled(compared))
    name = next(row["sector_name"] for row in rows if row["sector"] == worst)
    places = len(last_places(rows)[worst])
    return text(
        "{sector} comes last on {places} of {n} measures",
        sector=text("The sector {name}", name=name),
        places=Spelled(places),
        n=Spelled(compared),
    )


def _title(rows: list[Cells]) -> Text:
    views_ = [row for row in rows if row["measure"].startswith("quality") and row["value"] is not None]
    if len(views_) < 2:  # noqa: PLR2004
        return text("Too few sectors gave their view of us to compare them by it")
    best, worst = views_[0], views_[-1]
    return text(
        "{best} rates us highest ({high}), {worst} lowest ({low})",
        best=text("{name}", name=best["sector_name"]),
        high=Score(best["value"]),
        worst=worst["sector_name"],
        low=Score(worst["value"]),
    )


def _unknown(rows: list[Cells], stand: Standing) -> Note:
    few = [row for row in rows if row["measure"].startswith("quality") and row["value"] is None]
    lines = [
        counted(
            "{n} sector has too few scores to compare its view of us.",
            "{n} sectors have too few scores to compare their view of us.",
            len(few),
        ),
        counted("{n} partner has no sector.", "{n} partners have no sector.", count(stand.now, "sector", None)),
    ]
    known = tuple(line for line in lines if line.count)
    return Note("unknown", text("What is not known"), known or (text("Nothing that this page shows is missing."),))


def one_sector(reader: Reader, scope: Scope, sector: str) -> Insight:
    """Go down into one sector: each partner's silence, why it is not covered, and where the sector falls behind."""
    stand = standing(reader, scope)
    rows = sorted((row for row in stand.now if (row["sector"] or NOBODY) == sector), key=_by_silence)
    rest = [row for row in stand.now if (row["sector"] or NOBODY) != sector]
    name = rows[0]["sector_said"] if rows else Name(sector)
    covered = len(rows) - count(rows, "uncovered")
    answer = text(
        "{sector}: {covered} of {n} covered", sector=text("{name}", name=name), covered=Spelled(covered), n=len(rows)
    )
    return Insight(
        "sectors", scope, QUESTION, answer, (), (), (Row((_silence(rows, answer),), (_links(rows, rest, name), _keepers(rows))),)
    )  # fmt: skip


def sectors_in_view(reader: Reader, scope: Scope) -> dict[str, Text | Name]:
    """The sectors that can be opened, the least covered first."""
    groups: dict[str, list[Cells]] = {}
    for row in standing(reader, replace(scope, since=None)).now:
        groups.setdefault(row["sector"] or NOBODY, []).append(row)
    order = sorted(
        groups, key=lambda sector: (sector == NOBODY, -count(groups[sector], "uncovered") / len(groups[sector]), sector)
    )
    return {sector: groups[sector][0]["sector_said"] for sector in order}


def _by_silence(row: Cells) -> tuple[int, float, str]:
    return (0, 0.0, row["name"]) if row["state"] == "never" else (1, -(row["ratio"] or 0.0), row["name"])


MOST_ROWS = 40


def _silence(rows: list[Cells], title: Text) -> Chart:
    shown = tuple(
        {
            **row,
            "never": row["state"] == "never",
            "covered": not row["uncovered"],
            "said": _days(row),
            "reason": _short_reason(row),
        }
        for row in rows[:MOST_ROWS]
    )
    return Chart(
        "silence", "rhythm_bars", title, shown, SILENCE_COLUMNS, text("Days since the last contact of each partner, as a share of what its tier was promised."),
        text("{shown} of {n} partners, the longest silence first: days since the last contact as a share of what the tier is promised (bar), and in days. Filled: covered. Cooling up to 1.5 times, dormant up to 3, then lost from sight.", shown=len(shown), n=len(rows)),
        height=60 + 24 * max(len(shown), 3), none=text("No partner of this sector is in view."),
    )  # fmt: skip


SHORT_REASONS = {
    "owner": text("no owner"),
    "contact_person": text("no contact person"),
    "in_time": text("too late"),
}


def _short_reason(row: Cells) -> Text | None:
    return SHORT_REASONS.get(row["chain_break"])


def _days(row: Cells) -> Text:
    if row["days"] is None:
        return text("never")
    if row["promised"] is None:
        return text("{days}, not promised", days=row["days"])
    return text("{days} of {promised}", days=row["days"], promised=row["promised"])


SILENCE_COLUMNS = (
    Column("name", text("Partner"), "partner"),
    Column("tier", text("Tier")),
    Column("days", text("Days silent"), "number"),
    Column("promised", text("Promised"), "number"),
    Column("state_said", text("State")),
    Column("reason", text("Why not covered")),
)


def _links(rows: list[Cells], rest: list[Cells], name: Text | Name) -> Table:
    found = tuple({"link": LINKS[link], "own": _share(rows, link), "others": _share(rest, link)} for link in COVERING)
    return Table(
        "links", text("Where {sector} differs from the rest", sector=name),
        (Column("link", text("Link")), Column("own", text("This sector")), Column("others", text("All others"))), found if rows else (),
        text("Share of partners that keep each of the first three links: this sector {n}, all others {others}.", n=len(rows), others=len(rest)),
        short=True,
    )  # fmt: skip


def _share(rows: list[Cells], link: str) -> Text:
    return text("{share}", share=Percent(count(rows, f"link_{link}", 1) / len(rows))) if rows else text("unknown")


def _keepers(rows: list[Cells]) -> Note:
    clusters: dict[str | None, list[Cells]] = {}
    for row in rows:
        clusters.setdefault(row["cluster"], []).append(row)
    ordered = sorted(clusters.items(), key=lambda item: (item[0] is None, -len(item[1])))
    lines = tuple(
        text("{cluster} keeps {n} and covers {covered} of them.", cluster=own[0]["cluster_name"], n=len(own), covered=len(own) - count(own, "uncovered"))
        if cluster else counted("{n} has no account manager.", "{n} have no account manager.", len(own))
        for cluster, own in ordered
    )  # fmt: skip
    return Note("keepers", text("Who keeps them"), lines)
