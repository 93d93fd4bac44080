"""What can be said where no partner has a tier: a register of dealings alone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells, Insight, Note, Row
from relinsight.insights.figures import Asked, asked_figures
from relinsight.insights.naming import sector_of
from relinsight.insights.nothing import missing, nobody_known
from relinsight.insights.register_exhibits import FILL_IN, amounts, largest, nothing_granted, partner_list, sector_table, tier_list
from relinsight.insights.standing import context, partners
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MEASURES = ("partners_known", "dealings_open", "granted_open", "not_on_list")
NOTHING_PROMISED = text("No partner has a tier, so nothing was promised yet and silence cannot be judged.")


def portfolio(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say how many partners have open dealings and what these are worth."""
    rows = _partners(reader, scope)
    return Insight(
        "portfolio",
        scope,
        question,
        _open_dealings(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        asked_figures(reader, scope, FIGURES),
        (Row((amounts(_by_sector(rows)),), (_what_to_do(reader),)), partner_list(rows), tier_list(rows)),
        MEASURES,
        _unknown(reader, scope, len(rows)),
    )


def _open_dealings(rows: list[Cells], reader: Reader, scope: Scope) -> Text:
    if not rows:
        return nobody_known(scope, empty=reader.holding.is_empty)
    if not any(row["dealings"] for row in rows):
        return counted(
            "{n} partner is known; nothing was promised to it yet",
            "{n} partners are known; nothing was promised to them yet",
            len(rows),
        )
    return counted(
        "{open} of {n} partner has open dealings; nothing was promised to it yet",
        "{open} of {n} partners have open dealings; nothing was promised to them yet",
        len(rows),
        open=sum(1 for row in rows if row["open"]),
    )


def coverage(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Say that nobody can be uncovered yet, and who has dealings with us all the same."""
    rows = _partners(reader, scope)
    figures = asked_figures(reader, scope, (Asked(text("Not on our list"), "not_on_list"),))
    return Insight(
        "coverage",
        scope,
        question,
        _not_on_list(rows, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        figures,
        (Row((largest(rows),), (_what_to_do(reader),)), tier_list(rows)),
        MEASURES,
        _unknown(reader, scope, len(rows)),
    )


def _not_on_list(rows: list[Cells], reader: Reader, scope: Scope) -> Text:
    loose = round(reader.stand(scope, "not_on_list")["not_on_list"].value or 0)
    if not loose and not rows:
        return nobody_known(scope, empty=reader.holding.is_empty)
    if not loose:
        return text("Nothing was promised yet, so nobody is uncovered")
    return counted(
        "Nothing was promised yet, so nobody is uncovered; {n} organisation deals with us without a tier",
        "Nothing was promised yet, so nobody is uncovered; {n} organisations deal with us without a tier",
        loose,
    )


def sectors(reader: Reader, scope: Scope, page: Text, question: Text) -> Insight:
    """Compare the sectors by partners, open dealings and amounts."""
    rows = _partners(reader, scope)
    groups = _by_sector(rows)
    return Insight(
        "sectors",
        scope,
        question,
        _largest_amount(groups, reader, scope),
        context(reader, page, question, scope, partners(len(rows))),
        (),
        (Row((amounts(groups),), (_what_to_do(reader),)), sector_table(groups), tier_list(rows)),
        MEASURES,
        _unknown(reader, scope, len(rows)),
    )


def _largest_amount(groups: list[Cells], reader: Reader, scope: Scope) -> Text:
    """The first of the groups, which stand in the order of what was granted."""
    if not groups:
        return nobody_known(scope, empty=reader.holding.is_empty)
    if not groups[0]["granted"]:
        return nothing_granted(groups)
    return text(
        "{sector} has the largest amount in open dealings: {amount}",
        sector=text("{name}", name=groups[0]["sector_name"]),
        amount=AboutMoney(groups[0]["granted"]),
    )


def _partners(reader: Reader, scope: Scope) -> list[Cells]:
    return [{**row, "name": Name(row["name"]), "sector_name": sector_of(row)} for row in reader.partners("register_partners", scope)]


FIGURES = (
    Asked(text("Partners"), "partners_known"),
    Asked(text("Dealings open"), "dealings_open"),
    Asked(text("Granted in these"), "granted_open"),
    Asked(text("Not on our list"), "not_on_list"),
)


def _by_sector(rows: list[Cells]) -> list[Cells]:
    groups: dict[object, list[Cells]] = {}
    for row in rows:
        groups.setdefault(row["sector"], []).append(row)
    found: list[Cells] = [
        {
            "sector": key,
            "sector_name": own[0]["sector_name"],
            "name": own[0]["sector_name"],
            "partners": len(own),
            **{name: sum(row[name] for row in own) for name in ("open", "dealings")},
            **{name: _sum(row[name] for row in own) for name in ("requested", "granted", "settled")},
        }
        for key, own in groups.items()
    ]
    found = [{**row, "amount": row["granted"] or 0, "said": _about(row["granted"])} for row in found]
    return sorted(found, key=lambda row: (row["granted"] is None, -row["amount"], str(row["sector"])))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; nothing where no amount is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _about(amount: Decimal | None) -> Text:
    return text("unknown") if amount is None else text("{amount}", amount=AboutMoney(amount))


def _what_to_do(reader: Reader) -> Note:
    holding = reader.holding
    lines = [NOTHING_PROMISED, FILL_IN if holding.partners else text("Import the partners first.")]
    if not holding.contacts:
        lines.append(text("No contact moments are known: import them to see with whom we are in touch."))
    if not holding.assessments:
        lines.append(text("No assessments are known: import them to see what both sides think of the relation."))
    return Note("what-to-do", text("What to do first"), tuple(lines))


def _unknown(reader: Reader, scope: Scope, total: int) -> Note | None:
    loose = {str(row["kind"]): int(row["dealings"]) for row in reader.page("register_loose", scope)}
    lines = [
        counted(
            "{n} dealing stands under a collective name, such as private persons; it belongs to no organisation.",
            "{n} dealings stand under a collective name, such as private persons; they belong to no organisation.",
            loose.get("collective", 0),
        ),
        counted(
            "{n} dealing names no organisation at all.",
            "{n} dealings name no organisation at all.",
            loose.get("nameless", 0),
        ),
        counted(
            "{n} dealing is of an organisation that is no partner here.",
            "{n} dealings are of organisations that are no partner here.",
            loose.get("unmatched", 0),
        ),
        counted(
            "The granted amount of {n} dealing is not known.",
            "The granted amount of {n} dealings is not known.",
            loose.get("not_granted", 0),
        ),
    ]
    return missing(lines, total)
