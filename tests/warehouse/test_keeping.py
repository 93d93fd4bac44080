"""Copies, checks, reading with SQL, rejected rows and the demo."""

import json
import shutil

import cities
import duckdb
import pytest

from relinsight.records.partners import Partner
from relinsight.warehouse import export_all as everything
from relinsight.warehouse.backup import BackupRefused, backup, restore
from relinsight.warehouse.by_hand import ChangeRefused, by_hand
from relinsight.warehouse.checks import findings
from relinsight.warehouse.connection import open_file
from relinsight.warehouse.demo import changes_by_hand, fill_with_demo, remove_demo
from relinsight.warehouse.export_all import ExportRefused, export_all
from relinsight.warehouse.imports import ImportRefused, import_files
from relinsight.warehouse.origin import is_demo
from relinsight.warehouse.quarantine import rejects, write_rejects
from relinsight.warehouse.runs import runs
from relinsight.warehouse.undoing import undo
from tests.arriving import AT, PARTNERS, City, counts, said


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A database file with two partners, made once."""
    folder = tmp_path_factory.mktemp("kept")
    warehouse = open_file(folder / "city.duckdb")
    import_files(warehouse, [City(folder).file("partner.csv", PARTNERS)], at=AT)
    warehouse.close()
    return folder / "city.duckdb"


@pytest.fixture
def path(tmp_path, kept):
    """A copy of one's own."""
    return shutil.copy(kept, tmp_path / "city.duckdb")


def test_a_copy_made_in_use_is_put_back_whole(path, tmp_path):
    warehouse = open_file(path)
    backup(warehouse, tmp_path / "copy.duckdb")
    warehouse.connection.execute("DELETE FROM partner")
    warehouse.close()
    restore(tmp_path / "copy.duckdb", path)
    back = open_file(path)
    assert back.one("SELECT count(*) AS n FROM partner") == {"n": 2}
    with pytest.raises(duckdb.ConstraintException):
        back.connection.execute("INSERT INTO tier_policy (tier, recorded_at) VALUES ('A', now())")
    back.close()


def test_only_a_copy_of_ours_that_is_not_newer_is_put_back(path, tmp_path):
    text = tmp_path / "text.duckdb"
    text.write_text("no database")
    other, newer = tmp_path / "other.duckdb", tmp_path / "newer.duckdb"
    duckdb.connect(str(other)).close()
    shutil.copy(path, newer)
    with duckdb.connect(str(newer)) as connection:
        connection.execute("INSERT INTO migration VALUES (9999, 'later', now())")
    before = path.read_bytes()
    for source, words in (
        (text, "not a database of relinsight"),
        (other, "not a database"),
        (newer, "newer"),
        (tmp_path / "no", "not there"),
    ):
        with pytest.raises(BackupRefused) as refused:
            restore(source, path)
        assert words in said(refused.value.reason)
    assert path.read_bytes() == before


def test_a_copy_does_not_overwrite_another_file_or_the_database_itself(path, tmp_path):
    warehouse = open_file(path)
    letter = tmp_path / "letter.txt"
    letter.write_text("dear all")
    for target in (letter, path):
        with pytest.raises(BackupRefused):
            backup(warehouse, target)
    assert letter.read_text() == "dear all"
    warehouse.close()


def test_each_broken_rule_is_found(city):
    assert findings(city.warehouse) == ()
    run = city.warehouse.connection.execute
    run("INSERT INTO partner (id, name, parent_id, recorded_at) VALUES ('p1', 'a', 'p9', now())")
    run("INSERT INTO contact_moment (id, day, kind, recorded_at) VALUES ('m1', '2026-01-01', 'call', now())")
    run("INSERT INTO employee (id, name, recorded_at) VALUES ('e1', 'Anna', now())")
    for tie in ("t1", "t2"):
        run(f"INSERT INTO tie (id, employee_id, partner_id, kind, recorded_at) VALUES ('{tie}', 'e1', 'p1', 'account_manager', now())")
    assert [said(finding.said) for finding in findings(city.warehouse)] == [
        "1 row of partner has a parent_id that leads nowhere (p1).",
        "1 contact moment has no partner (m1).",
        "2 ties make a second account manager on a day (t1, t2).",
    ]


def test_rejected_rows_are_written_to_mend_and_import_again(city, tmp_path):
    report = city.bring_text("partner.csv", "id,naam,actief van\np1,a,2026-13-01\np2,b,\np3,,\n")
    assert counts(report) == (3, 1, 0, 0, 2)
    assert [(row["row_number"], row["field"], row["value"]) for row in rejects(city.warehouse, report.run_id)] == [
        (2, "actief van", "2026-13-01"),
        (4, "naam", None),
    ]
    (file,) = write_rejects(city.warehouse, report.run_id, tmp_path / "partner_mended.csv")
    file.write_text(file.read_text().replace("2026-13-01", "2026-12-01").replace("p3,,", "p3,c,"))
    assert counts(city.bring(file, record="partner")) == (2, 2, 0, 0, 0)
    assert [run["rejected"] for run in runs(city.warehouse)][-1] in {0, 2}


