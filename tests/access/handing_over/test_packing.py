"""What goes over the line arrives as it was, and can be nothing but a plain value."""

from __future__ import annotations

import math
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from relinsight.access.handing_over.packing import CLASSES, MADE, UnknownKindError, packed, unpacked
from relinsight.access.matching import Decisions, Merge
from relinsight.access.options import ImportOptions
from relinsight.access.waiting_names import Match, State
from relinsight.warehouse.answers import AnswerRows
from relinsight.warehouse.matches.match import Origin
from relinsight.words.name import Name
from relinsight.words.quantities import Money, Names
from relinsight.words.text import Value, counted, text

DAY, AT = date(2026, 2, 28), datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
VALUES = [
    None, True, 3, -0.0, "x", "\ud800", Name("Zoë *x*"), DAY, AT, Decimal("1.50"), Path("/a/b"), (1, (2,)), [Name("a"), [DAY]],
    {"a": 1, "tuple": {"date": "x"}}, counted("{n} row", "{n} rows", 2, names=Names((Name("a"), text("b")))),
    text("{x}", x=Money(Decimal(2))),
    ImportOptions(profile="x", as_of=DAY), Decisions(accept=[("n1", None)], merge=[Merge("a", "b")]),
    Match("n1", Name("x"), State.ASKED, Origin(1, 2, DAY, None)), AnswerRows(("a", "b"), ((1, DAY), (None, ["x"]))),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_arrives_as_it_was(value: object):
    there = unpacked(packed(value))
    assert there == value
    assert repr(there) == repr(value)  # a Name is no str, a tuple no list


def test_a_number_that_is_none_arrives():
    assert math.isnan(unpacked(packed([math.nan]))[0])


PLAIN = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text() | some.dates() | some.decimals(allow_nan=False) | some.text().map(Name),
    lambda inner: some.lists(inner) | some.tuples(inner) | some.dictionaries(some.text(), inner),
    max_leaves=8,
)


@given(PLAIN)
@settings(max_examples=40)
def test_any_plain_value_arrives_as_it_was(value: object):
    assert repr(unpacked(packed(value))) == repr(value)


@pytest.mark.parametrize("value", [object(), print, {1, 2}, b"x", math, UnknownKindError("x")], ids=lambda value: type(value).__name__)
def test_nothing_else_is_sent(value: object):
    with pytest.raises(UnknownKindError):
        packed([value])


@pytest.mark.parametrize(
    "line", [b'{"os.system": ["x"]}', b'{"Popen": [["x"]]}', b'{"Warehouse": []}', b'{"Text": ["a"], "Name": "b"}', b"{}"]
)
def test_nothing_else_is_made_of_what_arrives(line: bytes):
    with pytest.raises(UnknownKindError):
        unpacked(line)


def test_every_value_of_a_sentence_can_travel():
    words = {value.__name__ for value in get_args(Value) if isinstance(value, type) and is_dataclass(value)} | {"Text"}
    assert len(words) > 5
    assert words <= CLASSES.keys()


def test_each_kind_is_named_once_and_is_there():
    assert not CLASSES.keys() & MADE.keys()
    assert all(isinstance(getattr(import_module(module), name), type) for name, module in CLASSES.items())
