"""A name is found however somebody writes it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relinsight.words.name import fits, folded


@pytest.mark.parametrize(
    ("sought", "name"),
    [
        ("cafe", "Café De Zoen"),
        (" Café ", "cafe"),
        ("zoen", "Zoën"),
        ("muller", "MÜLLER & Zn."),
        ("OBrien", "Stichting O’Brien"),
        ("o'brien", "O´Brien"),
        ("o`brien", "OBRIEN"),
        ("'t zeepaardje", "’t Zeepaardje"),
        ("de  haven", "De\u00a0Haven"),
        ("de haven", "De Ha\u00adven\u200b"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("soren", "Søren"),
        ("cafe\u0301", "Caf\u00e9"),
        ("istanbul", "İstanbul"),
        ("studio s", "Studio 𝕊"),
    ],
)
def test_a_name_is_found_without_its_accents_blanks_apostrophes_and_case(sought: str, name: str):
    assert fits(sought, name)


@pytest.mark.parametrize(("sought", "name"), [("zoen", "Zon"), ("haven de", "De Haven"), ("cafes", "Café")])
def test_another_name_is_not(sought: str, name: str):
    assert not fits(sought, name)


@given(st.text())
@example("𝕊")
def test_however_a_name_is_written_it_is_found_by_itself(name: str):
    for other in (name.upper(), f"  {name}\t", unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name)):
        if other.upper().lower() == name.lower():
            assert fits(other, name)
    assert folded(folded(name)) == folded(name)
