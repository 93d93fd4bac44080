"""The first start, the mark of invented data, its removal, and a copy of everything."""

from __future__ import annotations

import io
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest
import streamlit as st
from opened import Opened, drop, settle

from relinsight.records.partners import Partner
from relinsight.sources.demo import city
from relinsight.warehouse import demo
from relinsight.warehouse.by_hand import by_hand
from relinsight.warehouse.connection import open_file

PAGES = ("portfolio", "coverage", "sectors", "partner")
MARK = "Demo: an invented city. Nobody and nothing on these pages exists."


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_file_offers_the_three_ways_in(open_page: Opened, tmp_path: Path, page: str):
    app = open_page(tmp_path / "new.duckdb", page)
    assert not app.exception
    assert [title.value for title in app.title] == ["Which partners does your city work with?"]
    assert {button.key: button.disabled for button in app.button} == {
        "start-demo": False,
        "start-register": False,
    }


def test_the_demo_is_made_in_one_action(open_page: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(demo, "city", lambda **asked: city(**asked | {"partners": 20}))
    app = open_page(tmp_path / "new.duckdb")
    app.button(key="start-demo").click().run()
    settle(app)
    assert not app.exception
    assert "relations keep" in app.title[0].value
    assert app.query_params["as_of"] == "2026-11-23"
    assert any(MARK in caption.value for caption in app.caption)


def test_what_cannot_be_imported_gets_a_sentence(open_page: Opened, tmp_path: Path):
    app = drop(open_page(tmp_path / "new.duckdb", "data", view="bring"), ("partner.csv", b""))
    assert not app.exception
    assert not [button for button in app.button if button.key == "start-import"]
    (error,) = app.error
    assert "partner" in error.value


def test_files_of_ones_own_are_imported_and_what_was_rejected_is_said(open_page: Opened, tmp_path: Path):
    app = drop(open_page(tmp_path / "new.duckdb", "data", view="bring"), ("partner.csv", b"id,name,tier\np1,Harbour,A\np2,,A\n"))
    app.button(key="start-import").click().run()
    settle(app)
    assert not app.exception
    assert any(said.value == "2 rows were read: 1 new, 0 changed, 0 the same and 1 rejected." for said in app.markdown)
    next(button for button in app.button if str(button.key).startswith("outcome-close")).click().run()
    assert not any("rejected" in said.value for said in app.markdown)


def test_rejected_rows_name_the_column_as_people_do_and_as_the_file_does(open_page: Opened, tmp_path: Path):
    rows = b"id,name,active_from,tier\np1,Harbour,,A\np2,,,A\np3,Museum,soon,A\n"
    app = drop(open_page(tmp_path / "new.duckdb", "data", view="bring", lang="nl"), ("partner.csv", rows))
    app.button(key="start-import").click().run()
    settle(app)
    table = next(frame.value for frame in app.dataframe if "Kolom" in frame.value.columns)
    assert list(table["Kolom"]) == ["Naam (name)", "Actief vanaf (active_from)"]


@pytest.mark.parametrize("page", PAGES)
def test_the_demo_is_marked_on_every_page(open_page: Opened, small_demo_file: Path, page: str):
    app = open_page(small_demo_file, page)
    assert not app.exception
    assert any(MARK in caption.value for caption in app.caption)


def test_the_town_is_not_marked(open_page: Opened, town_file: Path):
    assert not any("Demo" in caption.value for caption in open_page(town_file).caption)


def test_the_demo_is_removed_by_one_action_that_asks(open_page: Opened, small_demo_file: Path, own_copy):
    app = open_page(own_copy(small_demo_file))
    app.session_state["data-panel"] = True
    app.run()
    assert app.button(key="remove-demo").disabled
    app.session_state["data-panel"] = True
    app.checkbox(key="remove-sure").check().run()
    app.button(key="remove-demo").click().run()
    settle(app)
    assert not app.exception
    assert app.title[0].value == "Which partners does your city work with?"
    assert app.query_params["as_of"] != "2026-11-23"


def test_the_removal_says_how_many_changes_by_hand_go_too(open_page: Opened, small_demo_file: Path, own_copy):
    path = own_copy(small_demo_file)
    with closing(open_file(path)) as warehouse, by_hand(warehouse, at=datetime(2026, 6, 30, tzinfo=UTC), made_by=None) as work:
        work.put(Partner(id="mine", name="Mine"))
    app = open_page(path)
    app.session_state["data-panel"] = True
    app.run()
    assert "1 change made by hand goes with it." in [caption.value for caption in app.caption]


def test_a_backup_is_a_database_with_everything_in_it(open_page: Opened, town_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, **more: made.update({more["key"]: (data, more["file_name"])}))
    app = open_page(town_file)
    app.session_state["data-panel"] = True
    app.run()
    content, name = made["backup"]
    copy = tmp_path / name
    copy.write_bytes(content())
    with duckdb.connect(str(copy), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM partner").fetchone() == (36,)
        assert connection.execute("SELECT count(*) FROM contact_moment").fetchone() == (930,)


def test_every_table_and_chart_has_its_file(open_page: Opened, town_file: Path, monkeypatch: pytest.MonkeyPatch):
    made = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, **more: made.update({more["key"]: (data, more["file_name"])}))
    open_page(town_file, as_of="2026-09-30", lang="nl")
    assert set(made) == {"csv-rhythm-and-view", "csv-changes", "csv-chain", "csv-partners", "csv-tiers"}
    content, name = made["csv-partners"]
    assert name == "portfolio-partners.csv"
    lines = content().decode("utf-8-sig").splitlines()
    assert len(lines) == 34
    assert ";" in lines[0]


def test_a_file_that_is_no_database_gets_a_sentence(open_page: Opened, tmp_path: Path):
    path = tmp_path / "notes.duckdb"
    path.write_text("no database")
    app = open_page(path)
    assert not app.exception
    assert "cannot be opened as a database" in app.error[0].value


def test_a_template_of_what_is_chosen_is_offered_at_the_first_start(open_page: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, **more: made.update({more["key"]: (data, more["file_name"])}))
    app = open_page(tmp_path / "new.duckdb")
    app.selectbox(key="template-record").set_value("goal").run()
    content, name = made["template"]
    assert name == "goal.xlsx"
    assert openpyxl.load_workbook(io.BytesIO(content())).sheetnames == ["goal"]


def test_the_page_of_data_offers_templates_too(open_page: Opened, town_file: Path):
    app = open_page(town_file, "data", view="bring")
    assert app.selectbox(key="template-record").value == "cluster"
