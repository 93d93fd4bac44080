"""The lists beside this module: what headers mean, and what a file of each kind looks like."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter

from relinsight.sources.headers import plain


class _Listed(BaseModel):
    """An entry of a list; a word that is not known is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Meaning(_Listed):
    """What a column may mean: the sort of its values, and the words of its header."""

    holds: str
    words: tuple[str, ...]


class Shape(_Listed):
    """What a file of one record looks like."""

    needs: tuple[tuple[str, ...], ...]
    called: tuple[str, ...] = ()
    signs: Mapping[str, float]
    fields: Mapping[str, tuple[str, ...]]
    given: Mapping[str, tuple[str, str]] = {}


@cache
def meanings() -> Mapping[str, Meaning]:
    """Every meaning by its name."""
    return TypeAdapter(dict[str, Meaning]).validate_python(_read("meanings"))


@cache
def shapes() -> Mapping[str, Shape]:
    """The shape of each table that files are often made of."""
    return TypeAdapter(dict[str, Shape]).validate_python(_read("shapes"))


@cache
def words_of(meaning: str) -> tuple[tuple[str, ...], ...]:
    """The words of a meaning, each as the parts of a header."""
    return tuple(tuple(plain(word).split("_")) for word in meanings()[meaning].words)


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((files("relinsight.sources.suggesting") / f"{name}.toml").read_text(encoding="utf-8"))
