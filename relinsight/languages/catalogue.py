"""The languages that the program speaks: its own, and one for each gettext file beside this module."""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from relinsight.words.text import Text

SOURCE = "en"
REGIONS = {SOURCE: "en_GB"}  # where a language alone leaves open how it writes days and numbers


def folder() -> Traversable:
    """Where the files of the languages lie."""
    return files("relinsight.languages")


@cache
def languages() -> tuple[str, ...]:
    """Every language by its code; the one in which the messages are written comes last."""
    return (*sorted(file.name[:-3] for file in folder().iterdir() if file.name.endswith(".po")), SOURCE)


def locale(language: str) -> str:
    """Whose days, numbers and lists a language writes."""
    return REGIONS.get(language, language)


@cache
def own_name(language: str) -> str:
    """How a language calls itself."""
    name = Locale.parse(language).get_display_name() or language
    return name[:1].upper() + name[1:]


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations of one language, with its own rule for what counts as one and as many."""
    if language == SOURCE:
        return NullTranslations()
    with folder().joinpath(f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return GNUTranslations(compiled)


def translated(message: Text, language: str) -> str:
    """The pattern of a message in this language; the English one where a translation is missing."""
    known = catalogue(language)
    if message.many is not None:
        count = 1 if message.count is None else message.count
        return known.ngettext(message.message, message.many, count)
    return known.gettext(message.message) if message.topic is None else known.pgettext(message.topic, message.message)
