"""Work that writes goes on beside the pages: one at a time, seen by all, whatever a visitor clicks or closes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from opened import Opened, drop, settle

from relinsight.access.options import ImportOptions
from relinsight.access.owner import Owner
from relinsight.languages.sentence import Speaker
from relinsight.show import work
from relinsight.show.jobs import Jobs, Tell
from relinsight.words import clock
from relinsight.words.refusal import Refusal
from relinsight.words.text import text

SAY = Speaker("en")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Imports wait inside their work until the event; a page does not wait for them."""
    go = threading.Event()
    bring_in = Owner.bring_in

    def slow(self: Owner, files: list[Path], options: ImportOptions, *, progress: Tell, **kwargs: object) -> object:
        if not options.dry_run:
            progress(text("Reading files"), 0.25)
            assert go.wait(60)
        return bring_in(self, files, options, progress=progress, **kwargs)

    monkeypatch.setattr(Owner, "bring_in", slow)
    monkeypatch.setattr(work, "AT_ONCE", 0.2)
    yield go
    go.set()


def _upload(app: object, *files: tuple[str, bytes]) -> None:
    drop(app, *files)
    app.button(key="start-import").click().run()


def _counts(app: object) -> list[str]:
    return [said.value for said in app.markdown if "were read" in said.value]


def test_two_files_of_one_name_are_two_files(open_page: Opened, tmp_path: Path):
    app = open_page(tmp_path / "new.duckdb", "data", view="bring")
    _upload(app, ("partner.csv", b"id,name\np1,a\np2,b\n"), ("partner.csv", b"id,name\np3,c\np4,d\np5,e\n"))
    settle(app)
    assert _counts(app) == ["5 rows were read: 5 new, 0 changed, 0 the same and 0 rejected."]


def test_an_import_goes_on_whatever_a_visitor_clicks_and_every_visitor_sees_it(open_page: Opened, tmp_path: Path, held: threading.Event):
    path = tmp_path / "new.duckdb"
    app = open_page(path, "data", view="bring")
    _upload(app, ("partner.csv", b"id,name,tier\np1,Harbour,A\n"))
    app.segmented_control(key="w_lang").set_value("nl").run()
    assert not app.exception
    other = open_page(path)
    (bar,) = [element.proto for element in other.get("progress")]
    assert bar.value == 25
    assert bar.text.replace("\\", "").startswith("Import of partner.csv: Reading files · ")
    held.set()
    settle(app)
    assert not app.exception
    other.run()
    assert other.session_state["run"].reader.holding.partners == 1
    assert not other.get("progress")


def test_a_second_import_waits_for_the_first_and_says_so(open_page: Opened, tmp_path: Path, held: threading.Event):
    path = tmp_path / "new.duckdb"
    first, second = open_page(path, "data", view="bring"), open_page(path, "data", view="bring")
    drop(first, ("partner.csv", b"id,name\np1,Harbour\n"))
    drop(second, ("partner.csv", b"id,name\np2,Water\n"))
    for app in (first, second):
        app.button(key="start-import").click().run()
    said = [element.proto.text.replace("\\", "") for element in second.get("progress")]
    assert [line.split(" · ")[0] for line in said] == [
        "Import of partner.csv: Reading files",
        "Import of partner.csv: Waiting for its turn",
    ]
    held.set()
    settle(first)
    settle(second)
    assert second.session_state["run"].reader.holding.partners == 2


def test_the_files_lie_on_disk_before_the_work_begins_and_go_after_it(open_page: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[tuple[bytes, Path]] = []
    bring_in = Owner.bring_in

    def looking(self: Owner, files: list[Path], *args: object, **kwargs: object) -> object:
        seen.extend((file.read_bytes(), file) for file in files)
        return bring_in(self, files, *args, **kwargs)

    monkeypatch.setattr(Owner, "bring_in", looking)
    app = open_page(tmp_path / "new.duckdb", "data", view="bring")
    _upload(app, ("partner.csv", b"id,name\np1,Harbour\n"))
    settle(app)
    assert [content for content, _ in seen] == [b"id,name\np1,Harbour\n"] * 2
    assert not any(file.exists() for _, file in seen)


def test_the_day_from_which_changes_hold_is_asked_and_passed_on(open_page: Opened, tmp_path: Path):
    path = tmp_path / "new.duckdb"
    app = open_page(path, "data", view="bring")
    assert app.date_input(key="start-as-of").value == clock.today()
    assert "holds from this day on" in app.date_input(key="start-as-of").help
    _upload(app, ("partner.csv", b"id,name,tier\np1,Harbour,A\n"))
    settle(app)
    app = open_page(path, "data", view="bring")
    app.date_input(key="start-as-of").set_value(date(2026, 3, 1)).run()
    _upload(app, ("partner.csv", b"id,name,tier\np1,Harbour,C\n"))
    settle(app)
    tiers = app.session_state["run"].city.warehouse.rows("SELECT tier, from_date, to_date FROM partner_tier ORDER BY tier", {})
    assert [tuple(row.values()) for row in tiers] == [("A", None, date(2026, 2, 28)), ("C", date(2026, 3, 1), None)]


def test_other_data_let_the_day_and_the_filters_begin_anew_for_every_visitor(open_page: Opened, small_demo_file: Path, own_copy):
    path = own_copy(small_demo_file)
    app, other = open_page(path), open_page(path, sector="care")
    assert other.session_state["run"].scope.sectors == ("care",)
    app.session_state["data-panel"] = True
    app.run()
    app.session_state["data-panel"] = True
    app.checkbox(key="remove-sure").check().run()
    app.button(key="remove-demo").click().run()
    settle(app)
    app = open_page(path, "data", view="bring")
    _upload(app, ("partner.csv", b"id,name,tier\np1,Harbour,A\n"))
    settle(app)
    other.run()
    assert not other.exception
    assert [said.value for said in other.info] == [
        "Other data were brought in since your last look, so the day and the filters begin anew."
    ]
    assert other.query_params["sector"] in ("all", ["all"])
    assert other.session_state["run"].scope.as_of == app.session_state["run"].scope.as_of


def test_one_piece_of_work_at_a_time_and_each_tells_how_it_ended():
    jobs, inside, most = Jobs(), [], []

    def one(tell: Tell) -> str:
        inside.append(1)
        most.append(len(inside))
        tell(text("Reading files"), 1.5)
        inside.pop()
        return "done"

    def refused(_tell: Tell) -> None:
        raise Refusal(text("There is no file to bring in; name one or more."))

    def faulty(_tell: Tell) -> None:
        raise ValueError("a fault with Anna Jansen in it")

    done: list[str] = []
    found = [jobs.start(text("Demo city"), work, lambda: done.append("after")) for work in (one, refused, faulty, one, one)]
    assert all(job.finished.wait(20) for job in found)
    assert [job.state for job in found] == ["done", "refused", "refused", "done", "done"]
    assert (found[0].result, found[0].part) == ("done", 1.0)
    assert SAY(found[1].reason) == "There is no file to bring in; name one or more."
    assert "Anna" not in SAY(found[2].reason)
    assert max(most) == 1
    assert len(done) == 5
    assert jobs.live == []


def test_no_streamlit_call_is_made_from_a_piece_of_work(monkeypatch: pytest.MonkeyPatch):
    def shown(*_: object, **__: object) -> None:
        raise AssertionError("drawn from a thread")

    monkeypatch.setattr(st, "progress", shown)
    job = Jobs().start(text("Demo city"), lambda tell: tell(text("Reading files"), 0.5))
    assert job.finished.wait(20)
    assert job.state == "done"
