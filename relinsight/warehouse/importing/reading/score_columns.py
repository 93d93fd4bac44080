"""The scores of a form with one column a dimension: which item each column means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relinsight.records.instruments import Assessment, AssessmentScore, InstrumentItem
from relinsight.records.vocabularies import DIMENSIONS
from relinsight.sources.headers import plain
from relinsight.sources.plan import Constant, Feed, Plan
from relinsight.sources.planning import unread
from relinsight.sources.refusal import ImportRefused
from relinsight.warehouse.importing.after_import import arriving_or_there
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.text import Text, text


def items_first(plans: list[Plan]) -> list[Plan]:
    """The sheets with the items of instruments before those with columns that may be called after them."""
    return sorted(plans, key=lambda plan: all(feed.record is not InstrumentItem for feed in plan.feeds))


def without_unknown(work: Work, plan: Plan) -> Plan:
    """A plan without the columns that no instrument knows; a warning names them."""
    wide = [feed for feed in plan.feeds if _is_wide(feed)]
    if not wide:
        return plan
    known = {str(row[0]) for row in work.run(f"SELECT DISTINCT word FROM ({_items(work)}) AS known")} | set(_brought(plan))
    unknown = [feed for feed in wide if _word(feed) not in known]
    if unknown and plan.by_profile:
        raise ImportRefused(_no_dimension(_word(unknown[0])))
    if unknown:
        work.warnings.append(unread(plan.sheet.called, [feed.called["score"] for feed in unknown]))
    return replace(plan, feeds=tuple(feed for feed in plan.feeds if feed not in unknown))


def _brought(plan: Plan) -> Iterator[str]:
    """The dimensions and items that the profile itself brings with these rows."""
    items = (feed.cells.get(name) for feed in plan.feeds if feed.record is InstrumentItem for name in ("dimension", "item"))
    return (plain(cell.text) for cell in items if isinstance(cell, Constant))


def _no_dimension(word: str) -> Text:
    return text(
        "The profile fills {field} of {table}, which has no such column; nor does an instrument have a dimension of that name.",
        field=Name(word),
        table=Name(Assessment.table),
    )


def place_scores(work: Work) -> None:
    """Find the item of each column: of the form's instrument the only one of that dimension, or the one of that name."""
    wide = [f"(_sheet = {sheet} AND _feed = {at})" for sheet, at, feed in work.places(AssessmentScore) if _is_wide(feed)]
    if not wide:
        return
    scores = arriving(AssessmentScore)
    work.run(
        f"UPDATE {scores} SET dimension = c.dimension, item = c.item "
        f"FROM ({_items(work)}) AS c, ({arriving_or_there(work, Assessment, 'id, instrument_id')}) AS form "
        f"WHERE ({' OR '.join(wide)}) AND form.id = {scores}.assessment_id "
        f"AND c.instrument_id = form.instrument_id AND c.word = {scores}.item"
    )


def _is_wide(feed: Feed) -> bool:
    return feed.record is AssessmentScore and feed.aside_of is Assessment


def _word(feed: Feed) -> str:
    cell = feed.cells["item"]
    return cell.text if isinstance(cell, Constant) else ""


def _items(work: Work) -> str:
    """What a column may be called, by instrument: a dimension with one item, its Dutch word, or an item whose name occurs once."""
    items = arriving_or_there(work, InstrumentItem, "instrument_id, dimension, item")
    return (
        f"WITH items AS (SELECT DISTINCT instrument_id, dimension, item FROM ({items}) AS i), "
        "own AS (SELECT instrument_id, dimension AS word, dimension, item FROM items "
        "UNION SELECT instrument_id, item, dimension, item FROM items), "
        f"words AS (FROM own UNION SELECT instrument_id, said.word, dimension, item FROM items JOIN ({_spoken()}) AS said "
        "ON said.means = dimension WHERE (instrument_id, said.word) NOT IN (SELECT (instrument_id, word) FROM own)) "
        "SELECT instrument_id, word, min(dimension) AS dimension, min(item) AS item FROM words "
        "GROUP BY instrument_id, word HAVING count(*) = 1"
    )


def _spoken() -> str:
    """The words for shipped dimensions, written as the header of a column is."""
    words = sorted({(plain(spelling), dimension) for spelling, dimension in DIMENSIONS.meanings.items()})
    return f"SELECT * FROM (VALUES {', '.join(f'({quoted(word)}, {quoted(means)})' for word, means in words)}) AS said(word, means)"
