"""Labels of what can be chosen: two things of one name can be told apart, for a widget knows its options by their labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.words import name
from relinsight.words.name import Name
from relinsight.words.text import Text


def told_apart(names: Mapping[str, Text | Name], plain: Callable[[Text | Name], str]) -> dict[str, str]:
    """The label of each id in the language of the reader."""
    return name.told_apart({key: plain(called) for key, called in names.items()})
