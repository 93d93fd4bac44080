"""Names that look like a partner we have, and what is decided about them."""

from relinsight.warehouse.matches.deciding import Decided, Decisions
from relinsight.warehouse.matches.match import Match, State
from relinsight.warehouse.matches.merging import Merge

__all__ = ["Decided", "Decisions", "Match", "Merge", "State"]
