"""Children that do one piece of work in a process of their own: they can be killed, and their disk can be small, full or read-only."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

NEW_USER, NEW_MOUNTS = 0x10000000, 0x00020000
BIND, READ_ONLY, REMOUNT, PRIVATE_BELOW = 4096, 1, 32, 0x44000
NOBODY = 65534
Prepare = Callable[[Path], None]

context = multiprocessing.get_context("forkserver")


def ready() -> None:
    """Start the server that imports everything once and forks: a child is there in milliseconds, with one thread."""
    context.set_forkserver_preload(["children", "doing"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        forkserver.ensure_running()


class Child:
    """One process in a group of its own, and the pipe over which it tells how far it is."""

    def __init__(self, work: Callable[..., Any], *arguments: object, prepare: Prepare | None = None, folder: Path | None = None) -> None:
        ready()
        self.told, telling = context.Pipe(duplex=False)
        self.process = context.Process(target=_begin, args=(telling, work, arguments, prepare, folder), daemon=True)
        with _no_main():
            self.process.start()
        telling.close()

    def says(self) -> Iterator[Any]:
        """Everything that the child says until it ends, what it gives back last."""
        try:
            while True:
                yield self.told.recv()
        except EOFError:
            self.process.join()

    def hears(self, wanted: str) -> bool:
        """Wait until the child says this; False where it ended before."""
        return any(said == wanted for said in self.says())

    def answer(self) -> Any:
        """What the child gives back at the end."""
        *_, last = (None, *self.says())
        return last

    def kill(self) -> None:
        """End the child and whatever it started, at once."""
        assert self.process.pid
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()


@contextmanager
def _no_main() -> Iterator[None]:
    """A child would run the main module of its parent again, and that may be the dashboard."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        yield


def done(work: Callable[..., Any], *arguments: object, prepare: Prepare | None = None, folder: Path | None = None) -> Any:
    """What a child gives back that nobody kills."""
    child = Child(work, *arguments, prepare=prepare, folder=folder)
    said = child.answer()
    assert child.process.exitcode == 0, f"the child ended with {child.process.exitcode}"
    return said


def lengths(work: Callable[..., Any], *arguments: object) -> dict[str, float]:
    """How long each stage of a child takes that nobody kills."""
    child = Child(work, *arguments)
    began: dict[str, float] = {}
    for said in child.says():
        began.setdefault(str(said), time.monotonic())
    times = [*began.values(), time.monotonic()]
    return {stage: then - now for stage, now, then in zip(began, times, times[1:], strict=False)}


def possible(prepare: Prepare, folder: Path) -> bool:
    """Whether this machine lets anybody have such a disk."""
    child = Child(nothing, prepare=prepare, folder=folder)
    child.answer()
    return not child.process.exitcode


def needs(prepare: Prepare, folder: Path) -> None:
    """Skip where there can be no such disk."""
    if not possible(prepare, folder):
        pytest.skip("This machine lets nobody but its owner mount a disk.")


def nothing(_tell: Callable[[object], None]) -> None:
    """Only begin and end."""


def _begin(
    telling: Connection, work: Callable[..., Any], arguments: tuple[object, ...], prepare: Prepare | None, folder: Path | None
) -> None:
    os.setsid()
    sys.dont_write_bytecode = True  # a module compiled onto a full disk is cut off, and breaks every later import of it
    if prepare is not None and folder is not None:
        prepare(folder)
    telling.send(work(telling.send, *arguments))


def full_disk(room: int) -> Prepare:
    """A disk with room for so many bytes, in place of the folder; what is in the folder is copied onto it."""
    return _Disk(room)


class _Disk:
    def __init__(self, room: int) -> None:
        self.room = room

    def __call__(self, folder: Path) -> None:
        _own_mounts()
        _small_disk(folder, self.room)


class Limited:
    """No file may grow beyond this size: what a full disk is where no disk can be mounted."""

    def __init__(self, room: int) -> None:
        self.room = room

    def __call__(self, _folder: Path) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.room, self.room))


def read_only_disk(folder: Path) -> None:
    """The folder on a disk that cannot be written."""
    _own_mounts()
    _mount(str(folder), folder, "", BIND, "")
    _mount("", folder, "", BIND | REMOUNT | READ_ONLY, "")


def nobody(_folder: Path) -> None:
    """A user for whom the rights of files hold."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _own_mounts() -> None:
    """Mounts that nobody else sees, and the right to make them."""
    user, group = os.getuid(), os.getgid()
    if _libc().unshare(NEW_USER | NEW_MOUNTS):
        raise OSError(ctypes.get_errno(), "mounts of one's own are not allowed here")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"0 {user} 1")
    Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    _mount("none", Path("/"), "", PRIVATE_BELOW, "")


def _small_disk(folder: Path, room: int) -> None:
    there = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    _mount("small", folder, "tmpfs", 0, f"size={room}")
    for name, content in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _mount(source: str, target: Path, kind: str, flags: int, options: str) -> None:
    given = [text.encode() for text in (source, str(target), kind)]
    if _libc().mount(*given, ctypes.c_ulong(flags), options.encode()):
        raise OSError(ctypes.get_errno(), f"{target} cannot be mounted")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
