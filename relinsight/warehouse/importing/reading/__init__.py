"""The texts of files become typed rows of records; what cannot be read is noted."""
