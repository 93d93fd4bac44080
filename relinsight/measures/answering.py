"""What measures need of the data: rows for a query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from relinsight.warehouse.answers import AnswerRow


class Answering(Protocol):
    """Something that answers queries over tables and facts, whole or as far as a viewer may see."""

    def answer(self, sql: str, parameters: Mapping[str, object]) -> list[AnswerRow]:
        """The rows of a query."""
        ...
