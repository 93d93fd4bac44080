"""What an import tells: in sentences for people, as values with their sentences for machines, in the language that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from relinsight.command_line.speaking import say
from relinsight.words.name import Name, on_one_line
from relinsight.words.quantities import Percent
from relinsight.words.text import Text, text

if TYPE_CHECKING:
    from relinsight.access.report import DaysOf, ImportReport, Made, NearPartner, Preview, RejectedFor, Remark, Waiting

COUNTS = ("rows_read", "accepted", "inserted", "updated", "unchanged", "rejected")


def counts_by_file(report: ImportReport) -> list[dict[str, object]]:
    """A row a file."""
    names = (*COUNTS, "waiting") if report.waiting else COUNTS
    return [{"file": file.file, **{name: getattr(file, name) for name in names}} for file in report.files]


def columns_by_file(report: ImportReport) -> list[dict[str, object]]:
    """Of a dry run a row a column of a file: the field that it fills, how far it says what is there, else can be read, and examples."""
    several = len(report.previews) > 1
    return [
        {
            **({"file": preview.file} if several else {}),
            "column": read.column,
            "read as": f"{read.table}.{read.field}",
            "fits": None if read.share is None else text("{share}", share=Percent(read.share)),
            "examples": " · ".join(map(on_one_line, read.examples)),
        }
        for preview in report.previews
        for read in preview.columns
    ]


def sentences(report: ImportReport) -> Iterator[Text]:
    """Everything beside the counts."""
    yield from (*report.choices, *report.outcome, *report.warnings)
    if report.rejected and report.run_id is not None:
        yield text("See the rejected rows with: relinsight rejects {run}", run=Name(report.run_id))


def values(report: ImportReport, language: str) -> Mapping[str, object]:
    """The same for a machine."""
    return {
        "run_id": report.run_id,
        "dry_run": report.run_id is None,
        **{name: getattr(report, name) for name in COUNTS},
        "warnings": [say(warning, language) for warning in report.warnings],
        "choices": [say(choice, language) for choice in report.choices],
        "files": [asdict(file) for file in report.files],
        "days": [_days(each, language) for each in report.days],
        "made": [_made(each, language) for each in report.made],
        "near": [_near(each, language) for each in report.near],
        "reasons": [_reason(each, language) for each in report.reasons],
        "waiting": _waiting(report.waiting, language) if report.waiting else None,
        "previews": [_preview(each) for each in report.previews],
        "remarks": [_remark(each, language) for each in report.remarks],
    }


def _preview(preview: Preview) -> Mapping[str, object]:
    columns = [{**asdict(read), "share": read.share} for read in preview.columns]
    return {**asdict(preview), "columns": columns}


def _days(days: DaysOf, language: str) -> Mapping[str, object]:
    return {**asdict(days), "said": say(days.said, language)}


def _made(made: Made, language: str) -> Mapping[str, object]:
    return {**asdict(made), "said": say(made.said, language)}


def _near(near: NearPartner, language: str) -> Mapping[str, object]:
    return {**asdict(near), "why": say(near.why, language), "said": say(near.said, language)}


def _reason(reason: RejectedFor, language: str) -> Mapping[str, object]:
    told = {"file": reason.file, "column": reason.column, "rows": reason.rows, "row": reason.row, "value": reason.value}
    return {**told, "reason": say(reason.reason, language), "said": say(reason.said, language)}


def _waiting(waiting: Waiting, language: str) -> Mapping[str, object]:
    return {**asdict(waiting), "said": say(waiting.said, language)}


def _remark(remark: Remark, language: str) -> Mapping[str, object]:
    about = {"about": remark.about, "file": remark.file, "column": remark.column, "row": remark.row, "n": remark.n}
    return {**about, "said": say(remark.said, language)}
