"""The city on which every variant is tried."""

import pytest

from tests.damaged.trial import rehearsing, valid_city


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    with rehearsing(valid_city(tmp_path_factory.mktemp("city"))) as warehouse:
        yield warehouse


@pytest.fixture
def warehouse(city):
    yield city
    city.take_back()
