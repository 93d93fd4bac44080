"""The demo city, made once for all that look at it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from relinsight.access.reader import Reader
from relinsight.sources.demo import city
from relinsight.sources.demo.stories import Story, stories
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.demo import fill_with_demo
from relinsight.words.scope import Scope


@pytest.fixture(scope="session")
def demo() -> Warehouse:
    warehouse = in_memory()
    fill_with_demo(warehouse, at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    return warehouse


@pytest.fixture(scope="session")
def demo_scope(demo: Warehouse) -> Scope:
    reader = Reader(demo)
    day = reader.holding.as_of
    assert day
    return Scope(day, reader.review_before(day))


@pytest.fixture(scope="session")
def story() -> dict[str, Story]:
    return {planted.name: planted for planted in stories(city(partners=140, contacts=None, seed=1))}
