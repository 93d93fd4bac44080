"""What the command line has done here is seen on the pages as if a visitor had begun it, and waits for its turn as that would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from arriving import AT
from opened import Opened

from relinsight.access.handing_over.calls import Office
from relinsight.access.handing_over.door import opened
from relinsight.access.handing_over.elsewhere import CityElsewhere
from relinsight.access.handing_over.line import reached
from relinsight.access.options import ImportOptions
from relinsight.access.owner import Owner
from relinsight.show import caches
from relinsight.show.door import carry
from relinsight.show.jobs import Tell
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text


class Client(threading.Thread):
    """A command line that has a file brought in: what it is told, and how it ended."""

    def __init__(self, path: Path, name: str, *, dry_run: bool = False) -> None:
        super().__init__(daemon=True)
        self.file = path.with_name(name) / "partner.csv"
        self.file.parent.mkdir()
        self.file.write_text(f"id,name\n{name},{name}\n")
        line = reached(path)
        assert line is not None
        self.city = CityElsewhere(line)
        self.options = ImportOptions(dry_run=dry_run)
        self.told: list[str] = []
        self.telling = threading.Event()
        self.refused: Text | None = None
        self.start()

    def run(self) -> None:
        try:
            self.city.owner.bring_in([self.file], self.options, at=AT, progress=self._hear)
        except Refusal as refused:
            self.refused = refused.reason

    def _hear(self, doing: Text, _part: float) -> None:
        self.told.append(doing.message)
        self.telling.set()

    def ended(self) -> Text | None:
        self.join(30)
        self.city.close()
        return self.refused


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Imports wait inside their work until the event."""
    event, bring_in = threading.Event(), Owner.bring_in

    def slow(self: Owner, *args: object, progress: Tell, **kwargs: object) -> object:
        progress(text("Reading files"), 0.25)
        assert event.wait(30)
        return bring_in(self, *args, progress=progress, **kwargs)

    monkeypatch.setattr(Owner, "bring_in", slow)
    yield event
    event.set()


@pytest.fixture
def path(tmp_path: Path, open_page: Opened) -> Iterator[Path]:
    """An empty city that a visitor looks at."""
    path = tmp_path / "new.duckdb"
    open_page(path)
    with opened(Office(path, caches.city, carry)):
        yield path


def _bars(app: object) -> list[str]:
    return [element.proto.text.replace("\\", "").split(" · ")[0] for element in app.get("progress")]


def test_an_import_from_the_command_line_is_seen_by_visitors_and_the_next_waits_for_its_turn(
    path: Path, open_page: Opened, go: threading.Event
):
    first = Client(path, "first")
    assert first.telling.wait(20)
    second = Client(path, "second")
    assert second.telling.wait(20)
    assert second.told == ["Waiting for its turn"]
    assert _bars(open_page(path)) == ["Import of partner.csv: Reading files", "Import of partner.csv: Waiting for its turn"]
    go.set()
    assert (first.ended(), second.ended()) == (None, None)
    app = open_page(path)
    assert app.session_state["run"].reader.holding.partners == 2
    assert len([said for said in app.markdown if said.value.startswith("1 row was read: 1 new")]) == 2


def test_who_does_not_wait_any_longer_is_let_go_at_once_and_nothing_of_it_is_done(path: Path, open_page: Opened, go: threading.Event):
    first = Client(path, "first")
    assert first.telling.wait(20)
    second = Client(path, "second")
    assert second.telling.wait(20)
    second.city.line.wire.say("stop")
    assert second.ended() == text("This was stopped on the command line, and nothing was changed.")
    go.set()
    assert first.ended() is None
    assert open_page(path).session_state["run"].reader.holding.partners == 1


def test_a_rehearsal_is_said_to_be_one_and_its_counts_are_shown_to_nobody(path: Path, open_page: Opened, go: threading.Event):
    client = Client(path, "first", dry_run=True)
    assert client.telling.wait(20)
    assert _bars(open_page(path)) == ["Rehearsal of an import of partner.csv: Reading files"]
    go.set()
    assert client.ended() is None
    app = open_page(path)
    assert not [said for said in app.markdown if "read:" in said.value]
    assert app.session_state["run"].reader.holding.is_empty
