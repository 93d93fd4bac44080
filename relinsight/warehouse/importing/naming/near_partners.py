"""New partners whose names are nearly those of others, that were there or are new too: one spelling more is one that nobody speaks to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from relinsight.records.partners import Partner
from relinsight.sources.matching.likeness import ASKED
from relinsight.sources.matching.nearest import nearest, sure
from relinsight.sources.matching.vocabulary import FORMS
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import remaining
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.report import NearPartner
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.warehouse.spellings import Spellings, spellings
from relinsight.words.name import Name
from relinsight.words.quantities import Names, first_of
from relinsight.words.text import counted

SHOWN, KEPT, MANY = 5, 50, 2_000
NO_SIGN = "[''’.]"  # signs that part no words
NEW = f"SELECT id, name, {folded('name')} AS word FROM {arriving(Partner)} WHERE id NOT IN (SELECT id FROM partner)"


def warn_of_near_partners(work: Work) -> None:
    """Name the new partners that look like one that was there, or like another new one.

    Of very many new ones only those are named that say the same; `matches` shows the others too, and takes its time.
    """
    if Partner not in work.fed:
        return
    new = {str(name): str(word) for name, word in work.run(f"SELECT DISTINCT name, word FROM ({NEW}) AS new")}
    there = list(_near(new, _stay(work), is_new=False)) if new else []
    told = {pair.name for pair in there}
    likely = _likely(work, new)
    among = [pair for pair in _pairs(_near(likely, _arrive(work), is_new=True)) if pair.name not in told] if likely else []
    work.near += [*there[:KEPT], *among[:KEPT]]
    _remark_on_there(work, there)
    _remark_on_new(work, among)


def _near(new: Mapping[str, str], known: Spellings, *, is_new: bool) -> Iterator[NearPartner]:
    """Each of these names beside the one that is most like it and is another name."""
    if not new or not known.known:
        return
    near = nearest(new, known.known, ASKED) if len(new) <= MANY else sure(new, known.known)
    for name in sorted(near):
        others = (one for one in known.meanings(new[name], near[name]) if one.partner_id and known.folded[one.spelling] != new[name])
        if meant := next(others, None):
            yield NearPartner(Name(name), Name(meant.spelling), is_new, meant.likeness.score, meant.likeness.reason)


def _pairs(near: Iterator[NearPartner]) -> Iterator[NearPartner]:
    """Two new partners that look like each other are told once."""
    told = set[frozenset[str]]()
    for each in near:
        if (pair := frozenset((each.name, each.near))) not in told:
            told.add(pair)
            yield each


def _stay(work: Work) -> Spellings:
    """The spellings of the partners that were there and stay."""
    stay = f"SELECT id, name FROM ({remaining(work, Partner, ('id', 'name'))}) AS p WHERE id IN (SELECT id FROM partner)"
    aliases = f"SELECT * FROM partner_alias WHERE partner_id IN (SELECT id FROM ({stay}) AS s)"
    return spellings(work.cursor, partners=f"({stay})", aliases=f"({aliases})")


def _arrive(work: Work) -> Spellings:
    """The spellings of the partners that are new."""
    return spellings(work.cursor, partners=f"({NEW})", aliases="(SELECT * FROM partner_alias WHERE false)")


def _likely(work: Work, new: Mapping[str, str]) -> Mapping[str, str]:
    """Of very many new names those that share their words with another one, whatever the order and the legal form."""
    if len(new) <= MANY:
        return new
    forms = ", ".join(sorted(quoted(form[0]) for form in FORMS if len(form) == 1))
    words = f"regexp_extract_all(regexp_replace(strip_accents(lower(name)), '{NO_SIGN}', '', 'g'), '[\\pL\\pN]+')"
    key = f"array_to_string(list_sort(list_filter({words}, lambda each: each NOT IN ({forms}))), ' ')"
    keyed = work.found("keyed", f"SELECT name, {key} AS key FROM ({NEW}) AS new")
    shared = f"SELECT key FROM {keyed} GROUP BY key HAVING count(DISTINCT name) > 1"
    found = work.run(f"SELECT DISTINCT name, {folded('name')} FROM {keyed} WHERE key IN ({shared})")
    return {str(name): str(word) for name, word in found}


def _remark_on_there(work: Work, alike: Sequence[NearPartner]) -> None:
    if alike:
        work.remark(
            About.NAMES,
            counted(
                "{n} new partner looks like one that is there: {pairs}; the page Data and `relinsight matches` ask whether it is the same.",
                "{n} new partners look like ones that are there: {pairs}; "
                "the page Data and `relinsight matches` ask whether they are the same.",
                len(alike),
                pairs=_said(alike),
            ),
        )


def _remark_on_new(work: Work, alike: Sequence[NearPartner]) -> None:
    if alike:
        work.remark(
            About.NAMES,
            counted(
                "{n} new partner looks like another new one: {pairs}; "
                "the page Data and `relinsight matches` ask whether they are the same.",
                "{n} new partners look like other new ones: {pairs}; the page Data and `relinsight matches` ask whether they are the same.",
                len(alike),
                pairs=_said(alike),
            ),
        )


def _said(alike: Sequence[NearPartner]) -> Names:
    return first_of([pair.said for pair in alike], SHOWN)
