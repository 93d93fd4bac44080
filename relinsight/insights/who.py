"""Who knows whom: the colleagues with a tie to a partner or a person, the strongest first."""

from __future__ import annotations

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Cells
from relinsight.words.scope import Scope


def knows(reader: Reader, name: str, scope: Scope) -> list[Cells]:
    """One row a colleague and partner: kind of tie, strength, last contact. A name matches a partner, alias or person in part."""
    return [*reader.page("who", scope, name=name)]
