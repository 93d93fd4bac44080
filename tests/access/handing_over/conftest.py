"""A city that this process has open, with a door, and lines to it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from arriving import AT

from relinsight.access.city import City, open_city
from relinsight.access.handing_over.caller import Caller
from relinsight.access.handing_over.calls import Office, Work
from relinsight.access.handing_over.door import Door, opened
from relinsight.access.handing_over.elsewhere import CityElsewhere
from relinsight.access.handing_over.line import Tell, reached, untold
from relinsight.access.options import ImportOptions
from relinsight.words.text import Text


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with one partner, closed."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "partner.csv").write_text("id,name\np1,Harbour\n")
    city = open_city(folder / "city.duckdb")
    city.owner.bring_in([folder / "partner.csv"], ImportOptions(), at=AT)
    city.close()
    return folder / "city.duckdb"


@pytest.fixture
def path(kept: Path, tmp_path: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(kept, tmp_path / "city.duckdb"))


@pytest.fixture
def city(path: Path) -> Iterator[City]:
    """The city, which this process has open."""
    with closing(open_city(path, frugal=True)) as city:
        yield city


@pytest.fixture
def office(path: Path, city: City) -> Office:
    """What it is handed over to; what writes is carried out one piece after another."""
    turn = threading.Lock()

    def carry(_label: Text, act: Work, _caller: Caller) -> None:
        with turn:
            act(untold)

    return Office(path, lambda: city, carry)


@pytest.fixture
def door(office: Office) -> Iterator[Door]:
    """Its door."""
    with opened(office) as door:
        yield door


@pytest.fixture
def call(door: Door, path: Path) -> Iterator[Callable[..., CityElsewhere]]:
    """Another client each time."""
    lines: list[CityElsewhere] = []

    def client(tell: Tell = untold) -> CityElsewhere:
        line = reached(path, tell)
        assert line is not None
        lines.append(CityElsewhere(line))
        return lines[-1]

    yield client
    for each in lines:
        each.close()
