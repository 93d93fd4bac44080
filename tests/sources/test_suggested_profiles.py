"""A suggested profile reads its file: the record is told by the values, and every line that can be written is."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from relinsight.sources.refusal import ImportRefused
from relinsight.sources.suggest import suggest
from tests.arriving import City, said
from tests.sources.strangers import FIRMS, STRANGERS, Stranger, day, each, pick

SAMPLES = os.environ.get("RELINSIGHT_SAMPLES")
REGISTER = Path(__file__).parents[2] / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"
SHARED = {
    "ministers-agenda/agenda_rutte3.csv": "contact_moment",
    "ministers-agenda/agenda_rutte3.json.gz": "contact_moment",
    "ministers-agenda/ministers_rutte3.csv": "employee",
    "shape-samples/meetings-eu/commission_meetings.csv": "contact_moment",
    "shape-samples/goals-nz/goals_2024-09-30_1130.csv": "goal",
    "shape-samples/goals-nz/goals_2023-11-27_b57f.csv": "goal",
    "shape-samples/crm-uk/advisers.csv": "employee",
    "shape-samples/crm-uk/companies.csv": "partner",
    "robustness/flemish_subsidies_one_municipality.csv": "dealing",
    "amsterdam-childcare/risicoprofielen_kinderopvang.csv": "dealing",
    "related-bodies/joint_arrangements_addresses.csv": "partner",
    "related-bodies/legal_persons_statutory_task.csv": "partner",
}


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def suggested(city: City, name: str, content: str, record: str | None = None) -> str:
    return suggest(city.file(name, content), record)


def sections(profile: str) -> dict:
    return {name: part for name, part in tomllib.loads(profile).items() if name not in {"file", "drop", "settings"}}


def tried(city: City, file: Path, profile: str, **options):
    """What a rehearsal with the suggested profile says."""
    return city.bring(file, profile=city.file("p.toml", profile), dry_run=True, **options)


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda stranger: stranger.name)
def test_a_strangers_file_comes_in_with_the_profile_that_is_suggested_for_it(city, stranger: Stranger):
    file = stranger.lie(city.folder)
    profile = suggest(file)
    assert stranger.record in sections(profile)
    report = tried(city, file, profile)
    assert report.rejected <= len(stranger.below)
    assert report.inserted > len(stranger.rows) / 2


@pytest.mark.skipif(not SAMPLES, reason="RELINSIGHT_SAMPLES names no folder with samples")
@pytest.mark.parametrize("name", SHARED)
def test_a_shared_sample_comes_in_with_the_profile_that_is_suggested_for_it(city, name):
    file = Path(SAMPLES or "") / name
    profile = suggest(file)
    assert SHARED[name] in sections(profile)
    report = tried(city, file, profile)
    assert report.accepted > 0.9 * report.rows_read
    assert report.inserted > 0


DIARY = Stranger(
    "lijst.csv",
    "contact_moment",
    ["day", "date", "title", "met_with"],
    each(9, lambda i: [1 + i % 3, day(i), f"Gesprek {i}", pick(FIRMS, i)]),
)


def test_a_column_whose_name_is_ours_is_not_read_where_its_values_are_no_days(city):
    assert sections(suggest(DIARY.lie(city.folder)))["contact_moment"]["day"] == "date"


def test_the_record_that_a_person_names_goes_before_what_the_file_tells(city):
    file = DIARY.lie(city.folder)
    profile = suggest(file, "event")
    assert sections(profile)["event"]["title"] == "title"
    assert tried(city, file, profile).rejected == 0


def test_a_record_that_does_not_exist_is_refused(city):
    with pytest.raises(ImportRefused) as refused:
        suggested(city, "x.csv", "a,b\n1,2\n", "shoe")
    assert said(refused.value.reason) == "There is no table shoe; see docs/columns.md for their names."


def test_words_for_nothing_are_named_as_they_stand_in_the_file(city):
    profile = suggested(
        city, "x.csv", "datum,gesprek met,onderwerp\n2026-01-20,Haven,NA\n2026-01-21,Museum,n.v.t.\n2026-01-22,Haven,plan\n"
    )
    assert tomllib.loads(profile)["file"]["missing"] == ["NA", "n.v.t."]


def test_a_file_that_has_none_of_them_gets_no_such_line(city):
    profile = suggested(city, "x.csv", "datum,gesprek met\n2026-01-20,Haven\n2026-01-21,Museum\n")
    assert "missing" not in profile


def test_each_word_that_is_not_on_the_list_is_mapped_to_what_is_most_likely_meant(city):
    rows = "".join(
        f"2026-01-{20 + i},Haven,{kind}\n"
        for i, kind in enumerate(("Werkbezoek op locatie", "Telefonisch", "Telefoontje", "Vlag", "bezoek"))
    )
    profile = suggested(city, "x.csv", f"datum,gesprek met,soort contact\n{rows}")
    kind = sections(profile)["contact_moment"]["kind"]
    assert kind["map"] == {"Werkbezoek op locatie": "visit", "Telefoontje": "call", "Vlag": "other"}
    assert "# words that are not on the list (visit, meeting, call" in profile


def test_lines_under_the_header_and_under_the_table_are_left_out_and_not_rejected(city):
    file = city.file("klanten.csv", "Naam;Plaats;Klasse\n-----;------;------\nHaven;Delft;A\nMuseum;Delft;B\nTotaal;2;\n")
    profile = suggest(file)
    assert [drop["column"] for drop in tomllib.loads(profile)["drop"]] == ["Naam", "Naam"]
    report = tried(city, file, profile)
    assert (report.rows_read, report.rejected) == (4, 0)
    assert any("2 rows were left out, as the profile says." in said(warning) for warning in report.warnings)


def test_a_total_that_no_profile_leaves_out_is_still_rejected(city):
    profile = city.file("p.toml", "[[drop]]\ncolumn = 'Plaats'\nis = 'Rijswijk'\n[partner]\nname = 'Naam'\n")
    assert city.bring_text("klanten.csv", "Naam;Plaats\nHaven;Delft\nTotaal;2\n", profile=profile).rejected == 1


def test_cells_with_several_names_are_cut_where_the_names_come_back(city):
    rows = "".join(f"2026-01-{20 + i},{who},{whom}\n" for i, (who, whom) in enumerate(MANY))
    where = sections(suggested(city, "x.csv", f"datum,medewerker,gesprek met\n{rows}"))["contact_moment"]
    assert where["employee"]["split"] == [", "]
    assert "split" not in where["partner"]


MANY = (
    ('"Anna Bakker, Bas de Wit"', '"Smit, Jansen en Co"'),
    ("Anna Bakker", "Haven"),
    ('"Bas de Wit, Anna Bakker"', "Museum"),
    ("Bas de Wit", "De Uil"),
)


def test_names_under_which_many_are_put_together_become_no_partner(city):
    file = city.file("subsidies.csv", "aanvrager;verleend;jaar\nParticulier;10,50;2020\nHaven;20,50;2020\nParticulier;5,25;2021\n")
    profile = suggest(file)
    assert sections(profile)["dealing"]["partner"]["collective"] == ["Particulier"]
    city.bring(file, profile=city.file("p.toml", profile))
    assert city.values("SELECT name FROM partner") == [("Haven",)]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("subsidieregeling;aanvrager;verleend", "subsidy_provider"),
        ("contractnaam;leverancier;contractwaarde", "client"),
        ("soort vergunning;aanvrager;leges bedrag", "permit_authority"),
        ("erfpacht perceel;huurder;huurprijs", "landowner"),
    ],
)
def test_our_role_is_told_by_the_headers(city, header, role):
    where = sections(suggested(city, "x.csv", f"{header}\nx;Haven;10,50\ny;Museum;20,50\n"))
    assert where["dealing"]["role"] == {"constant": role}


def test_rows_without_a_number_of_their_own_are_found_again(city):
    file = city.file("gesprekken.csv", "datum;gesprek met;onderwerp\n2026-01-20;Haven;plan\n2026-01-20;Haven;kade\n")
    profile = city.file("p.toml", suggest(file))
    assert city.bring(file, profile=profile).inserted == 2
    assert city.bring(file, profile=profile).unchanged == 2


def test_rows_of_one_name_that_differ_keep_the_name_and_tell_what_is_left_out(city):
    rows = "".join(f"{pick(FIRMS, i)};{i};www.bedrijf{i % 15}.nl\n" for i in range(30))
    file = city.file("partner.csv", f"Naam;Omschrijving;Website\n{rows}")
    profile = suggest(file)
    assert "# left out: rows of one name say different things here" in profile
    assert '# about = "Omschrijving"' in profile
    assert tried(city, file, profile).rejected == 0


def test_of_a_workbook_the_sheet_with_most_in_it_is_named(city):
    file = next(each for each in STRANGERS if each.name == "contracten.xlsx").lie(city.folder)
    assert tomllib.loads(suggest(file))["file"]["sheet"] == "Blad2"


def test_how_a_text_file_is_written_is_left_to_each_file(city):
    assert tomllib.loads(suggested(city, "x.csv", "Naam;Plaats\nHaven;Delft\n"))["file"] == {}


def test_the_shipped_profile_that_fits_is_named_and_what_differs(city):
    header = "DOSSIERNUMMER;AANVRAGER;ORGANISATIEONDERDEEL;PROJECT_NAAM;SUBSIDIEJAAR;BEDRAG_AANGEVRAAGD;BEDRAG_VERLEEND;BEDRAG_VASTGESTELD"
    rows = "".join(f"S{i};{pick(FIRMS, i)};Oost;plan;{2017 + i % 2};10.00;9.00;n.v.t.\n" for i in range(8))
    file = city.file("register 2018.csv", f"{header};KANAAL\n{rows.replace('n.v.t.', 'n.v.t.;post')}")
    profile = suggest(file)
    assert "# It is made from the profile amsterdam-subsidies (shipped), which fits this file: 8 of its columns are here." in profile
    assert "# Columns that it asks for and that are not here: BELEIDSTERREIN." in profile
    assert "# Columns that are here and that it does not read: KANAAL." in profile
    assert "# partner_sector.sector is left out" not in profile
    parts = tomllib.loads(profile)
    assert parts["file"] == {"missing": ["n.v.t."]}
    assert parts["dealing"]["partner"]["collective"] == ["(Particulier)", "Eenmanszaak"]
    assert "partner_sector" not in parts
    assert "as_of" not in parts["settings"]
    assert tried(city, file, profile).rejected == 0


def test_the_register_itself_keeps_the_day_of_its_profile():
    assert str(tomllib.loads(suggest(REGISTER))["settings"]["as_of"]) == "2020-03-09"


def test_a_profile_saved_beside_the_file_is_taken_over_with_the_new_words_of_its_map(city):
    city.file("vorig jaar.toml", '[partner]\nname = "Klant"\ntier = { column = "Groep", map = { "klein" = "C" } }\nplace = "Stad"\n')
    file = city.file("dit jaar.csv", "KLANT,groep,Stad\nHaven,klein,Delft\nMuseum,goud,Delft\nUil,klein,Delft\n")
    profile = suggest(file)
    assert "# It is made from the profile vorig jaar.toml (saved beside the file)" in profile
    assert sections(profile)["partner"] == {
        "name": "KLANT",
        "tier": {"column": "groep", "map": {"klein": "C", "goud": "A"}},
        "place": "Stad",
    }


def test_a_profile_beside_the_file_that_cannot_be_read_is_passed_over(city):
    city.file("half.toml", "[partner\n")
    assert "saved beside" not in suggested(city, "x.csv", "Naam,Plaats\nHaven,Delft\nMuseum,Delft\n")


def test_a_profile_that_would_leave_out_nearly_every_row_is_no_basis(city):
    names = ["Subject", "Start Date", "Start Time", "Meeting Organizer", "Required Attendees", "Private"]
    rows = each(12, lambda i: [f"Visit to {pick(FIRMS, i)}", day(i), "9:00", "Petra", "Quinten", "False"])
    file = Stranger("cal.csv", "contact_moment", names, rows).lie(city.folder)
    profile = suggest(file)
    assert "outlook-calendar" not in profile
    assert tried(city, file, profile).inserted == 12


def test_private_entries_of_a_calendar_are_left_out(city):
    rows = each(9, lambda i: [f"Overleg met {pick(FIRMS, i)}", day(i), "9:00", "WAAR" if i == 3 else "ONWAAR"])
    file = Stranger("agenda.csv", "contact_moment", ["Titel", "Datum", "Tijd", "Privé"], rows).lie(city.folder)
    assert {"column": "Privé", "is": ["WAAR"]} in tomllib.loads(suggest(file))["drop"]


def test_answers_in_words_are_put_on_the_scale_of_the_instrument_that_asks_after_these_dimensions(city):
    file = next(each for each in STRANGERS if each.name.startswith("Tevredenheid")).lie(city.folder)
    form = sections(suggest(file))["assessment"]
    assert form["instrument_id"] == {"constant": "relation-9"}
    assert form["trust"]["map"]["Helemaal mee oneens"] == "1"
    assert form["satisfaction"]["map"]["Mee eens"] == "7"


def test_questions_of_no_instrument_bring_one_of_their_own(city):
    file = next(each for each in STRANGERS if each.name == "results-survey.csv").lie(city.folder)
    city.bring(file, profile=city.file("p.toml", suggest(file)))
    assert city.value("SELECT name FROM instrument WHERE id = 'results_survey'") == "results-survey"
    assert city.value("SELECT count(*) FROM assessment_score") == 47
    assert city.value("SELECT count(DISTINCT scale_max) FROM instrument_item WHERE instrument_id = 'results_survey' AND scale_max = 5") == 1


def test_ids_of_another_table_become_no_names(city):
    ids = [f"0f5216e0-849f-11e6-ae22-56b6b64996{i:02}" for i in range(9)]
    rows = "".join(f"2026-01-{20 + i},{each},gesprek {i}\n" for i, each in enumerate(ids))
    where = sections(suggested(city, "x.csv", f"date,company,subject\n{rows}"))
    assert where["contact_moment"]["partner_id"] == "company"
    assert "partner" not in where["contact_moment"]


def test_no_number_of_a_citizen_stands_in_a_suggested_profile(city):
    rows = "".join(f"111222333;Piet {i};10,5;123456782\n" for i in range(6))
    profile = suggested(city, "subsidies.csv", f"BSN;aanvrager;verleend;soort\n{rows}")
    assert "111222333" not in profile
    assert "123456782" not in profile
    assert '# "BSN" holds numbers of citizens, which are never read' in profile


def laid(city: City, name: str) -> tuple[Path, str]:
    """A stranger's file, and the profile that is suggested for it."""
    file = next(each for each in STRANGERS if each.name == name).lie(city.folder)
    return file, suggest(file)


