"""The figures at the top of a page, made from declared measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from relinsight.access.reader import Reader
from relinsight.insights.blocks import Change, KeyFigure
from relinsight.measures import declared
from relinsight.measures.figure import TOO_FEW, Figure
from relinsight.measures.measure import EURO, SCORE, SHARE
from relinsight.words.quantities import AboutMoney, Percent, Score
from relinsight.words.scope import Scope
from relinsight.words.text import Text, text


@dataclass(frozen=True)
class Asked:
    """A figure that a page wants to show: its label, its measure, and whether it is a part of its n."""

    label: Text
    measure: str
    of: bool = False


def key_figures(reader: Reader, scope: Scope, wanted: tuple[Asked, ...]) -> tuple[KeyFigure, ...]:
    """The figures of the partners in view, counts and shares with their change since the earlier day."""
    names = tuple(asked.measure for asked in wanted)
    now = reader.stand(scope, *names)
    before = reader.stand(scope.on(scope.earlier), *names) if scope.earlier else {}
    return tuple(_key_figure(asked, now.get(asked.measure), before.get(asked.measure), scope) for asked in wanted)


def _key_figure(asked: Asked, found: Figure | None, earlier: Figure | None, scope: Scope) -> KeyFigure:
    known = found is not None and is_known(found)
    return KeyFigure(
        asked.measure,
        asked.label,
        value_of(asked.measure, found, of=asked.of) if found and known else None,
        scope.as_of,
        found.n if found else None,
        _change(asked.measure, found, earlier, scope),
        unknown=why_unknown(found),
    )


def is_known(found: Figure) -> bool:
    """Whether a figure may be shown: it has a value, and enough behind it."""
    return found.value is not None and found.state != TOO_FEW


def value_of(name: str, found: Figure, *, of: bool = False) -> Text:
    """A figure in words, as its unit is written."""
    value = found.value or 0.0
    unit = _unit(name)
    if unit == SHARE:
        return text("{share}", share=Percent(value))
    if unit == SCORE:
        return text("{score}", score=Score(value))
    if unit == EURO:
        return text("{amount}", amount=AboutMoney(Decimal(str(round(value, 2)))))
    if of and found.n == 0:
        return text("none")
    if of and found.n is not None:
        return text("{value} of {n}", value=round(value), n=found.n)
    return text("{value}", value=round(value))


def why_unknown(found: Figure | None) -> Text:
    """What stands where a figure cannot be shown."""
    return text("too few ({n})", n=found.n) if found and found.state == TOO_FEW and found.n else text("unknown")


def _change(name: str, found: Figure | None, earlier: Figure | None, scope: Scope) -> Change | None:
    unit = _unit(name)
    if scope.earlier is None or found is None or earlier is None or unit in (SCORE, EURO):
        return None
    if not is_known(found) or not is_known(earlier):
        return None
    measure = declared(name)
    amount = (found.value or 0.0) - (earlier.value or 0.0)
    return Change(amount, scope.earlier, measure.direction if measure else "neither", unit == SHARE)


def _unit(name: str) -> Text | None:
    measure = declared(name)
    return measure.unit if measure else None
