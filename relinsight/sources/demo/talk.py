"""What a regular contact was: its kind, how it went, and what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from relinsight.sources.arrow import Array, ArrowTable, arrow, compute
from relinsight.sources.demo.calendar import END, before
from relinsight.sources.demo.lexicon import words
from relinsight.sources.demo.partners import Partner
from relinsight.sources.demo.shapes import SECTORS
from relinsight.sources.demo.stream import Marks, Numbers, Reals, Stream, numbered

KINDS = ("visit", "meeting", "call", "email", "letter", "event", "other")
KIND_SHARES = (0.14, 0.28, 0.25, 0.26, 0.04, 0.0, 0.03)
WRITTEN_SHARES = (0.0, 0.0, 0.0, 0.8, 0.2, 0.0, 0.0)
INITIATIVES = ("us", "partner", "both", None)
INITIATIVE_SHARES = {"": (0.5, 0.31, 0.16, 0.03), "developers": (0.4, 0.42, 0.15, 0.03)}
OCCASIONS = ("regular", "issue", "milestone", "request", None)
OCCASION_SHARES = {
    "": (0.52, 0.2, 0.1, 0.15, 0.03),
    "culture": (0.6, 0.1, 0.14, 0.13, 0.03),
    "developers": (0.28, 0.42, 0.1, 0.17, 0.03),
    "residents": (0.35, 0.37, 0.05, 0.2, 0.03),
}
TRIED, NOTED, FELT, CONFIDED, RATED = 0.06, 0.6, 0.12, 0.03, 0.88
MISSING = arrow.scalar(None, arrow.string())
UNREACHED = "Niet bereikt; een bericht achtergelaten."


def talk(generator: np.random.Generator, partners: Sequence[Partner], stream: Stream) -> ArrowTable:
    """The columns of the regular contacts but their ids."""
    sectors = list(SECTORS)
    sector = np.array([sectors.index(p.seat.sector) for p in partners])[stream.partner]
    kind = _kinds(generator, sector == sectors.index("residents"), stream)
    achieved = stream.is_last | (generator.random(len(kind)) >= TRIED)
    mood = _moods(generator, np.array([p.quality for p in partners])[stream.partner])
    rated = achieved & (generator.random(len(kind)) < RATED)
    return arrow.table(
        {
            "day": arrow.array(stream.day.astype("datetime64[D]")),
            "kind": _said(KINDS, kind),
            "achieved": arrow.array(achieved),
            "initiative": _said(INITIATIVES, _drawn(generator, sector, INITIATIVE_SHARES)),
            "occasion": _said(OCCASIONS, _drawn(generator, sector, OCCASION_SHARES)),
            "sentiment": arrow.array(mood.astype(np.int32), mask=~rated),
            "subject": _subjects(generator, kind, sector),
            "note": _notes(generator, achieved),
            "impression": _impressions(generator, mood, rated & (generator.random(len(kind)) < FELT)),
            "confidential": arrow.array(generator.random(len(kind)) < CONFIDED),
        }
    )


def _kinds(generator: np.random.Generator, residents: Marks, stream: Stream) -> Numbers:
    written = residents & (stream.day > int(numbered([before(400, END)])[0]))
    draws = generator.random(len(stream.day))
    return np.where(written, _ranked(draws, WRITTEN_SHARES), _ranked(draws, KIND_SHARES))


def _ranked(draws: Reals, shares: Sequence[float]) -> Numbers:
    return np.searchsorted(np.cumsum(shares)[:-1], draws, side="right").astype(np.int64)


def _drawn(generator: np.random.Generator, sector: Numbers, shares: Mapping[str, Sequence[float]]) -> Numbers:
    draws = generator.random(len(sector))
    found = _ranked(draws, shares[""])
    for n, name in enumerate(SECTORS):
        if name in shares:
            found = np.where(sector == n, _ranked(draws, shares[name]), found)
    return found


def _moods(generator: np.random.Generator, quality: Reals) -> Numbers:
    return np.clip(np.rint((quality - 55) / 14 + generator.normal(0, 0.9, len(quality))), -2, 2).astype(np.int64)


def _said(things: Sequence[str | None], codes: Numbers) -> Array:
    return arrow.array(things, arrow.string()).take(arrow.array(codes))


def _subjects(generator: np.random.Generator, kind: Numbers, sector: Numbers) -> Array:
    lists = words("contacts")
    pattern = _one_of(generator, [lists["subjects"][name] for name in KINDS], kind)
    topic = _one_of(generator, [lists["topics"][name] for name in SECTORS], sector)
    return compute.binary_join_element_wise(pattern, topic, "")


def _one_of(generator: np.random.Generator, lists: Sequence[Sequence[str]], which: Numbers) -> Array:
    sizes = np.array([len(things) for things in lists])
    starts = np.cumsum(sizes) - sizes
    place = starts[which] + np.floor(generator.random(len(which)) * sizes[which]).astype(np.int64)
    return _said([thing for things in lists for thing in things], place)


def _notes(generator: np.random.Generator, achieved: Marks) -> Array:
    lists, everyone = words("contacts")["notes"], np.zeros(len(achieved), dtype=np.int64)
    parts = [_one_of(generator, [lists[part]], everyone) for part in ("opening", "middle", "closing")]
    said = compute.if_else(arrow.array(achieved), compute.binary_join_element_wise(*parts, " "), UNREACHED)
    return compute.if_else(arrow.array(generator.random(len(achieved)) < NOTED), said, MISSING)


def _impressions(generator: np.random.Generator, mood: Numbers, felt: Marks) -> Array:
    lists = words("contacts")["impressions"]
    said = _one_of(generator, [lists["poor"], lists["plain"], lists["good"]], np.sign(mood) + 1)
    return compute.if_else(arrow.array(felt), said, MISSING)
