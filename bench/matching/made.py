"""Names of the register, each spelled in another way on purpose: whose they are is known, and all others are there to be taken for it."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Callable
from hashlib import blake2s
from pathlib import Path

from relinsight.sources.matching.likeness import ALONE, ASKED
from relinsight.sources.matching.nearest import nearest
from relinsight.words.name import folded

REGISTER = Path(__file__).parents[2] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"
LEAST = 8  # letters of a name in which a letter is changed


def names() -> list[str]:
    """The organisations of the register, one spelling of those that are equal after folding."""
    with gzip.open(REGISTER, "rt", encoding="utf-8", newline="") as file:
        spelled = {row["AANVRAGER"].strip() for row in csv.DictReader(file)} - {"", "(Particulier)", "Eenmanszaak", "eenmanszaak"}
    return list({folded(name): name for name in sorted(spelled)}.values())


def _place(name: str) -> int:
    """Where in a name something is changed: the same place at every time."""
    return 2 + blake2s(name.encode()).digest()[1] % (len(name) - 4)


def _without_form(name: str) -> str:
    return name.removeprefix("Stichting ").removesuffix(" B.V.").removesuffix(" BV")


def _left_out(name: str) -> str:
    return name[: _place(name)] + name[_place(name) + 1 :] if len(name) >= LEAST else name


def _swapped(name: str) -> str:
    at = _place(name) if len(name) >= LEAST else 0
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def _turned(name: str) -> str:
    first, *rest = _without_form(name).split()
    return " ".join([*rest, first])


def _together(name: str) -> str:
    *before, one, last = ["", *name.split()]
    return " ".join([*before, f"{one}{last}"]).strip()


WAYS: dict[str, Callable[[str], str]] = {
    "without the legal form": _without_form,
    "the legal form in short": lambda name: name.replace("Stichting ", "St. ").replace(" B.V.", " bv"),
    "& for en, or the other way": lambda name: name.replace(" en ", " & ") if " en " in name else name.replace(" & ", " en "),
    "the first word at the end": _turned,
    "two words as one": _together,
    "a letter left out": _left_out,
    "two letters swapped": _swapped,
}


def made() -> list[tuple[str, str, str]]:
    """Each name spelled in each way that changes it: the way, the spelling, and the name."""
    return [(way, spelled, name) for name in names() for way, spell in WAYS.items() if folded(spelled := spell(name)) != folded(name)]


def outcomes() -> dict[str, Counter[str]]:
    """What becomes of the spellings of each way: matched right or wrong, asked with the right one or without, or new."""
    known = names()
    spellings = made()
    near = nearest({spelled for _, spelled, _ in spellings}, known, ASKED)
    found = {way: Counter[str]() for way in WAYS}
    for way, spelled, name in spellings:
        found[way][_outcome([(one.known, one.likeness.score) for one in near[spelled]], name)] += 1
    return found


def _outcome(near: list[tuple[str, int]], name: str) -> str:
    sure = [known for known, score in near if score >= ALONE]
    if len(sure) == 1:
        return "right" if sure == [name] else "wrong"
    if not near:
        return "new"
    best = [known for known, score in near if score == near[0][1] or known in sure]
    return "asked" if name in best else "asked of another"
