"""What files say without a date, or no longer say, beside what is there."""
