"""Formats that a foreign library parses: each file in a process of its own, with little memory and time."""
