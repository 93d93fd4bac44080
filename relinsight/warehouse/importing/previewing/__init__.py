"""What a rehearsal shows beside its counts: how each column is read, what becomes of each row, and what changes."""
