"""The profiles that are shipped ready for use: each on a sample of the file that it is made for, and that file suggests it."""

from __future__ import annotations

import pytest

from relinsight.sources.profiles import shipped_profiles
from relinsight.sources.suggest import suggest
from tests.arriving import City, counts, said

TRIED_ELSEWHERE = {"amsterdam-subsidies", "ministers-list", "ministers-agenda", "meetings-eu"}
CALENDAR = {
    "outlook-calendar-en": """
        "Subject","Start Date","Start Time","End Time","Meeting Organizer","Required Attendees","Private"
        "Meeting with Harbour, Museum and Port Theatre","3/25/2026","9:30:00 AM","10:00:00 AM","Petra Hoek","Anna Bakker;Q","False"
        "Team meeting","3/26/2026","9:30:00 AM","10:00:00 AM","Petra Hoek","","False"
        "Lunch with my sister","3/27/2026","12:30:00 PM","1:00:00 PM","Petra Hoek","","True"
    """,
    "outlook-calendar-nl": """
        "Onderwerp","Begindatum","Begintijd","Eindtijd","Vergaderingsorganisator","Vereiste deelnemers","Privé"
        "Overleg met Harbour, Museum en Port Theatre","25-3-2026","9:30:00","10:00:00","Petra Hoek","Anna Bakker;Q","Onwaar"
        "Teamoverleg","26-3-2026","9:30:00","10:00:00","Petra Hoek","","Onwaar"
        "Lunch met mijn zus","27-3-2026","12:30:00","13:00:00","Petra Hoek","","Waar"
    """,
}
SURVEYS = {
    "forms-nl": """
        ID;Begintijd;Tijd van voltooien;E-mail;Naam;Organisatie;Vertrouwen;Wederzijdse invloed;Betrokkenheid;Tevredenheid;Toelichting
        1;25-3-2026 10:00:00;25-3-2026 10:05:00;anonymous;;Haven;Helemaal mee oneens;Mee eens;Neutraal;Helemaal mee eens;Fijn
        2;26-3-2026 10:00:00;26-3-2026 10:05:00;anonymous;;Museum;Mee oneens;Weet niet;Neutraal;Helemaal mee eens;
    """,
    "forms-en": """
        ID;Start time;Completion time;Email;Name;Organisation;Trust;Control mutuality;Commitment;Satisfaction;Comments
        1;25-3-2026 10:00:00;25-3-2026 10:05:00;anonymous;;Haven;Strongly disagree;Agree;Neutral;Strongly agree;Fine
        2;26-3-2026 10:00:00;26-3-2026 10:05:00;anonymous;;Museum;Disagree;Don't know;Neutral;Strongly agree;
    """,
    "limesurvey-nl": """
        id;submitdate;lastpage;startlanguage;organisatie;relatie[vertrouwen];relatie[invloed];relatie[betrokkenheid];relatie[tevredenheid];toelichting
        1;2026-03-25 10:05:00;2;nl;Haven;Helemaal mee oneens;Mee eens;A3;A5;Fijn
        2;2026-03-26 10:05:00;2;nl;Museum;Mee oneens;Geen mening;Neutraal;Helemaal mee eens;
        3;;1;nl;Theater;Mee eens;;;;
        4;1980-01-01 00:00:00;2;nl;Theater;Mee eens;;;;
    """,
    "limesurvey-en": """
        id;submitdate;lastpage;startlanguage;organisation;relation[trust];relation[mutuality];relation[commitment];relation[satisfaction];comments
        1;2026-03-25 10:05:00;2;en;Haven;Strongly disagree;Agree;A3;A5;Fine
        2;2026-03-26 10:05:00;2;en;Museum;Disagree;No opinion;Neutral;Strongly agree;
        3;;1;en;Theater;Agree;;;;
        4;1980-01-01 00:00:00;2;en;Theater;Agree;;;;
    """,
}
RELATIONS = {
    "relations-list-nl": "Organisatie;Contactpersoon;Telefoon;E-mail;Sector;Accountmanager;Laatste contact",
    "relations-list-en": "Organisation;Contact person;Phone;E-mail;Sector;Account manager;Last contact",
}
PEOPLE = """
        Haven;Anna Bakker;010-1234567;anna@haven.nl;Haven;Petra Hoek;25-03-2026
        Haven;Bas de Wit;010-1234568;bas@haven.nl;Haven;Petra Hoek;25-03-2026
        Museum;;;;Cultuur;Quinten Blom;
"""
CRM = {
    "crm-advisers": "pk,email,first_name,last_name,dit_team,is_active\na1,x@city.org,Petra,Hoek,t1,True\n",
    "crm-companies": (
        "pk,name,address_town,website,description,one_list_account_owner,turnover\nc1,Haven,Delft,,Ships,a1,10\nc2,Museum,Delft,,Art,,20\n"
    ),
    "crm-contacts": "pk,first_name,last_name,company,email,full_telephone_number\np1,Anna,Bakker,c1,anna@haven.nl,+31 10 1234567\n",
    "crm-interactions": (
        "pk,kind,subject,date,company,contacts,notes,status\ni1,interaction,Plan,2026-03-25T00:00:00Z,c1,p1,Fine,\n"
        "i2,service_delivery,Kade,2026-03-26T00:00:00Z,c2,p1;p9,,draft\n"
    ),
    "crm-participants": "pk,interaction,adviser,team\n1,i1,a1,t1\n2,i2,a1,t1\n",
}
GOALS = """
    Category,Commitment,Party,Status,Updated,Due,Notes
    Economy,Lower inflation,"NZ First, National",50,30/05/2024,01/07/2024,
    Health,More nurses,National,100,30/05/2024,,Well
    Health,More doctors,National,,,,
"""
SCORES = """
    SELECT p.name, dimension, score FROM assessment_score AS s JOIN assessment AS a ON a.id = s.assessment_id
    JOIN partner AS p ON p.id = a.partner_id ORDER BY 1, 2
"""


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


