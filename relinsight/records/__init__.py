"""What a valid record is, one module a noun."""
