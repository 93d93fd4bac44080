"""What became of each row is counted, told and kept."""
