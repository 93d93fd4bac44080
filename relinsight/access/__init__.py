"""Who may see what: the only way down to the data."""
