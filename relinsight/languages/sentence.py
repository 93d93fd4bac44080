"""Turn a text into a sentence of one language: numbers, days and money as that language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from relinsight.languages.catalogue import translated
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney, Days, Money, Names, OneDecimal, Percent, Score, ShortDay, Spelled
from relinsight.words.text import Text, Value, counted, text

LOCALES = {"en": "en_GB", "nl": "nl_NL"}
NUMBER_WORDS = {
    "en": ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    "nl": ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
}
MILLION = 1_000_000
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
        if isinstance(value, Text):
            return self._sentence(value)
        return self._value(value)

    def _sentence(self, message: Text) -> str:
        pattern = translated(message, self.language)
        return pattern.format(**{name: self(value) for name, value in message.values})

    def heading(self, message: Text) -> str:
        """Say a text that opens with a capital, unless a name of somebody's own opens it."""
        said = self(message)
        return said if _opens_with_name(message, translated(message, self.language)) else said[:1].upper() + said[1:]

    def _value(self, value: Value) -> str:  # noqa: PLR0911
        match value:
            case None:
                return ""
            case str():
                return self.escape(value)
            case Names(names):
                return format_list([self(name) for name in names], locale=self.locale)  # pyright: ignore[reportArgumentType]
            case date():
                return format_date(value, "d MMMM yyyy", locale=self.locale)
            case ShortDay(day):
                return _short_day(day, self.language)
            case Spelled(number):
                words = NUMBER_WORDS[self.language]
                return words[number] if 0 <= number < len(words) else self._value(number)
            case Days(number):
                return self(counted("{n} day", "{n} days", number))
            case Percent(share):
                return self._percent(share)
            case Money(amount):
                return self._money(amount)
            case Score(score):
                return format_decimal(_half_up(score, "1"), format="#,##0", locale=self.locale)
            case AboutMoney(amount):
                return self._about(amount)
            case OneDecimal(number):
                return format_decimal(_half_up(number, "0.1"), format="#,##0.0", locale=self.locale)
            case _:
                return format_decimal(value, format="#,##0.##", locale=self.locale)

    def _percent(self, share: float) -> str:
        number = format_decimal(_half_up(share * 100, "1"), format="#,##0", locale=self.locale)
        return f"{number}%" if self.language == "nl" else f"{number}\N{NO-BREAK SPACE}%"

    def _about(self, amount: Decimal) -> str:
        if abs(amount) < MILLION:
            return self._money(_half_up(amount, "1"))
        return self(text("€\N{NO-BREAK SPACE}{n} million", n=OneDecimal(float(amount / MILLION))))

    def _money(self, amount: Decimal) -> str:
        whole = amount == amount.to_integral_value()
        pattern = "¤\N{NO-BREAK SPACE}#,##0" if whole else "¤\N{NO-BREAK SPACE}#,##0.00"
        return format_currency(amount, "EUR", format=pattern, locale=self.locale, currency_digits=False)

    @property
    def locale(self) -> str:
        """The locale that writes this language's numbers and days."""
        return LOCALES[self.language]


def _opens_with_name(message: Text, pattern: str) -> bool:
    opening = OPENING.match(pattern)
    value = message.arguments.get(opening.group(1)) if opening else None
    return isinstance(value, Name) or (isinstance(value, Text) and _opens_with_name(value, value.message))


def _short_day(day: date, language: str) -> str:
    month = {
        "en": "Jan Feb March April May June July Aug Sept Oct Nov Dec",
        "nl": "jan feb mrt apr mei juni juli aug sept okt nov dec",
    }
    return f"{day.day}\N{NO-BREAK SPACE}{month[language].split()[day.month - 1]}"


def _half_up(number: float | Decimal, step: str) -> Decimal:
    return Decimal(str(number)).quantize(Decimal(step), rounding="ROUND_HALF_UP")
