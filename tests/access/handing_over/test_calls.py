"""What a client has done over the line comes out as if it had the city open itself; stopped, it is taken back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from arriving import AT, said

from relinsight.access.city import City, OutdatedError
from relinsight.access.handing_over import conversation, notice
from relinsight.access.handing_over.elsewhere import CityElsewhere, OwnerElsewhere
from relinsight.access.handing_over.line import Line, reached
from relinsight.access.handing_over.wire import HERE, Wire
from relinsight.access.options import ImportOptions
from relinsight.access.place import copies
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text

Call = Callable[..., CityElsewhere]
PARTNERS = "SELECT name FROM partner ORDER BY name"


@pytest.fixture
def partners(tmp_path: Path) -> Path:
    """A file with another partner."""
    file = tmp_path / "partner.csv"
    file.write_text("id,name\np2,Water\n")
    return file


def _names(city: City | CityElsewhere) -> list[object]:
    return [row["name"] for row in city.reader().data.answer(PARTNERS, {})]


def test_a_client_brings_in_and_reads_and_takes_back(call: Call, city: City, partners: Path):
    told: list[str] = []
    client = call()
    report = client.owner.bring_in([partners], ImportOptions(), at=AT, progress=lambda doing, _part: told.append(doing.message))
    assert (report.inserted, report.files[0].file) == (1, "partner.csv")
    assert "Step {step} of {steps}: finishing" in told
    assert _names(client) == _names(city) == ["Harbour", "Water"]
    assert client.owner.undo(report.run_id, at=AT).removed == 1
    assert _names(call()) == ["Harbour"]


def test_files_are_found_from_where_the_client_stands(call: Call, partners: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "own.toml").write_text('[partner]\nid = "id"\nname = "name"\n')
    monkeypatch.chdir(tmp_path)
    report = call().owner.bring_in([Path("partner.csv")], ImportOptions(profile="own.toml"), at=AT)
    assert report.inserted == 1


def test_the_reader_of_a_client_answers_as_that_of_the_city(call: Call, city: City):
    assert call().reader().holding == city.reader().holding
    assert call().owner.runs() == city.owner.runs()


def test_a_question_that_changes_something_is_refused(call: Call, city: City):
    with pytest.raises(Refusal, match="Only SELECT"):
        call().reader().data.answer("DELETE FROM partner", {})
    assert _names(city) == ["Harbour"]


@pytest.mark.parametrize("name", ["close", "_make", "__init__", "warehouse", "write_rejects", "answer"])
def test_nothing_else_can_be_called(call: Call, name: str):
    with pytest.raises(Refusal, match="fault of the program"):
        call().line.call(name)


def test_what_is_refused_there_is_refused_here(call: Call, tmp_path: Path):
    with pytest.raises(Refusal) as why:
        call().owner.bring_in([tmp_path / "nowhere.csv"], ImportOptions(), at=AT)
    assert said(why.value.reason) == "nowhere.csv is not there; check the name and the folder."


def test_what_the_machine_does_there_is_raised_here(call: Call, city: City, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "city.duckdb")

    monkeypatch.setattr("relinsight.access.owner.Owner.check", full)
    with pytest.raises(OSError, match="No space left") as error:
        call().owner.check()
    assert (error.value.errno, error.value.filename) == (28, "city.duckdb")


def test_two_clients_at_once_one_reads_while_the_other_writes(call: Call, partners: Path):
    reader, writer = call(), call()
    seen: list[object] = []

    def look(_doing: Text, _part: float) -> None:
        seen.append(tuple(_names(reader)))

    writer.owner.bring_in([partners], ImportOptions(), at=AT, progress=look)
    assert set(seen) == {("Harbour",)}
    assert _names(reader) == ["Harbour", "Water"]


def test_a_client_that_is_stopped_waits_until_its_run_is_taken_back(call: Call, city: City, partners: Path):
    def press_ctrl_c(doing: Text, _part: float) -> None:
        if "writing" in doing.message:
            raise KeyboardInterrupt

    client = call()
    with pytest.raises(KeyboardInterrupt):
        client.owner.bring_in([partners], ImportOptions(), at=AT, progress=press_ctrl_c)
    assert not city.warehouse.writing._is_owned()
    assert city.warehouse.writer is None
    assert _names(city) == _names(client) == ["Harbour"]
    assert len(city.owner.runs()) == 1


def test_a_client_that_is_gone_has_its_run_taken_back(call: Call, city: City, partners: Path):
    client, other = call(), call()

    def hang_up(doing: Text, _part: float) -> None:
        if "writing" in doing.message:
            client.line.wire.end.shutdown(socket.SHUT_RDWR)

    with pytest.raises(Refusal, match="ended before this was done"):
        client.owner.bring_in([partners], ImportOptions(), at=AT, progress=hang_up)
    other.owner.bring_in([partners], ImportOptions(dry_run=True), at=AT)  # waits for its turn
    assert _names(other) == ["Harbour"]


def test_a_long_step_of_the_engine_breaks_off_where_it_stands(call: Call, city: City, monkeypatch: pytest.MonkeyPatch):
    began = threading.Event()

    def long(self: object, run: str, *, at: object) -> None:
        with city.warehouse.transaction() as cursor:
            began.set()
            cursor.execute("UPDATE partner SET name = (SELECT count(*)::VARCHAR FROM range(100000000000) AS t (x) WHERE x % 7 = 8)")

    monkeypatch.setattr("relinsight.access.owner.Owner.undo", long)
    client = call()
    ended: list[str] = []

    def ask() -> None:
        with pytest.raises(Refusal) as why:
            client.owner.undo("x", at=AT)
        ended.append(said(why.value.reason))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    assert began.wait(20)
    client.line.wire.say("stop")
    asking.join(20)
    assert ended == ["This was stopped on the command line, and nothing was changed."]
    assert _names(city) == ["Harbour"]


def test_an_answer_is_asked_anew_where_a_write_came_in_between(call: Call, city: City, partners: Path):
    """As often as it takes, and in the end while no write may begin."""
    client, other = call(), call()
    turns: list[int] = []

    def ask(reader: object) -> list[object]:
        turns.append(1)
        found = [row["name"] for row in reader.data.answer(PARTNERS, {})]
        if len(turns) < 4:
            other.owner.bring_in([partners], ImportOptions(replace=len(turns) % 2 == 0), at=AT)
            partners.write_text(f"id,name\np{len(turns) + 2},More {len(turns)}\n")
        else:
            assert not city.warehouse.writing.acquire(blocking=False)
        assert [row["name"] for row in reader.data.answer(PARTNERS, {})] == found
        return found

    assert client.read(ask)
    assert len(turns) == 4
    assert city.warehouse.writing.acquire(timeout=5)
    city.warehouse.writing.release()


def test_an_outdated_reader_says_so(call: Call, partners: Path):
    client = call()
    reader = client.reader()
    client.owner.bring_in([partners], ImportOptions(), at=AT)
    with pytest.raises(OutdatedError):
        reader.data.answer(PARTNERS, {})


def test_who_holds_up_all_writes_and_is_silent_is_sent_away(call: Call, city: City, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(conversation, "HELD_FOR", 0.1)
    client = call()
    client.line.call("hold")
    assert city.warehouse.writing.acquire(timeout=5)
    city.warehouse.writing.release()


def test_a_backup_and_an_export_are_written_by_the_client(call: Call, city: City, tmp_path: Path):
    call().owner.backup(tmp_path / "copy.duckdb")
    with duckdb.connect(str(tmp_path / "copy.duckdb"), read_only=True) as copy:
        assert copy.execute(PARTNERS).fetchall() == [("Harbour",)]
    there, here = city.owner.export(tmp_path / "there", "csv"), call().owner.export(tmp_path / "here", "csv")
    assert [file.relative_to(tmp_path / "there") for file in there] == [file.relative_to(tmp_path / "here") for file in here]
    assert [file.read_bytes() for file in there] == [file.read_bytes() for file in here]
    with pytest.raises(Refusal, match="is the database itself"):
        call().owner.backup(city.warehouse.path)


def test_an_export_changes_nothing_that_anybody_sees(call: Call, city: City, tmp_path: Path):
    before = city.mark
    call().owner.export(tmp_path / "all", "csv")
    assert city.mark == before


def test_a_copy_stays_until_the_data_change_and_its_reader_is_gone(call: Call, city: City, partners: Path, path: Path):
    first, second = call(), call()
    copy = first.line.call("copy")
    assert copy == second.line.call("copy")
    assert copies(path).stat().st_mode & 0o077 == 0
    with duckdb.connect(str(copy), read_only=True) as read:
        assert read.execute(PARTNERS).fetchall() == [("Harbour",)]
    second.owner.bring_in([partners], ImportOptions(), at=AT)
    newer = call().line.call("copy")
    assert newer != copy
    assert copy.exists()
    with duckdb.connect(str(newer), read_only=True) as read:
        assert read.execute(PARTNERS).fetchall() == [("Harbour",), ("Water",)]
    first.close()
    second.close()
    assert call().owner.check() == ()
    for _ in range(100):
        if not copy.exists():
            break
        threading.Event().wait(0.05)
    assert [file for file in copies(path).iterdir() if file.suffix == ".duckdb"] == [newer]


def test_a_copy_is_made_beside_a_write_too(call: Call, city: City, partners: Path):
    client, other = call(), call()
    seen: list[tuple[str, ...]] = []

    def copy(_doing: Text, _part: float) -> None:
        if not seen:
            with duckdb.connect(str(other.line.call("copy")), read_only=True) as read:
                seen.extend(read.execute(PARTNERS).fetchall())

    client.owner.bring_in([partners], ImportOptions(), at=AT, progress=copy)
    assert seen == [("Harbour",)]


def _breaks_off(path: Path, *parts: tuple[object, ...] | bytes) -> Line:
    """A line to a program that ends in the middle of its answer."""
    server = socket.create_server((HERE, 0))
    hung = notice.fresh(server.getsockname()[1])
    hung.put_up(path)

    def answer() -> None:
        end, _ = server.accept()
        with end, server:
            wire = Wire(end)
            wire.demand(hung.key)
            assert wire.hear()[0] == "hello"
            wire.say("answer", None)
            assert wire.hear()[0] == "call"
            for part in parts:
                wire.give(part) if isinstance(part, bytes) else wire.say(*part)

    threading.Thread(target=answer, daemon=True).start()
    line = reached(path)
    assert line is not None
    return line


def test_a_dashboard_that_ends_meanwhile_is_one_sentence_and_leaves_no_half_file(path: Path, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    for ask in (
        lambda owner: owner.runs(),
        lambda owner: owner.backup(out / "copy.duckdb"),
        lambda owner: owner.export(out / "all", "csv"),
    ):
        with closing(_breaks_off(path, ("file", "partner.csv", 100), b"half of it")) as line, pytest.raises(Refusal) as why:
            ask(OwnerElsewhere(line))
        assert said(why.value.reason) == (
            "The dashboard that has city.duckdb open ended before this was done, and what was not finished has changed nothing; try again."
        )
        assert list(out.iterdir()) == []