def test_the_rows_under_the_header_that_name_the_columns_once_more_are_left_out_and_say_what_is_asked(city):
    file, profile = laid(city, "qualtrics.csv")
    assert tomllib.loads(profile)["drop"][0]["is"] == ["Start Date", '{"ImportId":"startDate"}']
    assert {"Q2_1", "Q2_2"} == {sections(profile)["assessment"][name]["column"] for name in ("trust", "commitment")}
    assert tried(city, file, profile).rejected == 0


def test_a_first_row_of_values_is_not_taken_for_one_that_names_the_columns(city):
    rows = each(9, lambda i: [i or "", day(i) if i else "onbekend", pick(FIRMS, i)])
    file = Stranger("lijst.csv", "contact_moment", ["nr", "datum", "gesprek met"], [["", "2026-01-20", "Haven"], *rows]).lie(city.folder)
    assert "once more" not in suggest(file)


def test_amounts_of_several_years_in_columns_of_their_own_become_a_dealing_for_each_year(city):
    file, profile = laid(city, "subsidies per organisatie 2022-2024.xlsx")
    city.bring(file, profile=city.file("p.toml", profile))
    assert city.values("SELECT year, count(*) FROM dealing GROUP BY year ORDER BY year") == [(2022, 15), (2023, 15), (2024, 15)]
    assert city.bring(file, profile=city.file("p.toml", profile)).unchanged == 15


