"""Names that look like a partner we have: what waits for a person, and what a person decides about it."""
