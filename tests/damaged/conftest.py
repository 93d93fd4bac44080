"""The city on which every variant is tried."""

import pytest

from tests.damaged.trial import copied, standing


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    return standing(tmp_path_factory.mktemp("city"))


@pytest.fixture
def warehouse(city, tmp_path):
    with copied(city, tmp_path) as warehouse:
        yield warehouse
