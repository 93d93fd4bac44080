"""The columns of an address book: those of a contact person, and the function at a partner."""

from __future__ import annotations

COLUMNS = ("name", "email", "phone", "partner", "function")
