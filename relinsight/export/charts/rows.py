"""Pictures in rows: their height, their names, and the words beside each row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from relinsight.export.charts.ground import DARK, Layout, above, named_axis, words


def high(rows: int, each: int, around: int, fewest: int = 0) -> int:
    """The pixels of a picture of so many rows, each so high, with what stands around them; never lower than that of a few."""
    return around + each * max(rows, fewest)


def rows_axis(names: list[str], below: float = 0.4, **more: Any) -> Layout:
    """A vertical axis with one row a name, the first on top."""
    return named_axis(range=[len(names) - below, -0.6], tickvals=list(range(len(names))), ticktext=names) | more


def word_column(x: float, said: Mapping[int, str], head: str | None = None, *, right: bool = False, **more: Any) -> list[Layout]:
    """A column of words beside the rows, at a share of the width, with its head above it; aligned right where asked."""
    place = {"xref": "paper", "xanchor": "right" if right else "left"}
    notes = [words(x, y, one, **({"font": DARK} | place | more)) for y, one in said.items()]
    return [*notes, *([above(x, head, **place)] if head is not None else [])]
