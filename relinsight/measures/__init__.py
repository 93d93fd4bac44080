"""Every number, declared once."""
