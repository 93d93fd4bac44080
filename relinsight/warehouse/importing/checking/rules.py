"""What must hold between rows: references lead somewhere, periods do not clash, a moment has a partner."""

from __future__ import annotations

from relinsight.records import reasons
from relinsight.records.contacts import ContactMoment, ContactMomentPartner
from relinsight.records.model import BY_TABLE
from relinsight.records.partners import Partner
from relinsight.records.record import Field, Record, fields
from relinsight.records.rules import Above, AnyOf, Different, NeededWhen, NotBefore, NotTheWord, Rule
from relinsight.warehouse.between_rows import leads_nowhere, without_partner
from relinsight.warehouse.importing.after_import import arriving_or_there, remaining
from relinsight.warehouse.importing.checking.clashes import check_clashes
from relinsight.warehouse.importing.naming.asking import keep_what_subjects_say, let_wait
from relinsight.warehouse.importing.naming.known_as import untrue
from relinsight.warehouse.importing.naming.multiple_values import tell_several
from relinsight.warehouse.importing.problems import note
from relinsight.warehouse.importing.said import said
from relinsight.warehouse.importing.work import Work, arriving, said_of
from relinsight.words.name import Name
from relinsight.words.text import Text


def check_rows(work: Work, record: type[Record]) -> None:
    """Reject the rows that break a rule between their own cells."""
    for rule in record.rules:
        _check_rule(work, record, rule)


def check_relations(work: Work) -> None:
    """Reject what leads nowhere and what hangs on it, until nothing changes."""
    rejected = 1
    while rejected:
        rejected = sum(_check_once(work, record) for record in work.fed) + _check_partners(work)


def _check_once(work: Work, record: type[Record]) -> int:
    return sum(
        [
            *(_check_reference(work, record, f) for f in fields(record) if f.column.to),
            check_clashes(work, record),
            *(_check_circle(work, record, f.name) for f in fields(record) if f.column.to == record.table and f.name.startswith("parent")),
        ]
    )


def _check_rule(work: Work, record: type[Record], rule: Rule) -> None:
    reason, field, value, other = _reason_of(work, record, rule)
    note(work, reason, f"SELECT _src, {value} AS value, {other} AS other FROM {arriving(record)} AS a WHERE {rule.broken}", field)


def _reason_of(work: Work, record: type[Record], rule: Rule) -> tuple[Text, str, str, str]:
    """Why a row is rejected that breaks a rule, in which field, and what the sentence says of it."""
    match rule:
        case NotBefore(earlier, later):
            return reasons.ENDS_BEFORE, later, f"{later}::VARCHAR", f"{earlier}::VARCHAR"
        case Above(smaller, greater):
            return reasons.NOT_ABOVE, greater, greater, smaller
        case Different(one, other):
            return reasons.SAME, other, said(work, record, other, "a"), f"'{one}'"
        case AnyOf(names):
            return reasons.NONE_OF.with_values(columns=Name(", ".join(names))), names[0], "NULL", "NULL"
        case NeededWhen(needed, when, word):
            return reasons.NEEDED, needed, f"'{word}'", f"'{when}'"
        case NotTheWord(cell, _):
            return reasons.WORD_OF_A_FILTER, cell, cell, "NULL"


def _check_reference(work: Work, record: type[Record], field: Field) -> int:
    target = BY_TABLE[field.column.to or ""]
    ids = arriving_or_there(work, target, "id")
    rows = f"SELECT _src, {said(work, record, field.name, 'a')} AS value, NULL AS other FROM {arriving(record)} AS a"
    reason = reasons.DANGLING.with_values(value=Name("{value}"), table=Name(target.table))
    noted = note(work, reason, f"{rows} WHERE {leads_nowhere(field.name, ids)}", field.name)
    if target is Partner and Partner in work.fed:
        noted += note(work, reason, f"{rows} WHERE ({said_of(field.name)}, {field.name}) IN ({untrue(work)})", field.name)
    if noted:
        tell_several(work, record, field.name, field.name, f"SELECT id AS word FROM ({ids}) AS there")
    return noted


def _check_circle(work: Work, record: type[Record], parent: str) -> int:
    table = arriving(record)
    if not work.number(f"SELECT count({parent}) FROM {table}"):
        return 0
    found = (
        f"WITH RECURSIVE there AS ({remaining(work, record, ('id', parent))}), "
        f"above AS (SELECT id, {parent} AS top FROM there WHERE {parent} IS NOT NULL "
        f"UNION SELECT above.id, there.{parent} FROM above JOIN there ON there.id = above.top WHERE there.{parent} IS NOT NULL) "
        f"SELECT _src, {said(work, record, parent, 'arrived')} AS value, NULL AS other FROM {table} AS arrived "
        f"WHERE _src = (SELECT max(a._src) FROM {table} AS a JOIN above ON above.id = a.id AND above.top = a.id)"
    )
    return note(work, reasons.IN_A_CIRCLE, found, parent)


def _check_partners(work: Work) -> int:
    """A contact moment that arrives has a partner, arriving or there."""
    if ContactMoment not in work.fed:
        return 0
    waiting = let_wait(work)
    links = remaining(work, ContactMomentPartner, ("contact_moment_id",))
    bare = work.found(
        "bare_moment", f"SELECT _src, NULL AS value, NULL AS other FROM {arriving(ContactMoment)} WHERE {without_partner(links)}"
    )
    if work.number(f"SELECT count(*) FROM {bare}"):
        keep_what_subjects_say(work, bare)
    return waiting + note(work, reasons.NO_PARTNER, f"SELECT * FROM {bare}", "partner_id")
