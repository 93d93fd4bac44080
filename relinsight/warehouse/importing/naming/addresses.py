"""E-mail addresses that tell no person: several people of the files have one, or it is that of an office."""

from __future__ import annotations

from relinsight.records.employees import Employee
from relinsight.records.people import ContactPerson
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.quantities import Names, first_of
from relinsight.words.text import counted, text

OFFICES = (
    "^(?:info|informatie|contact|mail|email|post|postbus|office|kantoor|secretariaat|secretariat|secretary|secretaris|bestuur|board|"
    "receptie|reception|balie|algemeen|general|administratie|administration|admin|hallo|hello|welkom|team|directie|klantenservice|"
    "service|support|helpdesk|communicatie|pers|press)@"
)
SHOWN = 5


def known_people(record: type[Record], columns: str) -> str:
    """The rows that are there, and those that arrive and have an id."""
    return f"SELECT {columns} FROM {record.table} UNION ALL SELECT {columns} FROM {arriving(record)} WHERE id IS NOT NULL"


def shared_addresses(work: Work, record: type[Record]) -> str:
    """The table of the addresses that several people have: in the files without an id, or already there."""
    return work.found(
        "shared_address",
        f"SELECT lower(email) AS word FROM {arriving(record)} WHERE id IS NULL AND email IS NOT NULL "
        f"GROUP BY 1 HAVING count(DISTINCT {folded('name')}) > 1 "
        f"UNION SELECT lower(email) FROM {record.table} WHERE email IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
    )


def is_shared(email: str, shared: str) -> str:
    """The condition that an address tells no person."""
    return f"coalesce(lower({email}) IN (SELECT word FROM {shared}) OR regexp_matches(lower({email}), {quoted(OFFICES)}), false)"


def by_address_and_name(record: type[Record]) -> str:
    """The rows whose address and name are those of one person."""
    known = (
        f"SELECT lower(email) AS word, {folded('name')} AS called, min(id) AS id "
        f"FROM ({known_people(record, 'id, name, email')}) AS k WHERE email IS NOT NULL GROUP BY ALL HAVING count(DISTINCT id) = 1"
    )
    return (
        f"SELECT _src, k.id FROM {arriving(record)} AS a JOIN ({known}) AS k "
        f"ON k.word = lower(a.email) AND k.called = {folded('a.name')} WHERE a.id IS NULL"
    )


def remark_on_shared_addresses(work: Work) -> None:
    """Name the people of the files who have one address, as they are told apart by their names."""
    found = [row for record in (Employee, ContactPerson) if record in work.fed for row in work.run(_people(record))]
    if found:
        people = [text("{names} ({address})", names=Names(tuple(map(Name, names))), address=Name(address)) for address, names in found]
        work.remark(
            About.NAMES,
            counted(
                "{n} address is that of several people, who are told apart by their names: {people}.",
                "{n} addresses are those of several people, who are told apart by their names: {people}.",
                len(found),
                people=first_of(people, SHOWN),
            ),
        )


def _people(record: type[Record]) -> str:
    return (
        f"SELECT lower(email) AS address, list_sort(list(DISTINCT name))[:{SHOWN}] FROM {arriving(record)} "
        f"WHERE email IS NOT NULL GROUP BY 1 HAVING count(DISTINCT {folded('name')}) > 1 ORDER BY 1"
    )
