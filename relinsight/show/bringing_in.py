"""Bring files in from the screen: the files as they were chosen, how they are read, and the work that this starts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from streamlit.runtime.uploaded_file_manager import UploadedFile

from relinsight.access.options import ImportOptions
from relinsight.access.owner import Owner, Tell
from relinsight.access.report import ImportReport
from relinsight.show import work
from relinsight.show.jobs import Job
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.name import Name
from relinsight.words.quantities import Names, first_of
from relinsight.words.text import Text, text

SHOWN = 3  # names of files in a sentence


@dataclass(frozen=True)
class Chosen:
    """The files that a visitor chose, and how they are to be read."""

    files: Sequence[UploadedFile]
    options: ImportOptions

    @property
    def names(self) -> Names:
        """The first of the names of the files."""
        return first_of([file.name for file in self.files], SHOWN)

    @property
    def signature(self) -> tuple[object, ...]:
        """What is rehearsed: of other files, or of another way to read them, a rehearsal says nothing."""
        return (*(file.file_id for file in self.files), self.options)


@dataclass(frozen=True)
class Kept:
    """A name under which to keep how a file is read, and the profile that says it."""

    name: str
    written: str


@dataclass(frozen=True)
class _Bringing:
    """Files on disk that are to come in: the profile is kept first, so that the run tells by which one they were read."""

    owner: Owner
    paths: Sequence[Path]
    options: ImportOptions
    keeping: Kept | None = None

    def __call__(self, tell: Tell) -> ImportReport:
        if self.keeping is not None:
            self.owner.keep_profile(self.keeping.name, self.keeping.written, at=clock.now())
        return self.owner.bring_in(self.paths, self.options, at=clock.now(), progress=tell)


def rehearse(run: Run, chosen: Chosen) -> Job:
    """Read and check the files and change nothing; nobody else is told of it."""
    paths, remove = _on_disk(chosen.files)
    return work.start(run, text("Rehearsal"), _Bringing(run.city.owner, paths, replace(chosen.options, dry_run=True)), remove, private=True)


def bring(run: Run, chosen: Chosen, keeping: Kept | None = None) -> None:
    """Bring the files in beside the pages."""
    paths, remove = _on_disk(chosen.files)
    work.begin(run, _import_of(chosen.names), _Bringing(run.city.owner, paths, chosen.options, keeping), remove)


def bring_shipped(run: Run, path: Path, profile: str) -> None:
    """Bring a file in that comes with the program."""
    work.begin(run, _import_of(Names((Name(path.name),))), _Bringing(run.city.owner, [path], ImportOptions(profile=profile)))


def _import_of(files: Names) -> Text:
    return text("Import of {files}", files=files)


def _on_disk(files: Sequence[UploadedFile]) -> tuple[list[Path], Callable[[], None]]:
    """The files as they were chosen, each in a folder of its own, for two of one name are two files; and how to remove them."""
    folder = Path(tempfile.mkdtemp(prefix="relinsight-"))
    paths = [_written(folder / str(number), file.name, file.getvalue()) for number, file in enumerate(files, 1)]
    return paths, partial(shutil.rmtree, folder, ignore_errors=True)


def _written(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir()
    path = folder / Path(name).name
    path.write_bytes(content)
    return path
