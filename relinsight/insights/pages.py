"""Which pages there are: one for each file in `pages/`, told by the insight of the same name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Insight
from relinsight.shipped import lying
from relinsight.words.scope import Scope
from relinsight.words.text import Text

SHOWN = lying("pages")


@dataclass(frozen=True)
class Page:
    """One reader's question: its name in the address, its place among the pages, its title, its symbol and who answers it."""

    name: str
    place: int
    title: Text
    symbol: str
    answer: Callable[[Reader, Scope], Insight]


@cache
def pages() -> tuple[Page, ...]:
    """The pages in the order in which they are read."""
    return tuple(sorted((_page(file.stem) for file in SHOWN.glob("*.py")), key=lambda page: (page.place, page.name)))


def _page(name: str) -> Page:
    told = import_module(f"relinsight.insights.{name}")
    return Page(name, told.PLACE, told.PAGE, told.SYMBOL, getattr(told, name))
