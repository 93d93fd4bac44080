"""The page about the data: its views, and what its owner can do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from opened import Opened, drop, settle
from streamlit.testing.v1 import AppTest

from relinsight.access.rights import Rights
from relinsight.show import caches
from relinsight.show.data_page import runs
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.imports import import_files

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
PARTNERS = "id,name,active_from\np1,Harbour,\np2,,\np3,Museum,2026-13-01\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city of one partner, into which a file with two rows to mend was brought."""
    return _brought(tmp_path, ("partner.csv", PARTNERS))


def _brought(folder: Path, *files: tuple[str, str]) -> Path:
    path, warehouse = folder / "city.duckdb", open_file(folder / "city.duckdb")
    for name, content in files:
        (folder / name).write_text(content, "utf-8")
        import_files(warehouse, [folder / name], at=AT)
    warehouse.close()
    return path


def _headers(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def _keys(app: AppTest) -> set[str]:
    return {str(button.key).split("-")[0] for button in app.button if button.key}


def _partners(app: AppTest) -> list[str]:
    return sorted(row["name"] for row in app.session_state["run"].city.warehouse.rows("SELECT name FROM partner"))


def _figure(app: AppTest, label: str) -> str:
    return next(metric.value for metric in app.metric if metric.label == label)


@pytest.mark.parametrize("view", ["quality", "runs", "bring", "mend"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_view_runs_and_stands_in_the_address(open_page: Opened, town_file: Path, view: str, lang: str):
    app = open_page(town_file, "data", view=view, lang=lang)
    assert not app.exception
    assert app.segmented_control(key="w_view").value == view
    assert len(app.metric) == 5


def test_what_is_chosen_goes_into_the_address(open_page: Opened, town_file: Path):
    app = open_page(town_file, "data")
    assert app.segmented_control(key="w_view").value == "quality"
    app.segmented_control(key="w_view").set_value("runs").run()
    assert app.query_params["view"] in ("runs", ["runs"])


def test_a_view_that_is_not_there_is_the_first(open_page: Opened, town_file: Path):
    assert open_page(town_file, "data", view="nothing").segmented_control(key="w_view").value == "quality"


def test_a_row_that_was_typed_over_comes_in_and_the_others_wait(open_page: Opened, city: Path):
    app = open_page(city, "data", view="mend")
    assert _headers(app) == [r"2 rows to mend of partner\.csv: type over what is wrong"]
    (run,) = {str(button.key).removeprefix("mend-") for button in app.button if str(button.key).startswith("mend-")}
    app.session_state[f"editor-{run}"] = {"edited_rows": {1: {"value": "2026-12-01"}}, "added_rows": [], "deleted_rows": []}
    app.button(key=f"mend-{run}").click().run()
    settle(app)
    assert not app.exception
    assert _partners(app) == ["Harbour", "Museum"]
    assert _headers(app) == [r"1 row to mend of rejected\-partner\.csv: type over the value that is wrong"]
    assert _figure(app, "Rows to mend") == "1"


def test_rows_that_are_set_aside_wait_no_more(open_page: Opened, city: Path):
    app = open_page(city, "data", view="mend")
    next(button for button in app.button if str(button.key).startswith("aside-")).click().run()
    settle(app)
    assert _headers(app) == ["No row waits to be mended"]
    assert _figure(app, "Rows to mend") == "0"
    assert _figure(app, "Runs") == "2"


def test_a_run_is_taken_back_after_a_question(open_page: Opened, city: Path):
    app = open_page(city, "data", view="runs")
    _ask_to_undo(app, 0)
    assert "- 1 new row goes." in [said.value for said in app.markdown]
    _answer(app, "undo-sure")
    assert not app.exception
    assert app.session_state["run"].reader.holding.partners == 0


def test_leaving_the_question_changes_nothing(open_page: Opened, city: Path):
    app = open_page(city, "data", view="runs")
    _ask_to_undo(app, 0)
    _answer(app, "undo-leave")
    assert _partners(app) == ["Harbour"]
    assert "undo" not in _keys(app)


def test_a_run_on_which_another_was_built_stays_and_says_why(open_page: Opened, tmp_path: Path):
    path = _brought(tmp_path, ("partner.csv", PARTNERS), ("question.csv", "id,partner_id,asked_on\nq1,p1,2026-05-01\n"))
    app = open_page(path, "data", view="runs")
    _ask_to_undo(app, 1)
    _answer(app, "undo-sure")
    assert "take that one back first" in app.error[0].value
    assert _partners(app) == ["Harbour"]


def _ask_to_undo(app: AppTest, row: int) -> None:
    """Click the button of a row, as far as a test without a browser can: the dialog opens for its run."""
    lines = app.session_state["run"].city.owner.runs()
    app.session_state[runs.ASKED] = lines[row]["id"]
    app.run()
    app.session_state[runs.ASKED] = lines[row]["id"]  # a browser runs the dialog alone, a test the whole page


def _answer(app: AppTest, button: str) -> None:
    app.button(key=button).click().run()
    settle(app)


def test_a_rehearsal_says_what_would_happen_and_changes_nothing(open_page: Opened, city: Path):
    app = open_page(city, "data", view="bring")
    drop(app, ("partner.csv", b"id,name\np1,Harbour\np4,Quay\np5,\n"))
    assert not app.exception
    assert app.title[0].value == "3 rows read: 1 as before, 1 new and 1 to mend"
    assert "1 row would have to be mended" in _headers(app)
    assert _partners(app) == ["Harbour"]
    app.button(key="start-import").click().run()
    settle(app)
    assert _partners(app) == ["Harbour", "Quay"]


def test_what_was_rehearsed_says_nothing_of_other_files(open_page: Opened, city: Path):
    app = open_page(city, "data", view="bring")
    drop(app, ("partner.csv", b"id,name\np4,Quay\n"))
    assert app.title[0].value == "1 row read: 1 new"
    drop(app, ("partner.csv", b"id,name\np4,Quay\np5,Lock\n"))
    assert app.title[0].value == "2 rows read: 2 new"


def test_another_visitor_does_not_see_a_rehearsal(open_page: Opened, city: Path):
    app, other = open_page(city, "data", view="bring"), open_page(city, "data", view="bring")
    drop(app, ("partner.csv", b"id,name\np4,Quay\n"))
    other.run()
    assert not any("Quay" in said.value or "1 new" in said.value for said in (*other.markdown, *other.header))


REGISTER = (
    "subsidies 2026.csv",
    b"Zaaknummer;Aanvrager;Omschrijving;Ontvangen;Aangevraagd bedrag;Verleend bedrag\n"
    b"Z1;Harbour;Quay;01-10-2025;2.400,00;1.000,50\nZ2;Harbour;Hall;13-10-2025;400,00;400,00\n",
)


def test_of_a_strangers_file_it_says_how_each_column_is_read_and_asks_what_the_file_does_not_tell(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), REGISTER)
    assert not app.exception
    assert app.title[0].value == "2 rows read: 2 new"
    (read,) = [table.value for table in app.dataframe if "Zaaknummer" in str(table.value)]
    assert list(read["0"]) == ["Zaaknummer", "Aanvrager", "Omschrijving", "Ontvangen", "Aangevraagd bedrag", "Verleend bedrag"]
    asked = {select.label: select.value for select in app.selectbox}
    assert (asked["Each row is"], asked["Our role in these dealings"]) == ("dealing", "subsidy_provider")
    assert app.text_input[0].value == "subsidies"


def test_what_a_person_answers_is_how_the_file_is_read(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), REGISTER)
    next(select for select in app.selectbox if select.label == "Our role in these dealings").set_value("landowner").run()
    settle(app)
    assert next(select for select in app.selectbox if select.label == "Our role in these dealings").value == "landowner"
    app.button(key="start-import").click().run()
    settle(app)
    assert {row["role"] for row in app.session_state["run"].city.warehouse.rows("SELECT role FROM dealing")} == {"landowner"}


def test_how_a_file_is_read_is_kept_under_its_name_and_the_next_one_is_recognised(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), REGISTER)
    app.text_input[0].set_value("Our subsidies").run()
    app.button(key="start-import").click().run()
    settle(app)
    assert not app.exception
    assert list(app.session_state["run"].city.owner.kept_profiles()) == ["Our subsidies"]
    assert not [select for select in app.selectbox if select.label == "Each row is"]
    drop(app, ("november.csv", REGISTER[1]))
    assert app.title[0].value == "2 rows read: 2 as before"
    assert any("read by the kept profile Our subsidies" in said.value for said in app.caption)
    assert not [select for select in app.selectbox if select.label == "Each row is"]
    assert "Our subsidies" in next(select for select in app.selectbox if select.label == "Read as").options


