"""Names that wait for somebody to say who they are, without what can be decided about them."""

from relinsight.warehouse.matches.match import Match, State

__all__ = ["Match", "State"]
