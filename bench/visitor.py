"""A visitor without a browser: it speaks the dashboard's own protocol, and times each run of the script on the server."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 600
MOST = 2**28  # bytes of one message


@dataclass
class Run:
    """One run of a script on the server: how long it took, and what it put on the page."""

    seconds: float
    deltas: dict[tuple[int, ...], Delta]
    exceptions: list[str]

    def kinds(self) -> dict[str, int]:
        """How many elements of each kind the page has."""
        counted: dict[str, int] = {}
        for delta in self.deltas.values():
            if delta.WhichOneof("type") == "new_element":
                kind = str(delta.new_element.WhichOneof("type"))
                counted[kind] = counted.get(kind, 0) + 1
        return counted


@dataclass
class Visitor:
    """One session with the dashboard on this port."""

    port: int
    connection: ClientConnection = field(init=False)

    def __enter__(self) -> Self:
        self.connection = connect(f"ws://localhost:{self.port}/_stcore/stream", subprotocols=["streamlit"], max_size=MOST)  # pyright: ignore[reportArgumentType]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()

    def go(self, page: str, **asked: str) -> Run:
        """Ask for a page with these parts of the address, and wait until its script has run."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = urlencode(asked)
        message.rerun_script.context_info.locale = "en"
        message.rerun_script.context_info.url = f"http://localhost:{self.port}/{page}"
        start = time.perf_counter()
        self.connection.send(message.SerializeToString())
        return self._until_it_has_run(start)

    def _until_it_has_run(self, start: float) -> Run:
        deltas: dict[tuple[int, ...], Delta] = {}
        failed: list[str] = []
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(self.connection.recv(PATIENCE)))  # pyright: ignore[reportArgumentType]
            kind = message.WhichOneof("type")
            if kind == "new_session":
                deltas.clear()
            elif kind == "delta":
                deltas[tuple(message.metadata.delta_path)] = message.delta
                if message.delta.new_element.WhichOneof("type") == "exception":
                    failed.append(message.delta.new_element.exception.message)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return Run(time.perf_counter() - start, deltas, failed)