def test_without_a_name_nothing_is_kept(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), REGISTER)
    app.text_input[0].set_value("").run()
    app.button(key="start-import").click().run()
    settle(app)
    assert app.session_state["run"].city.owner.kept_profiles() == {}


def test_files_that_are_left_are_gone_and_nothing_changed(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), REGISTER)
    app.button(key="leave").click().run()
    assert not [button for button in app.button if button.key in ("start-import", "leave")]
    assert _partners(app) == ["Harbour"]


def test_a_changed_row_stands_there_with_old_and_new(open_page: Opened, city: Path):
    app = drop(open_page(city, "data", view="bring"), ("partner.csv", b"id,name\np1,Harbour Quay\n"))
    assert "One row changes: Name" in _headers(app)
    (changed,) = [table.value for table in app.table if "Harbour" in str(table.value)]
    assert [str(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in changed.iloc[0]][-1] == "Harbour → Harbour Quay"


NAMES = ("dealing.csv", "id,organisation,role,opened_on\nd1,Harbours,client,2026-05-01\nd2,Bakery,client,2026-05-01\n")


def _name(app: AppTest, saying: str, name: str) -> None:
    match = next(match for match in app.session_state["run"].city.owner.matches() if str(match.name) == name)
    app.button(key=f"{saying}-{match.id}").click().run()
    settle(app)
    assert not app.exception


def test_a_name_is_said_to_be_a_partner_or_new_and_its_card_goes(open_page: Opened, tmp_path: Path):
    app = open_page(_brought(tmp_path, ("partner.csv", PARTNERS), NAMES), "data", view="bring")
    assert "Who is this? 2 names wait, 1 of them like a partner's" in _headers(app)
    _name(app, "same", "Harbours")
    assert "Who is this? 1 name waits, 0 of them like a partner's" in _headers(app)
    _name(app, "new", "Bakery")
    assert "Every name is known" in _headers(app)
    assert _partners(app) == ["Bakery", "Harbour"]


def test_a_name_that_looks_like_nobody_is_not_said_to_be_the_same(open_page: Opened, tmp_path: Path):
    app = open_page(_brought(tmp_path, ("partner.csv", PARTNERS), NAMES), "data", view="bring")
    asked = {str(match.name): match.id for match in app.session_state["run"].city.owner.matches()}
    offered = {str(button.key) for button in app.button}
    assert {f"{word}-{asked['Harbours']}" for word in ("same", "different", "new", "collective")} <= offered
    assert f"same-{asked['Bakery']}" not in offered
    assert f"collective-{asked['Bakery']}" in offered


def test_nothing_comes_in_beside_the_demo_and_the_page_says_so(open_page: Opened, small_demo_file: Path):
    app = open_page(small_demo_file, "data", view="bring")
    assert not app.exception
    assert any("The invented city is still here." in said.value for said in app.markdown)
    assert not app.get("file_uploader")


def test_who_is_not_the_owner_looks_and_has_no_buttons(open_page: Opened, city: Path, monkeypatch: pytest.MonkeyPatch):
    opened: Callable[[], object] = caches.city
    monkeypatch.setattr(caches, "city", lambda: replace(opened(), rights=Rights()))
    for view in ("quality", "runs", "bring", "mend"):
        app = open_page(city, "data", view=view)
        assert not app.exception
        assert app.segmented_control(key="w_view").options == ["Quality", "Runs"]
        assert _keys(app) == set()
        assert "Undo" not in str([table.value for table in app.dataframe])


def test_an_empty_file_is_rehearsed_before_anything_is_there(open_page: Opened, tmp_path: Path):
    app = open_page(tmp_path / "new.duckdb", "data", view="bring")
    assert not app.exception
    assert app.title[0].value == "There are no partners and no dealings yet"
    drop(app, ("partner.csv", b"id,name\np1,Harbour\n"))
    assert app.title[0].value == "1 row read: 1 new"
    assert app.button(key="start-import").label == "Import 1 row"
