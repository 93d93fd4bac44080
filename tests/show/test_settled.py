"""The collector of Python, which runs after each page, leaves alone what stays until the end."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from opened import Opened

from relinsight.show import caches


@pytest.fixture(autouse=True)
def _all_collected_again():
    gc.unfreeze()
    caches.settled.clear()
    yield
    gc.unfreeze()


def test_what_is_loaded_is_gone_through_once(open_page: Opened, town_file: Path):
    open_page(town_file)
    frozen = gc.get_freeze_count()
    assert frozen > len(gc.get_objects())
    open_page(town_file)
    assert gc.get_freeze_count() <= frozen
