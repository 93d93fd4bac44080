"""The page on profiles: its examples are read, and there is one for each table."""

import re
from pathlib import Path

import pytest

from relinsight.records.model import BY_TABLE
from relinsight.records.vocabularies import DIMENSIONS
from relinsight.sources.demo.shipped import SCALES, dimensions
from relinsight.sources.header_meanings import places
from relinsight.sources.headers import squeezed
from relinsight.sources.profile import read_profile

PAGE = Path(__file__).parents[2] / "docs" / "profiles.md"


def test_there_is_an_example_for_each_table_and_every_word_in_it_is_known(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "example.toml"
    path.write_text("\n".join(blocks), encoding="utf-8")
    sections = read_profile(path).sections
    assert {section.table for section in sections} == set(BY_TABLE)
    for section in sections:
        scores = {squeezed(word) for word in DIMENSIONS.words} if section.table == "assessment" else set()
        assert {squeezed(name) for name in section.sources} <= {*places(BY_TABLE[section.table]), *scores}


@pytest.mark.parametrize("instrument", SCALES)
def test_the_dimensions_and_scales_of_the_instruments_that_are_there_from_the_start_are_named(instrument):
    named = ", ".join(f"`{dimension}`" for dimension in dimensions(instrument))
    low, high = SCALES[instrument]
    assert f"| `{instrument}` | {named} | {low:g} to {high:g} |" in PAGE.read_text(encoding="utf-8")
