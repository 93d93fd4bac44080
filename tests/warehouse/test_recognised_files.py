"""Files of which nobody says how they are read: as they tell, by a kept profile, or by a suggested one."""

from __future__ import annotations

from pathlib import Path

import pytest

from relinsight.warehouse.by_hand import ChangeRefused
from relinsight.warehouse.kept_profiles import keep_profile, kept_profiles
from relinsight.warehouse.mending import broken_cells, try_again
from relinsight.warehouse.undoing import undo
from tests.arriving import AT, City, said

REGISTER = """
    Subsidieregister 2026;;;;;
    ;;;;;
    Zaaknummer;Aanvrager;Omschrijving;Ontvangen;Aangevraagd bedrag;Verleend bedrag
    Z1;Havenbedrijf;Kade;01-10-2025;2.400,00;1.000,50
    Z2;Museum;Zaal;02-10-2025;2.400,00;
    Z3;Museum;Dak;13-10-2025;400,00;400,00
"""
OWN = """
    [dealing]
    id = "Zaaknummer"
    organisation = "Aanvrager"
    title = "Omschrijving"
    opened_on = "Ontvangen"
    granted = "Verleend bedrag"
    role = { constant = "client" }
"""


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def kept(city: City, name: str = "Our register", written: str = OWN) -> None:
    keep_profile(city.warehouse, name, written, at=AT)


def roles(city: City) -> set[tuple]:
    return set(city.values("SELECT role FROM dealing"))


def test_a_strangers_file_is_read_by_a_suggested_profile(city: City):
    (preview,) = city.bring_text("subsidies 2026.csv", REGISTER, recognise=True, dry_run=True).previews
    assert (preview.tables[0], preview.profile, preview.role) == ("dealing", None, "subsidy_provider")
    assert "[dealing]" in preview.written
    report = city.bring_text("subsidies 2026.csv", REGISTER, recognise=True)
    assert (report.inserted, report.rejected) == (3, 0)
    assert city.value("SELECT sum(granted) FROM dealing") == 1400.5


def test_what_a_rehearsal_shows_as_the_reading_reads_the_file_alike(city: City):
    (preview,) = city.bring_text("subsidies 2026.csv", REGISTER, recognise=True, dry_run=True).previews
    profile = city.file("shown.toml", preview.written.encode())
    assert city.bring_text("subsidies 2026.csv", REGISTER, profile=profile).inserted == 3
    assert city.bring_text("subsidies 2026.csv", REGISTER, recognise=True).unchanged == 3


def test_a_file_that_is_called_after_a_table_is_read_as_it_says(city: City):
    (preview,) = city.bring_text("partner.csv", "id,name,colour\np1,Harbour,red\n", recognise=True, dry_run=True).previews
    assert (preview.tables, preview.written) == (("partner",), None)


def test_a_file_whose_columns_are_all_ours_is_read_as_it_says(city: City):
    (preview,) = city.bring_text("export.csv", "id,name,kvk_number\np1,Harbour,12345678\n", recognise=True, dry_run=True).previews
    assert (preview.tables, preview.written) == (("partner",), None)


def test_a_person_overrules_what_a_row_is_and_what_our_role_is(city: City):
    asked = {"recognise": True, "dry_run": True}
    (preview,) = city.bring_text("subsidies.csv", REGISTER, role="landowner", **asked).previews
    assert preview.role == "landowner"
    (preview,) = city.bring_text("subsidies.csv", REGISTER, record="partner", **asked).previews
    assert preview.tables[0] == "partner"


def test_each_file_of_a_call_is_recognised_for_itself(city: City):
    files = city.file("partner.csv", "id,name\np1,Havenbedrijf\n"), city.file("subsidies.csv", REGISTER)
    report = city.bring(*files, recognise=True, dry_run=True)
    assert [(preview.file, preview.written is None) for preview in report.previews] == [("partner.csv", True), ("subsidies.csv", False)]
    assert report.rejected == 0


def test_a_kept_profile_reads_the_next_file_of_its_kind_and_the_run_names_it(city: City):
    kept(city)
    (preview,) = city.bring_text("subsidies.csv", REGISTER, recognise=True, dry_run=True).previews
    assert (preview.profile, preview.role, preview.written) == ("Our register", "client", OWN)
    city.bring_text("subsidies.csv", REGISTER, recognise=True)
    assert roles(city) == {("client",)}
    assert city.value("SELECT profile FROM import_run WHERE file IS NOT NULL") == "Our register"


def test_a_kept_profile_is_used_by_its_name(city: City):
    kept(city)
    assert city.bring_text("other.csv", REGISTER, profile="Our register").inserted == 3
    assert roles(city) == {("client",)}


def test_a_kept_profile_reads_no_file_that_lacks_one_of_its_columns(city: City):
    kept(city)
    (preview,) = city.bring_text("subsidies.csv", REGISTER.replace("Omschrijving", "Wat"), recognise=True, dry_run=True).previews
    assert preview.profile is None


def test_what_a_person_says_goes_before_a_kept_profile(city: City):
    kept(city)
    (preview,) = city.bring_text("subsidies.csv", REGISTER, recognise=True, dry_run=True, role="landowner").previews
    assert (preview.profile, preview.role) == (None, "landowner")


def test_a_profile_is_kept_in_the_place_of_the_one_with_its_name_and_both_can_be_taken_back(city: City):
    kept(city)
    kept(city, written=OWN.replace("client", "regulator"))
    assert "regulator" in kept_profiles(city.warehouse)["Our register"]
    first, second = (run for (run,) in city.values("SELECT id FROM import_run ORDER BY recorded_at, rowid"))
    undo(city.warehouse, second, at=AT)
    assert kept_profiles(city.warehouse) == {"Our register": OWN}
    undo(city.warehouse, first, at=AT)
    assert kept_profiles(city.warehouse) == {}


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "own.toml", "amsterdam-subsidies"])
def test_a_name_that_cannot_be_one_is_refused(city: City, name: str):
    with pytest.raises(ChangeRefused, match="name of a profile"):
        kept(city, name)
    assert kept_profiles(city.warehouse) == {}


def test_what_cannot_be_read_is_not_kept(city: City):
    with pytest.raises(Exception, match="cannot be read") as refused:
        kept(city, written="[dealing")
    assert "Our register" in said(refused.value.reason)
    assert kept_profiles(city.warehouse) == {}


def test_rows_that_were_read_with_a_kept_profile_are_mended_in_place(city: City):
    kept(city)
    report = city.bring_text("subsidies.csv", REGISTER.replace("02-10-2025", "32-10-2025"), recognise=True)
    (cell,) = broken_cells(city.warehouse)
    assert (report.rejected, cell.field, cell.value) == (1, "Ontvangen", "32-10-2025")
    again = try_again(city.warehouse, report.run_id, {cell.place: "02-10-2025"}, at=AT)
    assert (again.inserted, again.rejected) == (1, 0)
    assert broken_cells(city.warehouse) == []