def test_who_knows_whom_brings_the_people_too(city):
    file, profile = laid(city, "wie kent wie.xlsx")
    city.bring(file, profile=city.file("p.toml", profile))
    assert city.value("SELECT count(*) FROM tie WHERE contact_person_id IS NULL OR stated_strength IS NULL OR kind <> 'content'") == 0


def test_a_period_of_an_account_manager_is_a_tie_of_that_kind(city):
    _, profile = laid(city, "accountmanagers.csv")
    assert sections(profile)["tie"]["kind"] == {"constant": "account_manager"}


def test_a_list_of_guests_brings_the_event_and_who_came(city):
    file, profile = laid(city, "gala guests.csv")
    city.bring(file, profile=city.file("p.toml", profile))
    assert city.values("SELECT title, count(*) FROM event JOIN attendance ON event.id = event_id GROUP BY title") == [("Gala", 15)]


def test_guests_of_an_event_without_a_day_come_in_and_the_event_waits_for_its_day(city):
    rows = each(9, lambda i: ["Receptie", f"Gast {i}", pick(FIRMS, i), "Ja"])
    file = Stranger("gasten.csv", "attendance", ["Evenement", "Gast", "Organisatie", "Aanwezig"], rows).lie(city.folder)
    profile = suggest(file)
    assert "# [attendance]" in profile
    assert set(sections(profile)) == {"contact_person"}
    assert tried(city, file, profile).rejected == 0


