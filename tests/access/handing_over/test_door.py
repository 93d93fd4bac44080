"""Nobody comes in by the door but who may read the notice beside the database, on this machine, with the same version."""

from __future__ import annotations

import json
import logging
import os
import socket
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from arriving import AT, said

from relinsight.access.handing_over import line, notice, wire
from relinsight.access.handing_over.calls import Office
from relinsight.access.handing_over.city import city_at_hand, readable
from relinsight.access.handing_over.door import Door, opened
from relinsight.access.handing_over.line import reached, untold
from relinsight.access.handing_over.wire import HERE, NONCE, LostError, Wire
from relinsight.access.options import ImportOptions
from relinsight.access.place import copies
from relinsight.access.place import notice as place
from relinsight.words.refusal import Refusal

PROGRAM = "HTTP/1.1 200 OK\r\n\r\n"


def _stranger(door: Door) -> socket.socket:
    end = socket.create_connection((HERE, door.notice.port), 5)
    end.settimeout(5)
    return end


def _all_that_comes(end: socket.socket) -> bytes:
    heard = b""
    while part := end.recv(4096):
        heard += part
    return heard


def _put(path: Path, content: str, mode: int = 0o600) -> None:
    place(path).unlink(missing_ok=True)
    place(path).write_text(content)
    place(path).chmod(mode)


def test_a_stranger_is_told_nothing(door: Door):
    with _stranger(door) as end:
        end.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".ljust(200, b"x"))
        try:
            heard = _all_that_comes(end)
        except ConnectionResetError:
            heard = bytes(NONCE)
    assert len(heard) == NONCE  # random bytes, and no answer


def test_who_knows_another_token_is_told_nothing(door: Door):
    with _stranger(door) as end, pytest.raises(LostError):
        Wire(end).prove(b"0" * 64)


def test_a_stranger_who_says_nothing_is_sent_away_and_keeps_nobody_waiting(door: Door, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wire, "PATIENCE", 0.2)
    with _stranger(door) as end:
        found = reached(path)
        assert found is not None
        found.close()
        assert len(_all_that_comes(end)) == NONCE


def test_what_was_overheard_opens_nothing_later(door: Door):
    with _stranger(door) as end:
        first = Wire(end)
        asked = first._take(NONCE)
        proof = bytes(NONCE) + wire._proof(door.notice.key, wire.CLIENT, asked, bytes(NONCE))
        end.sendall(proof)
        assert first._take(NONCE) == wire._proof(door.notice.key, wire.SERVER, asked, bytes(NONCE))
    with _stranger(door) as end:
        assert end.recv(NONCE)
        end.sendall(proof)
        with pytest.raises(LostError):
            Wire(end)._take(1)


