"""What to do first with a register, and what is not known of it."""

from __future__ import annotations

from typing import NamedTuple

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Note
from relinsight.insights.nothing import missing
from relinsight.words.scope import Scope
from relinsight.words.text import counted, text

NOTHING_PROMISED = text("No partner has a tier, so nothing was promised yet and silence cannot be judged.")
FILL_IN = text(
    "Take the list below along, fill in the column 'tier' with A, B or C, and import it: then this page can say who is uncovered."
)


class LooseDealings(NamedTuple):
    """A kind of dealing that leaves something open: a collective name, no name, no partner, no amount."""

    kind: str
    dealings: int


def what_to_do(reader: Reader) -> Note:
    """The first steps from a register to relations."""
    holding = reader.holding
    lines = [NOTHING_PROMISED, FILL_IN if holding.partners else text("Import the partners first.")]
    if not holding.contacts:
        lines.append(text("No contact moments are known: import them to see with whom we are in touch."))
    if not holding.assessments:
        lines.append(text("No assessments are known: import them to see what both sides think of the relation."))
    return Note("what-to-do", text("What to do first"), tuple(lines))


def unknown(reader: Reader, scope: Scope, total: int) -> Note | None:
    """The dealings that belong to no partner, or have no amount."""
    loose = {row.kind: row.dealings for row in reader.page(LooseDealings, "loose_dealings", scope)}
    lines = [
        counted(
            "{n} dealing stands under a collective name, such as private persons; it belongs to no organisation.",
            "{n} dealings stand under a collective name, such as private persons; they belong to no organisation.",
            loose["collective"],
        ),
        counted(
            "{n} dealing names no organisation at all.",
            "{n} dealings name no organisation at all.",
            loose["nameless"],
        ),
        counted(
            "{n} dealing is of an organisation that is no partner here.",
            "{n} dealings are of organisations that are no partner here.",
            loose["unmatched"],
        ),
        counted(
            "The granted amount of {n} dealing is not known.",
            "The granted amount of {n} dealings is not known.",
            loose["not_granted"],
        ),
    ]
    return missing(lines, total)
