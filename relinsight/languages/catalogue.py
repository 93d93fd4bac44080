"""The messages of one language, read from its gettext file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

from relinsight.words.text import Text

LANGUAGES = ("nl", "en")
SOURCE = "en"
Key = tuple[str | None, str]


@cache
def catalogue(language: str) -> dict[Key, tuple[str, ...]]:
    """Message and topic to its translation: one form, or two where it counts."""
    if language == SOURCE:
        return {}
    with files("relinsight.languages").joinpath(f"{language}.po").open("rb") as file:
        found = read_po(file, locale=language)
    return {(_topic(entry.context), _first(entry.id)): _forms(entry.string) for entry in found if entry.id}


def translated(message: Text, language: str) -> str:
    """The pattern of a message in this language; the English one where a translation is missing."""
    forms = catalogue(language).get((message.topic, message.message))
    if not forms or not forms[0]:
        forms = (message.message, message.many or message.message)
    return forms[0] if message.count in (None, 1) else forms[-1]


def _first(identity: object) -> str:
    return str(identity[0]) if isinstance(identity, tuple | list) else str(identity)


def _forms(string: object) -> tuple[str, ...]:
    return tuple(map(str, string)) if isinstance(string, tuple | list) else (str(string or ""),)


def _topic(context: object) -> str | None:
    return None if context is None else _first(context)
