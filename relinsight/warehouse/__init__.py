"""The database: the only room that knows its engine."""
