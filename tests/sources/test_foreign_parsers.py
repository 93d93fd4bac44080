"""What a foreign library parses takes no more of the machine than it may, and tells nothing but a sentence."""

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from relinsight.sources.foreign import limits
from relinsight.sources.foreign import parsers as foreign_parsers
from relinsight.sources.foreign.parsers import parsers
from relinsight.sources.opening import sheets
from relinsight.sources.refusal import ImportRefused
from tests.arriving import City, said
from tests.damaged.written import ods, xls, xlsb

ROOT = Path(__file__).parents[2]
BEYOND = "takes more memory or time than a table does: it is protected, broken or far too large"
LOCKED = "is locked with a password"
BROKEN = "is not a whole Excel workbook"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


def reason(path) -> str:
    with pytest.raises(ImportRefused) as refused:
        sheets(path)
    return said(refused.value.reason)


def compound(folder_begins=0, more=END, table=(), entries=b"", least=4096, small=END) -> bytes:
    """A compound file with one table of sectors, at sector 0, and its folder at sector 1."""
    head = xls.head()[:48] + struct.pack("<6I", folder_begins, 0, least, small, 0, more) + struct.pack("<109I", 0, *[FREE] * 108)
    return head + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + entries.ljust(512, b"\x00") + bytes(512)


ZERO_HEAD = (xls.head()[:24] + struct.pack("<HHHHH", 0, 3, 0, 9, 6)).ljust(512, b"\x00")
STREAM = xls.entry("Root Entry", 5, END, 0, 1) + xls.entry("Workbook", 2, 2, 9000, FREE)
SMALL = xls.entry("Root Entry", 5, 2, 512, 1) + xls.entry("Workbook", 2, 0, 100, FREE)
ENDLESS = {
    "a head of zeros that names a locked package": (ZERO_HEAD + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(900), LOCKED),
    "a head of zeros": (ZERO_HEAD + bytes(2000), BROKEN),
    "a folder that comes back to itself": (compound(1, table=(0xFFFFFFFD, 1)), BROKEN),
    "a folder whose chain goes round": (compound(1, table=(0xFFFFFFFD, 2, 1)), BROKEN),
    "a list of tables that comes back to itself": (compound(1, more=2, table=(0xFFFFFFFD, END)), BROKEN),
    "a stream that comes back to itself": (compound(1, table=(0xFFFFFFFD, END, 2), entries=STREAM), BROKEN),
    "a small stream that comes back to itself": (compound(1, table=(0xFFFFFFFD, END, END), entries=SMALL, small=2), BROKEN),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_chains_of_sectors_that_never_end_are_refused_at_once(tmp_path, name):
    content, why = ENDLESS[name]
    file = tmp_path / "partner.xlsx"
    file.write_bytes(content)
    started = time.monotonic()
    assert why in reason(file)
    assert time.monotonic() - started < 1


def far_apart() -> bytes:
    """A binary workbook whose two cells stand in the first and in the last corner: spread out, it would fill half a terabyte."""
    row = xlsb.record(xlsb.ROW, struct.pack("<IIHBBI", 1_048_575, 0, 300, 0, 0, 0) + b"\x00")
    size = xlsb.record(xlsb.SIZE, struct.pack("<IIII", 0, 1_048_575, 0, 16_383))
    cells = xlsb.row(0, ["id", "naam"]) + row + xlsb.cell(0, "x1") + xlsb.cell(16_383, "z")
    body = xlsb.record(xlsb.BEGIN_DATA) + cells + xlsb.record(xlsb.END_DATA)
    return xlsb.workbook_of(xlsb.record(xlsb.BEGIN_SHEET) + size + body + xlsb.record(xlsb.END_SHEET))


def bomb(path) -> None:
    """Parquet of ten million rows that each hold the same thousand letters: a megabyte that says twenty gigabytes."""
    column = pa.DictionaryArray.from_arrays(pa.nulls(2_000_000, pa.int32()).fill_null(0), pa.array(["a" * 1000]))
    rows = pa.table({"id": column, "name": column})
    with pq.ParquetWriter(path, rows.schema) as file:
        for _ in range(5):
            file.write_table(rows)


def test_a_workbook_that_would_fill_all_memory_is_refused(tmp_path):
    file = tmp_path / "partner.xlsb"
    file.write_bytes(far_apart())
    assert BEYOND in reason(file)


def test_parquet_that_says_far_more_than_a_table_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "LIMITS", limits.Limits(written=300))
    bomb(tmp_path / "partner.parquet")
    assert BEYOND in reason(tmp_path / "partner.parquet")


