"""Labels of what can be chosen: two things of one name can be told apart, for a widget knows its options by their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from relinsight.words.name import Name
from relinsight.words.text import Text


def told_apart(names: Mapping[str, Text | Name], plain: Callable[[Text | Name], str]) -> dict[str, str]:
    """The label of each id: its name, and its id too where another one bears that name, in any case."""
    said = {key: plain(name) for key, name in names.items()}
    often = Counter(label.casefold() for label in said.values())
    return {key: label if often[label.casefold()] == 1 else f"{label} ({key})" for key, label in said.items()}
