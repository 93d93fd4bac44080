"""Each kind of run, taken back: every row of every table is as it was, but for what the run itself leaves; done again, it says the same."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from relinsight.export.templates.workbook import as_template
from relinsight.records.model import BY_TABLE, RECORDS
from relinsight.records.partners import Partner, PartnerTier
from relinsight.records.ties import Tie
from relinsight.warehouse.by_hand import ByHand, by_hand
from relinsight.warehouse.checks import findings
from relinsight.warehouse.demo import fill_with_demo
from relinsight.warehouse.matches.deciding import Decisions, decide
from relinsight.warehouse.matches.merging import Merge
from relinsight.warehouse.matches.waiting import matches
from relinsight.warehouse.mending import broken_cells, set_aside, try_again
from relinsight.warehouse.undoing import undo
from tests.arriving import City, prepared

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 9, tzinfo=UTC)
BASE = {
    "cluster.csv": "id,name\nport,Port\n",
    "employee.csv": "id,name,email,cluster\ne1,Anna,anna@stad.example,port\ne2,Bert,bert@stad.example,port\n",
    "sector.csv": "id,name\njava,Java\n",
    "partner.csv": (
        "id,name,source_id,kvk_number,tier,sector,account_manager\np1,Museum,900,12345678,A,culture,Anna\n"
        "p2,Bewonersgroep Galgenveld,901,,B,care,Bert\np3,Bewonersgroep Galgeveld,,23456789,C,culture,Anna\np4,Theater Zuid,,,,,\n"
    ),
    "contact_person.csv": "id,name,email,partner\nc1,Ada,ada@museum.example,p1\nc2,Bob,bob@haven.example,p2\n",
    "contact_moment.csv": (
        "id,day,kind,partner,employee,contact_person,subject,achieved\nm1,2026-03-01,visit,p1;p2,Anna,Ada,Roof,yes\n"
        "m2,2026-04-01,call,p2,Bert,,Rent,yes\n"
    ),
    "dealing.csv": "id,organisation,role,opened_on\nd1,Musem,client,2026-01-02\nd2,Onbekend Huis,client,2026-01-03\n",
    "goal.csv": "id,title,horizon,kind,partner\ng1,More visits,year,deepen,p2\n",
}
WAITING = {
    "contact_moment.csv": (
        "id,day,kind,partner,employee,subject,achieved\nw1,2026-09-01,visit,Musem,Anna,x,yes\n"
        "w2,2026-09-02,call,Onbekend Huis;Opera,Bert,Overleg Theater Zuid,yes\nw3,2026-13-01,call,p1,Bert,y,yes\n"
    )
}
CALENDAR = """
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:one
DTSTART:20260901T100000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Kennismaking
ATTENDEE:mailto:ada@museum.example
ATTENDEE:mailto:anna@stad.example
END:VEVENT
END:VCALENDAR
"""
CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Cas Nieuw\nORG:Museum\nEMAIL:cas@museum.example\nTITLE:Director\nEND:VCARD\n"
PROFILE = """
    [settings]
    as_of = "2026-10-01"
    origin = "register"
    [partner]
    id = "Nr"
    name = "Naam"
    [partner_tier]
    partner_id = "Nr"
    tier = "Niveau"
