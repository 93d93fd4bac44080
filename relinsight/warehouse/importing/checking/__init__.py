"""What breaks a rule within a row, or between rows, is rejected."""
