"""Shares of a default city, turned into whole numbers for a city of any size."""

from __future__ import annotations

from collections.abc import Mapping


def scaled(number: int, of: int, size: int) -> int:
    """What `number` in a group of `of` comes to in a group of this size."""
    return round(number * size / of)


def divided(size: int, shares: Mapping[str, int]) -> dict[str, int]:
    """A number divided by these shares, at least one each: largest remainders first."""
    total = sum(shares.values())
    exact = {name: max(1.0, size * share / total) for name, share in shares.items()}
    whole = {name: int(number) for name, number in exact.items()}
    for name in sorted(exact, key=lambda n: whole[n] - exact[n])[: max(0, size - sum(whole.values()))]:
        whole[name] += 1
    return _trimmed(whole, size)


def _trimmed(whole: dict[str, int], size: int) -> dict[str, int]:
    while sum(whole.values()) > size:
        whole[max(whole, key=lambda name: whole[name])] -= 1
    return whole
