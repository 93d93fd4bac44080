"""Each page over the town: it runs, its address names the whole scope, and what the address says holds."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from opened import Opened
from streamlit.testing.v1 import AppTest

from relinsight.insights.naming import partners_named
from relinsight.words.scope import Scope

PAGES = ("portfolio", "coverage", "sectors", "partner")
FILTERS = ("sector", "cluster", "tier", "account_manager")
DAY = "2026-09-30"


def _heading(app: AppTest) -> str:
    (title,) = app.title
    return title.value


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_page_runs(open_page: Opened, town_file: Path, page: str, lang: str):
    app = open_page(town_file, page, as_of=DAY, lang=lang)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert _heading(app)


def test_the_dossier_of_a_partner_runs(open_page: Opened, town_file: Path):
    app = open_page(town_file, "partner", as_of=DAY, partner="prt-01")
    assert not app.exception
    assert _heading(app).startswith("Schouwburg De Veerpont: silent for 40 days")
    assert len(app.metric) == 5


@pytest.mark.parametrize("page", PAGES)
def test_the_address_names_the_day_and_every_filter_after_the_first_run(open_page: Opened, town_file: Path, page: str):
    app = open_page(town_file, page, as_of=DAY)
    assert app.query_params == {"as_of": DAY, "since": "review", "period": "year", **dict.fromkeys(FILTERS, "all"), "lang": "en"}


def test_an_address_without_a_day_means_the_day_that_the_owner_of_the_data_set(open_page: Opened, small_demo_file: Path):
    assert open_page(small_demo_file).query_params["as_of"] == "2026-11-23"


def test_a_filter_in_the_address_filters_and_is_said(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, sector="culture", tier=["A", "B"])
    scope = app.session_state["run"].scope
    assert (scope.sectors, scope.tiers) == (("culture",), ("A", "B"))
    assert app.multiselect(key="w_sector").value == ["culture"]
    assert app.multiselect(key="w_tier").value == ["A", "B"]
    above = app.caption[0].value
    assert "only Cultuur" in above
    assert "only tiers A and B" in above
    assert _heading(app).startswith("2 of 3 relations")


def test_a_choice_in_the_sidebar_goes_into_the_address(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY)
    app.multiselect(key="w_sector").set_value(["culture", "care"]).run()
    assert app.query_params["sector"] == ["culture", "care"]
    app.multiselect(key="w_sector").set_value([]).run()
    assert app.query_params["sector"] == "all"
    app.selectbox(key="w_since").set_value("quarter").run()
    app.selectbox(key="w_period").set_value("calendar").run()
    app.date_input(key="w_as_of").set_value(date(2026, 3, 31)).run()
    assert (app.query_params["since"], app.query_params["period"], app.query_params["as_of"]) == ("quarter", "calendar", "2026-03-31")
    assert not app.exception


def test_another_day_to_compare_with_can_be_chosen(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY)
    app.selectbox(key="w_since").set_value("chosen").run()
    assert app.query_params["since"] == "2026-08-31"
    assert app.date_input(key="w_since_day").value.isoformat() == "2026-08-31"
    assert not app.exception


def test_other_days_to_count_over_can_be_chosen(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY)
    app.selectbox(key="w_period").set_value("chosen").run()
    assert app.query_params["period"] == "2025-10-01..2026-09-30"
    assert not app.exception


def test_the_language_switches_in_place_and_keeps_the_scope(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, sector="culture")
    app.button_group(key="w_lang").set_value("nl").run()
    assert app.query_params["lang"] == "nl"
    assert app.query_params["sector"] == "culture"
    assert "peildatum 30 september 2026" in app.caption[0].value
    assert not app.exception


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"as_of": "2026-02-30"}, "The address names a day that does not exist"),
        ({"as_of": ""}, "The address names a day that does not exist"),
        ({"as_of": DAY, "since": "2027-01-01"}, "The day to compare with must lie before 30 September 2026"),
        ({"as_of": DAY, "since": "soon"}, "The day to compare with must lie before 30 September 2026"),
        ({"as_of": DAY, "period": "2026..2025"}, "The address names a period that does not exist"),
        ({"as_of": DAY, "period": "2026-05-01..2026-04-01"}, "The address names a period that does not exist"),
    ],
)
def test_what_cannot_be_read_in_the_address_gets_a_sentence(open_page: Opened, town_file: Path, address, sentence: str):
    app = open_page(town_file, **address)
    assert not app.exception
    (warning,) = app.warning
    assert warning.value.startswith(sentence)
    assert _heading(app)


@pytest.mark.parametrize("as_of", ["0001-01-01", "1899-12-31", "9999-12-31", "2300-01-01"])
@pytest.mark.parametrize("page", PAGES)
def test_a_day_far_away_breaks_nothing(open_page: Opened, town_file: Path, as_of: str, page: str):
    app = open_page(town_file, page, as_of=as_of, since="year")
    assert not app.exception
    assert _heading(app)


@pytest.mark.parametrize("page", PAGES[:3])
@pytest.mark.parametrize("key", FILTERS)
def test_an_unknown_choice_in_the_address_gets_a_sentence_and_can_be_taken_out(open_page: Opened, town_file: Path, page: str, key: str):
    app = open_page(town_file, page, as_of=DAY, **{key: "no*such*thing"})
    assert not app.exception
    assert _heading(app) == "No partner of the portfolio fits this day and these filters"
    assert app.multiselect(key=f"w_{key}").value == ["no*such*thing"]
    app.multiselect(key=f"w_{key}").set_value([]).run()
    assert app.query_params[key] == "all"
    assert _heading(app) != "No partner of the portfolio fits this day and these filters"


@pytest.mark.parametrize("page", PAGES)
def test_odd_values_together_break_nothing(open_page: Opened, town_file: Path, page: str):
    odd = ["<img src=x onerror=alert(1)>**b**", "x" * 5_000, "a\x00b", "", "culture", "culture", "%41&=#"]
    app = open_page(
        town_file, page, as_of=["20x6", DAY], since="<b>", period="..", open=odd, map="x", rows=odd, **dict.fromkeys(FILTERS, odd)
    )
    assert not app.exception
    assert _heading(app)
    assert len(app.warning) >= 3


def test_a_choice_named_twice_counts_once(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, sector=["culture", "culture"])
    assert app.session_state["run"].scope.sectors == ("culture",)
    assert "only Cultuur ·" in f"{app.caption[0].value} ·"


def test_an_unknown_partner_gets_a_sentence(open_page: Opened, town_file: Path):
    app = open_page(town_file, "partner", as_of=DAY, partner="**nobody**")
    assert not app.exception
    assert _heading(app) == "This partner is not known"
    assert app.warning[0].value.startswith(r"- There is no partner with the id \*\*nobody\*\*;")


def test_an_unknown_language_is_english(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, lang="xx")
    assert not app.exception
    assert "as of 30 September 2026" in app.caption[0].value


def test_a_partner_chosen_from_the_search_is_in_the_address(open_page: Opened, town_file: Path):
    app = open_page(town_file, "partner", as_of=DAY)
    assert _heading(app) == "Choose one of 35 partners"
    app.selectbox(key="w_partner").set_value("prt-02").run()
    assert app.query_params["partner"] == "prt-02"
    assert not app.exception
    assert len(app.metric) == 5


def test_an_opened_sector_is_in_the_address(open_page: Opened, town_file: Path):
    app = open_page(town_file, "sectors", as_of=DAY)
    app.button_group(key="w_open").set_value("care").run()
    assert app.query_params["open"] == "care"
    assert any(header.value.startswith("Zorg: ") for header in app.header)
    assert not open_page(town_file, "sectors", as_of=DAY, open="nonsense").exception


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_opens_to_its_definition_and_to_as_many_rows_as_its_n(open_page: Opened, town_file: Path, page: str):
    app = open_page(town_file, page, as_of=DAY, **({"partner": "prt-01"} if page == "partner" else {}))
    assert "opened-measure" not in {box.key for box in app.selectbox}
    app.session_state["opened-figures"] = True
    app.run()
    offered = app.selectbox(key="opened-measure").options
    assert len(offered) > 5
    counted = 0
    for place in range(0, len(offered), 3):
        app.selectbox(key="opened-measure").select_index(place).run()
        assert not app.exception
        n, behind = _n(app), _behind_the_figure(app)
        assert len(_rows(app)) == behind
        assert n in (None, behind)
        counted += n is not None
    assert counted


def test_the_rows_behind_a_figure_are_in_the_words_of_the_reader(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, lang="nl")
    app.session_state["opened-figures"] = True
    app.run()
    app.selectbox(key="opened-measure").set_value("in_time").run()
    table = _behind(app)
    heads = [column["label"] for column in json.loads(table.proto.columns).values() if "label" in column]
    assert heads[:6] == ["Partner", "Niveau", "Sector", "Accountmanager", "Cluster", "Met relatielijn"]
    first = list(table.value.iloc[0])
    assert first[0] in {str(row.name) for row in partners_named(app.session_state["run"].reader, Scope(date.fromisoformat(DAY)))}
    assert "op tijd" in list(table.value[str(heads.index("Stand"))])


def test_the_names_of_a_table_are_names_and_lead_to_the_dossier_with_the_whole_scope(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, sector="culture")
    (rows,) = (frame.value for frame in app.dataframe if len(frame.value.columns) == 9)
    assert "Schouwburg De Veerpont" in list(rows["0"])
    before = dict(app.query_params)
    app.session_state["to-dossier"] = "prt-01"
    app.run()
    assert app.title[0].value.startswith(f"{_name_of(app, 'prt-01')}: ")
    assert dict(app.query_params) == before | {"partner": "prt-01"}


def test_a_link_of_a_card_carries_the_whole_scope(open_page: Opened, town_file: Path):
    app = open_page(town_file, as_of=DAY, sector="culture")
    link = urlsplit(next(found for said in app.markdown for found in re.findall(r"\]\((/partner[^)]*)\)", said.value)))
    asked = parse_qs(link.query)
    assert asked.pop("partner")
    assert asked == {key: [value] for key, value in app.query_params.items()}


def _name_of(app: AppTest, partner: str) -> str:
    found = partners_named(app.session_state["run"].reader, Scope(date.fromisoformat(DAY)))
    return next(str(row.name) for row in found if row.partner == partner)


def _rows(app: AppTest) -> list[object]:
    found = _behind(app)
    return list(found.value.index) if found else []


def _behind(app: AppTest) -> Any:
    """The table of the rows behind a figure, where it has rows."""
    panel = next(part for part in app.expander if any(box.key == "opened-measure" for box in part.selectbox))
    return next(iter(panel.dataframe), None)


def _opened(app: AppTest) -> tuple[str, str, str]:
    """The measure that is opened, and of what."""
    by = app.session_state["opened-kind"]
    others = {"partner": app.session_state["run"].scope.partner, "portfolio": "portfolio"}
    return app.session_state["opened-measure"], by, others[by] if by in others else app.session_state[f"opened-{by}"]


def _n(app: AppTest) -> int | None:
    run, (name, by, subject) = app.session_state["run"], _opened(app)
    return next((f.n for f in run.reader.figures(run.scope, by, name) if f.subject == subject and f.measure == name), None)


def _behind_the_figure(app: AppTest) -> int:
    run = app.session_state["run"]
    return len(run.reader.rows_behind(run.scope, *_opened(app)))
