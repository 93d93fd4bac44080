"""The same verbs without a screen."""

from relinsight.command_line.main import main

__all__ = ["main"]
