"""The scope and the language in the address, so that a link shows a colleague the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode, urlsplit

import streamlit as st

from relinsight.access.reader import Holding, Reader
from relinsight.insights.pages import pages
from relinsight.languages.catalogue import languages
from relinsight.words import clock
from relinsight.words.scope import FIRST_DAY, LAST_DAY, Period, Scope
from relinsight.words.text import Text, text

ALL, MARK = "all", "="  # the mark before an id that reads like a word of ours
FILTERS = ("sector", "cluster", "tier", "account_manager")
SINCE = ("review", "month", "quarter", "year", "none")
STEPS = {"month": 30, "quarter": 91, "year": 365}
PERIODS = ("year", "quarter", "calendar")
MEMORY, DATA = "address", "data"
Address = dict[str, list[str]]


@dataclass(frozen=True)
class Request:
    """What the address asks for, and what in it could not be read."""

    scope: Scope
    language: str
    problems: tuple[Text, ...]


def current() -> Address:
    """What the address says; what this visitor last chose where it is one that names no day, as after a change of page."""
    named = {key: st.query_params.get_all(key) for key in st.query_params}
    kept: Address = {} if "as_of" in named else st.session_state.get(MEMORY, {})
    return kept | named


def put(key: str, *values: str) -> None:
    """Write one choice into the address."""
    st.query_params[key] = list(values)
    st.session_state[MEMORY] = current()


def follow(holding: Holding) -> bool:
    """Begin anew where other data came in the place of those that this visitor saw; say whether the visitor has to be told."""
    seen, now = st.session_state.get(DATA), (holding.is_empty, holding.origin, holding.as_of)
    st.session_state[DATA] = now
    if seen in (None, now):
        return False
    forget()
    return not seen[0]


def chosen(key: str, address: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The ids that a filter of the address names; none where it says that all are meant."""
    return tuple(value.removeprefix(MARK) for value in address[key] if value != ALL)


def put_chosen(key: str, ids: Sequence[str]) -> None:
    """Write the ids of a filter into the address, so that none can be mistaken for the word for all."""
    put(key, *(f"{MARK}{each}" if each == ALL or each.startswith(MARK) else each for each in ids) if ids else (ALL,))


def forget() -> None:
    """Let the day and the filters go; the language stays."""
    st.session_state.pop(MEMORY, None)
    for key in [key for key in st.query_params if key != "lang"]:
        del st.query_params[key]


def settle(address: Mapping[str, list[str]], defaults: Mapping[str, str]) -> Address:
    """Write what is missing into the address, so that it names the day, every filter and what was opened or switched.

    All at once and always in the same order: each writing that changes the address is a step for the browser's way back.
    """
    settled: Address = {key: list(dict.fromkeys(address.get(key) or [default])) for key, default in defaults.items()}
    whole = settled | {key: values for key, values in address.items() if key in own_keys()}
    if [(key, st.query_params.get_all(key)) for key in st.query_params] != list(whole.items()):
        st.query_params.from_dict(whole)
    st.session_state[MEMORY] = {key: values for key, values in whole.items() if key != "partner"}
    return settled


def own_keys() -> frozenset[str]:
    """The words of the address that some page has beside the scope: a page declares them, and no others are kept."""
    return frozenset(key for page in pages() for key in page.keys)


def request(reader: Reader, partner: str | None) -> Request:
    """The scope and language of this run."""
    address = settle(current(), _defaults(reader))
    as_of, problem = _day(address["as_of"][0], reader.default_day(clock.today(reader.holding.time_zone)))
    since, no_since = _since(address["since"][0], as_of, reader)
    period, no_period = _period(address["period"][0], as_of)
    scope = Scope(as_of, since, period, *(chosen(key, address) for key in FILTERS), partner=partner)
    problems = tuple(found for found in (problem, no_since, no_period) if found)
    return Request(scope, address["lang"][0] if address["lang"][0] in languages() else "en", problems)


def spoken() -> str:
    """The language of the address, else the browser's, else English."""
    asked = (*current().get("lang", ()), (st.context.locale or "").split("-")[0])
    return next((language for language in asked if language in languages()), "en")


def link(page: str, partner: str) -> str:
    """An address within this site that carries the whole scope, with the partner at its end."""
    return f"{_base()}/{page}?{urlencode(of_partner(partner), doseq=True)}"


def of_partner(partner: str) -> Address:
    """The whole scope, and a partner."""
    return {key: values for key, values in current().items() if key != "partner"} | {"partner": [partner]}


def _base() -> str:
    """The path below which this site lies, as the browser knows it: one may be set, or a proxy may put it before ours."""
    path = urlsplit(st.context.url or "").path.rstrip("/")
    return path.rpartition("/")[0] if path.rpartition("/")[2] in {page.name for page in pages()} else path


def _defaults(reader: Reader) -> dict[str, str]:
    return {
        "as_of": reader.default_day(clock.today(reader.holding.time_zone)).isoformat(),
        "since": SINCE[0],
        "period": PERIODS[0],
        **dict.fromkeys(FILTERS, ALL),
        "lang": spoken(),
    }


def _day(written: str, otherwise: date) -> tuple[date, Text | None]:
    try:
        return _read(written), None
    except ValueError:
        return otherwise, text("The address names a day that does not exist; shown is {day}.", day=otherwise)


def _read(written: str) -> date:
    day = date.fromisoformat(written)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(written)
    return day


def _since(written: str, as_of: date, reader: Reader) -> tuple[date | None, Text | None]:
    if written == "review":
        return reader.review_before(as_of), None
    if written == "none":
        return None, None
    if written in STEPS:
        return as_of - timedelta(days=STEPS[written]), None
    day, problem = _day(written, as_of)
    if problem or day >= as_of:
        return None, text("The day to compare with must lie before {day}; no change is shown.", day=as_of)
    return day, None


def _period(written: str, as_of: date) -> tuple[Period | None, Text | None]:
    if written == "year":
        return None, None
    if written == "quarter":
        return Period(as_of - timedelta(days=STEPS["quarter"] - 1), as_of), None
    if written == "calendar":
        return Period(date(as_of.year, 1, 1), as_of), None
    first, _, last = written.partition("..")
    try:
        period = Period(_read(first), _read(last))
    except ValueError:
        period = None
    if period is None or period.first > period.last:
        return None, text("The address names a period that does not exist; counted are the last 365 days.")
    return period, None


def query() -> str:
    """The part of the address behind the question mark."""
    return urlencode(current(), doseq=True)
