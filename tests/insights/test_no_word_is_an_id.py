"""No word of ours can be mistaken for an id: a city may call its sectors, clusters and partners whatever it likes."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from answers import asked, exhibit, heading, on, rows, title
from arriving import AT, City
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.export.charts import drawn
from relinsight.export.json_document import as_json
from relinsight.insights.blocks import Chart
from relinsight.insights.coverage import coverage
from relinsight.insights.exhibits.white_spots import ALL, Every, WhiteSpots
from relinsight.insights.pages import pages
from relinsight.insights.sectors.one_sector import one_sector, sectors_in_view
from relinsight.records.clusters import Cluster
from relinsight.records.employees import Employee
from relinsight.records.model import BY_TABLE
from relinsight.records.partners import Sector
from relinsight.records.rules import CHOSEN_BY_ID
from relinsight.records.vocabularies import TIERS
from relinsight.show.address import FILTERS
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.words.scope import NOBODY

WORDS = ("all", "every~one", "no~sector", "None", "null", "portfolio", "quality", "1")
DAY = on("2026-06-30", since="2026-01-01")


def _city(word: str) -> str:
    return f"""
        sector    name
        {word}    Own
        care      care

        cluster
        {word}
        port

        employee  cluster
        anna      {word}
        bert      port

        partner  tier  sector   account_manager  contact_person  last_contact
        p1       A     {word}   anna             k1              2026-06-01
        p2       A     care     bert             k2              2026-06-01
        p3       A     {word}   bert             -               -
        p4       A     -        -                -               -
    """


@pytest.mark.parametrize("word", WORDS)
def test_a_sector_and_a_cluster_of_any_id_stand_in_a_row_and_a_column_of_their_own(word: str):
    found = asked(coverage, _city(word), DAY)
    word = word.replace("~", " ")
    spots = {spot_of(row): row for row in rows(found, "white-spots")}
    counts = {key: (row["covered"], row["partners"]) for key, row in spots.items()}
    assert counts == {
        (word, word): (1, 1), (word, "port"): (0, 1), (word, None): (0, 0), (word, ALL): (1, 2),
        ("care", word): (0, 0), ("care", "port"): (1, 1), ("care", None): (0, 0), ("care", ALL): (1, 1),
        (None, word): (0, 0), (None, "port"): (0, 0), (None, None): (0, 1), (None, ALL): (0, 1),
        (ALL, word): (1, 1), (ALL, "port"): (1, 2), (ALL, None): (0, 1), (ALL, ALL): (2, 4),
    }  # fmt: skip
    assert title(found, "white-spots") == "The white spot: 1 partner without an owner"


def spot_of(row: dict[str, object]) -> tuple[object, object]:
    return row["sector"], row["cluster"]


@pytest.mark.parametrize("word", WORDS)
def test_the_picture_has_a_row_for_each_sector_and_one_for_all(word: str):
    found = asked(coverage, _city(word), DAY)
    (chart,) = (block for block in found.blocks if isinstance(block, Chart) and block.name == "white-spots")
    figure = drawn(chart, "en")
    assert sorted(figure.layout.yaxis.ticktext) == sorted(["Own", "care", "no sector", "all"])
    assert len(figure.data) == 1 + 3  # the grid, and a mark a sector


@pytest.mark.parametrize("word", WORDS)
def test_one_sector_is_opened_by_its_id_and_no_other(word: str):
    reader = Reader(warehouse_from(_city(word)))
    assert {sector.id for sector in sectors_in_view(reader, DAY)} == {word.replace("~", " "), "care", None}
    opened = {}
    for sector in sectors_in_view(reader, DAY):
        opened[sector.id] = {row["partner"] for row in rows(one_sector(reader, DAY, sector.id), "silence")}
    assert opened == {word.replace("~", " "): {"p1", "p3"}, "care": {"p2"}, None: {"p4"}}


def test_in_json_a_total_has_no_id_at_all():
    found = asked(coverage, _city("all"), DAY)
    (switch,) = (block for row in json.loads(as_json(found, "en"))["rows"] for block in row.get("left", ()) if block["name"] == "map")
    spots = switch["options"][0]["block"]
    keys = [(json.dumps(row["sector"]), json.dumps(row["cluster"])) for row in spots["rows"]]
    every = json.dumps({"every": True})
    assert set(keys) == set(product(('"all"', '"care"', "null", every), ('"all"', '"port"', "null", every)))


def test_the_total_is_a_value_of_a_type_of_its_own():
    found = exhibit(asked(coverage, _city("all"), DAY), "white-spots")
    assert isinstance(found, WhiteSpots)
    assert (
        sum(isinstance(row.sector, Every) or isinstance(row.cluster, Every) for row in found.rows)
        == sum(row.is_total for row in found.rows)
        == 7
    )


@pytest.mark.parametrize("word", [*WORDS, "(none)"])
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_page_speaks_of_such_a_city(page, word: str):
    found = asked(page.answer, _city(word), DAY)
    assert heading(found)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("sector.csv", "id,name\n(none),None\ncare,Care\n"),
        ("cluster.csv", "id,name\n (none) ,None\nport,Port\n"),
        ("employee.csv", "id,name\n(none),Nobody\nanna,Anna\n"),
    ],
)
def test_the_word_by_which_a_filter_says_without_is_no_id_of_what_it_offers(tmp_path: Path, file: str, content: str):
    city = City(tmp_path)
    report = city.bring_text(file, content)
    assert (report.accepted, report.rejected) == (1, 1)
    assert city.rejects() == [(2, "id", "'(none)' is how a filter says that there is none; give the row another id.")]
    with pytest.raises(ChangeRefused), by_hand(city.warehouse, at=AT, made_by=None) as work:
        work.put(BY_TABLE[file.removesuffix(".csv")].model_construct(id="(none)", name="x"))


def test_a_filter_offers_no_id_but_those_that_cannot_be_the_word_for_without():
    offered = {"sector": Sector, "cluster": Cluster, "account_manager": Employee}
    assert {*FILTERS} == {*offered, "tier"}
    assert all(CHOSEN_BY_ID in record.rules for record in offered.values())
    assert NOBODY not in TIERS.words
    assert CHOSEN_BY_ID.word == NOBODY


def test_a_name_that_is_the_word_for_without_gets_another_id(tmp_path: Path):
    city = City(tmp_path)
    city.bring_text("cluster.csv", "name\n(none)\n")
    assert city.value("SELECT count(*) FROM cluster WHERE name = '(none)' AND id <> '(none)'") == 1
