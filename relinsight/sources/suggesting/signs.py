"""The signs by which a sheet is known: what its columns mean, and what their values and headers show beside that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.roles import names_a_party, names_a_role
from relinsight.sources.suggesting.seen import FEWEST_ANSWERS, Seen
from relinsight.sources.suggesting.sorts import EMAIL, holds
from relinsight.sources.suggesting.spoken import AFTER, WITH, says
from relinsight.sources.suggesting.unsaid import ONCE

OFTEN = 0.6
FEW_DOMAINS = 0.2


def signs(what: Seen) -> Iterator[str]:
    """Every sign of a sheet."""
    yield from what.meant
    yield from (sign for sign, shows in SHOWN.items() if shows(what))


def _is_survey(what: Seen) -> bool:
    return len(what.answers) >= FEWEST_ANSWERS or sum(answer.dimension is not None for answer in what.answers) > 1


def _asks_once(what: Seen) -> bool:
    taken = {column.at for column in what.meant.values()}
    return any(answer.column.asked.strip().endswith("?") and answer.column.at not in taken for answer in what.answers)


def _names_in_titles(what: Seen) -> bool:
    title = what.meant.get("subject") or what.meant.get("name")
    return title is not None and (says(title, WITH) or says(title, AFTER))


def _organisation(what: Seen) -> Column | None:
    return what.meant.get("organisation") or what.meant.get("name")


def _spread(what: Seen, meaning: str) -> float | None:
    column = what.meant.get(meaning)
    return column.spread if column else None


def _each_once(what: Seen) -> bool:
    column = _organisation(what)
    return column is not None and column.spread >= ONCE


def _each_often(what: Seen) -> bool:
    column = _organisation(what)
    return column is not None and column.spread < OFTEN


def _has_one_domain(what: Seen) -> bool:
    mail = what.meant.get("email")
    return mail is not None and len(_domains(mail)) <= max(1, FEW_DOMAINS * mail.different)


def _domains(mail: Column) -> set[str]:
    return {found.group().rpartition("@")[2].lower() for word in mail.counts if (found := EMAIL.search(word))}


SHOWN: Mapping[str, Callable[[Seen], bool]] = {
    "likert": _is_survey,
    "asked_once": _asks_once,
    "named_in_title": _names_in_titles,
    "named_after_a_role": lambda what: any(names_a_role(column.header) for column in what.columns),
    "party_to_a_dealing": lambda what: "organisation" in what.meant and names_a_party(what.meant["organisation"].words),
    "any_day": lambda what: any(column.filled and holds(column, "day") for column in what.columns),
    "each_organisation_once": _each_once,
    "each_organisation_often": _each_often,
    "each_department_once": lambda what: _spread(what, "department") == 1,
    "each_event_often": lambda what: (_spread(what, "event") or 1) < OFTEN,
    "one_mail_domain": _has_one_domain,
}
