"""Turn a text into a sentence of one language: numbers, days and money as that language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from babel.lists import format_list

from relinsight.languages.catalogue import locale, translated
from relinsight.languages.quantities import MILLION, written
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney, Days, Names, OneDecimal
from relinsight.words.text import Text, Value, counted, text

OPENING = re.compile(r"\{(\w+)\}")
Escape = Callable[[str], str]


def as_it_is(name: str) -> str:
    """Leave a name as it is: for plain text."""
    return name


@dataclass(frozen=True)
class Speaker:
    """One language and one grammar: what is said is a plain string, names in it escaped for that grammar."""

    language: str
    escape: Escape = as_it_is

    def __call__(self, value: Value) -> str:
        """Say a text, a name or a number."""
        match value:
            case None:
                return ""
            case Text():
                return self._sentence(value)
            case str():
                return self.escape(value)
            case Names(names):
                return self._list([self(name) for name in names])  # pyright: ignore[reportArgumentType]
            case _:
                return self._quantity(value)

    def heading(self, message: Text) -> str:
        """Say a text that opens with a capital, unless a name of somebody's own opens it."""
        said = self(message)
        return said if self._opens_with_name(message) else _capital(said[:1]) + said[1:]

    def _sentence(self, message: Text) -> str:
        pattern = translated(message, self.language)
        return pattern.format(**{name: self(value) for name, value in message.values})

    def _list(self, said: list[str]) -> str:
        return format_list(said, locale=locale(self.language))

    def _quantity(self, value: object) -> str:
        match value:
            case Days(number):
                return self(counted("{n} day", "{n} days", number))
            case AboutMoney(amount) if abs(amount) >= MILLION:
                return self(text("€\N{NO-BREAK SPACE}{n} million", n=OneDecimal(float(amount / MILLION))))
            case _:
                return written(value, self.language)

    def _opens_with_name(self, message: Text) -> bool:
        opening = OPENING.match(translated(message, self.language))
        value = message.arguments.get(opening.group(1)) if opening else None
        return isinstance(value, Name) or (isinstance(value, Text) and self._opens_with_name(value))


def _capital(letter: str) -> str:
    """A capital; the only accent that opens a sentence of ours, that of 'één', is not written on one."""
    return "E" if letter == "é" else letter.upper()
