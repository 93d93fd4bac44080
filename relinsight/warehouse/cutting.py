"""What a viewer sees of tables and facts: each is cut where a query reads it, by the partners that its rows speak of.

Facts are computed and kept over all rows, once for everybody, so a figure of a partner is the same for every viewer who
sees that partner. A total counts the rows that are seen. A contact moment is seen when one of its partners is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from relinsight.warehouse.headers import header_line
from relinsight.warehouse.queries import SINCE, facts

ANOTHER = "another partner"  # what a partner that is not seen is called beside one that is
SEEN = "seen_partner"
WORDS = ("subject", "note", "impression")  # of a contact moment; its day, kind and people are always seen


@dataclass(frozen=True)
class Sight:
    """What a viewer sees: the partners of some clusters by their owner on the day, or all; and the words of contacts, or not."""

    clusters: tuple[str, ...] | None = None
    reads_words: bool = True

    @property
    def is_uncut(self) -> bool:
        """Whether nothing is cut."""
        return self.clusters is None and self.reads_words


UNCUT = Sight()


@dataclass(frozen=True)
class Reach:
    """What a viewer may change by hand: what concerns partners who are seen, and what is the owner's alone or not.

    The settings of the whole city are, and by which id a register knows a partner.
    """

    sight: Sight = UNCUT
    settings: bool = True

    @property
    def is_everywhere(self) -> bool:
        """Whether every partner is seen."""
        return self.sight.clusters is None


EVERYWHERE = Reach()


@dataclass(frozen=True)
class OfPartners:
    """A row is seen where all partners that it names are; where it names `nobody` it may speak of the city itself.

    `hidden` names columns that bear another partner, of which nothing is said where that one is not seen.
    """

    columns: tuple[str, ...]
    nobody: bool = False
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Through:
    """A row is seen where a row of another table with this key is."""

    column: str
    table: str
    key: str


@dataclass(frozen=True)
class ShownBeside:
    """A row shows a partner of a moment by name: seen where that partner is, and others of the moment are 'another partner'."""

    moment: str = "moment"


@dataclass(frozen=True)
class Everybody:
    """A row speaks of no partner."""


Keys = OfPartners | Through | ShownBeside | Everybody

ITS_PARTNER = OfPartners(("partner_id",))
PARTNER_OR_US = OfPartners(("partner_id",), nobody=True)
TABLES: Mapping[str, Keys] = {
    "partner": OfPartners(("id",)),
    "partner_tier": ITS_PARTNER,
    "partner_sector": ITS_PARTNER,
    "partner_relation": OfPartners(("from_partner_id", "to_partner_id")),
    "partner_alias": ITS_PARTNER,
    "set_apart": OfPartners(("partner_id", "other_partner_id"), nobody=True),
    "former_partner": ITS_PARTNER,
    "contact_person": Through("id", "contact_person_function", "contact_person_id"),
    "contact_person_function": ITS_PARTNER,
    "tie": ITS_PARTNER,
    "contact_moment": Through("id", "contact_moment_partner", "contact_moment_id"),
    "contact_moment_partner": ITS_PARTNER,
    "contact_moment_person": Through("contact_moment_id", "contact_moment_partner", "contact_moment_id"),
    "contact_moment_employee": Through("contact_moment_id", "contact_moment_partner", "contact_moment_id"),
    "attendance": PARTNER_OR_US,
    "assessment": ITS_PARTNER,
    "assessment_score": Through("assessment_id", "assessment", "id"),
    "dealing": ITS_PARTNER,
    "goal": Through("id", "goal_partner", "goal_id"),
    "goal_partner": ITS_PARTNER,
    "goal_update": Through("goal_id", "goal_partner", "goal_id"),
    "endorsement": PARTNER_OR_US,
    "question": PARTNER_OR_US,
    "referral": Through("question_id", "question", "id"),
    "interest": PARTNER_OR_US,
    "interest_theme": Through("interest_id", "interest", "id"),
    "action": PARTNER_OR_US,
    **dict.fromkeys(
        (
            "cluster", "sector", "instrument", "instrument_item", "tier_policy", "role_conflict", "contact_weight", "topic",
            "review", "employee", "cluster_membership", "event", "setting", "import_run", "mending",
        ),
        Everybody(),
    ),
}  # fmt: skip
FACTS: Mapping[str, Keys] = {
    "partner": OfPartners(("partner",)),
    "partner, tier_of": OfPartners(("partner",), hidden=("tier_of",)),
    "goal": Through("goal", "goal_partner", "goal_id"),
    "partner, moment": ShownBeside(),
    "none": Everybody(),
}


@cache
def keys_of(name: str) -> Keys:
    """By what a table or fact is cut; a fact declares it in the line `-- Keys: ...` of its text."""
    if name in TABLES:
        return TABLES[name]
    declared = header_line(name if name in facts() else name.removesuffix(SINCE), "Keys")
    if declared is None or declared not in FACTS:
        raise ValueError(f"The fact {name} does not say by what it is cut: a line '-- Keys: ...' with one of {', '.join(FACTS)}.")
    return FACTS[declared]


def cut(name: str, source: str, sight: Sight, seen: str) -> str:
    """What a query reads in the place of a table or fact; `seen` is the table of the partners that are seen."""
    keys = keys_of(name) if sight.clusters is not None else Everybody()
    columns, condition = _columns(name, keys, sight, seen), _condition(keys, seen)
    if columns == "*" and condition == "TRUE":
        return source
    return f"(SELECT {columns} FROM {source} WHERE {condition}{_others(keys, source, seen)})"


def concerns(table: str, seen: str) -> str | None:
    """The condition that a row of a table concerns a partner who is seen; nothing where its rows concern the whole city."""
    keys = TABLES[table]
    return None if isinstance(keys, Everybody) else _condition(keys, seen, by_name=True)


def _columns(name: str, keys: Keys, sight: Sight, seen: str) -> str:
    """Every column, but for words that are not read and other partners that are not seen."""
    cut = [f"NULL::VARCHAR AS {word}" for word in WORDS] if name == "contact_moment" and not sight.reads_words else []
    if isinstance(keys, OfPartners):
        cut += [f"CASE WHEN {_among(column, seen)} THEN {column} END AS {column}" for column in keys.hidden]
    return f"* REPLACE ({', '.join(cut)})" if cut else "*"


def _condition(keys: Keys, seen: str, *, by_name: bool = False) -> str:
    """The condition that a row is seen; `by_name` it has to name a partner, and may not speak of the city itself."""
    match keys:
        case OfPartners(columns, nobody, _):
            return " AND ".join(_among(column, seen, nobody=nobody and not by_name) for column in columns)
        case Through(column, table, key):
            below = _condition(TABLES[table], seen, by_name=by_name)
            return f"{column} IN (SELECT {key} FROM {table} WHERE {below})"
        case ShownBeside():
            return _among("partner", seen)
        case Everybody():
            return "TRUE"


def _among(column: str, seen: str, *, nobody: bool = False) -> str:
    found = f"{column} IN (SELECT partner FROM {seen})"
    return f"({found} OR {column} IS NULL)" if nobody else found


def _others(keys: Keys, source: str, seen: str) -> str:
    """Beside a partner that is seen, the others of the same moment that are not: without their name."""
    if not isinstance(keys, ShownBeside):
        return ""
    unseen = f"SELECT contact_moment_id FROM contact_moment_partner WHERE NOT ({_among('partner_id', seen)})"
    return (
        f" UNION ALL SELECT * REPLACE ('{ANOTHER}' AS name) FROM {source} WHERE {_among('partner', seen)} AND {keys.moment} IN ({unseen})"
    )
