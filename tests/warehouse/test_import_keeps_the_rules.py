"""One rule on every road: after an import of any kind `check` finds nothing."""

from __future__ import annotations

import pytest

from relinsight.warehouse.checks import findings
from tests.arriving import City
from tests.damaged.references import FORMATS

BASE = {
    "sector.csv": "id,name\ns1,Zorg\ns2,Sport\n",
    "cluster.csv": "id,name\nc1,Beleid\n",
    "employee.csv": "id,name\ne1,Anna\ne2,Bas\n",
    "partner.csv": "id,name,account_manager_id,sector_id,tier\np1,Haven,e1,s1,A\np2,Museum,,,\n",
}
MANAGERS = "[partner]\nname = 'name'\naccount_manager = { column = 'who', split = '/', create = true }\n"
MET = "[contact_moment]\nday = 'day'\nkind = { constant = 'call' }\npartner = { column = 'with', create = true, split = ';' }\n"
MEETING = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:u1\nDTSTAMP:20260101T090000Z\nDTSTART:20260105T090000Z\n"
    "SUMMARY:Havenoverleg\nATTENDEE;CN=Eva:mailto:eva@haven.nl\nEND:VEVENT\nEND:VCALENDAR\n"
)
PERSON = "contact_person.csv", "name,email,partner\nEva,eva@haven.nl,p1\n"
# What comes in, with its options, and how many of its rows are rejected.
KINDS = {
    "account managers parted by a profile": ([("x.csv", "name,who\nHaven,Jan/Mia\nMuseum,Jan\n")], {"profile": MANAGERS}, 1),
    "two account managers in ties": (
        [("tie.csv", "id,employee_id,partner_id,kind\nt1,e1,p2,account_manager\nt2,e2,p2,account_manager\n")], {}, 1,
    ),
    "another account manager by tie": ([("tie.csv", "id,employee_id,partner_id,kind\nt1,e2,p1,account_manager\n")], {}, 1),
    "another account manager in a list": ([("partner.csv", "id,name,account_manager_id\np1,Haven,e2\n")], {}, 0),
    "two primary sectors": (
        [("partner_sector.csv", "partner_id,sector_id,is_primary\np2,s1,yes\np2,s2,yes\n")], {}, 1,
    ),
    "another tier in a list": ([("partner.csv", "id,name,tier\np1,Haven,C\np2,Museum,B\n")], {}, 0),
    "a list that replaces": (list(BASE.items()), {"replace": True}, 0),
    "partners by name alone": ([("partner.csv", "name\nHaven\nTheater\n")], {}, 0),
    "contacts that make partners": ([("x.csv", "day,with\n2026-01-02,Haven;Theater\nPresent,Haven\n2026-01-03,\n")], {"profile": MET}, 2),
    "contacts with a stranger": ([("contact_moment.csv", "id,day,kind,partner_id\nm1,2026-01-01,call,nowhere\n")], {}, 1),
    "two people of one address": ([("contact_person.csv", "name,email,partner\nEva,info@x.nl,p1\nIvo,info@x.nl,p2\n")], {}, 0),
    "a calendar": ([PERSON, ("agenda.ics", MEETING)], {}, 0),
    "address cards": ([("people.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nEMAIL:eva@haven.nl\nORG:Haven\nEND:VCARD\n")], {}, 0),
    "dealings": ([("dealing.csv", "id,role,organisation,opened_on,closed_on\nd1,client,Haven,2026-02-01,2026-01-01\n")], {}, 1),
    "goals and who stands behind them": (
        [("goal.csv", "id,title,horizon\ng1,Samen,year\n"), ("goal_partner.csv", "goal_id,partner_id\ng1,p1\ng9,p1\n")], {}, 1,
    ),
    "questions": ([("question.csv", "id,partner_id,asked_on,subject\nq1,p1,2026-01-01,x\nq2,p9,2026-01-01,x\n")], {}, 1),
    "partners in a workbook": ([("partner.xlsx", FORMATS["xlsx"](["id", "name"], [["p1", "Haven"], ["p3", ""]]))], {}, 1),
    "partners in JSON": ([("partner.json", FORMATS["json"](["id", "name"], [["p1", "Haven"], ["p3", "Theater"]]))], {}, 0),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_after_an_import_of_any_kind_the_check_finds_nothing(tmp_path, kind: str):
    files, options, rejected = KINDS[kind]
    city = City(tmp_path)
    city.bring(*(city.file(name, text) for name, text in BASE.items()))
    profile = {"profile": city.file("p.toml", options["profile"])} if "profile" in options else {}
    report = city.bring(*(city.file(name, content) for name, content in files), **{**options, **profile})
    assert report.rejected == rejected
    assert [finding.said for finding in findings(city.warehouse)] == []
