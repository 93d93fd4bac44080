"""What stands at a place where a file or folder is to be written, so that it cannot be."""

from __future__ import annotations

import os
from pathlib import Path

from relinsight.words.name import Name
from relinsight.words.text import Text, text


def obstacle(place: Path, *, folder: bool = False) -> Text | None:
    """Why no file, or no folder, can be written at a place, as far as one may look."""
    try:
        return _at(place, folder=folder) or _above(place, folder=folder)
    except PermissionError:
        return _no_right(place.parent)


def _at(place: Path, *, folder: bool) -> Text | None:
    if not folder and place.is_dir():
        return text("{file} is a folder and not a file; name a file in it.", file=Name(place))
    return _no_folder(place) if folder else _dead_link(place)


def _above(place: Path, *, folder: bool) -> Text | None:
    """What stands in the way in the folder that has to take it; a device or a pipe takes what is written by itself."""
    if place.exists() and not folder:
        return _closed(place.resolve().parent) if place.is_file() else None
    near = next(above for above in (place, *place.absolute().parents) if os.path.lexists(above))
    return _no_folder(near) or _closed(near)


def _no_folder(place: Path) -> Text | None:
    if place.exists() and not place.is_dir():
        return text("{folder} is a file and not a folder; choose another folder.", folder=Name(place))
    return _dead_link(place)


def _dead_link(place: Path) -> Text | None:
    if not place.is_symlink() or place.exists():
        return None
    return text(
        "{file} is a link to {target}, which is not there; remove the link, or choose another place.",
        file=Name(place),
        target=Name(place.readlink()),
    )


def _closed(folder: Path) -> Text | None:
    return None if os.access(folder, os.W_OK | os.X_OK) else _no_right(folder)


def _no_right(folder: Path) -> Text:
    return text("{folder} may not be written in; ask for the right to do so, or choose another folder.", folder=Name(folder))
