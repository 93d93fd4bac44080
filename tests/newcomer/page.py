"""How many commands a newcomer needs for each kind of file, as a page for readers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.newcomer.kinds import KINDS, Kind


def as_markdown() -> str:
    """The page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# From a file to the first answer"
    yield ""
    yield "This page is made from `tests/newcomer`, which types these commands and reads the answers."
    yield "Each kind of file needs four commands at most: suggest a profile, look (`--dry-run`), import, open a page."
    yield ""
    yield "| what you have | commands | what the page answers |"
    yield "|---|---|---|"
    yield from (f"| {kind.name} | {len([*kind.commands()])} | {kind.answer} |" for kind in KINDS)
    yield ""
    yield "A calendar (`.ics`) and address cards (`.vcf`) need no profile, and lists of the partners whom they name beside them."
    yield "A survey speaks of partners with a tier: a list with `name` and `tier` comes in after it, and takes the place of the look."
    yield ""
    yield "## The commands"
    for kind in KINDS:
        yield from _typed(kind)


def _typed(kind: Kind) -> Iterator[str]:
    yield ""
    yield f"### {kind.name[0].upper()}{kind.name[1:]}"
    yield ""
    yield "```"
    yield from (f"relinsight {command}" for command in kind.commands())
    yield "```"