def test_an_id_of_contacts_holds_the_partner_although_the_days_of_this_file_tell_them_apart(city):
    profile = suggested(city, "x.csv", "datum,gesprek met,onderwerp\n2026-01-20,Haven,plan\n2026-01-21,Museum,kade\n")
    assert sections(profile)["contact_moment"]["id"]["columns"] == ["datum", "gesprek met"]


def test_numbers_of_the_rows_of_a_file_are_no_ids(city):
    profile = suggested(city, "acties.csv", "Nr,Actie,Wie\n1,Bellen,Petra\n2,Mailen,Sem\n3,Bezoeken,Rosa\n")
    assert sections(profile)["action"]["id"] == {"columns": ["Actie"], "join": "|", "hash": True}


def test_ids_that_a_survey_counts_go_with_the_day(city):
    rows = "".join(f"{i + 1},{day(i)},{pick(FIRMS, i)},{1 + i % 9},{1 + i * 2 % 9}\n" for i in range(9))
    profile = suggested(city, "meting.csv", f"ID,Datum,Organisatie,Vertrouwen,Betrokkenheid\n{rows}")
    assert sections(profile)["assessment"]["id"]["columns"] == ["ID", "Datum"]


def test_planned_meetings_of_a_crm_are_no_contacts_that_were(city):
    _, profile = laid(city, "suitecrm_meetings.csv")
    assert sections(profile)["contact_moment"]["achieved"]["map"] == {"Held": "yes", "Planned": "no", "Not Held": "no"}


