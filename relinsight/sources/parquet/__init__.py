"""Read Parquet: its values become texts, which our own rules read again."""
