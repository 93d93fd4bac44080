"""What a page is: one reader's question, and all that other rooms need to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Insight
from relinsight.words.scope import Scope
from relinsight.words.text import Text


@dataclass(frozen=True)
class Page:
    """One reader's question.

    `name` stands in the address, `place` is its place among the pages, `keys` are the words of the address that belong to
    this page alone: what it has opened or switched. Beside the scope the address holds these and no others. `filtered` says
    whether the filters hold on it; where they do not, the page is asked as if none were set.
    """

    name: str
    place: int
    title: Text
    symbol: str
    question: Text
    measures: tuple[str, ...]
    answer: Callable[[Reader, Scope], Insight]
    keys: tuple[str, ...] = ()
    filtered: bool = True
