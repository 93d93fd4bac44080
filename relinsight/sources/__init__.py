"""What a file is: readers, profiles and the plan to read it."""
