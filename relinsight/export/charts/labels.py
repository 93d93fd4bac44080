"""Place a few names beside their marks, so that none covers a mark or another name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

LETTER, LINE = 5.8, 15.0
WIDTH = 520.0  # of the plot on the narrowest laptop


@dataclass(frozen=True)
class Point:
    """A mark in pixels, and the name to set beside it; no name: only an obstacle."""

    x: float
    y: float
    said: str

    @property
    def width(self) -> float:
        """The room that the name takes, as it is read and not as it is escaped."""
        return len(unescape(self.said)) * LETTER


@dataclass(frozen=True)
class Box:
    """The room that a name takes: left edge, middle height and width."""

    x: float
    y: float
    width: float

    @property
    def fits(self) -> bool:
        """Whether it lies within the plot."""
        return self.x >= 0 and self.x + self.width <= WIDTH

    def meets(self, other: Box) -> bool:
        """Whether two names overlap."""
        apart = self.x + self.width < other.x or other.x + other.width < self.x
        return not apart and abs(self.y - other.y) < LINE

    def covers(self, point: Point) -> bool:
        """Whether a mark lies under the name."""
        return self.x - 6 < point.x < self.x + self.width + 6 and abs(self.y - point.y) < LINE / 2 + 5


@dataclass(frozen=True)
class Spot:
    """Where a name goes, in pixels: its left edge and middle height."""

    x: float
    y: float
    said: str


def placed(points: list[Point]) -> list[Spot]:
    """A free spot for each name, first at the right, then left, above and below; no free spot, no label."""
    taken: list[Box] = []
    spots: list[Spot] = []
    for point in points:
        if point.said and (box := _free(point, points, taken)):
            taken.append(box)
            spots.append(Spot(box.x, box.y, point.said))
    return spots


def _free(point: Point, points: list[Point], taken: list[Box]) -> Box | None:
    others = [other for other in points if other is not point]
    return next((box for box in _around(point) if box.fits and not any(map(box.meets, taken)) and not any(map(box.covers, others))), None)


def _around(point: Point) -> Iterator[Box]:
    """The spots to try: beside the mark, above and below it, then slid along it."""
    width = point.width
    yield Box(point.x + 11, point.y, width)
    yield Box(point.x - 11 - width, point.y, width)
    for shift in (0.5, 0.2, 0.8):
        for up in (-17.0, 17.0):
            yield Box(point.x - width * shift, point.y + up, width)
