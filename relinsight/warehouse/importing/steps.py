"""The steps of an import in their order."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.records.record import Record
from relinsight.warehouse.importing import problems
from relinsight.warehouse.importing.checking.completing import complete
from relinsight.warehouse.importing.checking.duplicates import settle_duplicates
from relinsight.warehouse.importing.checking.rules import check_relations, check_rows
from relinsight.warehouse.importing.checking.second_sectors import tell_second_sectors
from relinsight.warehouse.importing.naming.addresses import remark_on_shared_addresses
from relinsight.warehouse.importing.naming.attendees import keep_what_concerns_partners
from relinsight.warehouse.importing.naming.creating import drop_unused, made_records
from relinsight.warehouse.importing.naming.found_by_name import tell_found_by_name
from relinsight.warehouse.importing.naming.identity import tell_new
from relinsight.warehouse.importing.naming.main_values import rank_all
from relinsight.warehouse.importing.naming.matching import match_and_tell_alone, match_dealings, match_stored_dealings
from relinsight.warehouse.importing.naming.names import name_everything
from relinsight.warehouse.importing.naming.namesakes import warn_of_namesakes
from relinsight.warehouse.importing.naming.near_partners import warn_of_near_partners
from relinsight.warehouse.importing.naming.parting import part_names
from relinsight.warehouse.importing.naming.role_pairs import align_pairs
from relinsight.warehouse.importing.naming.source_ids import follow_source_ids
from relinsight.warehouse.importing.progress import CHECKING, FINISHING, READING, WRITING
from relinsight.warehouse.importing.reading import arrivals
from relinsight.warehouse.importing.reading.citizens import without_citizens
from relinsight.warehouse.importing.reading.footers import reject_footers
from relinsight.warehouse.importing.reading.headers_again import reject_headers
from relinsight.warehouse.importing.reading.letters import warn_of_letters
from relinsight.warehouse.importing.reading.lines_below import reject_lines_below
from relinsight.warehouse.importing.reading.other_years import without_day_of_others
from relinsight.warehouse.importing.reading.score_columns import items_first, place_scores, without_unknown
from relinsight.warehouse.importing.reading.staging import notations, refuse_twins, say_left_out, say_unnamed, stage
from relinsight.warehouse.importing.reading.survey import Survey, surveyed
from relinsight.warehouse.importing.reading.totals import reject_totals
from relinsight.warehouse.importing.reading.unreadable import note_broken
from relinsight.warehouse.importing.reading.versions import set_aside
from relinsight.warehouse.importing.report import ImportReport
from relinsight.warehouse.importing.reporting.attempts import warn_of_attempts
from relinsight.warehouse.importing.reporting.clock import warn_of_clock
from relinsight.warehouse.importing.reporting.counts import keep_rejects, keep_run, reported
from relinsight.warehouse.importing.reporting.day_columns import DayColumn, day_columns
from relinsight.warehouse.importing.reporting.doubles import remark_on_doubles
from relinsight.warehouse.importing.reporting.doubtful import remark_on_doubtful_values
from relinsight.warehouse.importing.reporting.made import look_at_made
from relinsight.warehouse.importing.reporting.moments import remark_on_moments, remark_on_subjects
from relinsight.warehouse.importing.reporting.of_nobody import remark_on_those_of_nobody
from relinsight.warehouse.importing.reporting.older import remark_on_older
from relinsight.warehouse.importing.reporting.totals import remark_on_totals
from relinsight.warehouse.importing.settling.clearing import warn_of_empty_columns, weigh_cleared
from relinsight.warehouse.importing.settling.sectors import settle_sectors, tell_moved
from relinsight.warehouse.importing.settling.undated import settle_undated, tell_undated
from relinsight.warehouse.importing.storing.dangling import refuse_dangling
from relinsight.warehouse.importing.storing.settings import keep_settings
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.warehouse.importing.writing import weigh, write


def carry_out(work: Work, profile: str | None) -> ImportReport:
    """Read, check and write; whatever is raised on the way leaves nothing behind."""
    _read(work)
    _name(work)
    settle_undated(work)
    settle_sectors(work)
    _check(work)
    columns = day_columns(work)
    _remark(work, columns)
    return _write(work, profile, columns)


def _read(work: Work) -> None:
    """The texts of the files become typed rows of records; what cannot be read is noted."""
    work.made = made_records(work)
    problems.prepare(work)
    arrivals.prepare(work)
    work.plans = items_first(work.plans)
    surveys: list[Survey] = []
    for number, plan in enumerate(work.course.each(READING, list(work.plans), lambda plan: plan.sheet.called, lambda _: 0)):
        stage(work, number, plan)
        work.set_down()
        refuse_twins(work, number, plan)
        surveys.append(survey := surveyed(work, number, plan))
        plan = work.plans[number] = without_citizens(work, number, plan, survey.secret)  # noqa: PLW2901
        plan = work.plans[number] = without_day_of_others(work, number, plan)  # noqa: PLW2901
        work.warnings += [*plan.warnings, *plan.sheet.warnings()]
        work.choices += [*plan.sheet.choices, *plan.choices]
        say_left_out(work, number, plan)
        say_unnamed(work, number, plan)
        warn_of_letters(work, number, plan, survey.doubtful)
        note_broken(work, number, plan)
        reject_headers(work, number, plan)
        reject_totals(work, number, plan)
        reject_lines_below(work, number, plan)
        reject_footers(work, number, plan)
    set_aside(work)
    for number, plan in enumerate(list(work.plans)):
        known = work.plans[number] = without_unknown(work, plan)
        how = work.notations[number] = notations(work, number, known)
        arrivals.arrive(work, number, known, how, surveys[number].tidy)
    problems.reject(work)
    work.set_down()


def _name(work: Work) -> None:
    """Names become ids, ids of a register those of the partners that it means, and rows without an id find theirs."""
    part_names(work)
    follow_source_ids(work)
    name_everything(work)
    keep_what_concerns_partners(work)
    align_pairs(work)
    place_scores(work)
    rank_all(work)
    match_dealings(work)


def _check(work: Work) -> None:
    """What breaks a rule within a row, or between rows, is rejected."""
    for record in work.course.each(CHECKING, work.fed, _called):
        settle_duplicates(work, record)
        complete(work, record)
        check_rows(work, record)
    check_relations(work)
    drop_unused(work)
    tell_new(work)
    tell_undated(work)
    tell_moved(work)
    tell_second_sectors(work)
    tell_found_by_name(work)
    warn_of_namesakes(work)
    match_and_tell_alone(work)
    warn_of_near_partners(work)


def _remark(work: Work, columns: Sequence[DayColumn]) -> None:
    """What a person should look at is told."""
    look_at_made(work)
    remark_on_shared_addresses(work)
    remark_on_doubles(work)
    remark_on_moments(work, columns)
    remark_on_subjects(work)
    remark_on_those_of_nobody(work)
    warn_of_attempts(work)
    remark_on_doubtful_values(work, columns)
    warn_of_clock(work)


def _write(work: Work, profile: str | None, columns: Sequence[DayColumn]) -> ImportReport:
    """The rows that are left are counted and written, with the run and its rejects."""
    for record in work.fed:
        warn_of_empty_columns(work, record)
        weigh(work, record)
        weigh_cleared(work, record)
    remark_on_older(work, columns)
    remark_on_totals(work, profile)
    report = reported(work, columns)
    keep_run(work, report, profile)
    for record in work.course.each(
        WRITING, work.fed[::-1], _called, lambda record: work.number(f"SELECT count(*) FROM {arriving(record)}")
    ):
        write(work, record)
    work.course.step(FINISHING)
    match_stored_dealings(work)
    keep_settings(work)
    refuse_dangling(work)
    keep_rejects(work)
    return report


def _called(record: type[Record]) -> str:
    return record.table
