"""What would complete figures of partners: rows that somebody can fill in, and the figures that each of them leaves unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from relinsight.access.reader import Reader
from relinsight.insights.data.rows import HalfSaid
from relinsight.insights.naming import INSTRUMENTS, called
from relinsight.measures.figure import Figure
from relinsight.words.name import Name
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

MOST = 10
OURS, THEIRS, APART = "quality_us", "quality_partner", "agreement_gap"
OF_THE_UNCOVERED = "uncovered_rank"  # a partner that is covered has no rank, which is no gap
HowMany = Callable[[int], Text]


@dataclass(frozen=True)
class Mend:
    """One thing to fill in: in how many rows, how these are called, what they lack, and how many figures they would complete."""

    rows: int
    called: HowMany
    lacking: Text
    where: Text | Name
    figures: int

    @property
    def said(self) -> Text:
        """The rows with their number: '36 forms of ours'."""
        return self.called(self.rows)


@dataclass(frozen=True)
class Known:
    """Every figure of every partner that is asked for: which are known, and which are not."""

    figures: tuple[Figure, ...]

    @property
    def total(self) -> int:
        """How many figures there are."""
        return len(self.figures)

    @cached_property
    def unknown(self) -> tuple[Figure, ...]:
        """Those that are neither a number nor a state."""
        return tuple(figure for figure in self.figures if _is_unknown(figure))

    @cached_property
    def lacking(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The partners without a figure, by its measure and its instrument."""
        found = defaultdict[tuple[str, str], set[str]](set)
        for figure in self.unknown:
            found[_of(figure)].add(figure.subject)
        return {key: frozenset(partners) for key, partners in found.items()}

    def without(self, measure: str, instrument: str = "") -> frozenset[str]:
        """The partners without this figure."""
        return self.lacking.get((measure, instrument), frozenset())


def known(reader: Reader, scope: Scope) -> Known:
    """What is known of all partners."""
    return Known(tuple(f for f in reader.figures(scope, "partner") if f.measure != OF_THE_UNCOVERED or not _is_unknown(f)))


def _is_unknown(figure: Figure) -> bool:
    return figure.value is None and figure.state is None


def _of(figure: Figure) -> tuple[str, str]:
    measure, _, instrument = figure.measure.partition("@")
    return measure, instrument


def mends(reader: Reader, scope: Scope, found: Known) -> tuple[Mend, ...]:
    """What completes most figures, the most first."""
    every = (*_views(found), _contacts(reader.page(HalfSaid, "contacts_half_said", scope)), _ties(found), _first_contacts(found))
    return tuple(sorted((mend for mend in every if mend.rows), key=lambda mend: (-mend.figures, mend.rows)))[:MOST]


def _views(found: Known) -> Iterator[Mend]:
    """On each instrument one side's view where the other side gave its own, and both where neither did."""
    for instrument in sorted({instrument for _, instrument in map(_of, found.figures) if instrument}):
        where = called(INSTRUMENTS, instrument) or Name(instrument)
        no_ours, no_theirs = found.without(OURS, instrument), found.without(THEIRS, instrument)
        ours, theirs = no_ours - no_theirs, no_theirs - no_ours
        neither = no_ours & no_theirs
        both = _completed(found, OURS, instrument, neither) + _of_view(found, THEIRS, instrument, neither)
        yield Mend(len(ours), _forms_of_ours, OUR_VIEW, where, _completed(found, OURS, instrument, ours))
        yield Mend(len(theirs), _forms_of_theirs, THEIR_VIEW, where, _completed(found, THEIRS, instrument, theirs))
        yield Mend(2 * len(neither), _forms_of_both, text("any view"), where, both)


def _completed(found: Known, view: str, instrument: str, partners: frozenset[str]) -> int:
    """The figures that wait for one view of these partners: it, its dimensions, and how far the two views are apart."""
    return _of_view(found, view, instrument, partners) + _of_view(found, APART, instrument, partners)


def _of_view(found: Known, view: str, instrument: str, partners: frozenset[str]) -> int:
    """The unknown figures of these partners that say one thing, as a whole or of one dimension."""
    waiting = (figure for figure in found.unknown if figure.subject in partners)
    return sum(of == instrument and measure.split(".")[0] == view for measure, of in map(_of, waiting))


def _contacts(rows: Iterable[HalfSaid]) -> Mend:
    """A contact that does not say why it was or who began it: two shares of its partners rest on the others alone."""
    rows = tuple(rows)
    figures = len({row.partner for row in rows}) + len({row.partner for row in rows if row.lacks_initiative})
    return Mend(len({row.moment for row in rows}), _contacts_of_ours, text("initiative or occasion"), text("contacts"), figures)


def _ties(found: Known) -> Mend:
    partners = found.without("effective_ties")
    return Mend(len(partners), _contacts_of_ours, text("a contact by a colleague with a tie"), text("partners"), len(partners))


def _first_contacts(found: Known) -> Mend:
    partners = found.without("days_since_contact")
    return Mend(len(partners), _contacts_of_ours, text("a contact that took place"), text("partners"), len(partners))


OUR_VIEW = text("our own view, where they gave theirs")
THEIR_VIEW = text("their view, where we gave ours")


def _forms_of_ours(n: int) -> Text:
    return counted("{n} form of ours", "{n} forms of ours", n)


def _forms_of_theirs(n: int) -> Text:
    return counted("{n} form of theirs", "{n} forms of theirs", n)


def _forms_of_both(n: int) -> Text:
    return counted("{n} form of both", "{n} forms of both", n)


def _contacts_of_ours(n: int) -> Text:
    return counted("{n} contact", "{n} contacts", n)
