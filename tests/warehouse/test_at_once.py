"""Several visitors and a writer at once: no cache, lock or check that one of them can outrun."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.insights.naming import partners_named
from relinsight.measures.scoping import parameters
from relinsight.warehouse.change_mark import OutdatedError
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.demo import fill_with_demo, remove_demo
from relinsight.warehouse.imports import import_files
from relinsight.words.refusal import Refusal
from relinsight.words.scope import Scope

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 6, 30)
TWINS = """
    partner  tier  account_manager
    p1       A     ab
    p2       A     AB
    p3       A     AB
"""
HEAVY = "SELECT len(list(md5(n::VARCHAR))) AS n FROM range({}) AS t(n)"


@pytest.fixture
def frugal(tmp_path: Path) -> Iterator[Warehouse]:
    found = open_file(tmp_path / "city.duckdb", frugal=True)
    yield found
    found.close()


def _partners(reader: Reader, **filters: tuple[str, ...]) -> float | None:
    return reader.stand(Scope(DAY, **filters), "partners")["partners"].value


def _rename(city: Warehouse, name: str) -> None:
    with city.transaction() as cursor:
        cursor.execute("UPDATE partner SET name = $name", {"name": name})


def _names(city: Warehouse) -> list[str]:
    return [str(row.name) for row in partners_named(Reader(city), Scope(DAY))]


@contextmanager
def _beside(work: Callable[[], object]) -> Iterator[threading.Thread]:
    thread = threading.Thread(target=work)
    thread.start()
    yield thread
    thread.join(30)
    assert not thread.is_alive()


@pytest.mark.parametrize("order", [("ab", "AB", "ab"), ("AB", "ab", "AB")])
def test_ids_that_differ_in_case_alone_are_two(order: tuple[str, ...]):
    reader = Reader(warehouse_from(TWINS))
    assert [_partners(reader, account_managers=(who,)) for who in order] == [{"ab": 1, "AB": 2}[who] for who in order]


def test_values_that_read_alike_as_text_are_two():
    city = warehouse_from("partner  tier  sector\np1  A  a\np2  A  b\np3  A  a',~'b")
    reader = Reader(city)
    assert _partners(reader, sectors=("a", "b")) == 2
    assert _partners(reader, sectors=("a', 'b",)) == 1


def test_a_write_that_is_no_import_changes_the_mark_and_every_answer():
    city = warehouse_from(TWINS)
    before, mark = _names(city), city.snapshot().mark
    _rename(city, "renamed")
    assert city.snapshot().mark != mark
    assert set(_names(city)) == {"renamed"} != set(before)


def test_a_write_that_fails_or_writes_nothing_new_leaves_the_mark(tmp_path: Path):
    city = open_file(tmp_path / "city.duckdb")
    mark = city.snapshot().mark
    with pytest.raises(duckdb.Error), city.transaction() as cursor:
        cursor.execute("INSERT INTO sector VALUES ('x', 'x', now(), NULL); SELECT error('taken back')")
    city.catch_up()
    assert city.snapshot().mark == mark
    city.close()
    again = open_file(tmp_path / "city.duckdb")
    assert again.snapshot().mark == mark
    again.close()


def test_an_answer_of_several_questions_is_of_one_state_or_none():
    city = warehouse_from(TWINS)
    reader = Reader(city)
    assert _partners(reader) == 3
    _rename(city, "renamed")
    with pytest.raises(OutdatedError):
        _partners(reader)
    with pytest.raises(OutdatedError):
        reader.review_before(DAY)
    assert _partners(Reader(city)) == 3


def test_a_question_that_writes_outrun_again_and_again_is_answered_without_one():
    city = warehouse_from(TWINS)
    asked: list[str] = []

    def ask(now: object) -> int:
        asked.append("once")
        if len(asked) <= 3:
            with _beside(lambda: _rename(city, f"name {len(asked)}")):
                pass
        return int(now.answer("SELECT count(*) AS n FROM partner_day", parameters(Scope(DAY)))[0]["n"])

    assert city.latest(ask) == 3
    assert len(asked) == 4


def test_a_visitor_between_a_commit_and_what_follows_keeps_nothing_old(monkeypatch: pytest.MonkeyPatch):
    city = warehouse_from(TWINS)
    assert city.answer("SELECT name FROM partner_day ORDER BY partner", parameters(Scope(DAY)))[0] == {"name": "p1"}
    inside, go = threading.Event(), threading.Event()
    forget = city.day_cache.forget_others

    def put_aside(mark: str) -> None:
        inside.set()
        go.wait(20)
        forget(mark)

    monkeypatch.setattr(city.day_cache, "forget_others", put_aside)
    with _beside(lambda: _rename(city, "new")):
        assert inside.wait(20)
        in_between = city.answer("SELECT DISTINCT name FROM partner_day", parameters(Scope(DAY)))
        go.set()
    assert in_between == city.answer("SELECT DISTINCT name FROM partner_day", parameters(Scope(DAY))) == [{"name": "new"}]


def test_a_kept_table_answers_while_another_one_is_made(monkeypatch: pytest.MonkeyPatch):
    city = warehouse_from(TWINS)
    held, go = threading.Event(), threading.Event()
    assert city.answer("SELECT count(*) AS n FROM partner_day", parameters(Scope(DAY))) == [{"n": 3}]
    read = city.day_cache.reading

    @contextmanager
    def slow(mark: str) -> Iterator[duckdb.DuckDBPyConnection]:
        if threading.current_thread() is not threading.main_thread():
            held.set()
            go.wait(20)
        with read(mark) as cursor:
            yield cursor

    monkeypatch.setattr(city.day_cache, "reading", slow)
    with _beside(lambda: city.answer("SELECT count(*) AS n FROM partner_day", parameters(Scope(date(2026, 1, 1))))):
        assert held.wait(20)
        began = time.monotonic()
        assert city.answer("SELECT count(*) AS n FROM partner_day", parameters(Scope(DAY))) == [{"n": 3}]
        waited = go.is_set() or time.monotonic() - began > 10
        go.set()
    assert not waited


def test_a_table_that_cannot_be_made_is_made_by_who_asks_next(monkeypatch: pytest.MonkeyPatch):
    city = warehouse_from(TWINS)
    read = city.day_cache.reading
    faults = iter([duckdb.InvalidInputException("a fault")])

    @contextmanager
    def faulty(mark: str) -> Iterator[duckdb.DuckDBPyConnection]:
        for fault in faults:
            raise fault
        with read(mark) as cursor:
            yield cursor

    monkeypatch.setattr(city.day_cache, "reading", faulty)
    asked = ("SELECT count(*) AS n FROM partner_day", parameters(Scope(DAY)))
    with pytest.raises(duckdb.Error):
        city.answer(*asked)
    assert city.answer(*asked) == [{"n": 3}]


def test_visitors_of_many_days_and_a_writer_see_whole_states_only():
    city = warehouse_from(TWINS)
    with city.transaction() as cursor:
        cursor.execute("UPDATE partner SET name = 'first'; UPDATE employee SET name = 'first'")
    stop = threading.Event()

    def write() -> int:
        turns = 0
        while not stop.is_set():
            turns += 1
            with city.transaction() as cursor:
                cursor.execute(f"UPDATE partner SET name = 'state {turns}'")
                cursor.execute(f"UPDATE employee SET name = 'state {turns}'")
        return turns

    def look(visitor: int) -> set[int]:
        found = set()
        for turn in range(40):
            values = parameters(Scope(date(2026, 1 + (visitor + turn) % 12, 1)))

            def both(now: object, values: dict[str, object] = values) -> int:
                first = now.answer("SELECT DISTINCT name FROM partner_day", values)
                second = now.answer("SELECT DISTINCT name FROM employee_day", values)
                return len({str(row["name"]) for row in (*first, *second)})

            found.add(city.latest(both))
        return found

    with ThreadPoolExecutor() as pool:
        writer = pool.submit(write)
        visitors = [pool.submit(look, number) for number in range(3)]
        found = set().union(*(visitor.result(120) for visitor in visitors))
        stop.set()
        assert writer.result(60) > 3
    assert found == {1}
    assert not [kept for kept in city.day_cache.kept.values() if kept.readers]


def test_a_readers_need_of_memory_takes_none_from_a_writer(frugal: Warehouse):
    limit = "SELECT current_setting('memory_limit') AS memory, current_setting('threads') AS threads"
    with frugal.transaction() as cursor:
        ample = cursor.execute(limit).fetchall()
        with _beside(lambda: frugal.answer(HEAVY.format(3_000_000), {})):
            pass
        assert cursor.execute(limit).fetchall() == ample
        assert cursor.execute(HEAVY.format(4_000_000)).fetchall() == [(4_000_000,)]
    assert frugal.rows(limit) == [{"memory": "76.2 MiB", "threads": 1}]


def test_two_heavy_readers_are_both_answered(frugal: Warehouse):
    sizes = (3_000_000, 5_000_000)
    with ThreadPoolExecutor() as pool:
        found = [pool.submit(frugal.answer, HEAVY.format(size), {}) for size in sizes * 3]
        assert [each.result(120)[0]["n"] for each in found] == [*sizes] * 3
    assert frugal.limits.works == 0
    assert frugal.rows("SELECT current_setting('memory_limit') AS memory") == [{"memory": "76.2 MiB"}]


def test_files_of_ones_own_never_land_in_the_demo_city(tmp_path: Path):
    city = open_file(tmp_path / "city.duckdb")
    file = tmp_path / "partner.csv"
    file.write_text("id,name\nreal-1,A real foundation\n")
    refused: list[Refusal] = []

    def bring() -> None:
        try:
            import_files(city, [file], at=AT)
        except Refusal as why:
            refused.append(why)

    city.writing.acquire()
    with _beside(bring):
        time.sleep(0.3)
        fill_with_demo(city, at=AT, partners=20)
        city.writing.release()
    assert len(refused) == 1
    assert not city.rows("SELECT id FROM partner WHERE id LIKE 'real%'")
    city.close()


def test_the_demo_never_lands_in_a_city_of_ones_own(tmp_path: Path):
    city = open_file(tmp_path / "city.duckdb")
    file = tmp_path / "partner.csv"
    file.write_text("id,name\nreal-1,A real foundation\n")
    import_files(city, [file], at=AT)
    with pytest.raises(Refusal, match="holds data already"):
        fill_with_demo(city, at=AT, partners=20)
    with pytest.raises(Refusal, match="no demo city to remove"):
        remove_demo(city)
    assert [row["id"] for row in city.rows("SELECT id FROM partner")] == ["real-1"]
    city.close()
