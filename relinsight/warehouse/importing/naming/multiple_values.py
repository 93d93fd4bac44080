"""Cells that hold several ids or names, parted by another mark than ours: their reason says so."""

from __future__ import annotations

from relinsight.records.reasons import SEVERAL_HERE, SEVERAL_IN_PROFILE, SEVERAL_OTHERWISE
from relinsight.records.record import Record
from relinsight.warehouse.folding import folded
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.problems import column_of, filled
from relinsight.warehouse.importing.work import Work
from relinsight.words.text import Text

MARKS = "[,;|/\\n]+"


def tell_several(work: Work, record: type[Record], name: str, called: str, known: str) -> None:
    """Give another reason to the cells whose parts are all known: `known` gives each id or name as `word`."""
    held = f"field = {column_of(work, called)} AND regexp_matches(value, {quoted(MARKS)})"
    if not work.number(f"SELECT count(*) FROM problem WHERE {held}"):
        return
    reason = _reason(work, record, name)
    sql, parameters = filled(reason, value="value")
    work.run(
        f"UPDATE problem SET reason = {sql}, message = $message WHERE {held} "
        f"AND list_has_all((SELECT list({folded('word')}) FROM ({known}) AS known), {parts_of('value')})",
        message=reason.message,
        **parameters,
    )


def parts_of(cell: str) -> str:
    """The folded parts of a cell, parted by whatever mark."""
    parts = f"list_transform(string_split_regex({cell}, {quoted(MARKS)}), lambda part: {folded('part')})"
    return f"list_filter({parts}, lambda part: part <> '')"


def _reason(work: Work, record: type[Record], name: str) -> Text:
    """What to do about several values: a column may hold them, in the way that its file or a profile says, or it may not."""
    holders = [work.plans[sheet].by_profile for sheet, feed in work.feeds_of(record) if feed.several == name]
    if not holders:
        return SEVERAL_HERE
    return SEVERAL_IN_PROFILE if all(holders) else SEVERAL_OTHERWISE
