"""What an archive is unpacked into is gone at the end of the import, however that ends."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relinsight.sources import archives
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.connection import in_memory
from relinsight.warehouse.imports import import_files


@pytest.mark.parametrize("content", ["id;name\nx1;a\n", "nothing that is a table", ""])
def test_nothing_is_left_of_what_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    made: list[Path] = []
    copied = archives.shutil.copyfileobj
    monkeypatch.setattr(archives.shutil, "copyfileobj", lambda packed, file: (made.append(Path(file.name)), copied(packed, file)))
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as file:
        file.writestr("partner.csv", content)
    with closing(in_memory()) as warehouse, suppress(ImportRefused):
        import_files(warehouse, [tmp_path / "export.zip"], at=datetime(2026, 10, 1, tzinfo=UTC))
    (path,) = made
    assert path.is_relative_to(place)
    assert not path.exists()
