"""The columns of rows behind figures: how each is called, and how what is stored is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from relinsight.access.rights import ANOTHER
from relinsight.insights import naming
from relinsight.insights.behind.names import Names
from relinsight.insights.columns import Cell, ColumnKind, TableColumn
from relinsight.insights.naming import called
from relinsight.measures.rows import BESIDE
from relinsight.records.headings import HEADINGS
from relinsight.words.name import Name
from relinsight.words.text import Text, text

RowBehind = Mapping[str, Any]
CALLED = "called"  # the column of the partner's name
KEYS = frozenset({"moment", "dealing", "form", "goal", "question", "employee", "spelling", "side"})  # by which rows are told
OWN: Mapping[str, Text] = {
    "answer_by": HEADINGS["due_on"],
    "at_stake": text("At stake"),
    "broken_since": text("Broken since"),
    "chain_break": text("The chain breaks at"),
    "cluster": HEADINGS["cluster_id"],
    "colleagues": text("Colleagues tied"),
    "contacts": text("Contacts"),
    "days_since": text("Days ago"),
    "days_since_contact": text("Days silent"),
    "dealings": text("Dealings"),
    "employee_cluster": text("Cluster of the colleague"),
    "employee_name": HEADINGS["employee_id"],
    "first_day": text("First day"),
    "gap": text("Difference"),
    "instrument": HEADINGS["instrument_id"],
    "is_kept": text("Kept"),
    "is_late": text("Late"),
    "is_promised": text("Promised"),
    "last_contact_day": text("Last contact"),
    "last_day": text("Last day"),
    "met": text("Met there"),
    "met_by": text("By whom"),
    "newest": text("Newest"),
    "our_answer": text("We"),
    "owner": text("Account manager"),
    "part": HEADINGS["dimension"],
    "partner": HEADINGS["partner_id"],
    "partners": text("Partners"),
    "promise": text("Promise"),
    "respondent": text("Who answered"),
    "respondents": text("Answers"),
    "sector": HEADINGS["sector_id"],
    "silence": text("State"),
    "strength": text("Strength"),
    "their_answer": text("They"),
    "them": text("They say"),
    "tied_employees": text("Colleagues tied"),
    "tier_of": text("Tier comes from"),
    "uncovered_rank": text("Place among those not covered"),
    "us": text("We say"),
}
KINDS: Mapping[str, ColumnKind] = {
    **dict.fromkeys(("title", "subject"), "sentence"),
    **dict.fromkeys(("tier",), "short"),
    **dict.fromkeys(("sector",), "sector"),
    **dict.fromkeys(("requested", "granted"), "money"),
    **dict.fromkeys(("score", "us", "them", "gap"), "score"),
    **dict.fromkeys(("strength",), "ratio"),
    **dict.fromkeys(("is_promised", "is_kept", "is_late"), "tick"),
    **dict.fromkeys(
        ("asked_on", "answer_by", "broken_since", "day", "due_on", "first_day", "last_contact_day", "last_day", "newest"), "day"
    ),
    **dict.fromkeys(
        (
            "at_stake", "colleagues", "contacts", "days_since", "days_since_contact", "dealings", "respondents", "rhythm_days",
            "stated_strength", "tied_employees", "uncovered_rank",
        ),
        "number",
    ),
}  # fmt: skip
WORDS: Mapping[str, Mapping[str, Text]] = {
    "chain_break": naming.LINKS | {"none": text("nowhere")},
    "horizon": naming.HORIZONS,
    "initiative": naming.INITIATIVES,
    "kind": naming.CONTACT_KINDS | naming.QUESTION_KINDS | naming.ORGANISATION_KINDS,
    "occasion": naming.OCCASIONS,
    "our_answer": naming.ANSWERS,
    "promise": naming.PROMISES,
    "role": naming.ROLES,
    "silence": naming.STATES,
    "status": naming.GOAL_STATES,
    "their_answer": naming.ANSWERS,
}
SAID: Mapping[str, Callable[[RowBehind, Names], Cell]] = {
    "cluster": lambda row, names: names.of("cluster", row["cluster"]),
    "employee_cluster": lambda row, names: names.of("cluster", row["employee_cluster"]),
    "employee_name": lambda row, names: names.of("employee", row["employee"]),
    "instrument": lambda row, names: names.instrument(row["instrument"]),
    "owner": lambda row, names: names.of("employee", row["owner"]),
    "partners": lambda row, _: _together(row["partners"].split(BESIDE)),
    "part": lambda row, _: text("the whole") if row["part"] is None else called(naming.DIMENSIONS | naming.FAMILIES, row["part"]),
    "respondent": lambda row, names: names.of("employee" if row["side"] == "us" else "contact_person", row["respondent"]),
    "sector": lambda row, names: names.sector(row["sector"]),
    "tier_of": lambda row, names: names.of("partner", row["tier_of"]),
}


def _together(partners: list[str]) -> Text | Name:
    """The partners of a moment; those that are not seen as one more."""
    seen = Name(BESIDE.join(name for name in partners if name != ANOTHER))
    return text("{partners}; another partner", partners=seen) if ANOTHER in partners else seen


def columns(fields: tuple[str, ...]) -> tuple[TableColumn, ...]:
    """The columns that people see of rows with these fields: the partner by its name, and no ids of what has no name."""
    hidden = KEYS | ({"partner"} if "name" in fields else set())
    return tuple(_column(field, fields) for field in fields if field not in hidden)


def _column(field: str, fields: tuple[str, ...]) -> TableColumn:
    if field in ("partner", "name"):
        return TableColumn(CALLED, OWN["partner"], "partner") if "partner" in fields else TableColumn(CALLED, HEADINGS["organisation"])
    return TableColumn(field, OWN.get(field) or HEADINGS[field], KINDS.get(field, "words"))


def cell(field: str, row: RowBehind, names: Names) -> Cell:
    """What a row says in one column."""
    value = row[field]
    if field in SAID:
        return SAID[field](row, names)
    if field in WORDS:
        return called(WORDS[field], value)
    return Name(value) if isinstance(value, str) else value


def partner_called(row: RowBehind, names: Names) -> Name | None:
    """How the partner, or the organisation that is none, of a row is called."""
    partner = row.get("partner")
    return names.of("partner", partner) if partner is not None else Name(row["name"]) if row.get("name") is not None else None
