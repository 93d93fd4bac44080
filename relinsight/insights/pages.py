"""Which pages there are: each package beside this module that has a `PAGE`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from relinsight import insights
from relinsight.insights.page import Page


@cache
def pages() -> tuple[Page, ...]:
    """The pages in the order in which they are read."""
    return tuple(sorted(_pages(), key=lambda page: (page.place, page.name)))


def _pages() -> Iterator[Page]:
    for module in iter_modules(insights.__path__):
        page = getattr(import_module(f"{insights.__name__}.{module.name}"), "PAGE", None) if module.ispkg else None
        if isinstance(page, Page):
            yield page
