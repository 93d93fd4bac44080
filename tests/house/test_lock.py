"""The locked lists hold by themselves: an older pip does not see that a lock on a package also locks the package with an extra."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKED = re.compile(r"^(?P<what>[A-Za-z0-9][^\s;]*==\S+)", re.MULTILINE)


def locked(file: str) -> dict[str, frozenset[str]]:
    """Each package of a locked list with the extras that are locked with it."""
    found = (Requirement(line["what"]) for line in LOCKED.finditer((ROOT / file).read_text(encoding="utf-8")))
    return {canonicalize_name(each.name): frozenset(each.extras) for each in found}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_whatever_a_package_asks_for_with_an_extra_is_locked_with_that_extra(file: str) -> None:
    lock = locked(file)
    loose = {
        f"{name} asks for {wanted}"
        for name, extras in lock.items()
        for wanted in _wanted(name, extras)
        if not wanted.extras <= lock.get(canonicalize_name(wanted.name), frozenset())
    }
    assert len(lock) > 30
    assert not loose


def _wanted(name: str, extras: frozenset[str]) -> list[Requirement]:
    """What an installed package needs here, with these extras of its own."""
    try:
        declared = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:  # another system's package
        return []
    return [each for each in declared if each.marker is None or any(each.marker.evaluate({"extra": e}) for e in {"", *extras})]
