"""Amounts beside each other as bars, each with its sum in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from relinsight.insights.exhibits.exhibit import Document
from relinsight.words.name import Name
from relinsight.words.text import Text


class Amount(NamedTuple):
    """One bar: whose it is, how much (below nothing where more was taken back), and the sum as it is said."""

    name: Text | Name
    amount: Decimal
    said: Text


@dataclass(frozen=True)
class Amounts:
    """Amounts, the largest first."""

    rows: tuple[Amount, ...]
    kind: ClassVar[str] = "amounts"
    becomes: ClassVar[Document] = Document.BARS
