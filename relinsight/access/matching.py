"""What is decided about names that look like a partner we have; `waiting_names` has the names themselves."""

from relinsight.warehouse.matches.deciding import Decided, Decisions
from relinsight.warehouse.matches.merging import Merge

__all__ = ["Decided", "Decisions", "Merge"]
