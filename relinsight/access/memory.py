"""What one reader has read already and keeps: a few answers, the least used giving way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from cachetools import LRUCache

T = TypeVar("T")


class Memory:
    """At most so many answers by what was asked."""

    def __init__(self, most: int) -> None:
        self.kept: LRUCache[Hashable, Any] = LRUCache(most)
        self.lock = threading.Lock()

    def of(self, asked: Hashable, answer: Callable[[], T]) -> T:
        """The kept answer, or a new one; two visitors who ask at once may both work it out."""
        with self.lock:
            if asked in self.kept:
                return self.kept[asked]
        found = answer()
        with self.lock:
            self.kept[asked] = found
        return found
