"""What one reader has read already and keeps until the data change: a few answers, the least used giving way."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Memory:
    """At most so many answers by what was asked."""

    most: int
    kept: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict[Hashable, Any])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, asked: Hashable, answer: Callable[[], T]) -> T:
        """The kept answer, or a new one; two visitors who ask at once may both work it out."""
        with self.lock:
            if asked in self.kept:
                self.kept.move_to_end(asked)
                return self.kept[asked]
        found = answer()
        with self.lock:
            self.kept[asked] = found
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)
        return found
