"""What partners and the municipality want, and what lies under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from relinsight.sources.demo.calendar import before
from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.city import City
from relinsight.sources.demo.columns import DemoRow, Tables, table
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner

SPEAKS = {"A": 0.4, "B": 0.25, "C": 0.06}
STRONG = 2
Position = tuple[str, str | None, date]


def interest_tables(city: City) -> Tables:
    """Topics, positions and the themes under them."""
    chance = Chance(city.seed, "interests")
    topics = words("agreements")["topics"]
    positions = [(f"i{n:05d}", position) for n, position in enumerate(_positions(chance, city), 1)]
    themes = {key: chance.some(topics[topic]["themes"], chance.number(1, 3)) for key, (topic, _, _) in positions}
    return {
        "topic": table("topic", ({"id": key, "title": topic["title"]} for key, topic in topics.items())),
        "interest": table("interest", ({"id": key, **_row(chance, position, themes[key][0])} for key, position in positions)),
        "interest_theme": table(
            "interest_theme", ({"interest_id": key, "theme": theme} for key, found in themes.items() for theme in found)
        ),
    }


def _positions(chance: Chance, city: City) -> Iterator[Position]:
    for key, topic in words("agreements")["topics"].items():
        yield key, None, chance.day(before(900), before(700))
        yield key, None, chance.day(before(300), before(60))
        for partner in city.portfolio:
            if _speaks(chance, partner, topic):
                yield key, partner.id, chance.day(before(600), before(20))


def _speaks(chance: Chance, partner: Partner, topic: dict[str, Any]) -> bool:
    return partner.seat.sector in topic["sectors"] and chance.maybe(SPEAKS[partner.seat.tier])


def _row(chance: Chance, position: Position, theme: str) -> DemoRow:
    topic, partner_id, day = position
    score, lists = chance.number(-5, 5), words("agreements")["interests"]
    leaning = "against" if score < -STRONG else "in_favour" if score > STRONG else "open"
    return {
        "topic_id": topic,
        "partner_id": partner_id,
        "day": day,
        "position": chance.pick(lists[leaning]),
        "underlying": chance.pick(lists["underlying"]).format(theme=theme),
        "position_score": None if chance.maybe(0.1) else float(score),
        "importance": chance.number(2, 5),
    }
