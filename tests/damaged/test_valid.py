"""The valid files, before anything is damaged: every record comes in alike from every kind of file."""

import pytest

from tests.damaged import references
from tests.damaged.trial import bring, look_at_counts
from tests.damaged.valid import TABLES, VALID
from tests.damaged.written import texts

FORMATS = {**references.FORMATS, "semicolon.csv": texts.semicolons}


def test_there_is_a_valid_file_of_every_record():
    assert tuple(VALID) == TABLES


@pytest.mark.parametrize("turn", range(0, len(FORMATS), 4))
def test_every_record_comes_in_alike_from_every_kind_of_file(warehouse, tmp_path, turn):
    files = [_written(tmp_path, table, list(FORMATS)[(number + turn) % len(FORMATS)]) for number, table in enumerate(VALID)]
    report = bring(warehouse, files)
    assert [file.file for file in report.files if file.unchanged != file.rows_read] == []
    assert report.unchanged == sum(len(valid.rows) for valid in VALID.values())
    look_at_counts(warehouse, report)


def _written(folder, table, format_):
    file = folder / f"{table}.{format_.rpartition('semicolon.')[2]}"
    file.write_bytes(FORMATS[format_](VALID[table].header, VALID[table].rows))
    return file
