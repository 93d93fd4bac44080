"""The line above an answer names up to three that a filter chose, and counts more, never more than there are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from answers import on
from warehouse_from import warehouse_from

from relinsight.access.reader import Reader
from relinsight.export.markdown import as_markdown
from relinsight.insights.pages import pages
from relinsight.insights.relations.context import context
from relinsight.languages.sentence import Speaker
from relinsight.warehouse.connection import in_memory
from relinsight.words.scope import NOBODY
from relinsight.words.text import text

MANAGERS = 300
DAY = on("2026-06-30")


def _city() -> str:
    """Three hundred partners, each with a manager, a cluster and a sector of its own."""
    lines = [
        ("cluster", *(f"c{n:03}" for n in range(MANAGERS))),
        ("sector", *(f"s{n:03}" for n in range(MANAGERS))),
        ("employee cluster", *(f"e{n:03} c{n:03}" for n in range(MANAGERS))),
        ("partner tier sector account_manager", *(f"p{n:03} {'ABC'[n % 3]} s{n:03} e{n:03}" for n in range(MANAGERS))),
    ]
    return "\n\n".join("\n".join("  ".join(line.split()) for line in table) for table in lines)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(warehouse_from(_city()))


KINDS = {"account_managers": "e", "clusters": "c", "sectors": "s"}
CALLED = {
    "account_managers": ("account managers", "accountmanagers"),
    "clusters": ("clusters", "clusters"),
    "sectors": ("sectors", "sectoren"),
}


def _said(reader: Reader, language: str = "en", **filters: tuple[str, ...]) -> str:
    return Speaker(language)(context(reader, text("Coverage"), text("Whom are we not covering?"), replace(DAY, **filters), text("all"))[-1])


def _ids(kind: str, n: int) -> tuple[str, ...]:
    return tuple(f"{KINDS[kind]}{each:03}" for each in range(n))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("n", "english", "dutch"),
    [
        (1, "only {k}000", "alleen {k}000"),
        (3, "only {k}000, {k}001 and {k}002", "alleen {k}000, {k}001 en {k}002"),
        (4, "only 4 {english}", "alleen 4 {dutch}"),
        (299, "only 299 {english}", "alleen 299 {dutch}"),
        (300, "all 300 {english}", "alle 300 {dutch}"),
    ],
)
def test_up_to_three_are_named_and_more_are_counted(reader: Reader, kind: str, n: int, english: str, dutch: str):
    words = dict(zip(("english", "dutch"), CALLED[kind], strict=True)) | {"k": KINDS[kind]}
    said = [_said(reader, language, **{kind: _ids(kind, n)}) for language in ("en", "nl")]
    assert said == [english.format(**words), dutch.format(**words)]


def test_those_without_any_are_said_beside_the_count(reader: Reader):
    some, every = ((*_ids("account_managers", n), NOBODY) for n in (4, MANAGERS))
    assert _said(reader, account_managers=some) == "only 4 account managers and partners without an owner"
    assert _said(reader, account_managers=every) == "all 300 account managers and partners without an owner"


def test_what_is_chosen_twice_or_is_not_there_is_never_counted_among_them(reader: Reader):
    twice = _ids("account_managers", 4) * 2
    assert _said(reader, account_managers=twice) == "only 4 account managers"
    strangers = tuple(f"x{n}" for n in range(5))
    assert _said(reader, account_managers=twice + strangers) == "only 4 account managers and 5 choices that are not there"
    assert _said(reader, account_managers=strangers) == "only 5 choices that are not there"
    every = _ids("account_managers", MANAGERS) + strangers[:1]
    assert _said(reader, account_managers=every) == "all 300 account managers and 1 choice that is not there"


OTHER_DAYS = """
    sector
    sport

    employee  active_to
    anna      2025-12-31
    bas       -

    partner  tier  sector   account_manager  active_from
    harbour  A     culture  bas              -
    stand    A     sport    anna             2030-01-01
"""


@pytest.fixture(scope="module")
def other_days() -> Reader:
    return Reader(warehouse_from(OTHER_DAYS))


@pytest.mark.parametrize(
    ("kind", "chosen", "said", "dutch"),
    [
        (
            "account_managers",
            ("anna", "x"),
            "only anna (without a partner in view on 30 June 2026) and x (not there)",
            "alleen anna (zonder zichtbare partner op 30 juni 2026) en x (bestaat niet)",
        ),
        (
            "account_managers",
            ("anna", "bas", "x", "y"),
            "all 1 account manager, 1 choice without a partner in view on 30 June 2026 and 2 choices that are not there",
            None,
        ),
        ("sectors", ("sport",), "only sport (without a partner in view on 30 June 2026)", None),
        ("clusters", ("x",), "only x (not there)", None),
    ],
)
def test_what_holds_on_other_days_is_told_from_what_is_not_there(
    other_days: Reader, kind: str, chosen: tuple[str, ...], said: str, dutch: str | None
):
    assert _said(other_days, **{kind: chosen}) == said
    assert dutch is None or _said(other_days, "nl", **{kind: chosen}) == dutch


def test_an_empty_city_has_nothing_of_which_all_were_chosen():
    empty = Reader(in_memory())
    strangers = ("a", "b", "c", "d")
    for kind in ("clusters", "account_managers", "sectors"):
        assert _said(empty, **{kind: strangers}) == "only 4 choices that are not there"


def test_tiers_are_named(reader: Reader):
    assert _said(reader, tiers=("A",)) == "only tier A"
    assert _said(reader, tiers=("A", "B", "C")) == "only tiers A, B and C"
    assert _said(reader, tiers=("A", "B", "x", "y")) == "only 2 tiers and 2 choices that are not there"


@pytest.mark.parametrize("page", [page for page in pages() if page.filtered], ids=lambda page: page.name)
def test_a_document_says_the_same(reader: Reader, page):
    chosen = {kind: _ids(kind, MANAGERS - 1) for kind in KINDS}
    line = as_markdown(page.answer(reader, replace(DAY, **chosen)), "en").splitlines()[2]
    assert "only 299 sectors · only 299 clusters · only 299 account managers" in line
    assert len(line) < 250
