"""A spelling is folded by the fact as it is folded at import, whichever signs it holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relinsight.warehouse.connection import Warehouse, in_memory
from relinsight.warehouse.folding import folded
from relinsight.warehouse.queries import composed
from relinsight.words.blanks import BLANKS

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEéßøŁžиι"
MARKS = [chr(place) for place in (*range(0x300, 0x370), 0x653, 0x93C, 0x3099) if not unicodedata.decomposition(chr(place))]
SPELLINGS = st.lists(st.sampled_from([*LETTERS, *BLANKS, *MARKS, "\n", "1", "&", "'"]), max_size=12).map("".join)


@pytest.fixture(scope="module")
def warehouse() -> Warehouse:
    return in_memory()


def _both(warehouse: Warehouse, spellings: Iterable[str]) -> dict[str, tuple[str, str]]:
    """How the fact folds each spelling, and how the import does."""
    given = {"spellings": sorted({*spellings})}
    warehouse.connection.execute("DELETE FROM dealing")
    warehouse.connection.execute(
        "INSERT INTO dealing (id, organisation, role, recorded_at) "
        "SELECT CAST(row_number() OVER () AS VARCHAR), word, 'client', now() FROM (SELECT unnest($spellings) AS word)",
        given,
    )
    rows = warehouse.rows(composed(f"SELECT spelling, folded, {folded('spelling')} AS at_import FROM spelling"))
    return {str(row["spelling"]): (str(row["folded"]), str(row["at_import"])) for row in rows}


def _signs() -> Iterator[str]:
    """Every sign that Unicode knows, but for the many that have no letters in them: Chinese, Tangut and Korean."""
    for sign in map(chr, range(1, 0x110000)):
        if unicodedata.category(sign) not in ("Cn", "Co", "Cs") and not unicodedata.name(sign, "").startswith(("CJK", "TANGUT", "HANGUL")):
            yield sign


def test_the_fact_and_the_import_fold_every_sign_and_every_letter_with_a_mark_alike(warehouse: Warehouse):
    signs = [f"{before}{sign}{after}" for sign in _signs() for before, after in (("", ""), ("Haven ", " B"))]
    found = _both(warehouse, (*signs, *(f"{letter}{mark}x" for letter in LETTERS for mark in MARKS)))
    assert len(found) > 50_000
    assert {spelling: both for spelling, both in found.items() if both[0] != both[1]} == {}


@settings(max_examples=10)
@given(st.lists(SPELLINGS, min_size=20, max_size=20))
def test_the_fact_and_the_import_fold_any_signs_in_a_row_alike(warehouse: Warehouse, spellings: list[str]):
    assert {spelling: both for spelling, both in _both(warehouse, spellings).items() if both[0] != both[1]} == {}


def test_a_letter_is_the_same_with_its_marks_at_it_and_apart_in_any_order(warehouse: Warehouse):
    whole = [sign for sign in _signs() if unicodedata.normalize("NFC", sign) == sign]
    ways = {sign: _ways(sign) for sign in whole if len(unicodedata.normalize("NFD", sign)) > 1}
    found = _both(warehouse, (spelling for apart in ways.values() for spelling in apart))
    assert len(ways) > 900
    assert {sign: folds for sign, apart in ways.items() if len(folds := {found[spelling][0] for spelling in apart}) > 1} == {}


def _ways(sign: str) -> list[str]:
    """A letter, the same with all its marks apart, and with these the other way round where it stays the same letter."""
    letter, *marks = unicodedata.normalize("NFD", sign)
    turned = "".join((letter, *reversed(marks)))
    return [sign, letter + "".join(marks), *([turned] if unicodedata.normalize("NFC", turned) == sign else [])]


def test_case_blanks_and_what_nobody_sees_are_folded(warehouse: Warehouse):
    spelling = " Cafe\u0301\u200b \u00a0\x0bDE\u00ad  Haven\n"
    assert _both(warehouse, [spelling]) == {spelling: ("café de haven", "café de haven")}


@pytest.mark.parametrize("other", ["Café De Haven", "CAFE DE HAVEN", "Café De  Haven II"])
def test_another_name_is_not_folded_into_it(warehouse: Warehouse, other: str):
    found = _both(warehouse, ["cafe de haven", "café de haven, 2", other])
    assert (found[other][0] == found["cafe de haven"][0]) == (other == "CAFE DE HAVEN")
