"""How well names are matched: labelled pairs, spellings made on purpose, and the time for many names."""
