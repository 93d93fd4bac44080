"""How files become rows: staged, read, named, checked as sets, and written in one transaction."""
