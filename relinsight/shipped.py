"""What is shipped beside the code: the doors of the pages, profiles, the example and the settings of the server.

In a checkout these lie at its top, where people look for them; an installed package holds them within itself.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
WITHIN = PACKAGE / "shipped"


def is_installed() -> bool:
    """Whether this is an installed package, not a checkout."""
    return WITHIN.is_dir()


def lying(name: str) -> Path:
    """Where a folder that is shipped lies: `pages`, `data` or `settings`."""
    in_checkout = ".streamlit" if name == "settings" else name
    return WITHIN / name if is_installed() else PACKAGE.parent / in_checkout
