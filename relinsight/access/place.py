"""Where the city's file lies, and how a database is known."""

from relinsight.warehouse.location import bears_mark, copies, database, is_there, log, notice

__all__ = ["bears_mark", "copies", "database", "is_there", "log", "notice"]
