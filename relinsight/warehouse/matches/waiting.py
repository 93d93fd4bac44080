"""What waits for a person: names of dealings and contact moments without a partner, and partners that look like another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from relinsight.records.partners import Partner
from relinsight.sources.matching.likeness import ASKED, Likeness
from relinsight.sources.matching.nearest import nearest
from relinsight.warehouse.connection import Snapshot, Warehouse
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.made_ids import is_made
from relinsight.warehouse.matches.match import Match, Origin, State, id_of_name, id_of_pair
from relinsight.warehouse.matches.moments import OPEN_MOMENTS
from relinsight.warehouse.matches.texts import named_in_subjects
from relinsight.warehouse.spellings import COLLECTIVE, Meaning, Spellings, spellings
from relinsight.words.name import Name

MOST = 5  # partners that are shown for one name

WAITING = f"""
    SELECT word, arg_min(spelling, (-times, spelling)), sum(dealings)::INTEGER, sum(times - dealings)::INTEGER,
        min(first_day), max(last_day)
    FROM (
        SELECT {folded("organisation")} AS word, organisation AS spelling, count(*) AS times, count(*) AS dealings,
            min(coalesce(opened_on, decided_on, closed_on, make_date(year, 1, 1))) AS first_day,
            max(coalesce(closed_on, decided_on, opened_on, make_date(year, 12, 31))) AS last_day
        FROM dealing WHERE partner_id IS NULL AND organisation IS NOT NULL GROUP BY ALL
        UNION ALL
        SELECT word, name, count(*), 0, min(day), max(day) FROM ({OPEN_MOMENTS}) AS m GROUP BY ALL
    ) AS spelled WHERE word <> '' GROUP BY word ORDER BY sum(times) DESC, word
"""
# A partner with an id of its own comes again in its register; beside one whose id was made from its name it is the one to keep.
PARTNERS = f"""
    SELECT p.id, p.name, {folded("p.name")} AS word, NOT {is_made(Partner, "p.id")} AS has_own_id,
        (SELECT count(*) FROM dealing AS d WHERE d.partner_id = p.id)::INTEGER AS dealings,
        coalesce(c.contacts, 0)::INTEGER AS contacts, c.first_day, c.last_day
    FROM partner AS p LEFT JOIN (
        SELECT l.partner_id, count(*) AS contacts, min(m.day) AS first_day, max(m.day) AS last_day
        FROM contact_moment_partner AS l JOIN contact_moment AS m ON m.id = l.contact_moment_id GROUP BY ALL
    ) AS c ON c.partner_id = p.id ORDER BY p.id
"""
# Two partners that people know to be two: set apart, one part of the other, or one something to the other.
KNOWN_TO_BE_TWO = """
    SELECT partner_id, other_partner_id FROM set_apart WHERE other_partner_id IS NOT NULL
    UNION SELECT id, parent_id FROM partner WHERE parent_id IS NOT NULL
    UNION SELECT from_partner_id, to_partner_id FROM partner_relation
