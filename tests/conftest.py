"""What all tests share lies beside this file: it puts the folder on the path."""
