"""Names of dealings that say the same as the name of one partner, and match it by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relinsight.records.partners import Partner, PartnerAlias
from relinsight.sources.matching.likeness import likeness
from relinsight.sources.matching.nearest import sure
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work
from relinsight.warehouse.spellings import Meaning, Spellings, spellings
from relinsight.words.name import Name
from relinsight.words.text import counted


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
        work.remark(
            About.NAMES,
            counted(
                "{n} name was matched by itself: '{name}' is {partner} ({reason}).",
                "{n} names were matched by themselves, such as '{name}', which is {partner} ({reason}).",
                len(found),
                name=Name(name),
                partner=Name(spelling),
                reason=likeness(name, spelling).reason,
            ),
        )