def test_the_door_is_on_this_machine_alone(door: Door):
    assert door.server_address[0] == HERE
    assert door.verify_request(None, ("127.0.0.1", 5000))
    assert not door.verify_request(None, ("192.0.2.7", 5000))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("This machine has no other address.")
        other = way.getsockname()[0]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((other, door.notice.port), 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_the_notice_is_its_owners_alone(door: Door, path: Path):
    assert stat.S_IMODE(place(path).stat().st_mode) == 0o600
    written = json.loads(place(path).read_text())
    assert (written["port"], written["pid"], written["version"]) == (door.notice.port, os.getpid(), door.notice.version)
    assert len(written["token"]) == 64


def test_the_token_is_told_nowhere(door: Door, path: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    found = reached(path)
    assert found is not None
    with pytest.raises(Refusal):
        found.call("nothing of the kind")
    found.close()
    assert "ended by a fault" in caplog.text
    assert door.notice.token not in caplog.text + repr(door.notice) + repr(vars(found)) + repr(sys.argv)


def test_another_version_is_refused_by_the_client(door: Door, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line, "version", lambda: "0.0.9")
    with pytest.raises(Refusal) as why:
        reached(path)
    assert said(why.value.reason) == (
        f"The dashboard that has city.duckdb open is version {door.notice.version} and this command is version 0.0.9; "
        "start the dashboard again, and use one version."
    )


def test_another_version_is_refused_by_the_door(door: Door, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line, "version", lambda: "0.0.9")
    monkeypatch.setattr(line, "found", lambda _path: replace(door.notice, version="0.0.9"))
    with pytest.raises(Refusal) as why:
        reached(path)
    assert f"is version {door.notice.version} and this command is version 0.0.9" in said(why.value.reason)


def test_a_notice_that_nobody_stands_behind_is_ignored(path: Path):
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    old = replace(notice.fresh(port), pid=1)
    old.put_up(path)
    assert reached(path) is None
    with readable(path) as file:
        assert file == path
    city_at_hand(path, untold).close()
    assert old.is_up(path)


def test_a_notice_whose_port_another_program_has_now_is_ignored(path: Path):
    """The other program is told no more than random bytes, though it was called."""
    with socket.create_server((HERE, 0)) as other:
        heard: list[bytes] = []

        def answer() -> None:
            end, _ = other.accept()
            with end:
                end.sendall(PROGRAM.encode().ljust(NONCE, b"."))
                heard.append(end.recv(4096))
                end.sendall(bytes(NONCE))

        answering = threading.Thread(target=answer)
        answering.start()
        notice.fresh(other.getsockname()[1]).put_up(path)
        assert reached(path) is None
        answering.join()
    assert len(heard[0]) == 2 * NONCE


@pytest.mark.parametrize("content", ["", "{", "[]", '{"port": 1}', '{"port": "x", "token": "", "pid": 0, "version": ""}', "\ud800"])
def test_a_notice_that_is_none_is_ignored(path: Path, content: str):
    place(path).write_bytes(content.encode("utf-8", "surrogatepass"))
    place(path).chmod(0o600)
    assert reached(path) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_a_notice_that_others_can_write_or_read_is_not_believed(door: Door, path: Path):
    written = place(path).read_text()
    _put(path, written, 0o644)
    assert reached(path) is None
    _put(path, written)
    found = reached(path)
    assert found is not None
    found.close()


def test_an_old_notice_is_replaced_and_a_link_in_its_place_is_not_followed(office: Office, path: Path, tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear all")
    place(path).symlink_to(letter)
    with opened(office) as door:
        assert door.notice.is_up(path)
        assert not place(path).is_symlink()
    assert letter.read_text() == "dear all"


def test_at_the_end_the_notice_and_the_copies_are_gone(office: Office, path: Path):
    copies(path).mkdir()
    (copies(path) / "left.duckdb").write_text("by a program that was killed")
    with opened(office) as door:
        assert not copies(path).exists()
        assert door.notice.is_up(path)
        found = reached(path)
        assert found is not None
        assert found.call("copy").is_file()
        found.close()
    assert not place(path).exists()
    assert not copies(path).exists()


def test_a_notice_of_another_program_stays_at_the_end(office: Office, path: Path):
    with opened(office):
        other = notice.fresh(1)
        other.put_up(path)
    assert other.is_up(path)


def test_a_database_is_found_by_a_link_to_it_too(door: Door, path: Path, tmp_path: Path):
    (tmp_path / "linked.duckdb").symlink_to(path)
    found = reached(tmp_path / "linked.duckdb")
    assert found is not None
    found.close()


def test_another_process_is_kept_out_whatever_was_copied_or_brought_in(door: Door, path: Path):
    """The lock of the engine is gone as soon as this process closes the file once, however it opened it."""
    found = reached(path)
    assert found is not None
    found.call("copy")
    with pytest.raises(Refusal, match="is not a table"):
        found.call("bring_in", [path], ImportOptions(), at=AT)
    found.close()
    opening = f"import duckdb; duckdb.connect({str(path)!r})"
    done = subprocess.run([sys.executable, "-c", opening], capture_output=True, text=True, check=False)
    assert "lock" in done.stderr
