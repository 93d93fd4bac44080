"""Archives in which files for an import lie: unpacked into a folder of the run, which is gone at its end."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from relinsight.sources.refusal import BROKEN, LARGE, TIMES_PACKED, ImportRefused, cut_short, empty
from relinsight.sources.workbook.parts import opens_in_office
from relinsight.words.name import Name
from relinsight.words.text import Text, counted, text

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_FILES = 200
MOST_BYTES = 2_000_000_000
LOCKED = 0x1
OF_THE_MACHINE = "__MACOSX"


@dataclass(frozen=True)
class Arrived:
    """A file to read, how it is told, and what is to be said of the archive from which it came."""

    path: Path
    told: str
    remarks: tuple[Text, ...] = ()


@contextmanager
def unpacked(told: Mapping[Path, str], files: Sequence[Path]) -> Generator[tuple[Arrived, ...]]:
    """The files themselves, and those that lie in an archive among them."""
    with tempfile.TemporaryDirectory(prefix="relinsight-") as folder:
        yield tuple(each for at, path in enumerate(files) for each in _arrived(path, told[path], Path(folder) / str(at)))


def _arrived(path: Path, told: str, folder: Path) -> tuple[Arrived, ...]:
    if not is_archive(path):
        return (Arrived(path, told),)
    try:
        with zipfile.ZipFile(path) as archive:
            return tuple(_members(archive, told, folder, _looked_at(archive, path, told)))
    except BROKEN as error:
        raise ImportRefused(cut_short(Path(told))) from error


def is_archive(path: Path) -> bool:
    """Whether a file holds others and is none that an office program opens."""
    try:
        return path.is_file() and _opens_as_archive(path) and zipfile.is_zipfile(path) and not opens_in_office(path)
    except OSError:
        return False  # who reads it says why it cannot be read


def _opens_as_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC[0])) in MAGIC


def _looked_at(archive: zipfile.ZipFile, path: Path, told: str) -> list[zipfile.ZipInfo]:
    """The files of an archive, where nothing speaks against unpacking them."""
    found = [each for each in archive.infolist() if not each.is_dir()]
    if why_not := next(_reasons_against(found, Name(told)), None):
        raise ImportRefused(why_not)
    if not any(map(_is_seen, found)):
        raise ImportRefused(empty(path))
    return found


def _reasons_against(found: Sequence[zipfile.ZipInfo], file: Name) -> Iterator[Text]:
    if len(found) > MOST_FILES:
        yield text(
            "{file} holds {n} files, more than the {most} that are read at once; take out those that are no tables.",
            file=file,
            n=len(found),
            most=MOST_FILES,
        )
    if sum(each.file_size for each in found) > MOST_BYTES or any(
        each.file_size > max(LARGE, TIMES_PACKED * each.compress_size) for each in found
    ):
        yield text("{file} unpacks into far more than tables hold; import the files in it without packing them.", file=file)
    if any(each.flag_bits & LOCKED for each in found):
        yield text("{file} is locked with a password; unpack it and import the files in it.", file=file)
    for each in found:
        if _leads_out(each):
            yield text(
                "{file} holds {member}, which leads out of the archive; pack it again without that path.",
                file=file,
                member=Name(each.filename),
            )
    for name, times in Counter(each.filename for each in found).items():
        if times > 1:
            yield text("{file} holds {n} files called {member}; give each a name of its own.", file=file, n=times, member=Name(name))


def _members(archive: zipfile.ZipFile, told: str, folder: Path, found: Sequence[zipfile.ZipInfo]) -> Iterator[Arrived]:
    seen = [each for each in found if _is_seen(each)]
    names = Counter(_place(each).name for each in seen)
    remarks = _unread(Name(told), len(found) - len(seen))
    for number, each in enumerate(seen):
        place = _place(each)
        path = folder / str(number) / place.name
        path.parent.mkdir(parents=True)
        with archive.open(each) as packed, path.open("wb") as file:
            shutil.copyfileobj(packed, file)
        yield Arrived(path, f"{told}/{place.name if names[place.name] == 1 else place.as_posix()}", remarks if number == 0 else ())


def _unread(file: Name, hidden: int) -> tuple[Text, ...]:
    if not hidden:
        return ()
    return (counted("{file}: {n} hidden file was not read.", "{file}: {n} hidden files were not read.", hidden, file=file),)


def _place(member: zipfile.ZipInfo) -> PureWindowsPath:
    """Where a file lies in its archive, whichever slashes a program wrote that with."""
    return PureWindowsPath(member.filename)


def _is_seen(member: zipfile.ZipInfo) -> bool:
    place = _place(member)
    return not place.name.startswith(".") and OF_THE_MACHINE not in place.parts


def _leads_out(member: zipfile.ZipInfo) -> bool:
    place = _place(member)
    return bool(place.anchor) or ".." in place.parts or not place.name