"""


@dataclass(frozen=True)
class WaitingName:
    """A name of dealings and contact moments without a partner: its folded name, its commonest spelling, and where it comes from."""

    word: str
    spelling: str
    origin: Origin

    @property
    def id(self) -> str:
        """The id under which it waits."""
        return id_of_name(self.word)


@dataclass(frozen=True)
class Bearer:
    """A partner, its name, and what hangs on it."""

    id: str
    name: str
    word: str
    has_own_id: bool
    origin: Origin

    @property
    def weight(self) -> tuple[bool, int, int]:
        """By what the one to keep of two partners is chosen."""
        return self.has_own_id, self.origin.contacts, self.origin.dealings


def matches(warehouse: Warehouse) -> list[Match]:
    """Everything that waits, and the collective names: what is asked first, then what most dealings bear."""
    return warehouse.latest(matches_in)


def matches_in(data: Snapshot) -> list[Match]:
    """What waits in one state of the data."""
    with data.warehouse.reading(data.mark) as cursor:
        in_text = (one.match for one in named_in_subjects(cursor))
        found = [*of_names(cursor, waiting_names(cursor)), *in_text, *of_partners(bearers(cursor), known_to_be_two(cursor))]
    order = list(State)
    return sorted(found, key=lambda one: (order.index(one.state), -one.origin.dealings - one.origin.contacts, one.name, one.id))


def waiting_names(cursor: duckdb.DuckDBPyConnection) -> list[WaitingName]:
    """The organisations of dealings, and the names of contact moments, without a partner."""
    rows = cursor.execute(WAITING).fetchall()
    return [WaitingName(word, spelling, Origin(*origin)) for word, spelling, *origin in rows]


def of_names(cursor: duckdb.DuckDBPyConnection, names: Sequence[WaitingName]) -> Iterator[Match]:
    """What each of some names may mean."""
    known = spellings(cursor)
    collective = {known.folded[spelling] for spelling, ids in known.meant.items() if COLLECTIVE in ids}
    open_ones = [name for name in names if name.word not in collective]
    near = nearest((name.spelling for name in open_ones), known.known) if open_ones else {}
    called = dict[str, str](cursor.execute("SELECT id, name FROM partner").fetchall())
    for name in names:
        if name.word in collective:
            yield Match(name.id, Name(name.spelling), State.COLLECTIVE, name.origin)
        else:
            yield from _of_name(name, _best(known, name, known.meanings(name.word, near[name.spelling])), called)


def _best(known: Spellings, name: WaitingName, meanings: Sequence[Meaning]) -> Sequence[Meaning]:
    """The meanings that are shown: all of those that bear the very name, else those that say the same, else the closest ones."""
    closest = max((one.likeness.score for one in meanings), default=0)
    sure = [one for one in meanings if one.likeness.is_sure]
    same = [one for one in sure if known.folded[one.spelling] == name.word]
    return same or (sure or [one for one in meanings if one.likeness.score == closest])[:MOST]


def _of_name(name: WaitingName, meanings: Sequence[Meaning], called: Mapping[str, str]) -> Iterator[Match]:
    if not meanings:
        yield Match(name.id, Name(name.spelling), State.UNKNOWN, name.origin)
    state = State.ASKED if len(meanings) == 1 else State.SEVERAL
    for one in meanings:
        partner = called[one.partner_id] if one.partner_id else one.spelling
        yield Match(
            name.id, Name(name.spelling), state, name.origin, one.partner_id, Name(partner), one.likeness.score, one.likeness.reason
        )


def bearers(cursor: duckdb.DuckDBPyConnection) -> list[Bearer]:
    """Every partner with what hangs on it."""
    rows = cursor.execute(PARTNERS).fetchall()
    return [Bearer(partner, name, word, has_own_id, Origin(*origin)) for partner, name, word, has_own_id, *origin in rows]


def known_to_be_two(cursor: duckdb.DuckDBPyConnection) -> frozenset[frozenset[str]]:
    """The pairs of partners that are not asked about."""
    return frozenset(map(frozenset[str], cursor.execute(KNOWN_TO_BE_TWO).fetchall()))


def of_partners(partners: Collection[Bearer], two: frozenset[frozenset[str]]) -> Iterator[Match]:
    """Each partner beside the one that is most like it, where they may be one."""
    pairs: dict[frozenset[str], Match] = {}
    for one, closest in _closest(partners, two):
        for other, likeness in closest:
            pairs.setdefault(frozenset((one.id, other.id)), pair(one, other, likeness))
    yield from pairs.values()


def pair(one: Bearer, other: Bearer, likeness: Likeness) -> Match:
    """Two partners that may be one: the one to keep, and the name of the other."""
    goes, keep = sorted((one, other), key=lambda each: (each.weight, each.id))
    return Match(
        id_of_pair(one.id, other.id),
        Name(goes.name),
        State.ASKED,
        goes.origin,
        keep.id,
        Name(keep.name),
        likeness.score,
        likeness.reason,
        goes.id,
    )


def _closest(partners: Collection[Bearer], two: frozenset[frozenset[str]]) -> Iterator[tuple[Bearer, list[tuple[Bearer, Likeness]]]]:
    """Of each partner the other one whose name is most like its own."""
    by_name = defaultdict[str, list[Bearer]](list)
    for each in partners:
        by_name[each.name].append(each)
    near = nearest(by_name, by_name, ASKED)
    for name, bearing in by_name.items():
        candidates = [(other, one.likeness) for one in near[name] for other in by_name[one.known]]
        for each in bearing:
            others = (found for found in candidates if found[0] is not each and frozenset((each.id, found[0].id)) not in two)
            yield each, list(others)[:1]
