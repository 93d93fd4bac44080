"""Who has which part: sector, tier and state of each partner before it has a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relinsight.sources.demo.chance import Chance
from relinsight.sources.demo.quota import divided
from relinsight.sources.demo.shapes import SECTORS, SHAPES, TIERS, Shape

LEAST = 10
EASE = {"residents": 0.6, "culture": 1.3, "care": 1.2}
SCORED_SPORT = 2


@dataclass(frozen=True)
class Seat:
    """A partner's place in the city: what it is, how it stands, and the story it plays, if any."""

    sector: str
    tier: str
    story: str | None = None
    state: str = "in_time"
    owned: bool = True
    staffed: bool = True
    colleagues: int = 2
    view: str | None = None


CAST = (
    Seat("residents", "A", "silent", state="dormant", view="both"),
    Seat("care", "A", "false_consensus", view="both", colleagues=3),
    Seat("maritime", "A", "leaving_tie", view="both", colleagues=1),
    Seat("culture", "A", "strict_subsidy", view="both"),
    Seat("developers", "B", "lost_question", view="both"),
)


def seats(seed: int, size: int) -> tuple[Seat, ...]:
    """The cast of the stories first, then everybody else in no order."""
    chance = Chance(seed, "seats")
    sectors = _pool(chance, divided(size, SECTORS), [seat.sector for seat in CAST])
    tiers = _pool(chance, _tiers(size), [seat.tier for seat in CAST])
    others = [Seat(sector, tier) for sector, tier in zip(sectors, tiers, strict=True)]
    for shape in SHAPES:
        mine = [i for i, seat in enumerate(others) if seat.tier == shape.tier]
        rest = [others[i] for i in mine]
        for i, seat in zip(mine, _with_states(chance, shape, rest), strict=True):
            others[i] = seat
    return _with_views(chance, (*CAST, *others))


def _tiers(size: int) -> dict[str, int]:
    tiers = divided(size, TIERS)
    tiers["A"] = max(4, tiers["A"])
    tiers["B"] = max(1, tiers["B"])
    tiers["C"] = size - tiers["A"] - tiers["B"]
    return tiers


def _pool(chance: Chance, counts: dict[str, int], taken: list[str]) -> list[str]:
    pile = [name for name, number in counts.items() for _ in range(number)]
    for name in taken:
        pile.remove(name)
    return chance.shuffled(pile)


def _with_states(chance: Chance, shape: Shape, rest: Sequence[Seat]) -> list[Seat]:
    sized = _without_cast(shape.sized(len(rest) + _in_cast(shape)))
    order = sorted(range(len(rest)), key=lambda i: chance.share() * EASE.get(rest[i].sector, 1.0))
    states = chance.shuffled(sized.late())
    found = list(rest)
    for i, state in zip(order, states, strict=False):
        found[i] = replace(found[i], state=state)
    lacking = order[: sized.lacking_and_late] + order[len(states) :]
    return _tied(chance, sized, _lacking(sized, found, lacking))


def _in_cast(shape: Shape) -> int:
    return sum(seat.tier == shape.tier for seat in CAST)


def _without_cast(shape: Shape) -> Shape:
    mine = [seat for seat in CAST if seat.tier == shape.tier]
    return replace(
        shape,
        dormant=max(0, shape.dormant - sum(seat.state == "dormant" for seat in mine)),
        single=max(0, shape.single - sum(seat.colleagues == 1 for seat in mine)),
    )


def _lacking(shape: Shape, found: list[Seat], order: Sequence[int]) -> list[Seat]:
    for n, i in enumerate(order[: shape.ownerless + shape.personless]):
        lacks = "owned" if n < shape.ownerless else "staffed"
        found[i] = replace(found[i], **{lacks: False})
    return found


def _tied(chance: Chance, shape: Shape, found: list[Seat]) -> list[Seat]:
    order = sorted(range(len(found)), key=lambda i: (found[i].owned, chance.share()))
    for n, i in enumerate(order):
        found[i] = replace(found[i], colleagues=_colleagues(chance, shape, n))
    return found


def _colleagues(chance: Chance, shape: Shape, rank: int) -> int:
    if rank < shape.untied:
        return 0
    if rank < shape.untied + shape.single:
        return 1
    return chance.number(2, {"A": 4, "B": 3}.get(shape.tier, 2))


def _with_views(chance: Chance, all_seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Who was asked for a view; of sport two partners only, too few to compare."""
    found = list(all_seats)
    sport = [i for i, seat in enumerate(found) if seat.sector == "sport"]
    asked, unasked = set(sport[:SCORED_SPORT]), set(sport[SCORED_SPORT:])
    for shape in SHAPES:
        mine = [i for i, seat in enumerate(found) if seat.tier == shape.tier and seat.view is None]
        order = sorted(mine, key=lambda i: chance.share() - (i in asked) + (i in unasked))
        views = list(shape.sized(len(mine) + _in_cast(shape)).views())[_in_cast(shape) :]
        for i, view in zip(order, views, strict=False):
            found[i] = replace(found[i], view="us" if i in unasked else view)
    return tuple(found)
