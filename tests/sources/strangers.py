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
)
