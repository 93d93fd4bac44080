"""The row that names the columns is told by the shape of the table, unless words that we know stand elsewhere."""

from __future__ import annotations

from relinsight.sources.heading import heading

ABOVE = [
    ["Naam", "Datum", "Status"],
    ["Handboek", "2026-01-20", "concept"],
    [],
    ["Object", "Vorm", "Lengte", "Breedte", "Hoogte", "Kleur", "Merk"],
]
BELOW = [["Brug", "boog", "12", "4", "3", "grijs", "x"], ["Sluis", "recht", "9", "5", "4", "wit", "y"]]


def test_a_small_table_of_its_own_above_the_data_does_not_name_the_columns():
    assert heading([*ABOVE, *BELOW], by_shape=3) == 3


def test_a_row_with_names_of_ours_names_the_columns_where_the_table_is_as_wide():
    assert heading([["Overzicht", "", ""], ["Naam", "Datum", "Status"], ["Haven", "2026-01-20", "x"]], by_shape=0) == 1