TAKEN = """
import resource, sys
from pathlib import Path
from relinsight.sources.opening import sheets
from relinsight.sources.refusal import ImportRefused
try:
    [list(sheet.batches()) for sheet in sheets(Path(sys.argv[1]))]
except ImportRefused:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_no_parser_takes_more_memory_than_it_may(tmp_path):
    """In a process of its own: what other tests had their children take counts there, and not here."""
    file = tmp_path / "partner.xlsb"
    file.write_bytes(far_apart())
    ran = subprocess.run([sys.executable, "-c", TAKEN, str(file)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(ran.stdout) / 1000 < limits.LIMITS.megabytes + 100


def rows_of(kind, path, times=60_000) -> None:
    rows = [[f"x{n}", f"naam {n}"] for n in range(times)]
    if kind == "parquet":
        ids, names = zip(*rows, strict=True)
        pq.write_table(pa.table({"id": ids, "name": names}), path)
    else:
        path.write_bytes({"xls": xls, "xlsb": xlsb, "ods": ods}[kind].book(*_given(kind, rows)))


def _given(kind, rows):
    return [ods.texts(*row) for row in [["id", "naam"], *rows]] if kind == "ods" else [[["id", "naam"], *rows]]


KINDS = ("xls", "xlsb", "ods", "parquet")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("least", [limits.Limits(megabytes=12), limits.Limits(written=1)], ids=["memory", "written"])
def test_every_such_format_is_held_to_its_limits(tmp_path, monkeypatch, kind, least):
    file = tmp_path / f"partner.{kind}"
    rows_of(kind, file)
    assert sum(part.num_rows for part in sheets(file)[0].batches()) == 60_000
    monkeypatch.setattr(limits, "LIMITS", least)
    assert BEYOND in reason(file)


@pytest.mark.parametrize("kind", KINDS)
def test_every_such_format_is_given_up_when_it_takes_too_long(tmp_path, monkeypatch, kind):
    file = tmp_path / f"partner.{kind}"
    rows_of(kind, file)
    monkeypatch.setattr(limits, "LIMITS", limits.Limits(seconds=0))
    assert BEYOND in reason(file)


def test_workbooks_that_are_read_at_once_leave_standard_error_where_it_was(tmp_path, capfd):
    file = tmp_path / "partner.xls"
    file.write_bytes(xls.book([["id", "naam"], ["x1", "a"]]))
    at_once = threading.Barrier(4)

    def read() -> int:
        at_once.wait()
        return sum(part.num_rows for part in sheets(file)[0].batches())

    with ThreadPoolExecutor(4) as threads:
        assert [each.result() for each in [threads.submit(read) for _ in range(4)]] == [1] * 4
    os.write(2, b"still here")
    assert capfd.readouterr().err == "still here"


def test_the_rows_of_a_sheet_can_be_read_again(tmp_path):
    for kind in KINDS:
        rows_of(kind, tmp_path / f"partner.{kind}", 500)
        (sheet,) = sheets(tmp_path / f"partner.{kind}")
        first, second = ([part.to_pylist() for part in sheet.batches()] for _ in range(2))
        assert first == second


@pytest.fixture
def started(monkeypatch) -> list[subprocess.Popen[bytes]]:
    """Every process that was started to parse."""
    found, popen = [], subprocess.Popen

    def start(*words, **how):
        found.append(popen(*words, **how))
        return found[-1]

    monkeypatch.setattr(foreign_parsers.subprocess, "Popen", start)
    return found


def read_all(tmp_path) -> int:
    return sum(part.num_rows for kind in KINDS for sheet in sheets(tmp_path / f"partner.{kind}") for part in sheet.batches())


def one_of_each_kind(tmp_path, times=100) -> None:
    for kind in KINDS:
        rows_of(kind, tmp_path / f"partner.{kind}", times)


def test_the_files_of_one_import_are_parsed_by_one_process_which_is_gone_at_the_end(tmp_path, started):
    one_of_each_kind(tmp_path, 3)
    files = [tmp_path / f"partner.{kind}" for kind in KINDS]
    report = City(tmp_path).bring(*files, *files, dry_run=True)
    assert report.rows_read == 3 * 2 * len(KINDS)
    (process,) = started
    assert process.returncode is not None


def test_a_file_beyond_its_limits_does_not_reach_the_next(tmp_path, monkeypatch, started):
    one_of_each_kind(tmp_path)
    rows_of("parquet", tmp_path / "large.parquet")
    with parsers():
        for beyond in (limits.Limits(megabytes=12), limits.Limits(written=0), limits.Limits(seconds=0)):
            assert read_all(tmp_path) == 100 * len(KINDS)
            with monkeypatch.context() as for_now:
                for_now.setattr(limits, "LIMITS", beyond)
                assert BEYOND in reason(tmp_path / "large.parquet")
        assert read_all(tmp_path) == 100 * len(KINDS)
    assert len(started) == 2  # one more after the file that took too long


def test_memory_is_counted_of_each_file_alone(tmp_path, monkeypatch):
    file = tmp_path / "partner.xls"
    rows_of("xls", file)
    for megabytes in range(20, 1000, 20):
        monkeypatch.setattr(limits, "LIMITS", limits.Limits(megabytes=megabytes))
        with suppress(ImportRefused):
            sheets(file)
            break
    with parsers():
        assert [sheets(file)[0].header for _ in range(10)] == [("id", "naam")] * 10


def test_where_the_process_was_killed_between_two_files_another_takes_its_place(tmp_path, started):
    one_of_each_kind(tmp_path)
    with parsers():
        assert read_all(tmp_path) == 100 * len(KINDS)
        started[0].send_signal(signal.SIGKILL)
        started[0].wait()
        assert read_all(tmp_path) == 100 * len(KINDS)
    assert len(started) == 2


def test_where_processes_cannot_be_forked_each_file_has_one_of_its_own(tmp_path, monkeypatch):
    one_of_each_kind(tmp_path)
    monkeypatch.setattr(foreign_parsers, "CAN_FORK", False)
    assert read_all(tmp_path) == 100 * len(KINDS)
    for beyond in (limits.Limits(megabytes=12), limits.Limits(written=0), limits.Limits(seconds=0)):
        monkeypatch.setattr(limits, "LIMITS", beyond)
        assert BEYOND in reason(tmp_path / "partner.parquet")
