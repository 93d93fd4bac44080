"""The steps of an import in their order."""

from __future__ import annotations

from relinsight.warehouse.importing import arrivals, problems
from relinsight.warehouse.importing.attempts import warn_of_attempts
from relinsight.warehouse.importing.clearing import warn_of_empty_columns, weigh_cleared
from relinsight.warehouse.importing.clock import warn_of_clock
from relinsight.warehouse.importing.completing import complete
from relinsight.warehouse.importing.counting import keep_rejects, keep_run, reported
from relinsight.warehouse.importing.creating import drop_unused, made_records
from relinsight.warehouse.importing.dangling import refuse_dangling
from relinsight.warehouse.importing.ever import settle_since_ever
from relinsight.warehouse.importing.form import reject_form
from relinsight.warehouse.importing.keys import settle_duplicates
from relinsight.warehouse.importing.matching import match_dealings, match_standing_dealings
from relinsight.warehouse.importing.naming import name_everything
from relinsight.warehouse.importing.pairs import align_pairs
from relinsight.warehouse.importing.ranking import rank_all
from relinsight.warehouse.importing.relations import check_relations, check_rows
from relinsight.warehouse.importing.report import ImportReport
from relinsight.warehouse.importing.settings import keep_settings
from relinsight.warehouse.importing.staging import notations, say_left_out, say_unnamed, stage
from relinsight.warehouse.importing.widening import items_first, place_scores, without_unknown
from relinsight.warehouse.importing.work import Work
from relinsight.warehouse.importing.writing import weigh, write
from relinsight.words.text import text


def carry_out(work: Work, profile: str | None) -> ImportReport:
    """Read, check and write; whatever is raised on the way leaves nothing behind."""
    _read(work)
    work.progress(text("Checking rows"), 0.5)
    _check(work)
    work.progress(text("Writing rows"), 0.7)
    return _write(work, profile)


def _read(work: Work) -> None:
    work.made = made_records(work)
    problems.prepare(work)
    arrivals.prepare(work)
    work.plans = items_first(work.plans)
    for number, plan in enumerate(work.plans):
        work.progress(text("Reading files"), 0.5 * number / len(work.plans))
        stage(work, number, plan)
        work.warnings += [*plan.warnings, *plan.sheet.warnings()]
        work.choices += [*plan.sheet.choices, *plan.choices]
        say_left_out(work, number, plan)
        say_unnamed(work, number, plan)
        problems.note_broken(work, number, plan)
        plan = work.plans[number] = without_unknown(work, plan)  # noqa: PLW2901
        arrivals.arrive(work, number, plan, notations(work, number, plan))
        reject_form(work, number, plan)
    problems.reject(work)


def _check(work: Work) -> None:
    name_everything(work)
    align_pairs(work)
    place_scores(work)
    rank_all(work)
    match_dealings(work)
    settle_since_ever(work)
    for record in work.fed:
        settle_duplicates(work, record)
        complete(work, record)
        check_rows(work, record)
    check_relations(work)
    drop_unused(work)
    warn_of_attempts(work)
    warn_of_clock(work)


def _write(work: Work, profile: str | None) -> ImportReport:
    for record in work.fed:
        warn_of_empty_columns(work, record)
        weigh(work, record)
        weigh_cleared(work, record)
    report = reported(work)
    keep_run(work, report, profile)
    for record in reversed(work.fed):
        write(work, record)
    match_standing_dealings(work)
    keep_settings(work)
    refuse_dangling(work)
    keep_rejects(work)
    return report
