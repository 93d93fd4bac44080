"""The page for readers with every damaged variant and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.damaged.catalogue import CHAPTERS
from tests.damaged.variant import Variant

WIDEST = 160
OPENING = """# Damaged files

What becomes of a file that is damaged, or written in a way of its own: it is accepted, partly accepted, or refused in
one sentence. This page is made from the list that `tests/damaged` tries, one by one, on a city that holds a row of every
record. Of each it is held that the rows read are those accepted and those rejected, that `check` finds nothing
afterwards, and that the database is unchanged where the file was refused.

A period of a tier that overlaps another is kept as it is: on a day that both cover, the one that began last holds.
"""


def as_markdown() -> str:
    """The page as it lies in docs/."""
    return "\n".join([OPENING, _counts(), *(line for chapter in CHAPTERS for line in _chapter(chapter))]) + "\n"


def _counts() -> str:
    counts = Counter(variant.outcome for chapter in CHAPTERS.values() for variant in chapter)
    told = ", ".join(f"{n} {outcome}" for outcome, n in sorted(counts.items()))
    return f"{counts.total()} variants: {told}."


def _chapter(name: str) -> Iterator[str]:
    yield from ("", f"## {name}", "", "| what | outcome | what is said |", "|---|---|---|")
    yield from (f"| {_cell(each.name)} | {each.outcome} | {_cell(_said(each))} |" for each in CHAPTERS[name])


def _said(variant: Variant) -> str:
    if variant.refused is not None:
        return variant.refused
    rows: Sequence[str] = [f"row {row}: {reason}" for row, reason in sorted(variant.rejected.items())]
    read = f"1 row read{'' if rows else ', and kept'}" if variant.read == 1 else f"{variant.read} rows read{'' if rows else ', and kept'}"
    told = [f"told: {variant.said}"] if variant.said else []
    return "; ".join([read, *told, *(_short(row) for row in rows)])


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"


def _cell(text: str) -> str:
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return seen.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")
