"""What the machine does to a file, as a sentence."""

from relinsight.warehouse.failure import why

__all__ = ["why"]
