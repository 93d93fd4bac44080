"""What a valid record is: one frozen model a noun, whose fields carry every rule once."""
