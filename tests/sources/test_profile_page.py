"""The page on profiles: its examples are read, and there is one for each table."""

import re
from pathlib import Path

from relinsight.records.model import BY_TABLE
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
        assert {squeezed(name) for name in section.sources} <= set(places(BY_TABLE[section.table]))
