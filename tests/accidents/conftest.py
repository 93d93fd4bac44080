"""What several accidents befall."""

from __future__ import annotations

import pytest
from invented import Demo, invented


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return invented(tmp_path_factory.mktemp("demo"))
