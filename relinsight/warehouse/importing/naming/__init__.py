"""Names become ids, and rows without an id find theirs."""
