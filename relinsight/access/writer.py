"""Change records by hand for one viewer: what concerns partners who are seen, one run at a time, whole or not at all."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from relinsight.access.rights import Rights
from relinsight.warehouse.by_hand import ByHand, ChangeRefused, by_hand
from relinsight.warehouse.connection import Warehouse

__all__ = ["ByHand", "ChangeRefused", "Writer"]


@dataclass(frozen=True)
class Writer:
    """Writes for one viewer, by name: a city hands it to nobody who may not write."""

    warehouse: Warehouse
    rights: Rights

    @contextmanager
    def change(self, *, at: datetime) -> Generator[ByHand]:
        """Inside, records are put in and removed, and settings set; the owner takes the run back by its `run_id`.

        Raises NotAllowed where it concerns a partner whom the viewer does not see, ChangeRefused where a rule would break.
        """
        with by_hand(self.warehouse, at=at, made_by=self.rights.viewer, reach=self.rights.reach) as work:
            yield work
