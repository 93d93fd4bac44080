"""Whoever watches an import hears where it is, again and again, and can end it."""

import threading
import time
from itertools import pairwise

import pytest

from relinsight.languages.sentence import Speaker
from relinsight.warehouse.changes import Change
from relinsight.warehouse.importing import progress
from tests.arriving import City

PARTNERS = "id,name\np1,Haven\np2,Museum\n"
MOMENTS = "id,day,kind,partner_id\nm1,2026-01-01,call,p1\nm2,2026-01-01,call,Museum\n"


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture
def files(city):
    return [city.file("partner.csv", PARTNERS), city.file("contact_moment.csv", MOMENTS)]


class Watcher:
    """What was told, and when."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float]] = []
        self.times: list[float] = [time.monotonic()]

    def __call__(self, doing, share: float) -> None:
        self.told.append((Speaker("en")(doing), share))
        self.times.append(time.monotonic())


def test_each_step_is_told_with_its_number_what_it_is_at_and_the_rows(city, files):
    watcher = Watcher()
    city.bring(*files, progress=watcher)
    told = [said for said, _ in watcher.told]
    for expected in (
        "Opening partner.csv",
        "Step 1 of 5: reading contact_moment.csv, 0 rows so far",
        "Step 2 of 5: finding what names mean in contact_moment_partner",
        "Step 3 of 5: checking contact_moment",
        "Step 4 of 5: writing partner, 2 rows",
        "Step 5 of 5: finishing",
    ):
        assert expected in told
    shares = [share for _, share in watcher.told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_the_rows_of_a_long_file_are_told_while_it_is_read(city, monkeypatch):
    monkeypatch.setattr(progress, "SECONDS", 0.0005)
    watcher = Watcher()
    rows = "".join(f"p{n},Name {n},{'x' * 100}\n" for n in range(100_000))
    city.bring_text("partner.csv", f"id,name,about\n{rows}".encode(), progress=watcher)
    rows_told = {said for said, _ in watcher.told if "reading partner.csv" in said}
    assert len(rows_told) > 2
    assert max(later - sooner for sooner, later in pairwise(watcher.times)) < 2


def test_a_statement_that_takes_long_is_told_again(city, files, monkeypatch):
    run = Change._run

    def slow(change, sql):
        if sql.startswith("INSERT INTO contact_moment_partner"):
            time.sleep(0.3)
        run(change, sql)

    monkeypatch.setattr(Change, "_run", slow)
    monkeypatch.setattr(progress, "SECONDS", 0.05)
    watcher = Watcher()
    city.bring(*files, progress=watcher)
    assert sum("writing contact_moment_partner" in said for said, _ in watcher.told) > 2


@pytest.mark.parametrize("at", ["reading partner", "checking partner", "writing partner"])
def test_a_watcher_that_raises_ends_the_import_and_nothing_is_written(city, files, at):
    class Stop(Exception):  # noqa: N818
        pass

    def watcher(doing, _share):
        if at in Speaker("en")(doing):
            raise Stop

    before = city.everything()
    with pytest.raises(Stop):
        city.bring(*files, progress=watcher)
    assert city.everything() == before


def test_nothing_is_told_any_more_when_the_import_is_done(city, files, monkeypatch):
    monkeypatch.setattr(progress, "SECONDS", 0.01)
    watcher = Watcher()
    city.bring(*files, progress=watcher)
    heard = len(watcher.told)
    time.sleep(0.05)
    assert len(watcher.told) == heard
    assert threading.active_count() < 10
