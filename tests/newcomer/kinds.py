"""What a newcomer brings: a file of a kind that is ready for use, the commands typed, and the sentence with which a page answers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

from tests.sources.test_ready_profiles import CALENDAR, PEOPLE, RELATIONS, SURVEYS

ROOT = Path(__file__).parents[2]
SAMPLES = Path(os.environ.get("RELINSIGHT_SAMPLES", ROOT / "samples"))
REGISTER = ROOT / "data" / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"
LISTS = {
    "partner.csv": "name\nHaven\n",
    "employee.csv": "name,email\nPetra Hoek,petra@stad.nl\n",
    "contact_person.csv": "name,email,partner\nAnna Bakker,anna@haven.nl,Haven\n",
}
TIERS = {"partner.csv": "name,tier\nHaven,A\n"}
ICS = """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//x//x//EN
    BEGIN:VEVENT
    UID:1
    DTSTART:20260325T093000Z
    DTEND:20260325T100000Z
    SUMMARY:Plan voor de kade
    ORGANIZER;CN=Petra Hoek:mailto:petra@stad.nl
    ATTENDEE;CN=Anna Bakker;PARTSTAT=ACCEPTED:mailto:anna@haven.nl
    END:VEVENT
    END:VCALENDAR
"""
VCF = """
    BEGIN:VCARD
    VERSION:3.0
    FN:Anna Bakker
    N:Bakker;Anna;;;
    ORG:Haven
    EMAIL:anna@haven.nl
    END:VCARD
"""


@dataclass(frozen=True)
class Kind:
    """A kind of file with a sample of it, the lists of the house that it needs, the page that is opened and its answer."""

    name: str
    file: str
    sample: str | Path
    answer: str
    page: tuple[str, ...] = ("portfolio",)
    lists: Mapping[str, str] = field(default_factory=dict[str, str])
    needs_profile: bool = True
    lists_apart: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the sample is on this machine."""
        return not isinstance(self.sample, Path) or self.sample.exists()

    def lie(self, folder: Path) -> None:
        """Put the file and the lists into a folder."""
        told = self.sample.read_bytes() if isinstance(self.sample, Path) else (dedent(self.sample).strip("\n") + "\n").encode()
        (folder / self.file).write_bytes(told)
        for name, content in self.lists.items():
            (folder / name).write_text(content, encoding="utf-8")

    def commands(self) -> Iterator[str]:
        """What is typed, one command after the other; what stands behind `>` is the file that it writes."""
        files = " ".join([*([] if self.lists_apart else self.lists), self.file])
        with_profile = " --profile mine.toml" if self.needs_profile else ""
        if self.needs_profile:
            yield f"profile suggest {self.file} > mine.toml"
        if self.lists_apart:
            yield f"import {files}{with_profile}"
            yield f"import {' '.join(self.lists)} --as-of 2026-01-01"
        else:
            yield f"import {files}{with_profile} --dry-run"
            yield f"import {files}{with_profile}"
        yield f"page {' '.join(self.page)}"


ON_HAVEN = ("partner", "--partner", "Haven", "--as-of", "2026-04-01")
RATED = "Haven: never contacted; they rate us 56, our own view is missing"
ALL_MET = "We spoke with 3 of 3 partners; nothing was promised to them yet"
KINDS = (
    Kind("Outlook calendar, Dutch CSV", "agenda.csv", CALENDAR["outlook-calendar-nl"], ALL_MET),
    Kind("Outlook calendar, English CSV", "calendar.csv", CALENDAR["outlook-calendar-en"], ALL_MET),
    Kind(
        "calendar, .ics",
        "agenda.ics",
        ICS,
        "Haven: last contact 7 days ago, no rhythm promised; how they see us is not known",
        ON_HAVEN,
        LISTS,
        needs_profile=False,
    ),
    Kind(
        "address cards, .vcf",
        "cards.vcf",
        VCF,
        "1 partner is known; nothing was promised to it yet",
        lists={"partner.csv": LISTS["partner.csv"]},
        needs_profile=False,
    ),
    Kind("survey of Microsoft Forms", "answers.csv", SURVEYS["forms-nl"], RATED, ON_HAVEN, TIERS, lists_apart=True),
    Kind("survey of LimeSurvey", "results.csv", SURVEYS["limesurvey-en"], RATED, ON_HAVEN, TIERS, lists_apart=True),
    Kind(
        "list of relations",
        "relations.csv",
        f"{RELATIONS['relations-list-nl']}{PEOPLE}",
        "We spoke with 1 of 2 partners; nothing was promised to them yet",
    ),
    Kind(
        "companies of a CRM",
        "companies.csv",
        SAMPLES / "shape-samples" / "crm-uk" / "companies.csv",
        "13 partners are known; nothing was promised to them yet",
    ),
    Kind(
        "meetings of the European Commission",
        "commission_meetings.csv",
        SAMPLES / "shape-samples" / "meetings-eu" / "commission_meetings.csv",
        "We spoke with 1,940 of 1,940 partners; nothing was promised to them yet",
    ),
    Kind(
        "tracker of commitments",
        "goals.csv",
        SAMPLES / "shape-samples" / "goals-nz" / "goals_2024-09-30_1130.csv",
        "3 partners are known; nothing was promised to them yet",
    ),
    Kind(
        "register of subsidies",
        "register.csv.gz",
        REGISTER,
        "757 of 3,329 partners have open dealings; nothing was promised to them yet",
    ),
    Kind(
        "agenda of ministers",
        "agenda_rutte3.csv",
        SAMPLES / "ministers-agenda" / "agenda_rutte3.csv",
        "We spoke with 879 of 879 partners; nothing was promised to them yet",
    ),
    Kind(
        "register of childcare inspections",
        "childcare.csv",
        SAMPLES / "amsterdam-childcare" / "risicoprofielen_kinderopvang.csv",
        "194 of 194 partners have open dealings; nothing was promised to them yet",
    ),
    Kind(
        "list of related bodies",
        "participants.csv",
        SAMPLES / "related-bodies" / "joint_arrangements_participants.csv",
        "1,055 partners are known; nothing was promised to them yet",
    ),
)
