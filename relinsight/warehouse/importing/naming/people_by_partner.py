"""Of several contact persons of one name, the one who speaks for a partner of the same row."""

from __future__ import annotations

from relinsight.records.contacts import ContactMomentPartner, ContactMomentPerson
from relinsight.records.people import ContactPerson, ContactPersonFunction
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.work import Work, arriving, name_of


def narrow(work: Work, record: type[Record], name: str) -> None:
    """Fill the references that a name leaves open, where the partners of the row leave one person."""
    partners = _partners(work, record)
    if partners is None:
        return
    table, given = arriving(record), name_of(name)
    people = arriving_or_there(work, ContactPerson, "id, name")
    functions = arriving_or_there(work, ContactPersonFunction, "contact_person_id, partner_id")
    narrowed = work.found(
        "narrowed",
        f"SELECT a._src, a.{given} AS said, min(p.id) AS id FROM {table} AS a "
        f"JOIN ({partners}) AS r ON r._src = a._src JOIN ({functions}) AS f ON f.partner_id = r.partner_id "
        f"JOIN ({people}) AS p ON p.id = f.contact_person_id AND {folded('p.name')} = {folded(f'a.{given}')} "
        f"WHERE a.{name} IS NULL AND a.{given} IS NOT NULL GROUP BY ALL HAVING count(DISTINCT p.id) = 1",
    )
    work.run(
        f"UPDATE {table} SET {name} = narrowed.id FROM {narrowed} AS narrowed "
        f"WHERE {table}._src = narrowed._src AND {table}.{given} = narrowed.said AND {table}.{name} IS NULL"
    )


def _partners(work: Work, record: type[Record]) -> str | None:
    """The partners that a row names, in the record itself or beside it."""
    if "partner_id" in record.model_fields:
        return f"SELECT _src, partner_id FROM {arriving(record)}"
    if record is ContactMomentPerson and ContactMomentPartner in work.fed:
        return f"SELECT _src, partner_id FROM {arriving(ContactMomentPartner)}"
    return None