def test_every_shipped_profile_is_tried():
    assert {*shipped_profiles()} == {*CALENDAR, *SURVEYS, *RELATIONS, *CRM, "goals-nz", *TRIED_ELSEWHERE}


@pytest.mark.parametrize("name", CALENDAR)
def test_a_calendar_that_outlook_exported_tells_whom_we_met(city, name):
    city.bring_text("employee.csv", "id,name\ne1,Petra Hoek\n")
    report = city.bring_text("calendar.csv", CALENDAR[name], profile=name)
    assert counts(report) == (3, 1, 0, 2, 0)
    assert city.values("SELECT day::VARCHAR, kind, achieved FROM contact_moment") == [("2026-03-25", "meeting", True)]
    assert city.values("SELECT name FROM partner ORDER BY 1") == [("Harbour",), ("Museum",), ("Port Theatre",)]
    assert city.values("SELECT employee_id FROM contact_moment_employee") == [("e1",)]
    assert any("Anna Bakker" in said(warning) for warning in report.warnings)


@pytest.mark.parametrize("name", SURVEYS)
def test_a_survey_comes_in_on_the_scale_of_its_instrument(city, name):
    report = city.bring_text("survey.csv", SURVEYS[name], profile=name)
    assert report.rejected == 0
    assert city.values(SCORES) == [
        ("Haven", "commitment", 5.0),
        ("Haven", "control_mutuality", 7.0),
        ("Haven", "satisfaction", 9.0),
        ("Haven", "trust", 1.0),
        ("Museum", "commitment", 5.0),
        ("Museum", "satisfaction", 9.0),
        ("Museum", "trust", 3.0),
    ]
    assert city.values("SELECT day::VARCHAR, side, comment IS NULL FROM assessment ORDER BY 1") == [
        ("2026-03-25", "partner", False),
        ("2026-03-26", "partner", True),
    ]


@pytest.mark.parametrize("name", RELATIONS)
def test_a_list_of_relations_gives_partners_people_owners_and_last_contacts(city, name):
    report = city.bring_text("relations.csv", f"{RELATIONS[name]}{PEOPLE}", profile=name)
    assert report.rejected == 0
    assert city.values(
        "SELECT p.name, e.name AS owner, s.sector_id FROM partner AS p JOIN tie AS t ON t.partner_id = p.id "
        "JOIN employee AS e ON e.id = t.employee_id JOIN partner_sector AS s ON s.partner_id = p.id ORDER BY 1"
    ) == [("Haven", "Petra Hoek", "maritime"), ("Museum", "Quinten Blom", "culture")]
    assert city.values("SELECT name, email FROM contact_person ORDER BY 1") == [
        ("Anna Bakker", "anna@haven.nl"),
        ("Bas de Wit", "bas@haven.nl"),
    ]
    assert city.values("SELECT day::VARCHAR, achieved FROM contact_moment") == [("2026-03-25", True)]


def test_the_files_of_a_crm_come_in_one_after_the_other(city):
    for name, content in CRM.items():
        assert city.bring_text(f"{name}.csv", content, profile=name).rejected == 0
    assert city.values("SELECT id, kind, achieved FROM contact_moment ORDER BY 1") == [("i1", "meeting", True), ("i2", "other", False)]
    assert city.value("SELECT count(*) FROM contact_moment_employee") == 2
    assert city.values("SELECT partner_id, employee_id FROM tie") == [("c1", "a1")]
    assert city.values("SELECT contact_person_id, partner_id FROM contact_person_function") == [("p1", "c1")]


def test_a_tracker_of_commitments_gives_goals_and_how_they_stand(city):
    assert city.bring_text("goals.csv", GOALS, profile="goals-nz").rejected == 0
    assert city.values("SELECT title, due_on::VARCHAR FROM goal ORDER BY 1") == [
        ("Lower inflation", "2024-07-01"),
        ("More doctors", None),
        ("More nurses", None),
    ]
    assert city.values("SELECT status, progress FROM goal_update ORDER BY 2") == [("on_track", 50.0), ("achieved", 100.0)]
    assert city.value("SELECT count(*) FROM goal_partner") == 4


@pytest.mark.parametrize(
    ("name", "content"),
    [*CALENDAR.items(), *SURVEYS.items(), *((name, f"{header}{PEOPLE}") for name, header in RELATIONS.items()), ("goals-nz", GOALS)],
)
def test_the_profile_made_for_a_file_is_suggested_for_it(city, name, content):
    assert f"# It is made from the profile {name} (shipped)" in suggest(city.file("uitvoer.csv", content))
