"""The words with which people answer a question, from the lowest to the highest."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from relinsight.sources.derivation import spelled_alike

STEPS = 5


@cache
def steps() -> Mapping[str, float]:
    """The place on its scale, from 0 to 1, of each word with which people answer."""
    scales: list[list[str]] = tomllib.loads((files("relinsight.sources.suggesting") / "answers.toml").read_text(encoding="utf-8"))["scales"]
    return {word: at / (STEPS - 1) for scale in reversed(scales) for at, step in enumerate(scale) for word in step.split("_")}


def place_of(word: str) -> float | None:
    """Where a word stands on its scale; also with the figure before it or behind it with which some programs write it."""
    return steps().get(spelled_alike(word).strip(" .:-()0123456789=") or "")
