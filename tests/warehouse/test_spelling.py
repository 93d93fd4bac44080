"""A spelling is folded by the fact as it is folded at import, without a function that another engine lacks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relinsight.records import notation as n
from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.importing.cells import folded
from relinsight.warehouse.queries import composed

LETTERS = "aceinouyzAEIOUÑñéÉßøŁž1&'."
MARKS = [mark for mark in map(chr, range(0x300, 0x370)) if unicodedata.normalize("NFC", mark) == mark]
SPELLINGS = st.lists(
    st.one_of(
        st.sampled_from([*LETTERS, *n.BLANKS, "\n"]),
        st.builds("{}{}".format, st.sampled_from("bcdefghijklmnopqrstuvwxyzABCDE"), st.sampled_from(MARKS)),
    ),
    max_size=12,
).map("".join)


@pytest.fixture(scope="module")
def warehouse() -> Warehouse:
    return in_memory()


def _both(warehouse: Warehouse, spelling: str) -> tuple[object, object]:
    """How the fact folds a spelling, and how the import does."""
    warehouse.connection.execute("DELETE FROM dealing")
    warehouse.connection.execute(
        "INSERT INTO dealing (id, organisation, role, recorded_at) VALUES ('d', $spelling, 'client', now())", {"spelling": spelling}
    )
    row = warehouse.one(composed(f"SELECT folded, {folded('spelling')} AS at_import FROM spelling"))
    assert row
    return row["folded"], row["at_import"]


@given(SPELLINGS)
def test_the_fact_and_the_import_fold_alike(warehouse: Warehouse, spelling: str):
    by_fact, at_import = _both(warehouse, spelling)
    assert by_fact == at_import


@pytest.mark.parametrize("mark", MARKS, ids=unicodedata.name)
def test_an_accent_that_stands_apart_is_that_of_its_letter(warehouse: Warehouse, mark: str):
    for letter in "abcdefghijklmnopqrstuvwxyz":
        one_sign = unicodedata.normalize("NFC", letter + mark)
        assert _both(warehouse, f"{letter}{mark}x") == (f"{one_sign}x", f"{one_sign}x")


def test_case_blanks_and_what_nobody_sees_are_folded(warehouse: Warehouse):
    assert _both(warehouse, " Cafe\u0301\u200b \u00a0\x0bDE\u00ad  Haven\n")[0] == "café de haven"
