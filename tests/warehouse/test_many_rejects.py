"""Many rejected rows cost hardly more than as many good ones, whatever is wrong with them."""

import time

import pytest

from tests.arriving import City

ROWS = 20_000
MOST_SECONDS = 5  # of the processor, on a machine that others use too; one statement a row took three times as long
HEADER = {"partner.csv": "id,name,active_from", "dealing.csv": "id,partner_id,role"}
KINDS = {
    "cells that cannot be read": ("partner.csv", "p{n},Name {n},no day\n"),
    "rows that contradict an earlier one": ("partner.csv", "p{n},Name {n},2026-01-01\np{n},Other {n},2026-01-01\n"),
    "rows that are too wide": ("partner.csv", "p{n},Name {n},2026-01-01,z\n"),
    "references that lead nowhere": ("dealing.csv", "d{n},q{n},client\n"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_many_rejected_rows_are_quick(tmp_path, kind):
    city = City(tmp_path)
    name, row = KINDS[kind]
    file = city.file(name, f"{HEADER[name]}\n{''.join(row.format(n=n) for n in range(ROWS))}".encode())
    started = time.process_time()
    assert city.bring(file).rejected == ROWS
    assert time.process_time() - started < MOST_SECONDS
    assert city.value("SELECT count(DISTINCT row_number) FROM import_reject") == ROWS
