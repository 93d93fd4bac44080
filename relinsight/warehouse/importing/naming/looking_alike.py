"""Names that are nearly those of partners: the ones that say the same match by themselves, the others are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relinsight.records.partners import Partner, PartnerAlias
from relinsight.sources.matching.likeness import ASKED, likeness
from relinsight.sources.matching.nearest import nearest, sure
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there, remaining
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.warehouse.spellings import Meaning, Spellings, spellings
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

SHOWN, MANY = 5, 2_000


def matched_alone(work: Work, wanted: str) -> str:
    """The table of the organisations of a query that say the same as a spelling of one partner alone, where none is spelled exactly so."""
    rows = work.run(f"SELECT DISTINCT organisation, {folded('organisation')} FROM ({wanted}) AS w WHERE organisation IS NOT NULL")
    found = _sure(_known(work), {str(name): str(word) for name, word in rows}) if rows else []
    columns = {
        "organisation": [name for name, _ in found],
        "id": [meant.partner_id for _, meant in found],
        "spelling": [meant.spelling for _, meant in found],
    }
    cells = ", ".join(f"{name}::VARCHAR AS {name}" for name in columns)  # of nothing the engine cannot tell the kind
    return work.found("alone", f"SELECT {cells} FROM {work.handed_over('named', columns)}")


def _known(work: Work) -> Spellings:
    """Every spelling that will be there."""
    partners, aliases = arriving_or_there(work, Partner, "id, name"), arriving_or_there(work, PartnerAlias, "partner_id, alias")
    return spellings(work.cursor, partners=f"({partners})", aliases=f"({aliases})")


def _sure(known: Spellings, words: Mapping[str, str]) -> list[tuple[str, Meaning]]:
    """The names that mean one partner alone, each with it."""
    exact = set(known.folded.values())
    near = sure((name for name, word in words.items() if word not in exact), known.known)
    return [(name, meant) for name in sorted(near) if (meant := _the_one(known.meanings(words[name], near[name])))]


def _the_one(meanings: Sequence[Meaning]) -> Meaning | None:
    """What a name means, where it is one partner; a name that may be one of several means none."""
    return meanings[0] if len(meanings) == 1 and meanings[0].partner_id is not None else None


def tell_matched_alone(work: Work, found: Sequence[tuple[str, str]]) -> None:
    """Say how many names were matched by themselves, and one of them with the spelling of its partner."""
    if found:
        name, spelling = found[0]
        work.warnings.append(
            counted(
                "{n} name was matched by itself: '{name}' is {partner} ({reason}).",
                "{n} names were matched by themselves, such as '{name}', which is {partner} ({reason}).",
                len(found),
                name=Name(name),
                partner=Name(spelling),
                reason=likeness(name, spelling).reason,
            )
        )


def warn_of_near_partners(work: Work) -> None:
    """Name the new partners that look like one that was there: one spelling more would make a partner that nobody speaks to.

    Of very many new ones only those are named that say the same; `matches` shows the others too, and takes its time.
    """
    if Partner not in work.fed:
        return
    new = _new_partners(work)
    known = _stay(work) if new else None
    if known is not None and known.known:
        near = nearest(new, known.known, ASKED) if len(new) <= MANY else sure(new, known.known)
        alike = [(name, found[0]) for name in sorted(near) if (found := known.meanings(new[name], near[name]))]
        _warn(work, [(name, meant) for name, meant in alike if meant.partner_id and known.folded[meant.spelling] != new[name]])


def _new_partners(work: Work) -> Mapping[str, str]:
    """The names of the partners that are not there yet, each with the name folded."""
    rows = work.run(f"SELECT DISTINCT name, {folded('name')} FROM {arriving(Partner)} WHERE id NOT IN (SELECT id FROM partner)")
    return {str(name): str(word) for name, word in rows}


def _stay(work: Work) -> Spellings:
    """The spellings of the partners that were there and stay."""
    stay = f"SELECT id, name FROM ({remaining(work, Partner, ('id', 'name'))}) AS p WHERE id IN (SELECT id FROM partner)"
    aliases = f"SELECT * FROM partner_alias WHERE partner_id IN (SELECT id FROM ({stay}) AS s)"
    return spellings(work.cursor, partners=f"({stay})", aliases=f"({aliases})")


def _warn(work: Work, alike: Sequence[tuple[str, Meaning]]) -> None:
    if alike:
        said = [_said(name, meant) for name, meant in alike[:SHOWN]]
        work.warnings.append(
            counted(
                "{n} new partner looks like one that is there: {pairs}; `relinsight matches` asks whether it is the same.",
                "{n} new partners look like ones that are there: {pairs}; `relinsight matches` asks whether they are the same.",
                len(alike),
                pairs=Names((*said, *([Name("…")] if len(alike) > SHOWN else []))),
            )
        )


def _said(name: str, meant: Meaning) -> Text:
    return text("'{name}' like '{partner}' ({reason})", name=Name(name), partner=Name(meant.spelling), reason=meant.likeness.reason)
