"""Text that came from data: shown as it is, never as markup."""

from __future__ import annotations


class Name(str):
    """A name, title or note out of the tables; each renderer escapes it for its own grammar."""

    __slots__ = ()
