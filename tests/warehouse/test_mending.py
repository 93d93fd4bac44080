"""Rejected rows wait until they come in, are set aside or their run is taken back; each of these can be taken back itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from relinsight.warehouse.checks import findings
from relinsight.warehouse.mending import Broken, broken_cells, set_aside, try_again
from relinsight.warehouse.refusal import WarehouseError
from relinsight.warehouse.undoing import undo
from tests.arriving import City, counts, said

AT = datetime(2026, 10, 2, 9, tzinfo=UTC)
PARTNERS = "id,name,active_from\np1,Harbour,\np2,,\np3,Museum,2026-13-01\n"


@pytest.fixture
def city(tmp_path: Path) -> City:
    found = City(tmp_path)
    found.bring_text("partner.csv", PARTNERS)
    return found


def _waiting(city: City) -> list[tuple[str, int, str, str]]:
    return [(str(cell.file), cell.row_number, str(cell.field), str(cell.begins)) for cell in broken_cells(city.warehouse)]


def _cell(city: City, field: str) -> Broken:
    return next(cell for cell in broken_cells(city.warehouse) if cell.field == field)


def test_each_cell_that_is_wrong_waits_with_the_first_words_of_its_row(city: City):
    assert _waiting(city) == [("partner.csv", 3, "name", "p2"), ("partner.csv", 4, "active_from", "p3 · Museum")]


def test_a_mended_row_comes_in_and_one_that_is_still_wrong_waits_under_the_new_run(city: City):
    cell = _cell(city, "active_from")
    report = try_again(city.warehouse, cell.run, {cell.place: "2026-12-01"}, at=AT)
    assert counts(report) == (2, 1, 0, 0, 1)
    assert city.values("SELECT name, active_from::VARCHAR FROM partner WHERE id = 'p3'") == [("Museum", "2026-12-01")]
    assert _waiting(city) == [("rejected-partner.csv", 2, "name", "p2")]
    assert findings(city.warehouse) == ()


def test_rows_can_be_tried_again_as_often_as_needed(city: City):
    for name in ("", "", "Quay"):
        cell = _cell(city, "name")
        try_again(city.warehouse, cell.run, {cell.place: name}, at=AT)
    assert city.value("SELECT name FROM partner WHERE id = 'p2'") == "Quay"
    assert _waiting(city) == [("rejected-partner.csv", 3, "active_from", "p3 · Museum")]


def test_what_came_in_mended_is_no_jump_of_a_total(tmp_path: Path):
    city = City(tmp_path)
    good = "".join(f"p{n},Name {n},\n" for n in range(300))
    city.bring_text("rejected-partner.csv", f"id,name,active_from\n{good}x1,,\n")
    cell = _cell(city, "name")
    report = try_again(city.warehouse, cell.run, {cell.place: "Quay"}, at=AT)
    assert not any("the import before" in said(each) for each in report.warnings)


def test_rows_that_are_taken_back_wait_again(city: City):
    before = _waiting(city)
    cell = _cell(city, "active_from")
    again = try_again(city.warehouse, cell.run, {cell.place: "2026-12-01"}, at=AT)
    undo(city.warehouse, str(again.run_id), at=AT)
    assert _waiting(city) == before
    set_aside(city.warehouse, cell.run, at=AT)
    assert _waiting(city) == []
    undo(city.warehouse, str(city.value("SELECT id FROM import_run WHERE file IS NULL")), at=AT)
    assert _waiting(city) == before


def test_what_waits_no_more_is_neither_tried_nor_set_aside_and_nothing_changes(city: City):
    run = _cell(city, "name").run
    set_aside(city.warehouse, run, at=AT)
    before = city.everything()
    for act in (lambda: set_aside(city.warehouse, run, at=AT), lambda: try_again(city.warehouse, run, {}, at=AT)):
        with pytest.raises(WarehouseError) as refused:
            act()
        assert "waits any more" in said(refused.value.reason)
    assert city.everything() == before


def test_rows_of_a_profile_with_other_signs_come_back_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("relinsight.sources.profile.SHIPPED", tmp_path)
    monkeypatch.setattr("relinsight.warehouse.mending.shipped_profiles", lambda: ("own",))
    (tmp_path / "own.toml").write_text(
        '[file]\ndelimiter = "|"\nheader_row = 2\nencoding = "cp1252"\n[partner]\nid = "Nr"\nname = "Naam"\n', "utf-8"
    )
    city = City(tmp_path)
    city.bring_text("lijst.csv", "Lijst\nNr|Naam\n1|Café\n2|\n".encode("cp1252"), profile="own")
    (cell,) = broken_cells(city.warehouse)
    report = try_again(city.warehouse, cell.run, {cell.place: "Crèche"}, at=AT)
    assert counts(report) == (1, 1, 0, 0, 0)


def test_rows_of_a_profile_that_is_not_here_are_mended_in_their_file(tmp_path: Path):
    profile = tmp_path / "own.toml"
    profile.write_text('[partner]\nid = "Nr"\nname = "Naam"\n', "utf-8")
    city = City(tmp_path)
    city.bring_text("lijst.csv", "Nr,Naam\n1,\n", profile=profile)
    with pytest.raises(WarehouseError) as refused:
        try_again(city.warehouse, broken_cells(city.warehouse)[0].run, {}, at=AT)
    assert said(refused.value.reason).startswith("These rows were read with the profile own, which does not come with relinsight")


def test_rows_of_two_sheets_come_back_as_what_they_are(tmp_path: Path):
    city = City(tmp_path)
    files = (city.file("partner.csv", "id,name\np1,\n"), city.file("employee.csv", "id,name\ne1,\n"))
    city.bring(*files)
    cells = broken_cells(city.warehouse)
    assert len(cells) == 2
    report = try_again(city.warehouse, cells[0].run, {cell.place: "Anna" for cell in cells}, at=AT)
    assert counts(report) == (2, 2, 0, 0, 0)
    assert (city.value("SELECT count(*) FROM partner"), city.value("SELECT count(*) FROM employee")) == (1, 1)
