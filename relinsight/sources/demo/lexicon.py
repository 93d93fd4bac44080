"""The words of the demo, read from the lists beside it."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from relinsight.sources.demo.chance import Chance

FICTION = "example"


@cache
def words(topic: str) -> dict[str, Any]:
    """One list of words: people, places, organisations, contacts, agreements, dealings, events or shipped."""
    return tomllib.loads((files("relinsight.sources.demo") / "wording" / f"{topic}.toml").read_text(encoding="utf-8"))


def city_name() -> str:
    """The name of the invented city."""
    return str(words("places")["city"])


def placed(template: str, chance: Chance) -> str:
    """A template with a neighbourhood and a quay of the city in it."""
    places = words("places")
    return template.replace("{place}", chance.pick(places["wards"])).replace("{quay}", chance.pick(places["quays"]))


def slug(name: str) -> str:
    """A name as an address would spell it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def people(chance: Chance) -> Iterator[str]:
    """Names of people without end, no two alike."""
    origins = [origin for name, origin in words("people").items() if name != "functions"]
    pairs = [pair for origin in origins for pair in product(origin["first"], origin["last"])]
    surnames = [last for origin in origins for last in origin["last"]]
    yield from (" ".join(pair) for pair in chance.shuffled(pairs))
    for second in surnames:
        yield from (f"{first} {last}-{second}" for first, last in chance.shuffled(pairs) if last != second)


def organisations(chance: Chance, sector: str) -> Iterator[str]:
    """Names of organisations of a sector without end, no two alike."""
    lists, places = words("organisations")[sector], words("places")
    wards = [*places["wards"], *places["quays"], *places["streets"]]
    made = [head + tail for head, tail in product(places["heads"], places["tails"]) if head + tail not in wards]
    yield from chance.shuffled(_named(lists, places["wards"], lists["names"]))
    yield from chance.shuffled(_named(lists, made, []))
    for number in range(2, 1000):
        yield from (f"{name} {number}" for name in chance.shuffled(_named(lists, [*wards, *made], lists["names"])))


def _named(lists: dict[str, Any], places: list[str], names: list[str]) -> list[str]:
    return [pattern.format(place=slot, name=slot) for pattern in lists["patterns"] for slot in (places if "{place}" in pattern else names)]
