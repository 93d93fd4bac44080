"""Labels: of what can be chosen, so that two things of one name are told apart, for a widget knows its options by these; and of columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relinsight.records.headings import heading
from relinsight.words import name
from relinsight.words.name import Name
from relinsight.words.text import Text


def told_apart(names: Mapping[str, Text | Name], plain: Callable[[Text | Name], str]) -> dict[str, str]:
    """The label of each id in the language of the reader."""
    return name.told_apart({key: plain(called) for key, called in names.items()})


def column_called(column: str, plain: Callable[[Text | Name], str]) -> str:
    """A column by what people call it, and as the file has it, where it is to be mended; one that is none of ours as it is."""
    called = heading(column)
    return f"{plain(called)} ({column})" if called else column
