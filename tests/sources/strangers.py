"""Files as strangers keep them: what a row of each is, and how it is written. All of it is made up."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

FIRMS = (
    *("Stichting De Uil", "Havenbedrijf Noord B.V.", "Museum aan de Kade", "Wijkraad Zuid", "Zorggroep Westerpoort"),
    *("Bouwbedrijf Van Dam", "Theater De Werf", "Sportvereniging Olympia", "Ondernemersvereniging Centrum", "Woningstichting Thuis"),
    *("Poppodium Annex", "Rederij Smit & Zonen", "Huurdersvereniging De Brug", "Ziekenhuis Oost", "Bibliotheek Midden"),
)
PEOPLE = (
    *("Anna Bakker", "Bas de Wit", "Carla Jansen", "Daan Visser", "Eva Mulder", "Fatima El Idrissi", "Gijs van den Berg"),
    *("Hanna Smit", "Ilse Peters", "Joris Kok", "Karim Haddad", "Lotte Meijer", "Mo Yilmaz", "Nina Vos", "Otto Bos"),
)
OURS = ("Petra Hoek", "Quinten Blom", "Rosa Kuiper", "Sem Dekker")
TOPICS = (
    *(
        "Herinrichting van het plein",
        "Subsidie voor volgend jaar",
        "Verhuizing naar de kade",
        "Overlast in de avond",
        "Jaarplan en begroting",
    ),
    *("Opening van het seizoen", "Samenwerking in de wijk", "Duurzaam bouwen", "Bereikbaarheid", "Vrijwilligers"),
)
Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Stranger:
    """A file: how it is called, which record a row of it is, its header and its rows, and how it is written."""

    name: str
    record: str
    header: Sequence[str]
    rows: Rows
    delimiter: str = ","
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    encoding: str = "utf-8"

    def lie(self, folder: Path) -> Path:
        """Write it, as its name says."""
        path = folder / self.name
        WAYS[path.suffix](self, path)
        return path


def each(n: int, make: Callable[[int], Sequence[object]]) -> Rows:
    """So many rows, each made of its number."""
    return [make(i) for i in range(n)]


def pick(words: Sequence[str], i: int) -> str:
    """One of some words, another one for each row."""
    return words[i * 7 % len(words)]


def day(i: int, way: str = "{y}-{m:02}-{d:02}") -> str:
    """A day, written some way; most of them lie after the 12th of a month."""
    return way.format(y=2025 + i % 2, m=1 + i * 5 % 12, d=1 + i * 11 % 28)


def _text(file: Stranger, path: Path) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=file.delimiter, lineterminator="\r\n" if file.delimiter == ";" else "\n")
    writer.writerow(file.header)
    writer.writerows(file.rows)
    lines = [*file.above, out.getvalue().rstrip("\r\n"), *file.below]
    path.write_bytes(("\n".join(lines) + "\n").encode(file.encoding))


def _json(file: Stranger, path: Path) -> None:
    path.write_text(json.dumps([dict(zip(file.header, row, strict=True)) for row in file.rows], ensure_ascii=False), encoding="utf-8")


def _workbook(file: Stranger, path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        cover = book.add_worksheet("Toelichting")
        cover.write_row(0, 0, ["Dit bestand is gemaakt op verzoek"])
        sheet = book.add_worksheet("Blad2")
        for at, row in enumerate([*([line] for line in file.above), file.header, *file.rows]):
            sheet.write_row(at, 0, [None if cell == "" else cell for cell in row])


WAYS: dict[str, Callable[[Stranger, Path], None]] = {".csv": _text, ".txt": _text, ".tsv": _text, ".json": _json, ".xlsx": _workbook}

AGREE = ("Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens")
AGREES = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")

STRANGERS: tuple[Stranger, ...] = (
    Stranger(
        "agenda college.csv",
        "contact_moment",
        ["Datum", "Tijd", "Bestuurder", "Activiteit", "Gesprek met", "Locatie"],
        each(24, lambda i: [day(i, "{d:02}-{m:02}-{y}"), f"{9 + i % 8}:30", pick(OURS, i), pick(TOPICS, i), pick(FIRMS, i), "Stadhuis"]),
        ";",
        encoding="windows-1252",
    ),
    Stranger(
        "ministerial meetings q3.csv",
        "contact_moment",
        ["Minister", "Date", "Name of organisation or individual", "Purpose of meeting"],
        each(20, lambda i: [pick(OURS, i), day(i, "{d:02}/{m:02}/{y}"), pick(FIRMS, i), "Nil" if i == 5 else pick(TOPICS, i)]),
    ),
    Stranger(
        "diary.json",
        "contact_moment",
        ["date", "year", "month", "day", "met_with", "subject", "persons"],
        each(20, lambda i: [day(i), 2025 + i % 2, 1 + i * 5 % 12, 1 + i * 11 % 28, pick(FIRMS, i), pick(TOPICS, i), pick(OURS, i)]),
    ),
    Stranger(
        "Agenda.CSV.csv",
        "contact_moment",
        ["Onderwerp", "Begindatum", "Begintijd", "Einddatum", "Eindtijd", "Organisator", "Vereiste deelnemers", "Locatie", "Privé"],
        each(
            20,
            lambda i: [
                f"Overleg met {pick(FIRMS, i)}" if i % 3 else "Afdelingsoverleg",
                day(i, "{d}-{m}-{y}"),
                "9:30:00",
                day(i, "{d}-{m}-{y}"),
                "10:30:00",
                pick(OURS, i),
                f"{pick(PEOPLE, i)}; {pick(OURS, i)}",
                "Teams",
                "Waar" if i == 4 else "Onwaar",
            ],
        ),
    ),
    Stranger(
        "calendar export.csv",
        "contact_moment",
        ["Subject", "Start Date", "Start Time", "End Date", "End Time", "Meeting Organizer", "Required Attendees", "Location", "Private"],
        each(
            20,
            lambda i: [
                f"Meeting with {pick(FIRMS, i)}" if i % 4 else "Lunch break",
                day(i, "{m}/{d}/{y}"),
                "9:30:00 AM",
                day(i, "{m}/{d}/{y}"),
                "10:30:00 AM",
                pick(OURS, i),
                pick(PEOPLE, i),
                "City hall",
                "False",
            ],
        ),
    ),
    Stranger(
        "gespreksverslagen 2025.xlsx",
        "contact_moment",
        ["Wanneer", "Wie van ons", "Organisatie", "Soort contact", "Waarover", "Bijzonderheden"],
        each(
            18,
            lambda i: [
                day(i, "{d:02}-{m:02}-{y}"),
                pick(OURS, i),
                pick(FIRMS, i),
                pick(("Werkbezoek op locatie", "Telefonisch overleg", "Teams-gesprek", "Koffie"), i),
                pick(TOPICS, i),
                "" if i % 2 else "Goed gesprek, vervolg in het voorjaar",
            ],
        ),
        above=["Overzicht van gesprekken", ""],
    ),
    Stranger(
        "lobby register.tsv",
        "contact_moment",
        ["member_name", "meeting_date", "title", "attendees", "location"],
        each(24, lambda i: [pick(OURS, i), day(i), pick(TOPICS, i), " | ".join({pick(FIRMS, i), pick(FIRMS, i + 3)}), "Brussels"]),
        "\t",
    ),
    Stranger(
        "bezoeken.txt",
        "contact_moment",
        ["datum bezoek", "bezocht", "door", "opmerkingen"],
        each(
            15, lambda i: [day(i, "{d} {m}-{y}").replace(" ", "-"), pick(FIRMS, i), pick(OURS, i), "nvt" if i % 5 else "Rondleiding gehad"]
        ),
        "|",
    ),
    Stranger(
        "subsidieregister_2019.csv",
        "dealing",
        ["DOSSIERNR", "AANVRAGER", "REGELING", "BELEIDSVELD", "AFDELING", "PROJECT", "GEVRAAGD", "VERLEEND", "VASTGESTELD", "JAAR"],
        each(
            30,
            lambda i: [
                f"S-{1000 + i}",
                "(Particulier)" if i % 6 == 0 else pick(FIRMS, i),
                pick(("Cultuurregeling", "Sportregeling"), i),
                pick(("Cultuur", "Sport", "Milieu"), i),
                pick(("Stadsdeel Oost", "Directie Wonen"), i),
                pick(TOPICS, i),
                f"{1000 + i * 250},50",
                f"{900 + i * 200},00",
                "NULL" if i % 3 else f"{800 + i * 100},00",
                2019,
            ],
        ),
        ";",
        below=["(30 rows affected)"],
    ),
    Stranger(
        "register verleende subsidies.csv",
        "dealing",
        ["Naam ontvanger", "Omschrijving", "Bedrag", "Boekjaar", "Directie"],
        each(
            25, lambda i: [pick(FIRMS, i), pick(TOPICS, i), f"€ {1 + i}.{i * 13 % 900 + 100},-", 2023 + i % 3, pick(("Ruimte", "Zorg"), i)]
        ),
        ";",
    ),
    Stranger(
        "grants.csv",
        "dealing",
        ["Identifier", "Recipient Org", "Title", "Description", "Amount Applied For", "Amount Awarded", "Award Date", "Grant Programme"],
        each(
            20,
            lambda i: [
                f"360G-{i:04}",
                pick(FIRMS, i),
                pick(TOPICS, i),
                "n/a" if i % 4 else "A year of activities",
                5000 + i * 100,
                4000.5 + i * 100,
                day(i),
                "Community fund",
            ],
        ),
    ),
    Stranger(
        "contracten.xlsx",
        "dealing",
        ["Contractnummer", "Leverancier", "Contractnaam", "Ingangsdatum", "Einddatum", "Contractwaarde", "Contracteigenaar"],
        each(
            16,
            lambda i: [
                f"C{i:03}",
                pick(FIRMS, i),
                pick(TOPICS, i),
                f"2024-{1 + i % 12:02}-01",
                "onbekend" if i == 3 else f"2027-{1 + i % 12:02}-01",
                10_000 + i * 500,
                pick(OURS, i),
            ],
        ),
    ),
    Stranger(
        "inspecties horeca.csv",
        "dealing",
        ["Zaaknummer", "Naam vergunninghouder", "Soort vergunning", "Datum besluit", "Inspectieresultaat"],
        each(20, lambda i: [f"Z/{i:05}", pick(FIRMS, i), "Evenement", day(i), pick(("voldoende", "onvoldoende"), i)]),
    ),
    Stranger(
        "relatiebestand.xlsx",
        "partner",
        ["Organisatie", "Contactpersoon", "Telefoon", "E-mail", "Branche", "Relatiebeheerder", "Laatste contact"],
        [
            [
                name,
                PEOPLE[i],
                f"010-12345{i:02}",
                f"{PEOPLE[i].split()[0].lower()}@bedrijf{i}.nl",
                pick(("Zorg", "Cultuur", "Haven", "Onderwijs"), i),
                pick(OURS, i),
                "" if i % 4 == 3 else day(i, "{d:02}-{m:02}-{y}"),
            ]
            for i, name in enumerate(FIRMS)
        ],
    ),
    Stranger(
        "stakeholders.csv",
        "partner",
        ["Company", "Class", "Industry", "Account owner", "Website", "City"],
        [
            [name, pick(("Gold", "Silver", "Bronze"), i), pick(("Health", "Arts", "Port"), i), pick(OURS, i), f"www.bedrijf{i}.nl", "Delft"]
            for i, name in enumerate(FIRMS)
        ],
    ),
    Stranger(
        "klanten.csv",
        "partner",
        ["Relatienummer", "Naam", "Adres", "Postcode", "Plaats", "KvK-nummer", "Klasse"],
        [[f"R{i:04}", name, f"Kade {i}", "3011 AA", "Rotterdam", f"1234{i:04}", pick("ABC", i)] for i, name in enumerate(FIRMS)],
        ";",
        below=["Totaal;15;;;;;"],
    ),
    Stranger(
        "adresboek.csv",
        "contact_person",
        ["Voornaam", "Tussenvoegsel", "Achternaam", "Functie", "Organisatie", "E-mailadres", "Mobiel"],
        [
            [
                name.split()[0],
                "",
                name.split()[-1],
                "Directeur",
                pick(FIRMS, i),
                f"{name.split()[0].lower()}@partij{i}.nl",
                f"06-1234567{i % 10}",
            ]
            for i, name in enumerate(PEOPLE)
        ],
        ";",
    ),
    Stranger(
        "contacts export.csv",
        "contact_person",
        ["First Name", "Last Name", "Company", "Job Title", "E-mail Address", "Business Phone"],
        [
            [name.split()[0], name.split()[-1], pick(FIRMS, i), "Director", f"{name.split()[0].lower()}@party{i}.com", f"+31 10 1234{i:03}"]
            for i, name in enumerate(PEOPLE)
        ],
    ),
    Stranger(
        "personeel.csv",
        "employee",
        ["Personeelsnr", "Naam", "Functie", "Afdeling", "E-mail", "In dienst"],
        [
            [
                f"{7000 + i}",
                name,
                pick(("Beleidsadviseur", "Senior adviseur", "Teamleider"), i),
                pick(("Wonen", "Zorg"), i),
                f"p{i}@stad.nl",
                day(i),
            ]
            for i, name in enumerate(PEOPLE)
        ],
        ";",
    ),
    Stranger(
        "staff list.xlsx",
        "employee",
        ["Full name", "Job title", "Team", "Email"],
        [[name, "Adviser", pick(("Housing", "Health"), i), f"{name.split()[0].lower()}.{i}@city.gov"] for i, name in enumerate(PEOPLE)],
    ),
    Stranger(
        "wie leidt welke dienst.csv",
        "employee",
        ["person", "role", "ministry", "start_date", "end_date"],
        [
            [name, "Directeur", pick(("Wonen ", "Zorg", "Werk"), i), day(0, "{d:02}-{m:02}-2019"), "31-12-2024"]
            for i, name in enumerate(PEOPLE)
        ],
    ),
    Stranger(
        "doelen 2026.xlsx",
        "goal",
        ["Nr", "Doelstelling", "Met wie", "Trekker", "Deadline", "Stand van zaken"],
        each(
            10,
            lambda i: [
                f"D{i}",
                f"{TOPICS[i]} in 2026",
                FIRMS[i],
                pick(OURS, i),
                f"2026-{1 + i:02}-28",
                pick(("Op schema", "Vertraagd", "Gereed"), i),
            ],
        ),
    ),
    Stranger(
        "pledges.csv",
        "goal",
        ["Category", "Commitment", "Party", "Status", "Updated", "Due", "Notes"],
        each(
            12,
            lambda i: [
                pick(("Economy", "Health"), i),
                f"{pick(TOPICS, i)} part {i}",
                f"{FIRMS[i]}, {FIRMS[i + 1]}" if i % 2 else FIRMS[i],
                pick(("0", "50", "100"), i),
                day(i, "{d:02}/{m:02}/{y}"),
                "",
                "",
            ],
        ),
    ),
    Stranger(
        "bijeenkomsten.csv",
        "event",
        ["Naam bijeenkomst", "Datum", "Locatie", "Soort", "Aantal genodigden", "Kosten per persoon"],
        each(
            12,
            lambda i: [
                f"{pick(('Borrel', 'Lezing', 'Cursus'), i)} {i}",
                day(i),
                "Stadhuis",
                pick(("Borrel", "Lezing", "Cursus"), i),
                20 + i,
                "12,50",
            ],
        ),
        ";",
    ),
    Stranger(
        "events.json",
        "event",
        ["event_name", "event_date", "venue", "event_type", "capacity"],
        each(10, lambda i: [f"Network drinks {i}", day(i), "Town hall", pick(("Network", "Training course", "Dinner"), i), 50]),
    ),
    Stranger(
        "Tevredenheid(1-14).xlsx",
        "assessment",
        [
            *("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Namens welke organisatie vult u dit in?"),
            *("De gemeente doet wat zij belooft (vertrouwen)", "Wij hebben invloed op elkaar (wederzijdse invloed)"),
            *("De relatie is de moeite waard (betrokkenheid)", "Hoe kijkt u terug op de samenwerking (tevredenheid)?", "Opmerkingen"),
        ],
        each(
            14,
            lambda i: [
                *(i + 1, day(i), day(i), "anonymous", "", FIRMS[i]),
                *(pick(AGREE, i), pick(AGREE, i + 1), pick(AGREE, i + 2), pick(AGREE, i + 3), "" if i % 3 else "Fijn contact"),
            ],
        ),
    ),
    Stranger(
        "results-survey.csv",
        "assessment",
        [
            *("id", "submitdate", "startlanguage", "organisation"),
            *(
                "We can reach the right person when we need to",
                "The city explains why it decides what it decides",
                "The city keeps its word",
            ),
        ],
        each(
            16, lambda i: [i, day(i), "en", pick(FIRMS, i), pick(AGREES, i), pick(AGREES, i + 1), "N/A" if i == 4 else pick(AGREES, i + 2)]
        ),
    ),
    Stranger(
        "enquete lang.csv",
        "assessment",
        ["respondentnummer", "organisatie", "ingevuld op", "stelling", "score"],
        [
            [f"r{i}", FIRMS[i], day(i), asked, 1 + (i + at) % 5]
            for i in range(8)
            for at, asked in enumerate(("Bereikbaarheid", "Duidelijkheid", "Nakomen van afspraken"))
        ],
        ";",
    ),
    Stranger(
        "vragen en klachten.csv",
        "question",
        ["Ontvangen", "Organisatie", "Vraag", "Soort melding", "Behandelaar", "Afgehandeld op"],
        each(
            14,
            lambda i: [
                f"2026-{1 + i % 9:02}-03",
                pick(FIRMS, i),
                f"Wanneer begint {pick(TOPICS, i).lower()}?",
                pick(("Klacht", "Vraag", "Verzoek om informatie"), i),
                pick(OURS, i),
                "" if i % 3 else f"2026-{2 + i % 9:02}-01",
            ],
        ),
    ),
    Stranger(
        "actielijst.csv",
        "action",
        ["Actiepunt", "Actiehouder", "Deadline", "Gereed"],
        each(12, lambda i: [f"{pick(TOPICS, i)} uitwerken ({i})", pick(OURS, i), day(i), ""]),
    ),
    Stranger(
        "lobbyagenda.csv",
        "contact_moment",
        ["Datum", "Lid", "Fractie", "Organisatie(s)", "Onderwerp"],
        each(18, lambda i: [day(i, "{d}-{m}-{y}"), pick(OURS, i), "Lokaal", f"{pick(FIRMS, i)}, {pick(FIRMS, i + 1)}", pick(TOPICS, i)]),
        ";",
    ),
    Stranger(
        "crm activities.csv",
        "contact_moment",
        ["Activity Type", "Subject", "Regarding", "Owner", "Actual End", "Activity Status"],
        each(
            20,
            lambda i: [
                pick(("Phone Call", "Appointment", "Email"), i),
                pick(TOPICS, i),
                pick(FIRMS, i),
                pick(OURS, i),
                day(i, "{m}/{d}/{y} 9:10 AM"),
                "Completed",
            ],
        ),
    ),
    Stranger(
        "lijst contacten.csv",
        "contact_moment",
        ["Partner", "Datum contact", "Type", "Medewerker", "Verslag", "Vervolgactie"],
        each(
            18,
            lambda i: [pick(FIRMS, i), day(i, "{d}-{m}-{y}"), pick(("Bezoek", "Bellen", "Mail"), i), pick(OURS, i), "Besproken", "bellen"],
        ),
        ";",
    ),
    Stranger(
        "klachten.csv",
        "question",
        ["Klachtnummer", "Datum ontvangst", "Klager", "Omschrijving klacht", "Afdeling", "Datum afhandeling", "Status"],
        each(
            14,
            lambda i: [f"K{i}", f"2026-01-{1 + i:02}", pick(FIRMS, i), "Geen reactie", "Wonen", f"2026-02-{1 + i:02}", "Afgehandeld"],
        ),
    ),
    Stranger(
        "google form.csv",
        "assessment",
        [
            *("Tijdstempel", "Namens welke organisatie reageert u?", "Hoe tevreden bent u over de samenwerking? (1-10)"),
            *("Hoe goed zijn wij bereikbaar?", "Hoe goed komen wij afspraken na?", "Wat wilt u ons meegeven?"),
        ],
        each(15, lambda i: [day(i, "{d}-{m}-{y} 10:11:12"), pick(FIRMS, i), 5 + i % 5, 6 + i % 4, 4 + i % 6, "Meer contact graag"]),
    ),
    Stranger(
        "survey, one answer a row.csv",
        "assessment",
        ["response_id", "organisation", "completed on", "dimension", "answer"],
        [[f"r{i}", FIRMS[i], day(i), asked, pick(AGREES, i)] for i in range(8) for asked in ("trust", "commitment", "satisfaction")],
    ),
    Stranger(
        "Actieve accounts 3-10-2026.xlsx",
        "partner",
        [
            "(Niet wijzigen) Account",
            "(Niet wijzigen) Controlesom van rij",
            "(Niet wijzigen) Wijzigingsdatum",
            "Accountnaam",
            "Primaire telefoon",
            "Adres 1: plaats",
            "Primaire contactpersoon",
            "E-mailadres (Primaire contactpersoon)",
            "Eigenaar",
            "Status",
        ],
        each(
            15,
            lambda i: [
                f"0f5216e0-849f-11e6-ae22-56b6b64996{i:02}",
                f"aB3{i}+x==",
                day(i, "{y}-{m:02}-{d:02} 11:00:00"),
                FIRMS[i],
                f"010-55501{i:02}",
                "Rotterdam",
                PEOPLE[i],
                f"info{i}@bedrijf{i}.nl",
                pick(OURS, i),
                "Actief",
            ],
        ),
    ),
    Stranger(
        "suitecrm_meetings.csv",
        "contact_moment",
        [
            "id",
            "name",
            "date_entered",
            "date_modified",
            "description",
            "deleted",
            "assigned_user_name",
            "location",
            "date_start",
            "date_end",
            "parent_type",
            "parent_name",
            "status",
        ],
        each(
            20,
            lambda i: [
                f"2f5216e0-849f-11e6-ae22-56b6b64996{i:02}",
                pick(TOPICS, i),
                day(i, "{m:02}/{d:02}/{y} 08:00am"),
                day(i, "{m:02}/{d:02}/{y} 08:00am"),
                "",
                0,
                pick(OURS, i),
                "City hall",
                day(i, "{m:02}/{d:02}/{y} 10:00am"),
                day(i, "{m:02}/{d:02}/{y} 11:00am"),
                "Accounts",
                pick(FIRMS, i),
                pick(("Held", "Planned", "Not Held"), i),
            ],
        ),
    ),
    Stranger(
        "surveymonkey.csv",
        "assessment",
        [
            "Respondent ID",
            "Collector ID",
            "Date Created",
            "Date Modified",
            "IP Address",
            "Email Address",
            "First Name",
            "Last Name",
            "What is the name of your organisation?",
            "How satisfied are you with our cooperation?",
            "How easy is it to reach us?",
            "How well do we keep our promises?",
        ],
        [
            ["", "", "", "", "", "", "", "", "Open-Ended Response", "Response", "Response", "Response"],
            *each(
                15,
                lambda i: [
                    118000000 + i * 31,
                    4001,
                    day(i, "{m:02}/{d:02}/{y} 10:00:00 AM"),
                    day(i, "{m:02}/{d:02}/{y} 10:06:00 AM"),
                    f"10.0.0.{i}",
                    "",
                    "",
                    "",
                    FIRMS[i],
                    pick(("Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied", "Dissatisfied"), i),
                    pick(("Very satisfied", "Satisfied", "Dissatisfied"), i),
                    pick(("Very satisfied", "Satisfied", "Dissatisfied"), i + 1),
                ],
            ),
        ],
    ),
    Stranger(
        "qualtrics.csv",
        "assessment",
        [
            "StartDate",
            "EndDate",
            "Status",
            "Progress",
            "Duration (in seconds)",
            "Finished",
            "RecordedDate",
            "ResponseId",
            "Q1",
            "Q2_1",
            "Q2_2",
            "Q2_3",
        ],
        [
            [
                "Start Date",
                "End Date",
                "Response Type",
                "Progress",
                "Duration (in seconds)",
                "Finished",
                "Recorded Date",
                "Response ID",
                "Organisation",
                "Please rate - Trust",
                "Please rate - Commitment",
                "Please rate - Satisfaction",
            ],
            [
                '{"ImportId":"startDate"}',
                '{"ImportId":"endDate"}',
                '{"ImportId":"status"}',
                '{"ImportId":"progress"}',
                '{"ImportId":"duration"}',
                '{"ImportId":"finished"}',
                '{"ImportId":"recordedDate"}',
                '{"ImportId":"_recordId"}',
                '{"ImportId":"QID1_TEXT"}',
                '{"ImportId":"QID2_1"}',
                '{"ImportId":"QID2_2"}',
                '{"ImportId":"QID2_3"}',
            ],
            *each(
                15,
                lambda i: [
                    day(i, "{y}-{m:02}-{d:02} 10:00:00"),
                    day(i, "{y}-{m:02}-{d:02} 10:04:00"),
                    "IP Address",
                    100,
                    240,
                    "True",
                    day(i, "{y}-{m:02}-{d:02} 10:04:00"),
                    f"R_2ab{i}Xy",
                    FIRMS[i],
                    1 + i % 7,
                    1 + (i + 2) % 7,
                    1 + (i * 3) % 7,
                ],
            ),
        ],
    ),
    Stranger(
        "Google Forms Partner Feedback.csv",
        "assessment",
        [
            "Timestamp",
            "Your organisation",
            "How would you rate our cooperation?",
            "How would you rate our accessibility?",
            "How would you rate how we keep our word?",
            "Suggestions",
        ],
        each(15, lambda i: [day(i, "{y}/{m:02}/{d:02} 3:12:11 PM GMT+1"), FIRMS[i], 1 + i % 5, 1 + (i + 1) % 5, 1 + (i + 2) % 5, ""]),
    ),
    Stranger(
        "nps.csv",
        "assessment",
        ["Organisatie", "Datum", "Hoe waarschijnlijk is het dat u ons aanbeveelt (0-10)?", "Waarom geeft u dit cijfer?"],
        each(15, lambda i: [FIRMS[i], day(i, "{d:02}-{m:02}-{y}"), 5 + i % 6, "Goed bereikbaar" if i % 2 else ""]),
        ";",
    ),
    Stranger(
        "training deelname.csv",
        "attendance",
        ["Medewerker", "Cursus", "Datum", "Status"],
        each(
            16,
            lambda i: [
                pick(OURS, i),
                pick(("Relatiebeheer basis", "Gespreksvoering"), i // 4),
                f"2026-0{3 + i // 4}-10",
                pick(("Aanwezig", "Afgemeld", "Niet verschenen"), i),
            ],
        ),
        ";",
    ),
    Stranger(
        "gala guests.csv",
        "attendance",
        ["Event", "Event date", "Guest name", "Company", "RSVP"],
        each(15, lambda i: ["Gala", "2026-04-04", PEOPLE[i], FIRMS[i], pick(("Yes", "No", "Accepted"), i)]),
    ),
    Stranger(
        "wie kent wie.xlsx",
        "tie",
        ["Medewerker", "Organisatie", "Contactpersoon daar", "Hoe goed (1-4)", "Sinds"],
        each(20, lambda i: [pick(OURS, i), pick(FIRMS, i), pick(PEOPLE, i), 1 + i % 4, day(i, "{d:02}-{m:02}-{y}")]),
    ),
    Stranger(
        "accountmanagers.csv",
        "tie",
        ["Accountmanager", "Organisatie", "Vanaf", "Tot"],
        each(15, lambda i: [pick(OURS, i), FIRMS[i], day(i, "{d:02}-{m:02}-{y}"), ""]),
        ";",
    ),
    Stranger(
        "standpunten.xlsx",
        "interest",
        ["Dossier", "Partij", "Standpunt", "Achterliggend belang", "Datum", "Bron"],
        each(
            14,
            lambda i: [
                pick(TOPICS, i // 4),
                pick(FIRMS, i),
                pick(("Voor, mits bereikbaar", "Tegen", "Voor"), i),
                pick(("Omzet", "Rust", "Ruimte"), i),
                day(i, "{d:02}-{m:02}-{y}"),
                "Gesprek",
            ],
        ),
    ),
    Stranger(
        "koepels en leden.csv",
        "partner_relation",
        ["Koepel", "Lid", "Sinds"],
        each(12, lambda i: [pick(("Haven Federatie", "Zorgkoepel"), i), FIRMS[i], day(i, "{d:02}-{m:02}-{y}")]),
        ";",
    ),
    Stranger(
        "subsidies per organisatie 2022-2024.xlsx",
        "dealing",
        ["Organisatie", "Soort subsidie", "Programma", "Subsidie 2022", "Subsidie 2023", "Subsidie 2024"],
        each(
            15,
            lambda i: [
                FIRMS[i],
                pick(("Structureel", "Incidenteel"), i),
                pick(("Cultuur", "Welzijn"), i),
                10000 + i * 100,
                11000 + i * 100,
                0 if i == 3 else 12000 + i * 100,
            ],
        ),
        above=["Overzicht subsidies", "Bedragen in euro"],
    ),
    Stranger(
        "zendesk tickets.csv",
        "question",
        ["Ticket ID", "Created at", "Subject", "Requester", "Organization", "Assignee", "Group", "Status", "Solved at", "Type"],
        each(
            18,
            lambda i: [
                9000 + i,
                day(0, "2026-01-{d:02} 09:00").replace("-01 ", f"-{1 + i:02} "),
                f"Question about {pick(TOPICS, i)}",
                pick(PEOPLE, i),
                pick(FIRMS, i),
                pick(OURS, i),
                "Front office",
                pick(("Solved", "Open"), i),
                f"2026-02-{1 + i:02} 10:00" if i % 2 == 0 else "",
                pick(("Question", "Incident", "Problem"), i),
            ],
        ),
    ),
    Stranger(
        "licences.csv",
        "dealing",
        ["Licence number", "Licence holder", "Licence type", "Issued", "Expires"],
        each(18, lambda i: [f"L{i:04}", pick(FIRMS, i), pick(("Alcohol", "Taxi"), i), day(i, "{d}/{m}/{y}"), "31/12/2027"]),
    ),
    Stranger(
        "relaties 2026 def v3.xlsx",
        "partner",
        [
            "Naam organisatie",
            "Soort relatie",
            "Prioriteit",
            "1e contactpersoon",
            "2e contactpersoon",
            "Wethouder",
            "Laatst gesproken op",
            "Volgend gesprek",
        ],
        each(
            15,
            lambda i: [
                FIRMS[i],
                pick(("Strategisch", "Netwerk"), i),
                pick(("Hoog", "Middel", "Laag"), i),
                PEOPLE[i],
                PEOPLE[(i + 3) % 15],
                pick(OURS, i),
                day(i, "{d:02}-{m:02}-{y}") if i % 3 else "nog niet",
                "",
            ],
        ),
        above=["Relatieoverzicht", "bijgewerkt door Petra", ""],
    ),
)
