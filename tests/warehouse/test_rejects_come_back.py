"""Rejected rows are written, mended and brought in again; which import is meant is never guessed."""

from pathlib import Path

import pytest

from relinsight.languages.sentence import Speaker
from relinsight.records.reasons import message_of
from relinsight.sources.opening import told_apart
from relinsight.warehouse.checks import findings
from relinsight.warehouse.quarantine import reject_rows, rejected_cells, rejects, write_rejects
from relinsight.warehouse.refusal import WarehouseError
from tests.arriving import City, counts, said
from tests.damaged.references import FORMATS


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def mended(files) -> None:
    for file in files:
        file.write_text(file.read_text().replace("2026-13-01", "2026-12-01"))


FILES = {
    "partner.csv": "id,name,active_from\np1,Haven,2026-13-01\np2,Museum,\n",
    "medewerkers.csv": "id,naam,actief van\ne1,Anna,2026-13-01\n",
    "contact_moment.csv": "id,day,kind,partner_id\nm1,2026-13-01,call,p2\n",
}


@pytest.mark.parametrize("names", [["partner.csv"], ["medewerkers.csv"], ["partner.csv", "medewerkers.csv"], [*FILES]], ids=",".join)
@pytest.mark.parametrize("target", ["rejected.csv", "mend.2.csv"])
def test_the_files_that_are_written_come_back_without_an_option(city, tmp_path, names, target):
    report = city.bring(*(city.file(name, FILES[name]) for name in names))
    assert report.rejected == len(names)
    files = write_rejects(city.warehouse, report.run_id, tmp_path / target)
    assert len(files) == len(names)
    assert all(file.exists() for file in files)
    mended(files)
    again = city.bring(*files)
    assert counts(again) == (len(names), len(names), 0, 0, 0)
    assert not any("not known" in said(each) for each in again.warnings)


def test_a_file_of_rejects_that_was_called_after_its_source_comes_back_whatever_its_columns(city):
    assert city.bring_text("rejected-partner.csv", "id,name,row_number,reasons\np1,a,2,x\n").inserted == 1


def test_rows_of_sheets_come_back_too(city, tmp_path):
    report = city.bring_text("partner.xlsx", FORMATS["xlsx"](["id", "name", "active_from"], [["p1", "a", "2026-13-01"]]))
    files = write_rejects(city.warehouse, report.run_id, tmp_path / "rejected.csv")
    mended(files)
    assert city.bring(*files).inserted == 1


def test_sources_that_would_be_called_alike_each_have_a_file(city, tmp_path):
    bad = '[{"id": "p1", "name": "a", "active_from": "x"}]'
    report = city.bring(city.file("partner.csv", "id,name,active_from\np2,b,x\n"), city.file("partner.json", bad))
    files = write_rejects(city.warehouse, report.run_id, tmp_path / "rejected.csv")
    assert len({file.name for file in files}) == 2
    assert {file.read_text().splitlines()[1].split(",")[0] for file in files} == {"p1", "p2"}


def test_files_of_one_name_keep_their_rejected_rows_apart(city, tmp_path):
    folders = [tmp_path / "city" / folder for folder in ("north", "south")]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "partner.csv").write_text(f"id,name,active_from\n{folder.name},same,2026-13-01\n")
    report = city.bring(*(folder / "partner.csv" for folder in folders))
    assert [file.file for file in report.files] == ["north/partner.csv", "south/partner.csv"]
    assert findings(city.warehouse) == ()
    files = write_rejects(city.warehouse, report.run_id, tmp_path / "rejected.csv")
    mended(files)
    assert counts(city.bring(*files)) == (2, 2, 0, 0, 0)
    assert city.values("SELECT id FROM partner ORDER BY id") == [("north",), ("south",)]


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["a/partner.csv", "b/contact.csv"], ["partner.csv", "contact.csv"]),
        (["a/partner.csv", "b/partner.csv"], ["a/partner.csv", "b/partner.csv"]),
        (["a/c/partner.csv", "b/c/partner.csv"], ["a/c/partner.csv", "b/c/partner.csv"]),
        (["partner.csv", "b/partner.csv"], ["partner.csv", "b/partner.csv"]),
        (["partner.csv", "./partner.csv"], ["partner.csv", "partner.csv"]),
    ],
)
def test_a_file_is_told_by_as_little_as_tells_it_from_the_others(paths, told):
    found = told_apart([Path(path) for path in paths])
    assert [found[Path(path)] for path in paths] == told


def test_the_start_of_an_id_that_fits_several_imports_is_refused_and_they_are_named(city, tmp_path):
    runs = [city.bring_text("partner.csv", f"id,name,active_from\np{n},a,x\n").run_id for n in range(2)]
    for ask in (rejects, reject_rows, rejected_cells, lambda warehouse, run: write_rejects(warehouse, run, tmp_path / "r.csv")):
        with pytest.raises(WarehouseError) as refused:
            ask(city.warehouse, "")
        assert all(run in said(refused.value.reason) for run in runs)
        assert len(ask(city.warehouse, runs[0][:8])) == 1
    assert not (tmp_path / "r-partner.csv").exists()


def test_an_id_that_begins_another_is_that_import(city):
    run = city.bring_text("partner.csv", "id,name,active_from\np1,a,x\n").run_id
    city.warehouse.connection.execute("UPDATE import_run SET id = 'abc'")
    city.warehouse.connection.execute("UPDATE import_reject SET run_id = 'abc'")
    city.warehouse.connection.execute("INSERT INTO import_run SELECT * REPLACE ('abcd' AS id) FROM import_run")
    assert len(rejects(city.warehouse, "abc")) == 1
    assert run


def test_there_is_no_import_of_that_name(city):
    with pytest.raises(WarehouseError, match="There is no import"):
        rejects(city.warehouse, "nothing")


def test_every_reason_can_be_said_in_dutch(city):
    city.bring_text("partner.csv", "id,name\np2,a\n")
    report = city.bring(
        city.file("partner.csv", "id,name,active_from\np1,a,x\np1,b,\np1,c,\n"),
        city.file("tie.csv", "id,employee_id,partner_id,kind\nt1,e9,p2,account_manager\n"),
        city.file("partners.csv", "id,name\np1,d\n"),
    )
    cells = rejected_cells(city.warehouse, report.run_id)
    dutch = [Speaker("nl")(cell.reason) for cell in cells]
    assert len(cells) >= 4
    assert all(Speaker("en")(cell.reason) != spoken for cell, spoken in zip(cells, dutch, strict=True))
    assert any("dan rij 3 van partner.csv" in spoken for spoken in dutch)
    assert [Speaker("en")(cell.reason) for cell in cells] == [row["reason"] for row in rejects(city.warehouse, report.run_id)]


def test_a_reason_that_is_none_of_ours_is_said_as_it_stands():
    assert Speaker("nl")(message_of("Something else altogether.")) == "Something else altogether."