def test_an_export_goes_to_a_new_folder_with_a_dictionary_of_every_column(city, tmp_path):
    files = export_all(city.warehouse, tmp_path / "out", "csv")
    dictionary = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert {f"{each['name']}.csv" for each in dictionary["resources"]} <= {file.name for file in files}
    assert all(column["description"] for each in dictionary["resources"] for column in each["schema"]["fields"])
    with pytest.raises(ExportRefused):
        export_all(city.warehouse, tmp_path / "out", "csv")


def test_an_export_that_is_stopped_leaves_nothing(city, tmp_path, monkeypatch):
    write, written = everything._write, []

    def stopped(*args):
        written.append(write(*args))
        if len(written) > 2:
            raise KeyboardInterrupt
        return written[-1]

    monkeypatch.setattr(everything, "_write", stopped)
    with pytest.raises(KeyboardInterrupt):
        export_all(city.warehouse, tmp_path / "out", "csv")
    assert len(written) == 3
    assert not (tmp_path / "out").exists()


def test_the_demo_fills_an_empty_city_and_goes_in_one_action(city):
    empty = city.everything()
    fill_with_demo(city.warehouse, at=AT, partners=10)
    assert is_demo(city.warehouse.connection)
    assert findings(city.warehouse) == ()
    assert city.value("SELECT rejected FROM import_run") == 0
    with pytest.raises(ImportRefused):
        fill_with_demo(city.warehouse, at=AT)
    with pytest.raises(ImportRefused):
        city.bring_text("partner.csv", PARTNERS)
    remove_demo(city.warehouse)
    assert {table: len(rows) for table, rows in city.everything().items()} == {table: len(rows) for table, rows in empty.items()}
    assert city.values("SELECT name FROM sector ORDER BY 1")[0] == ("care",)


@pytest.fixture
def demo(tmp_path):
    return City(tmp_path, open_file(cities.demo_file(tmp_path / "demo.duckdb", partners=10)))


def put(city, id_):
    with by_hand(city.warehouse, at=AT, made_by="anna") as work:
        work.put(Partner(id=id_, name=id_.title()))
    return work.run_id


def test_what_was_changed_by_hand_in_the_demo_is_counted_and_goes_with_it(demo):
    assert changes_by_hand(demo.warehouse) == 0
    put(demo, "mine")
    put(demo, "more")
    undo(demo.warehouse, put(demo, "taken-back"), at=AT)
    assert changes_by_hand(demo.warehouse) == 2
    assert remove_demo(demo.warehouse) == 2
    assert demo.value("SELECT count(*) FROM partner") == 0
    put(demo, "real")
    assert changes_by_hand(demo.warehouse) == 0


def test_no_road_brings_real_data_where_the_removal_of_the_demo_would_take_them(city):
    city.bring_text("employee.csv", "id,name\nanna,Anna\n")
    with pytest.raises(ImportRefused):
        fill_with_demo(city.warehouse, at=AT, partners=10)
    profile = city.file("own.toml", '[settings]\norigin = "demo"\n[partner]\nid = "id"\nname = "name"\n')
    assert "which marks the invented city" in city.refused(city.file("p.csv", "id,name\np,P\n"), profile=str(profile))
    with pytest.raises(ChangeRefused), by_hand(city.warehouse, at=AT, made_by=None) as work:
        work.set("origin", "demo")
    with pytest.raises(ImportRefused):
        remove_demo(city.warehouse)
    assert city.values("SELECT id FROM employee") == [("anna",)]


def test_in_a_demo_no_file_comes_in_and_it_stays_a_demo(demo):
    before = demo.everything()
    with pytest.raises(ImportRefused):
        demo.bring_text("partner.csv", PARTNERS)
    with pytest.raises(ChangeRefused), by_hand(demo.warehouse, at=AT, made_by=None) as work:
        work.set("origin", "own")
    assert demo.everything() == before


def test_a_demo_with_files_of_an_older_version_beside_it_is_not_removed(demo):
    demo.warehouse.connection.execute("UPDATE setting SET value = 'own' WHERE name = 'origin'")
    run = demo.bring_text("partner.csv", PARTNERS).run_id
    demo.warehouse.connection.execute("UPDATE setting SET value = 'demo' WHERE name = 'origin'")
    before = demo.everything()
    with pytest.raises(ImportRefused) as refused:
        remove_demo(demo.warehouse)
    assert f"relinsight undo {run}" in said(refused.value.reason)
    assert demo.everything() == before
    undo(demo.warehouse, run, at=AT)
    assert remove_demo(demo.warehouse) == 0
