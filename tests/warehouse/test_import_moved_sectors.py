"""A file without dates that names another primary sector moves the partner from the day of the file on, and loses no row for it."""

from datetime import date
from pathlib import Path

import pytest

from relinsight.warehouse.checks import findings
from relinsight.warehouse.undoing import undo
from tests.arriving import AT, City, counts, prepared, said

TODAY, BEFORE = date(2026, 10, 1), date(2026, 9, 30)
REGISTER = Path(__file__).parents[2] / "data/profiles/amsterdam-subsidies.toml"
HEADER = (
    "DOSSIERNUMMER,AANVRAGER,ORGANISATIEONDERDEEL,PROJECT_NAAM,SUBSIDIEJAAR,BEDRAG_AANGEVRAAGD,BEDRAG_VERLEEND,BEDRAG_VASTGESTELD,"
    "BELEIDSTERREIN"
)
SECTORS = "id,name\nculture,Cultuur\nentrepreneurs,Economie\nsport,Sport\n"
PERIODS = "SELECT sector_id, is_primary, from_date, to_date FROM partner_sector ORDER BY from_date NULLS FIRST, sector_id"
STAYS = [("culture", True, None, BEFORE), ("entrepreneurs", True, TODAY, None)]
DEALINGS = """
    [dealing]
    id = "id"
    organisation = "partner"
    partner = { column = "partner", create = true }
    role = { constant = "subsidy_provider" }
"""
MOMENTS = """
    [contact_moment]
    id = "id"
    day = { constant = "2026-09-01" }
    kind = { constant = "meeting" }
    achieved = { constant = "yes" }
    partner = { column = "partner", create = true }
"""
BESIDE = """
    [partner_sector]
    partner = { column = "partner", create = true }
    sector = "sector"
    is_primary = { constant = "yes" }
"""


def register(*rows: tuple[str, str, str]) -> str:
    return "\n".join([HEADER, *(f"{number},{name},,P,2026,100,100,100,{field}" for number, name, field in rows)])


class Form:
    """A way in which files name primary sectors."""

    def __init__(self, city: City, name: str) -> None:
        self.city, self.name = city, name
        if name in {"dealing", "moment"}:
            city.file("beside.toml", (DEALINGS if name == "dealing" else MOMENTS) + BESIDE)

    def says(self, *rows: tuple[str, str, str], **options):
        if self.name == "register":
            return self.city.bring_text("register.csv", register(*rows), profile=REGISTER, **options)
        if self.name == "list":
            text = "\n".join(["partner,sector,is_primary", *(f"{partner},{sector},yes" for _, partner, sector in rows)])
            return self.city.bring_text("partner_sector.csv", text, **options)
        text = "\n".join(["id,partner,sector", *(",".join(row) for row in rows)])
        return self.city.bring_text("beside.csv", text, profile=self.city.folder / "beside.toml", **options)


@pytest.fixture
def city(tmp_path):
    return prepared(tmp_path, {"sector.csv": SECTORS, "partner.csv": "id,name\np1,Java\n"})


@pytest.fixture(params=["register", "dealing", "moment", "list"])
def form(city, request):
    return Form(city, request.param)


def changes(report) -> list[str]:
    return [said(each.said) for each in report.remarks if each.about == "changes"]


def test_the_next_file_moves_the_partner_from_the_day_of_the_import_on_and_loses_no_row(form, city):
    form.says(("S1", "Java", "Cultuur"))
    report = form.says(("S2", "Java", "Economie"))
    assert report.rejected == 0
    assert city.values(PERIODS) == STAYS
    assert changes(report) == ["1 partner moves to another sector from 2026-10-01 on (Java); the sector before ends the day before."]
    assert findings(city.warehouse) == ()


def test_a_move_in_a_list_counts_as_a_changed_row(city):
    form = Form(city, "list")
    form.says(("", "Java", "Cultuur"))
    assert counts(form.says(("", "Java", "Economie"))) == (1, 0, 1, 0, 0)


def test_the_dealing_of_the_next_register_comes_in(city):
    form = Form(city, "register")
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"))
    assert city.values("SELECT id FROM dealing ORDER BY id") == [("S1",), ("S2",)]


def test_a_dry_run_tells_the_move_and_changes_nothing(form, city):
    form.says(("S1", "Java", "Cultuur"))
    before = city.everything()
    report = form.says(("S2", "Java", "Economie"), dry_run=True)
    assert len(changes(report)) == 1
    assert city.everything() == before


def test_undo_takes_a_move_back_row_by_row(form, city):
    form.says(("S1", "Java", "Cultuur"))
    before = city.everything()
    report = form.says(("S2", "Java", "Economie"))
    undo(city.warehouse, report.run_id, at=AT)
    kept = {"history", "import_run", "change_mark"}
    assert {k: v for k, v in city.everything().items() if k not in kept} == {k: v for k, v in before.items() if k not in kept}


def test_the_same_file_again_changes_nothing(form, city):
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"))
    report = form.says(("S2", "Java", "Economie"))
    assert counts(report) == (1, 0, 0, 1, 0)
    assert changes(report) == []
    assert city.values(PERIODS) == STAYS


