"""How much two names are alike: what says the same is sure, a letter or a word more is asked, and what tells two apart is never sure."""

from __future__ import annotations

import pytest
from arriving import said
from hypothesis import given
from hypothesis import strategies as st

from relinsight.sources.matching.likeness import ALONE, ASKED, likeness
from relinsight.sources.matching.nearest import nearest, sure
from relinsight.words.name import folded

LISTED = """
    Stichting St. Vereniging B.V. Museum museum Muséum De het Noord Zuid 1 2 Haven Havens & en GGD Gem. Gemeente Rotterdam
    R'dam Utrecht (GGD) Basisschool OBS Jansen - Coöperatie U.A.
"""
WORDS = st.sampled_from(LISTED.split())
NAMES = st.one_of(st.text(max_size=30), st.lists(WORDS, min_size=1, max_size=6).map(" ".join))

SURE = [
    ("Stichting Museum", "museum", "without the legal form"),
    ("St. Museum", "Stichting Museum", "without the legal form"),
    ("Stg Museum", "Museum", "without the legal form"),
    ("Ver. De Haven", "Vereniging De Haven", "without the legal form"),
    ("Coöperatie De Haven U.A.", "De Haven", "without the legal form"),
    ("Jansen V.O.F.", "Jansen", "without the legal form"),
    ("Hafen GmbH", "Hafen", "without the legal form"),
    ("Harbour Ltd.", "Harbour", "without the legal form"),
    ("Zeedijk N.V.", "Zeedijk NV", "other signs between the words"),
    ("Jansen & Zonen", "Jansen en Zonen", "other signs between the words"),
    ("Arnhem-Nijmegen", "Arnhem Nijmegen", "other signs between the words"),
    ("Farmers' Association", "Farmers Association", "the same name"),
    ("CAFÉ  de Zon", "café de zon", "the same name"),
    ("Buurt huis Zon", "Buurthuis Zon", "the same letters, written together or apart"),
    ("Gem. Rotterdam", "Gemeente Rotterdam", "an abbreviation written out"),
    ("R'dam Festivals", "Rotterdam Festivals", "other signs between the words"),
    ("GR Regio Twente", "Gemeenschappelijke regeling Regio Twente", "without the legal form"),
    ("De Waag", "Waag", "without an article"),
    ("Festivals Rotterdam", "Rotterdam Festivals", "words in another order"),
]
ASKED_OF = [
    ("Bewonersgroep Galgeveld", "Bewonersgroep Galgenveld", 98, "one letter differs"),
    ("Reinigingdienst Maasland", "Reinigingsdienst Maasland", 98, "one letter differs"),
    ("WSW", "Stichting Waarborgfonds Sociale Woningbouw", 85, "an abbreviation of"),
    ("ISD Bollenstreek", "Intergemeentelijke Sociale Dienst Bollenstreek", 85, "an abbreviation of"),
    ("Belastingsamenwerking Rivierenland (BSR)", "Belastingsamenwerking Rivierenland", 90, "without what stands in brackets"),
    (
        "Werkvoorziening Kempenland",
        "Werkvoorzieningschap Kempenland",
        88,
        "a word that goes on in the other: werkvoorziening, werkvoorzieningschap",
    ),
    ("Stichting Dappere Dames", "Vereniging Dappere Dames", 90, "another legal form"),
    ("Vrienden van de Waag", "Vrienden voor de Waag", 97, "without small words"),
]
TWO = [
    ("Basisschool 1", "Basisschool 2"),
    ("Wijkteam 12 Centrum", "Wijkteam 21 Centrum"),
    ("Jongerencentrum Noord", "Jongerencentrum Zuid"),
    ("Voedselbank Almere", "Voedselbank Almelo"),
    ("OBS De Vuurtoren", "CBS De Vuurtoren"),
    ("Katholieke school De Vuurtoren", "Openbare school De Vuurtoren"),
    ("Gemeente Utrecht", "Provincie Utrecht"),
    ("Koninklijke Nederlandse Atletiek Unie", "Koninklijke Nederlandse Gymnastiek Unie"),
    ("J. Jansen", "P. Jansen"),
    ("Voetbalclub De Jongens", "Voetbalclub De Meisjes"),
]
ONE_MORE = [
    ("Voedselbank", "Voedselbank Almere"),
    ("BIZ-vereniging Kinkerstraat", "BIZ-vereniging Kinkerstraat Oost"),
    ("United", "United 4"),
    ("Rotterdam", "Stichting Rotterdam"),
    ("De", "Het"),
    ("Bijsterhuizen", "Bijsterhuizen 2003"),
]


@pytest.mark.parametrize(("one", "other", "why"), SURE)
def test_what_says_the_same_is_sure(one: str, other: str, why: str):
    found = likeness(one, other)
    assert (found.is_sure, said(found.reason)) == (True, why)


@pytest.mark.parametrize(("one", "other", "score", "why"), ASKED_OF)
def test_what_is_nearly_the_same_is_asked(one: str, other: str, score: int, why: str):
    found = likeness(one, other)
    assert (found.score, said(found.reason)) == (score, why)
    assert ASKED <= found.score < ALONE


@pytest.mark.parametrize(("one", "other"), TWO)
def test_a_number_a_place_a_direction_or_another_word_makes_two_that_nobody_is_asked_about(one: str, other: str):
    assert likeness(one, other).score < ASKED


@pytest.mark.parametrize(("one", "other"), ONE_MORE)
def test_a_word_more_is_never_sure(one: str, other: str):
    assert not likeness(one, other).is_sure


@given(NAMES, NAMES)
def test_which_name_comes_first_makes_no_difference(one: str, other: str):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other).score <= 100


@given(NAMES, NAMES)
def test_names_that_are_equal_after_folding_are_a_hundred_alike(one: str, other: str):
    assert likeness(one, one.upper().lower()).score == 100 or folded(one) != folded(one.upper().lower())
    if folded(one) == folded(other):
        assert likeness(one, other).score == 100


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(1, 9), st.integers(1, 9))
def test_two_numbers_are_never_sure(words: list[str], one: int, other: int):
    first, second = (" ".join([*words, f"{number}"]) for number in (one, other))
    assert likeness(first, second).is_sure == (one == other)


@given(st.lists(NAMES, max_size=6), st.lists(NAMES, max_size=6))
def test_many_against_many_finds_what_one_against_one_is_sure_of(names: list[str], known: list[str]):
    expected = {name: {other for other in known if likeness(name, other).is_sure} for name in names}
    for found in (sure(names, known), nearest(names, known)):
        assert {name: {near.known for near in nears if near.likeness.is_sure} for name, nears in found.items()} == expected


def test_the_closest_comes_first():
    known = ["Bewonersgroep Galgenveld", "Bewonersgroep Galgenveldt", "Bewonersgroep Kreek"]
    assert [near.known for near in nearest(["Bewonersgroep Galgeveld"], known)["Bewonersgroep Galgeveld"]] == known[:2]
