"""Compute measures: one query for all that aggregate the same rows of a fact by the same subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from relinsight.measures import MEASURES, declared
from relinsight.measures.answering import Answering
from relinsight.measures.figure import Figure, of_nothing, of_row
from relinsight.measures.measure import GROUPS, Formula, Measure
from relinsight.measures.scoping import parameters
from relinsight.measures.subjects import Subjects, condition, of_one, subject_of, subjects
from relinsight.warehouse.answers import AnswerRow
from relinsight.words.scope import Scope

Asked = tuple[Measure, Formula]


def figures(data: Answering, scope: Scope, by: str, names: Sequence[str] | None = None) -> list[Figure]:
    """Every figure of every subject of one kind, by measure and subject; only of the named measures, if any are."""
    everyone = subjects(data, scope, by)
    found = [
        figure for batch in _batches(by, names) for figure in _completed(everyone, scope, by, batch, _aggregated(data, scope, by, batch))
    ]
    wanted = None if names is None else set(names)
    kept = (f for f in found if wanted is None or f.measure in wanted or _named(f.measure) in wanted)
    return sorted(kept, key=lambda figure: (figure.measure, figure.subject))


def stand(data: Answering, scope: Scope, *names: str) -> list[Figure]:
    """How the partners that the filters choose stand as one group, in the order in which the measures are named."""
    found = figures(data, scope, "portfolio", names or None)
    order = {name: place for place, name in enumerate(names)}
    return sorted(found, key=lambda f: order.get(f.measure, order.get(_named(f.measure), 0)))


def _named(figure: str) -> str:
    measure = declared(figure)
    return measure.name if measure else figure


def _batches(by: str, names: Sequence[str] | None) -> Iterable[list[Asked]]:
    measures = MEASURES.values() if names is None else {m.name: m for m in map(declared, names) if m}.values()
    asked = [(measure, formula) for measure in measures if (formula := measure.formula(by))]
    asked.sort(key=lambda pair: _rows_of(pair[1]))
    return (list(batch) for _, batch in groupby(asked, key=lambda pair: _rows_of(pair[1])))


def _rows_of(formula: Formula) -> tuple[str, ...]:
    return formula.over, formula.among, formula.each or "", formula.subject or "", formula.within, formula.filtered


def _aggregated(data: Answering, scope: Scope, by: str, batch: list[Asked]) -> list[AnswerRow]:
    _, first = batch[0]
    grouped = "" if by == "portfolio" and first.each is None else "\nGROUP BY ALL"  # one group, though it has no rows
    columns = ", ".join(column for place, (_, formula) in enumerate(batch) for column in _columns(place, formula))
    sql = (
        f"SELECT {subject_of(first, by)} AS subject, {first.each or 'NULL'} AS suffix, {columns}\n"
        f"FROM {first.over}\nWHERE ({first.among}) AND {condition(first, by, scope)} AND {of_one(by, scope)}{grouped}"
    )
    return data.answer(sql, parameters(scope))


def _columns(place: int, formula: Formula) -> Iterable[str]:
    for part in ("value", "n", "unknown", "state", "spread", "people"):
        yield f"{getattr(formula, part) or 'NULL'} AS {part}_{place}"


def _completed(everyone: Subjects, scope: Scope, by: str, batch: list[Asked], rows: list[AnswerRow]) -> Iterable[Figure]:
    known = {str(row["subject"]) for row in rows}
    for place, (measure, formula) in enumerate(batch):
        allowed = everyone.of(measure)
        kept = rows if by in GROUPS else (row for row in rows if str(row["subject"]) in allowed)
        yield from (of_row(measure, formula, row, place, scope.as_of) for row in kept)
        if formula.each is None:
            yield from (of_nothing(measure, formula, subject, scope.as_of) for subject in allowed - known)
