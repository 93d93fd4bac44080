"""What the columns of a file are called, and the same name however it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from relinsight.words.blanks import INVISIBLE

CITIZEN_NUMBERS = re.compile(
    r"(?:^|_)(?:bsn|b_?s_?n(?:_|$)|s_?s_?n(?:_|$)|sofi(?:_|nr|nummer|$)|(?:burger_?service|citizen_service|social_security)_?n(?:r|um|o(?:_|$)))|bsn(?:_|$)"
)


def plain(header: str) -> str:
    """A header in lower case, without accents and signs that nobody sees, with an underscore for whatever parts its words."""
    unaccented = "".join(c for c in unicodedata.normalize("NFKD", header) if c not in INVISIBLE and not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", unaccented.lower()).strip("_")


@lru_cache(maxsize=4096)
def squeezed(header: str) -> str:
    """A header without anything that parts its words: `contactMomentId` is `contact_moment_id`."""
    return plain(header).replace("_", "")


def twins(header: Sequence[str], read: Collection[int]) -> tuple[tuple[int, int], ...]:
    """The columns that are read, each with another one of its name that is not."""
    return tuple((at, other) for at in sorted(read) for other, name in enumerate(header) if other not in read and name == header[at] != "")


def is_citizen_number(header: str) -> bool:
    """Whether a column holds numbers of citizens, which are never kept."""
    return CITIZEN_NUMBERS.search(plain(header)) is not None
