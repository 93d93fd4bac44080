"""The page on files of strangers says what becomes of them: each is brought in again where it lies on this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from relinsight.sources.suggest import suggest
from tests.arriving import City

SAMPLES = os.environ.get("RELINSIGHT_SAMPLES")
PAGE = Path(__file__).parents[2] / "docs" / "strangers-files.md"
ROW = re.compile(r"^\| `([^`]+)` \| [^|]+ \| ([a-z-]+) \| ([0-9,]+) \| ([0-9,]+) \| ([0-9,]+) \|", re.MULTILINE)
STATED = [
    (name, profile, *(int(n.replace(",", "")) for n in counts)) for name, profile, *counts in ROW.findall(PAGE.read_text(encoding="utf-8"))
]
BEFORE = {
    "agenda_rutte3.csv": ("ministers_rutte3.csv",),
    "contacts.csv": ("companies.csv",),
    "interactions.csv": ("companies.csv", "contacts.csv"),
    "interaction_participants.csv": ("advisers.csv", "companies.csv", "contacts.csv", "interactions.csv"),
}
PROFILES = {name: profile for name, profile, *_ in STATED}


def found(name: str) -> Path:
    return next(Path(SAMPLES or "").rglob(name))


def brought(city: City, name: str):
    profile = PROFILES[name]
    return city.bring(found(name), profile=city.file("p.toml", suggest(found(name))) if profile == "suggested" else profile)


@pytest.mark.skipif(not SAMPLES, reason="RELINSIGHT_SAMPLES names no folder with samples")
@pytest.mark.parametrize(("name", "profile", "rows", "accepted", "rejected"), STATED, ids=str)
def test_a_file_of_strangers_comes_in_as_the_page_says(tmp_path, name, profile, rows, accepted, rejected):
    city = City(tmp_path)
    for before in BEFORE.get(name, ()):
        brought(city, before)
    report = brought(city, name)
    assert (report.rows_read, report.accepted, report.rejected) == (rows, accepted, rejected)
    if profile == "suggested":
        assert "made from the profile" not in (city.folder / "p.toml").read_text(encoding="utf-8")


def test_the_page_names_what_it_counts():
    assert len(STATED) > 15
    assert all(rows == accepted + rejected for _, _, rows, accepted, rejected in STATED)
