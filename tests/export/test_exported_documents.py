"""An answer as markdown for people and as JSON for machines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from an_insight import BELOW_NO_ROWS, EMPTY, INSIGHT, NOTE, TABLE

from relinsight.export.json_document import as_json
from relinsight.export.markdown import as_markdown
from relinsight.insights.blocks import Insight, Option, Switch
from relinsight.words.text import text


def test_the_dutch_markdown_says_it_all_in_dutch():
    said = as_markdown(INSIGHT, "nl")
    assert said.startswith("# Nooit gesproken\n\nPortfolio · peildatum 23 november 2026\n\n")
    assert "- **Gedekt**: 3 van 1.400, -2 sinds 28 september 2026, n = 1.400\n" in said
    assert "- **Deel gedekt**: 69%, +3 sinds 28 september 2026\n" in said
    assert "- **Hun kijk op ons**: te weinig (2), niet beloofd, n = 2\n" in said
    assert "- **Vragen te laat**: 0, geen verandering sinds 28 september 2026\n" in said
    assert "- **\\<b\\>Kade\\</b\\>** (niveau A): geen accountmanager → houd het zo" in said
    assert "## Wat we niet weten\n\n- 3 regels, peildatum 23 november 2026\n- \\=2\\+5\n" in said


def test_the_english_markdown_says_the_same():
    said = as_markdown(INSIGHT, "en")
    assert "- **Covered**: 3 of 1,400, -2 since 28 September 2026, n = 1,400\n" in said
    assert "- **Share covered**: 69\N{NO-BREAK SPACE}%, +3 since 28 September 2026\n" in said


def test_a_row_of_a_table_is_one_line_with_as_many_cells_as_columns():
    lines = [line for line in as_markdown(INSIGHT, "nl").splitlines() if line.startswith("| ") and "Kade" not in line]
    assert [line.replace("\\|", "").count("|") for line in lines if "\\*\\*c" in line] == [10]


def test_a_table_without_rows_says_why_and_nothing_of_what_stands_in_its_rows():
    assert "## Wat er veranderde\n\nGeen regels." in as_markdown(INSIGHT, "nl")
    assert BELOW_NO_ROWS not in as_markdown(INSIGHT, "en")
    assert BELOW_NO_ROWS not in as_json(INSIGHT, "en")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_json_has_texts_as_sentences_and_numbers_as_numbers(language: str):
    data = json.loads(as_json(INSIGHT, language))
    table = data["rows"][1]
    assert data["page"] == "portfolio"
    assert data["scope"]["as_of"] == "2026-11-23"
    assert data["answer"] == {"en": "never contacted", "nl": "nooit gesproken"}[language]
    assert data["figures"][0]["n"] == 1400
    assert (table["block"], table["rows"][0]["name"], table["rows"][0]["kept"]) == ("table", "<b>Kade</b>", True)
    assert [table["rows"][1][name] for name in ("granted", "share", "ratio", "view")] == [7.0, 0.5, 2, None]
    assert table["rows"][0]["granted"] == 1234.5
    assert data["unknown"]["lines"][1] == "=2+5" == str(dict(NOTE.lines[1].values)["name"])


def switched() -> Insight:
    options = (Option("all", text("All partners"), TABLE), Option("changed", text("What changed"), EMPTY))
    return replace(INSIGHT, rows=(Switch("rows", text("Partners"), options),))


def test_a_document_tells_all_that_a_switch_can_show():
    said = as_markdown(switched(), "nl")
    assert "## Alle partners\n" in said
    assert "## Wat er veranderde\n" in said
    (switch,) = json.loads(as_json(switched(), "nl"))["rows"]
    assert (switch["block"], [option["block"]["title"] for option in switch["options"]]) == (
        "switch",
        ["Alle partners", "Wat er veranderde"],
    )
