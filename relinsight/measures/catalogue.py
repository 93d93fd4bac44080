"""The page of documentation that lists every declared measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from relinsight.measures import MEASURES
from relinsight.measures.measure import Measure
from relinsight.words.text import Text

OPENING = """# Measures

Every number that relinsight shows is declared once, and this page is written from those declarations.
A measure *stands* on the as-of day, or *counts* during a period: the 365 days up to and with that day, unless another
period is chosen. An empty value is unknown: never zero, never the average. Below its floor a figure says `too_few`.
"""
Say = Callable[[Text], str]
WAYS = {"up": "more is better", "down": "less is better", "neither": "neither way is better"}


def as_markdown(say: Say) -> str:
    """All measures theme by theme, as `docs/measures.md` holds them in English."""
    return "\n".join([OPENING, *(_section(measure, say) for measure in MEASURES.values())])


def _section(measure: Measure, say: Say) -> str:
    lines = "\n".join(f"- {name}: {said}" for name, said in _details(measure, say))
    head = f"## {say(measure.label)}\n\n`{measure.name}` – {say(measure.question)}"
    return f"{head}\n\n{say(measure.definition)}\n\n{lines}\n"


def _details(measure: Measure, say: Say) -> Iterable[tuple[str, str]]:
    yield "unit", f"{say(measure.unit)}; {WAYS[measure.direction]}"
    yield "for", ", ".join(measure.by)
    yield "kind", "counts during a period" if measure.counts else "stands on a day"
    yield "computed over", ", ".join(dict.fromkeys(f"`{formula.over}`" for formula in measure.formulas))
    if measure.at_least:
        yield "floor", f"n of at least {measure.at_least}"
    if measure.source:
        yield "source", measure.source
    if measure.misleads:
        yield "misleads", say(measure.misleads)
