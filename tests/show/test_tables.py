"""How wide a column is belongs to the screen: it follows from the kind of the column."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from opened import Opened

from relinsight.insights.columns import TableColumn
from relinsight.show.tables import WIDTHS


def test_an_insight_knows_no_pixels():
    assert [part.name for part in fields(TableColumn)] == ["name", "label", "kind"]


def test_a_column_of_words_has_the_width_of_its_kind_and_one_of_figures_takes_what_it_needs(open_page: Opened, town_file: Path):
    table, tiers = open_page(town_file, "coverage", as_of="2026-09-30", rows="uncovered").dataframe
    assert "account_manager" in tiers.proto.columns
    widths = {column["label"]: column.get("width") for column in json.loads(table.proto.columns).values() if "label" in column}
    assert widths == {
        "#": None,
        "Partner": WIDTHS["partner"],
        "Tier": None,
        "Sector": WIDTHS["sector"],
        "Reason": WIDTHS["sentence"],
        "Since": None,
        "At stake": None,
        "Best placed": WIDTHS["words"],
        "Last met": None,
    }
