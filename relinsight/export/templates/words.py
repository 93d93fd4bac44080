"""The words that a column offers, in the language of who fills it in: each is one that an import reads."""

from __future__ import annotations

from relinsight.export.templates.columns import TemplateColumn
from relinsight.languages.sentence import Speaker
from relinsight.records.kinds import Listed, YesNo
from relinsight.words.text import text

DUTCH = "nl"


def words_of(column: TemplateColumn, say: Speaker) -> list[str]:
    """The words to choose from; none where anything may stand."""
    if isinstance(column.kind, YesNo):
        return [say(text("yes")), say(text("no"))]
    return _listed(column.words, say.language) if column.words else []


def _listed(words: Listed, language: str) -> list[str]:
    """The Dutch words, or the English ones with blanks between them, which an import in any language reads."""
    return list(words.dutch) if language == DUTCH else [word.replace("_", " ") for word in words.words]
