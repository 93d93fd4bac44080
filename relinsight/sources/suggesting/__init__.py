"""What a file seems to hold, told by its headers and its values together, and the profile that reads it."""