def test_the_day_can_be_chosen(form, city):
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"), as_of=date(2026, 3, 1))
    assert city.values(PERIODS) == [("culture", True, None, date(2026, 2, 28)), ("entrepreneurs", True, date(2026, 3, 1), None)]


def test_the_day_of_the_profile_goes_before_that_of_the_import(city):
    form = Form(city, "dealing")
    form.says(("S1", "Java", "Cultuur"))
    city.file("beside.toml", '[settings]\nas_of = "2026-05-01"\n' + DEALINGS + BESIDE)
    form.says(("S2", "Java", "Economie"))
    assert city.values(PERIODS) == [("culture", True, None, date(2026, 4, 30)), ("entrepreneurs", True, date(2026, 5, 1), None)]


def test_two_moves_on_one_day_leave_the_last(form, city):
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"))
    report = form.says(("S3", "Java", "Sport"))
    assert city.values(PERIODS) == [("culture", True, None, BEFORE), ("sport", True, TODAY, None)]
    assert report.rejected == 0
    undo(city.warehouse, report.run_id, at=AT)
    assert city.values(PERIODS) == STAYS


def test_a_sector_that_was_left_and_comes_back_holds_twice(form, city):
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"), as_of=date(2026, 3, 1))
    form.says(("S3", "Java", "Cultuur"))
    assert city.values(PERIODS) == [
        ("culture", True, None, date(2026, 2, 28)),
        ("entrepreneurs", True, date(2026, 3, 1), BEFORE),
        ("culture", True, TODAY, None),
    ]


def test_a_day_before_what_is_there_ends_where_that_begins(form, city):
    form.says(("S1", "Java", "Cultuur"), as_of=date(2026, 3, 1))
    form.says(("S2", "Java", "Economie"))
    form.says(("S3", "Java", "Sport"), as_of=date(2026, 6, 1))
    assert city.values(PERIODS) == [
        ("culture", True, None, date(2026, 5, 31)),
        ("sport", True, date(2026, 6, 1), BEFORE),
        ("entrepreneurs", True, TODAY, None),
    ]


def test_of_sectors_that_change_places_the_past_stays(city):
    form = Form(city, "register")
    form.says(("S1", "Java", "Cultuur"), ("S2", "Java", "Cultuur"), ("S3", "Java", "Economie"))
    report = form.says(("S4", "Java", "Cultuur"), ("S5", "Java", "Economie"), ("S6", "Java", "Economie"))
    assert report.rejected == 0
    assert city.values(PERIODS) == [
        ("culture", True, None, BEFORE),
        ("entrepreneurs", False, None, BEFORE),
        ("culture", False, TODAY, None),
        ("entrepreneurs", True, TODAY, None),
    ]


def test_a_sector_that_a_register_no_longer_names_stays_beside_the_primary_one(city):
    form = Form(city, "register")
    form.says(("S1", "Java", "Cultuur"), ("S2", "Java", "Cultuur"), ("S3", "Java", "Economie"))
    before = city.values(PERIODS)
    form.says(("S4", "Java", "Cultuur"))
    assert city.values(PERIODS) == before


def test_a_row_that_is_rejected_moves_nobody(city):
    form = Form(city, "list")
    form.says(("", "Java", "Cultuur"))
    report = city.bring_text("partner_sector.csv", "partner,sector,is_primary\nJava,Economie,perhaps\n")
    assert report.rejected == 1
    assert changes(report) == []
    assert city.values(PERIODS) == [("culture", True, None, None)]


def test_two_primary_sectors_of_a_partner_in_one_file_are_told_and_the_rows_beside_them_come_in(city):
    for name in ("dealing", "moment"):
        form = Form(city, name)
        rows = [("S1", "Java", "Cultuur"), ("S2", "Java", "Economie")]
        report = form.says(*rows)
        assert report.rejected == 0
        assert changes(report) == [
            "1 partner has two primary sectors in one period (Java: Cultuur and Economie); "
            "the first stays the primary one, and the row came in."
        ]
        assert city.values(PERIODS) == [("culture", True, None, None), ("entrepreneurs", False, None, None)]
        assert form.says(*rows).unchanged == 2


def test_a_list_of_sectors_that_names_two_primary_ones_loses_the_second(city):
    report = Form(city, "list").says(("", "Java", "Cultuur"), ("", "Java", "Economie"))
    assert report.rejected == 1
    assert city.values(PERIODS) == [("culture", True, None, None)]


def test_a_sector_with_dates_that_meets_another_loses_no_dealing(city):
    Form(city, "list").says(("", "Java", "Cultuur"))
    city.file("dated.toml", DEALINGS + BESIDE + '    from_date = "since"\n')
    report = city.bring_text("dated.csv", "id,partner,sector,since\nS1,Java,Economie,2026-01-01\n", profile=city.folder / "dated.toml")
    assert report.rejected == 0
    assert len(changes(report)) == 1
    assert city.values(PERIODS) == [("culture", True, None, None), ("entrepreneurs", False, date(2026, 1, 1), None)]
    assert findings(city.warehouse) == ()


def test_a_table_that_is_replaced_begins_anew(form, city):
    form.says(("S1", "Java", "Cultuur"))
    form.says(("S2", "Java", "Economie"), replace=True)
    assert city.values(PERIODS) == [("entrepreneurs", True, None, None)]