"""


@dataclass(frozen=True)
class Kind:
    """A kind of run: what was brought in before it, and how it is done."""

    before: tuple[dict[str, str], ...]
    do: Callable[[City, datetime], object]


def bring(**files: str) -> Callable[[City, datetime], object]:
    return lambda city, at: city.bring(*(city.file(f"{name}.csv", content) for name, content in files.items()), at=at)


def replaced(city: City, at: datetime) -> None:
    city.bring(
        city.file("partner.csv", "id,name\np1,Museum\np2,Haven\np3,H\np4,Theater"),
        city.file("partner_tier.csv", "partner_id,tier\np1,C\n"),
        replace=True,
        at=at,
    )


def profiled(city: City, at: datetime) -> None:
    city.bring(city.file("lijst.csv", "Nr,Naam,Niveau\np1,Het Museum,B\np9,Nieuw,C\n"), profile=city.file("lijst.toml", PROFILE), at=at)


def template(city: City, at: datetime) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_template(BY_TABLE["partner"], "nl")))
    headings = [str(cell.value) for cell in book.active[5]]
    for at_row, name in enumerate(("Nieuw Huis", "Museum")):
        book.active.cell(6 + at_row, headings.index("Naam") + 1).value = name
    book.save(city.folder / "partner.xlsx")
    city.bring(city.folder / "partner.xlsx", at=at)


def decided(**said: object) -> Callable[[City, datetime], object]:
    """Decisions, of which the names stand for the ids under which they wait."""

    def do(city: City, at: datetime) -> None:
        ids = {f"{one.name}{'' if one.named_id is None else '!'}": one.id for one in matches(city.warehouse)}
        lists = {
            what: [(ids.get(of, of), whom) for of, whom in each] if what == "accept" else [ids[of] for of in each]
            for what, each in said.items()
            if what != "merge"
        }
        decide(city.warehouse, Decisions(**lists, merge=[Merge(*two) for two in said.get("merge", ())]), at=at)

    return do


def tried_again(city: City, at: datetime) -> None:
    cell = next(cell for cell in broken_cells(city.warehouse) if cell.field == "day")
    try_again(city.warehouse, cell.run, {cell.place: "2026-09-03"}, at=at)


def put_aside(city: City, at: datetime) -> None:
    set_aside(city.warehouse, broken_cells(city.warehouse)[0].run, at=at)


def changed(change: Callable[[ByHand], object]) -> Callable[[City, datetime], object]:
    def do(city: City, at: datetime) -> None:
        with by_hand(city.warehouse, at=at, made_by="anna") as work:
            change(work)

    return do


def _put(work: ByHand) -> None:
    work.put(Partner(id="p1", name="Het Museum"))
    work.put(Partner(id="p8", name="Acht"))
    work.put(PartnerTier(partner_id="p8", tier="A"))
    work.put(Tie(id="t8", employee_id="e1", partner_id="p8", kind="content", from_date=date(2026, 1, 1)))


KINDS: dict[str, Kind] = {
    "an import": Kind((), bring(**{name.removesuffix(".csv"): content for name, content in BASE.items()})),
    "an import over another": Kind(
        (BASE,),
        bring(
            partner="id,name,tier,sector,account_manager\np1,Het Museum,B,care,Bert\np5,Nieuw,A,Nieuwe sector,Cees\n",
            contact_moment="id,day,kind,partner,employee,achieved\nm1,2026-03-02,visit,p1;p3,Bert,no\n",
        ),
    ),
    "the same import again with a row more": Kind((BASE,), bring(partner=BASE["partner.csv"] + "p6,Zes,,,,,\n")),
    "an import that empties its tables first": Kind((BASE,), replaced),
    "an import by a profile with a day": Kind((BASE,), profiled),
    "an import of a partner for which dealings wait": Kind((BASE,), bring(partner="id,name\np7,Onbekend Huis\n")),
    "an import of which rows wait": Kind((BASE,), bring(contact_moment=WAITING["contact_moment.csv"])),
    "an import of what rows wait for": Kind(
        (BASE, WAITING), bring(partner="id,name\np7,Opera\n", contact_moment=WAITING["contact_moment.csv"])
    ),
    "an import of a calendar": Kind((BASE,), lambda city, at: city.bring(city.file("agenda.ics", CALENDAR), at=at)),
    "an import of address cards": Kind((BASE,), lambda city, at: city.bring(city.file("cards.vcf", CARDS), at=at)),
    "an import of a template": Kind((BASE,), template),
    "a name accepted": Kind((BASE, WAITING), decided(accept=[("Musem", None)])),
    "a name accepted as another partner": Kind((BASE, WAITING), decided(accept=[("Musem", "p4")])),
    "a subject accepted": Kind((BASE, WAITING), decided(accept=[("Overleg Theater Zuid", None)])),
    "two partners accepted as one": Kind((BASE, WAITING), decided(accept=[("Bewonersgroep Galgeveld!", None)])),
    "a new name": Kind((BASE, WAITING), decided(new=["Onbekend Huis"])),
    "a name that is different": Kind((BASE, WAITING), decided(different=["Musem", "Bewonersgroep Galgeveld!", "Overleg Theater Zuid"])),
    "a collective name": Kind((BASE, WAITING), decided(collective=["Onbekend Huis"])),
    "two partners merged": Kind((BASE, WAITING), decided(merge=[("p1", "p2")])),
    "three partners merged": Kind((BASE, WAITING), decided(merge=[("p2", "p3"), ("p1", "p2")])),
    "everything decided at once": Kind(
        (BASE, WAITING), decided(accept=[("Musem", None)], new=["Opera"], collective=["Onbekend Huis"], merge=[("p3", "p1")])
    ),
    "mended rows tried again": Kind((BASE, WAITING), tried_again),
    "rejected rows set aside": Kind((BASE, WAITING), put_aside),
    "rows put in by hand": Kind((BASE,), changed(_put)),
    "a row removed by hand": Kind((BASE,), changed(lambda work: work.remove(PartnerTier, {"partner_id": "p1"}))),
    "settings by hand": Kind((BASE,), changed(lambda work: [work.set("as_of", "2026-06-30"), work.set("time_zone", "America/Curacao")])),
    "the demo city": Kind((), lambda city, at: fill_with_demo(city.warehouse, at=at, partners=12)),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    return KINDS[request.param]


@pytest.fixture
def city(kind: Kind, tmp_path: Path) -> City:
    return prepared(tmp_path) if not kind.before else _brought(tmp_path, kind)


def _brought(folder: Path, kind: Kind) -> City:
    city = prepared(folder, kind.before[0])
    for files in kind.before[1:]:
        city.bring(*(city.file(name, content) for name, content in files.items()))
    return city


def run_of(city: City) -> str:
    """The newest run."""
    return str(city.value("SELECT id FROM import_run ORDER BY rowid DESC LIMIT 1"))


OF_A_RUN = {"import_run": "id", "import_reject": "run_id", "mending": "run_id", "history": "run_id"}  # what a run leaves, by its id
Tables = dict[str, list[str]]


def tables(city: City, run: str = "") -> Tables:
    """Every row of every table but the marks; of a run nothing that it leaves by itself."""
    names = [str(name) for (name,) in city.values("SELECT table_name FROM duckdb_tables() WHERE NOT temporary")]
    kept = {name: f"WHERE {OF_A_RUN[name]} <> '{run}'" if name in OF_A_RUN else "" for name in names if name != "change_mark"}
    return {name: sorted(map(repr, city.warehouse.rows(f"FROM {name} {others}"))) for name, others in kept.items()}


def test_every_table_is_as_it_was_before_the_run(kind: Kind, city: City):
    before = tables(city)
    kind.do(city, AT)
    run = run_of(city)
    undo(city.warehouse, run, at=LATER)
    assert tables(city, run) == before
    assert len(before["import_run"]) + 1 == city.value("SELECT count(*) FROM import_run")
    assert findings(city.warehouse) == ()


def said(city: City) -> Tables:
    """What the tables say, whichever run says it."""
    names = [record.table for record in RECORDS]
    return {name: sorted(map(repr, city.warehouse.rows(f"SELECT * EXCLUDE run_id FROM {name}"))) for name in (*names, "setting")}


def test_done_again_it_says_the_same(kind: Kind, city: City):
    kind.do(city, AT)
    first = said(city)
    undo(city.warehouse, run_of(city), at=LATER)
    kind.do(city, AT)
    assert said(city) == first
