"""What becomes of rows: new, changed, the same, rejected; and what is said of them."""

import pytest

from tests.arriving import PARTNERS, City, contradicts, counts, said


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.fixture
def with_partners(city):
    city.bring_text("partner.csv", PARTNERS)
    return city


def test_a_new_row_is_inserted_a_changed_one_updated_and_the_same_left(with_partners):
    report = with_partners.bring_text(
        "partner.csv",
        """
        id,name
        p1,Havenbedrijf
        p2,Het Museum
        p3,Theater
        """,
    )
    assert counts(report) == (3, 1, 1, 1, 0)
    runs = dict(with_partners.values("SELECT id, run_id FROM partner"))
    assert runs["p1"] != runs["p2"] == runs["p3"]


def test_the_row_before_a_change_is_kept_in_the_history(with_partners):
    with_partners.bring_text("partner.csv", "id,name\np2,Het Museum\n")
    (row,) = with_partners.values("SELECT row_id, operation, before->>'name', after->>'name' FROM history WHERE table_name = 'partner'")
    assert row == ("p2", "update", "Museum", "Het Museum")


def test_a_column_that_is_absent_leaves_what_is_there_and_an_empty_cell_clears_it(city):
    city.bring_text("partner.csv", "id,name,place\np1,Havenbedrijf,Delft\np2,Museum,Delft\n")
    city.bring_text("partner.csv", "id,name\np1,Haven\n")
    assert city.value("SELECT place FROM partner WHERE id = 'p1'") == "Delft"
    report = city.bring_text("partner.csv", "id,name,place\np1,Haven,\n")
    assert city.value("SELECT place FROM partner WHERE id = 'p1'") is None
    assert any("clears 1" in said(warning) for warning in report.warnings)


def test_only_an_empty_cell_and_the_word_null_are_missing(city):
    city.bring_text("partner.csv", "id,name,place\n1,NA,NULL\n2,Null,-\n3,none,   \n")
    assert city.values("SELECT name, place FROM partner ORDER BY id") == [("NA", None), ("Null", "-"), ("none", None)]


def test_ids_keep_case_zeros_and_signs(city):
    city.bring_text("partner.csv", "id,name\n007,a\nA-1,b\na-1,c\n+31,d\n")
    assert [i for (i,) in city.values("SELECT id FROM partner ORDER BY id")] == ["+31", "007", "A-1", "a-1"]


def test_a_duplicate_that_says_the_same_is_unchanged_and_another_is_rejected(city):
    report = city.bring_text("partner.csv", "id,name\np1,Haven\np1,Haven\np1,Kade\np2,Museum\n")
    assert counts(report) == (4, 2, 0, 1, 1)
    assert city.rejects() == [(4, "id", contradicts(4, 2, "p1", 3))]


def test_a_dangling_reference_is_rejected_and_what_hangs_on_it_too(city):
    partner = city.file("partner.csv", "id,name,parent_id\np1,Haven,p9\np2,Kade,p1\np3,Museum,\n")
    moment = city.file("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-02,call,p2\nm2,2026-01-02,call,p3\n")
    report = city.bring(moment, partner)
    assert [(file.file, file.rejected) for file in report.files] == [("contact_moment.csv", 1), ("partner.csv", 2)]
    assert city.values("SELECT contact_moment_id, partner_id FROM contact_moment_partner") == [("m2", "p3")]


def test_a_moment_without_a_partner_is_rejected(with_partners):
    report = with_partners.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-02,call,\nm2,2026-01-02,call,p1;p2\n")
    assert counts(report) == (2, 1, 0, 0, 1)
    assert with_partners.value("SELECT count(*) FROM contact_moment_partner") == 2


def test_the_partners_of_a_moment_are_those_of_its_newest_file(with_partners):
    with_partners.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-02,call,p1;p2\n")
    report = with_partners.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-02,call,p2\n")
    assert with_partners.values("SELECT partner_id FROM contact_moment_partner") == [("p2",)]
    assert counts(report) == (1, 0, 1, 0, 0)


def test_a_second_account_manager_on_a_day_is_rejected(with_partners):
    with_partners.bring_text("employee.csv", "id,name\ne1,Anna\ne2,Bas\n")
    report = with_partners.bring_text(
        "tie.csv",
        """
        id,employee_id,partner_id,kind,from_date,to_date
        t1,e1,p1,account_manager,2025-01-01,2025-06-30
        t2,e2,p1,account_manager,2025-07-01,
        t3,e1,p1,account_manager,2026-01-01,
        t4,e1,p1,content,2026-01-01,
        """,
    )
    assert counts(report) == (4, 3, 0, 0, 1)
    assert with_partners.rejects()[0][:2] == (4, "employee_id")


