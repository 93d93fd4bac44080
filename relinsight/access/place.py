"""Where the city's file lies, and how a database is known."""

from relinsight.warehouse.location import bears_mark, database, log

__all__ = ["bears_mark", "database", "log"]
