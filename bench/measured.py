"""What the bench found: one thing measured beside another, as a table and as a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

ROW, WIDE, NAMES = 22, 860, 400


@dataclass(frozen=True)
class Measured:
    """One thing measured: how much it took, beside what it is set, and how much of that it may take at most."""

    what: str
    amount: float
    unit: str = "s"
    baseline: str = ""
    baseline_amount: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline; nothing where there is none."""
        return self.amount / self.baseline_amount if self.baseline_amount else None

    @property
    def limited(self) -> float | None:
        """What the limit is about: the ratio where there is a baseline, else the amount itself."""
        return self.amount if self.ratio is None else self.ratio

    @property
    def holds(self) -> bool | None:
        """Whether it stays within its limit; nothing where it has none."""
        return None if self.at_most is None or self.limited is None else self.limited <= self.at_most

    @property
    def row(self) -> str:
        """The line of the table."""
        verdict = {None: "", True: "yes", False: "**no**"}[self.holds]
        beside = "" if self.baseline_amount is None else _written(self.baseline_amount, self.unit)
        cells = (
            self.what, _written(self.amount, self.unit), self.baseline, beside, _times(self.ratio), _limit(self), verdict,
        )  # fmt: skip
        return f"| {' | '.join(cells)} |"


def table(found: Iterable[Measured]) -> str:
    """The table of everything that was measured."""
    head = ("| what | took | beside | which took | ratio | at most | holds |", "|---|---:|---|---:|---:|---:|---|")
    return "\n".join((*head, *(measured.row for measured in found)))


def picture(found: Iterable[Measured]) -> str:
    """A drawing (SVG) of each ratio as a share of what it may be at most: what ends before the line holds."""
    rows = [measured for measured in found if measured.at_most and measured.limited is not None]
    height = ROW * (len(rows) + 2)
    line = NAMES + (WIDE - NAMES) / 1.5
    bars = "".join(_bar(number, measured) for number, measured in enumerate(rows, 1))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height}" font-family="sans-serif" font-size="13" fill="#0B1318">'
        f'<rect width="{WIDE}" height="{height}" fill="#FFFFFF"/>{bars}'
        f'<line x1="{line:.0f}" x2="{line:.0f}" y1="{ROW}" y2="{height - ROW / 2:.0f}" stroke="#0B1318"/>'
        f'<text x="{line:.0f}" y="{ROW - 7}" text-anchor="middle">at most</text></svg>\n'
    )


def _bar(number: int, measured: Measured) -> str:
    share = (measured.limited or 0) / (measured.at_most or 1)
    length = min(share, 1.5) * (WIDE - NAMES) / 1.5
    colour = "#2F7787" if share <= 1 else "#B4481A"
    top = ROW * number + 3
    return (
        f'<text x="{NAMES - 8}" y="{top + 13}" text-anchor="end">{escape(measured.what)}</text>'
        f'<rect x="{NAMES}" y="{top}" width="{length:.0f}" height="{ROW - 6}" fill="{colour}"/>'
    )


def _written(amount: float, unit: str) -> str:
    return f"{amount:.0f} {unit}" if unit == "MB" else f"{amount:.3f} {unit}"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def _limit(measured: Measured) -> str:
    if measured.at_most is None:
        return ""
    return f"{measured.at_most:g}" if measured.ratio is not None else _written(measured.at_most, measured.unit)
