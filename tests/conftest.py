"""What all tests share lies beside this file: it puts the folder on the path, and gives no example of Hypothesis a time limit."""

from hypothesis import settings

settings.register_profile("whatever the machine", deadline=None)
settings.load_profile("whatever the machine")