def test_a_period_that_ends_before_it_starts_is_rejected(city):
    report = city.bring_text("partner.csv", "id,name,active_from,active_to\np1,a,2026-02-01,2026-01-31\np2,b,2026-02-01,2026-02-01\n")
    assert counts(report) == (2, 1, 0, 0, 1)


def test_a_row_may_not_lie_below_itself(city):
    report = city.bring_text("cluster.csv", "id,name,parent_id\na,A,b\nb,B,a\nc,C,\n")
    assert report.rejected
    assert city.value("SELECT count(*) FROM cluster WHERE id = 'c'") == 1


def test_unknown_words_are_rejected_with_the_words_that_are_known(with_partners):
    with_partners.bring_text("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-02,Bezoek,p1\nm2,2026-01-02,fax,p1\n")
    assert with_partners.value("SELECT kind FROM contact_moment") == "visit"
    assert with_partners.rejects() == [
        (3, "kind", "'fax' is not a word of this list; write one of visit, meeting, call, email, letter, event, other.")
    ]


def test_the_row_number_is_the_line_in_the_file_and_raw_is_the_row(city):
    city.bring_text("partner.csv", 'id,name,about,active_from\np1,a,"two\nlines",\np2,b,,2026-02-30\n')
    assert city.rejects() == [(4, "active_from", "'2026-02-30' is not a day; write it as 2026-11-25.")]
    assert city.value("SELECT raw->>'id' FROM (SELECT raw::JSON AS raw FROM import_reject)") == "p2"


def test_a_row_with_too_many_or_too_few_cells_is_rejected(city):
    report = city.bring_text("partner.csv", "id,name,place\np1,a,Delft\np2,b\np3,c,Delft,x\np4,d,Delft,,\n")
    assert counts(report) == (4, 2, 0, 0, 2)


def test_a_dry_run_says_all_and_changes_nothing(city):
    before = city.everything()
    assert counts(city.bring_text("partner.csv", PARTNERS, dry_run=True)) == (2, 2, 0, 0, 0)
    assert city.everything() == before


def test_numbers_of_citizens_are_never_kept(city):
    report = city.bring_text("contact_person.csv", "id,name,BSN,active_from\nc1,Anna,123456782,x\n")
    assert any("citizens" in said(warning) for warning in report.warnings)
    assert "123456782" not in str(city.everything())


def test_the_dealing_of_a_spelling_that_means_one_partner_is_matched_at_once(with_partners):
    with_partners.bring_text("partner_alias.csv", "partner_id,alias\np2,Stg. Museum\n,Diverse bewoners\n")
    with_partners.bring_text(
        "dealing.csv",
        """
        id,organisation,role
        d1,HAVENBEDRIJF,subsidy
        d2,stg.  museum,subsidy
        d3,Diverse bewoners,subsidy
        d4,Elders,subsidy
        """,
    )
    assert with_partners.values("SELECT partner_id FROM dealing ORDER BY id") == [("p1",), ("p2",), (None,), (None,)]


def test_an_empty_partner_leaves_a_match_that_is_there(with_partners):
    with_partners.bring_text("dealing.csv", "id,partner_id,organisation,role\nd1,p1,Elders,subsidy\n")
    report = with_partners.bring_text("dealing.csv", "id,partner_id,organisation,role\nd1,,Elders,subsidy\n")
    assert with_partners.value("SELECT partner_id FROM dealing") == "p1"
    assert counts(report) == (1, 0, 0, 1, 0)


def test_a_dealing_that_waits_finds_its_partner_when_that_comes(city):
    city.bring_text("dealing.csv", "id,organisation,role\nd1,museum,subsidy\n")
    city.bring_text("partner.csv", PARTNERS)
    assert city.value("SELECT partner_id FROM dealing") == "p2"


def test_a_score_lies_on_the_scale_of_its_instrument(with_partners):
    report = with_partners.bring_text(
        "assessment.csv",
        """
        id,partner_id,day,side,perspective,instrument_id,trust,commitment,mood
        a1,p1,2026-01-01,us,own,relation-9,8,7.5,x
        a2,p1,2026-01-01,partner,own,relation-9,10,,
        """,
    )
    assert counts(report) == (2, 1, 0, 0, 1)
    assert with_partners.values("SELECT dimension, score FROM assessment_score ORDER BY 1") == [("commitment", 7.5), ("trust", 8.0)]
    assert any("mood" in said(warning) for warning in report.warnings)


def test_a_pair_of_roles_is_one_pair_whichever_comes_first(city):
    report = city.bring_text(
        "role_conflict.csv", "role_a,role_b,weight\nregulator,subsidy_provider,low\nlandowner,client,low\nclient,landowner,low\n"
    )
    assert counts(report) == (3, 1, 1, 1, 0)
    assert city.value("SELECT weight FROM role_conflict WHERE role_b = 'regulator' AND role_a = 'subsidy_provider'") == "low"
