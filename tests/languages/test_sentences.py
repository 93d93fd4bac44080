"""Numbers, days and messages as each language says them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from relinsight.languages.sentence import Speaker
from relinsight.words.name import Name
from relinsight.words.quantities import AboutMoney, Days, Money, Names, OneDecimal, Percent, Score, ShortDay, Spelled
from relinsight.words.text import Text, Value, counted, text, worded

B = "\N{NO-BREAK SPACE}"
SAID: list[tuple[Value, str, str]] = [
    (None, "", ""),
    (0, "0", "0"),
    (1234567, "1,234,567", "1.234.567"),
    (-1234, "-1,234", "-1.234"),
    (12.5, "12.5", "12,5"),
    (Decimal("1250.50"), "1,250.5", "1.250,5"),
    (Percent(0.69), f"69{B}%", "69%"),
    (Percent(0.285), f"29{B}%", "29%"),
    (Percent(0.0), f"0{B}%", "0%"),
    (Percent(1.0), f"100{B}%", "100%"),
    (Money(Decimal(1234)), f"€{B}1,234", f"€{B}1.234"),
    (Money(Decimal("1234.5")), f"€{B}1,234.50", f"€{B}1.234,50"),
    (Money(Decimal("1234.00")), f"€{B}1,234", f"€{B}1.234"),
    (AboutMoney(Decimal("999999.40")), f"€{B}999,999", f"€{B}999.999"),
    (AboutMoney(Decimal("347123456.78")), f"€{B}347.1 million", f"€{B}347,1 miljoen"),
    (Score(62.5), "63", "63"),
    (Score(37.5), "38", "38"),
    (OneDecimal(2.25), "2.3", "2,3"),
    (OneDecimal(4), "4.0", "4,0"),
    (date(2026, 3, 9), "9 March 2026", "9 maart 2026"),
    (ShortDay(date(2026, 9, 28)), f"28{B}Sept", f"28{B}sept"),
    (ShortDay(date(2026, 3, 1)), f"1{B}March", f"1{B}mrt"),
    (ShortDay(date(2026, 10, 31)), f"31{B}Oct", f"31{B}okt"),
    (Spelled(0), "no", "geen"),
    (Spelled(0, alone=True), "none", "geen"),
    (Spelled(1), "one", "één"),
    (Spelled(1, alone=True), "one", "één"),
    (Spelled(12), "twelve", "twaalf"),
    (Spelled(13), "13", "13"),
    (Spelled(1300), "1,300", "1.300"),
    (Days(0), "0 days", "0 dagen"),
    (Days(1), "1 day", "1 dag"),
    (Days(1001), "1,001 days", "1.001 dagen"),
    (Names(()), "", ""),
    (Names((Name("Anna"),)), "Anna", "Anna"),
    (Names((Name("Anna"), Name("Bas"), Name("Carl"))), "Anna, Bas and Carl", "Anna, Bas en Carl"),
    (Names((text("care"), Name("Haven"))), "care and Haven", "zorg en Haven"),
]


@pytest.mark.parametrize(("value", "english", "dutch"), SAID)
def test_a_value_is_written_as_the_language_does(value: Value, english: str, dutch: str):
    assert (Speaker("en")(value), Speaker("nl")(value)) == (english, dutch)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_months_are_all_there(language: str):
    days = [Speaker(language)(ShortDay(date(2026, month, 1))) for month in range(1, 13)]
    assert len(set(days)) == 12


@pytest.mark.parametrize(
    ("n", "english", "dutch"),
    [
        (0, "0 partners", "0 partners"),
        (1, "1 partner", "1 partner"),
        (2, "2 partners", "2 partners"),
        (1000, "1,000 partners", "1.000 partners"),
    ],
)
def test_a_count_has_two_forms_and_none_is_many(n: int, english: str, dutch: str):
    message = counted("{n} partner", "{n} partners", n)
    assert (Speaker("en")(message), Speaker("nl")(message)) == (english, dutch)


@pytest.mark.parametrize(("n", "dutch"), [(0, "0 sectoren"), (1, "1 sector"), (5, "5 sectoren")])
def test_the_dutch_form_follows_the_count(n: int, dutch: str):
    assert Speaker("nl")(counted("{n} sector", "{n} sectors", n)) == dutch


def test_a_topic_parts_two_uses_of_one_word():
    say = Speaker("nl")
    assert (say(text("Tier")), say(worded("filter", "Tier"))) == ("Niveau", "Relatieniveau")


def test_a_message_without_translation_is_said_in_english():
    assert Speaker("nl")(text("nobody translated {n} of this", n=3)) == "nobody translated 3 of this"
    assert Speaker("nl")(counted("{n} untranslated", "{n} untranslated ones", 2)) == "2 untranslated ones"


def test_messages_in_messages_are_each_said_in_the_language():
    kept = counted("{n} of {total} relations keeps its rhythm", "{n} of {total} relations keep their rhythm", 95, total=140)
    waits = counted("{number} tier A partner is waiting for us", "{number} tier A partners are waiting for us", 4, number=Spelled(4))
    whole = text("{kept}; {waits}", kept=kept, waits=waits)
    assert Speaker("en")(whole) == "95 of 140 relations keep their rhythm; four tier A partners are waiting for us"
    assert Speaker("nl")(whole) == "Bij 95 van de 140 relaties is contact op tijd; vier partners van niveau A wachten"


HEADINGS: list[tuple[Text, str, str]] = [
    (text("never contacted"), "Never contacted", "Nooit gesproken"),
    (text("{name}: {touch}; {view}", name=Name("de Kiem"), touch=text("never contacted"), view=text("unknown")),
     "de Kiem: never contacted; unknown", "de Kiem: nooit gesproken; onbekend"),
    (text("{sector}", sector=text("care")), "Care", "Zorg"),
    (text("{sector}", sector=text("{name}", name=Name("iSector"))), "iSector", "iSector"),
    (text("{name}", name=Name("havenbedrijf")), "havenbedrijf", "havenbedrijf"),
    (counted("{number} role", "{number} roles", 1, number=Spelled(1)), "One role", "Eén rol"),
    (text("€\N{NO-BREAK SPACE}{n} million", n=OneDecimal(3)), f"€{B}3.0 million", f"€{B}3,0 miljoen"),
    (text("{names}", names=Names((text("care"), Name("b")))), "Care and b", "Zorg en b"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "english", "dutch"), HEADINGS)
def test_a_heading_opens_with_a_capital_unless_a_name_opens_it(message: Text, english: str, dutch: str):
    assert (Speaker("en").heading(message), Speaker("nl").heading(message)) == (english, dutch)


def test_what_opens_a_heading_is_seen_in_its_own_language():
    message = text("{sector} has the largest amount in open dealings: {amount}", sector=Name("zorg"), amount=AboutMoney(Decimal(5)))
    assert Speaker("en").heading(message) == f"zorg has the largest amount in open dealings: €{B}5"
    assert Speaker("nl").heading(message) == f"Het grootste lopende bedrag gaat naar zorg: €{B}5"