def test_contacts_of_which_nobody_is_named_are_left_out_with_the_reason(city):
    rows = "".join(f"2026-01-{20 + i},{'' if i == 2 else pick(FIRMS, i)},overleg {i}\n" for i in range(8))
    profile = suggested(city, "agenda.csv", f"datum,gesprek met,onderwerp\n{rows}")
    assert tomllib.loads(profile)["drop"] == [{"column": "gesprek met", "empty": True}]


def test_words_of_which_none_is_on_a_list_do_not_fill_it(city):
    rows = "".join(f"{name},{('Lid', 'Bestuur')[i % 2]}\n" for i, name in enumerate(FIRMS))
    assert "tier" not in sections(suggested(city, "partners.csv", f"Organisatie,Relatieniveau\n{rows}"))["partner"]


def test_a_function_without_a_partner_is_not_suggested_and_refused_where_a_person_writes_it(city):
    file = city.file("mensen.csv", "Voornaam,Achternaam,Functie,Mail\nAnna,Bakker,Directeur,anna@x.nl\nBas,Smit,Lid,bas@y.nl\n")
    profile = suggest(file, "contact_person")
    assert "function" not in sections(profile)["contact_person"]
    written = city.file("p.toml", '[contact_person]\nname = "Achternaam"\nfunction = "Functie"\n')
    assert city.refused(file, profile=written) == (
        "The profile fills function of contact_person, and says nothing of partner; name the column of partner too, or leave function out."
    )


def test_a_survey_with_one_question_is_a_survey(city):
    file, profile = laid(city, "nps.csv")
    city.bring(file, profile=city.file("p.toml", profile))
    assert city.value("SELECT scale_max FROM instrument_item WHERE instrument_id = 'nps'") == 10


def test_a_profile_that_lacks_one_column_of_a_calendar_is_taken_over_without_it(city):
    names = ["Onderwerp", "Begindatum", "Begintijd", "Vereiste deelnemers", "Privé", "Herinneringsdatum", "Categorieën", "Prioriteit"]
    rows = each(9, lambda i: [f"Overleg met {pick(FIRMS, i)}", day(i), "9:00", "Petra", "Onwaar", day(i), "", "Normaal"])
    profile = suggest(Stranger("agenda.csv", "contact_moment", names, rows).lie(city.folder))
    assert "made from the profile outlook-calendar-nl" in profile
    assert sections(profile)["contact_moment"]["employee"]["columns"] == ["Vereiste deelnemers"]
