"""The rows that imports rejected, ready to mend and import again."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from relinsight.records.reasons import message_of
from relinsight.sources.header_meanings import record_named
from relinsight.sources.rejects import CALLED, FROM_FILE, REJECT_COLUMNS, came_from
from relinsight.sources.safe_write import replacing
from relinsight.warehouse.answers import AnswerRow
from relinsight.warehouse.connection import Warehouse
from relinsight.warehouse.runs import run_meant
from relinsight.words.name import Name
from relinsight.words.text import Text

Place = tuple[str, str | None, int, str]  # file, sheet, row and column of a cell
NOTHING: Mapping[Place, str] = {}


@dataclass(frozen=True)
class Rejected:
    """A cell for which a row was rejected, with the reason in no language yet."""

    file: Name
    sheet: Name | None
    row_number: int
    field: Name | None
    value: Name | None
    reason: Text


def rejected_cells(warehouse: Warehouse, run: str) -> list[Rejected]:
    """What an import rejected, to be said in the language of a reader: one a cell that is wrong."""
    return [
        Rejected(
            Name(row["file"]),
            _name(row["sheet"]),
            int(str(row["row_number"])),
            _name(row["field"]),
            _name(row["value"]),
            message_of(str(row["reason"])),
        )
        for row in rejects(warehouse, run)
    ]


def _run(warehouse: Warehouse, start: str) -> str:
    with warehouse.cursor() as cursor:
        return run_meant(cursor, start)


def rejects(warehouse: Warehouse, run: str) -> list[AnswerRow]:
    """What an import rejected: one row a cell that is wrong. A run may be named by the start of its id."""
    return warehouse.rows(
        "SELECT file, sheet, row_number, field, value, reason, raw FROM import_reject "
        "WHERE run_id = $run ORDER BY file, sheet, row_number, field",
        {"run": _run(warehouse, run)},
    )


def reject_rows(warehouse: Warehouse, run: str) -> list[AnswerRow]:
    """The rejected rows of an import, each once, with all that is wrong with it; of one line of a calendar there may be several."""
    return warehouse.rows(
        "SELECT file, sheet, row_number, string_agg(DISTINCT coalesce(field || ': ', '') || reason, ' ') AS reasons, raw "
        "FROM import_reject WHERE run_id = $run "
        "GROUP BY file, sheet, row_number, raw ORDER BY file, sheet, row_number, raw",
        {"run": _run(warehouse, run)},
    )


def write_rejects(warehouse: Warehouse, run: str, target: Path, allowed: Callable[[Path], Path] = Path) -> tuple[Path, ...]:
    """Write the rejected rows with the columns of their file: one for each file that had some, all `allowed` before any is written."""
    return write_rows(reject_rows(warehouse, run), target, allowed)


def write_rows(rejected: Iterable[AnswerRow], target: Path, allowed: Callable[[Path], Path]) -> tuple[Path, ...]:
    """Write rejected rows that were read already."""
    by_source = _by_source(rejected)
    places = tuple(map(allowed, _places(target, by_source)))
    for path, rows in zip(places, by_source.values(), strict=True):
        _write(path, rows)
    return places


def write_mended(warehouse: Warehouse, run: str, folder: Path, mended: Mapping[Place, str]) -> tuple[Path, ...]:
    """Write the rejected rows with the cells that were mended, as files that come back as what their rows are."""
    return tuple(
        _mended_file(folder / str(at), *found, mended) for at, found in enumerate(_by_source(reject_rows(warehouse, run)).items(), 1)
    )


def _mended_file(folder: Path, source: tuple[str, object], rows: Sequence[AnswerRow], mended: Mapping[Place, str]) -> Path:
    file, sheet = source
    named = str(sheet) if sheet and record_named(str(sheet)) else Path(file.removesuffix(".gz")).stem.removeprefix(CALLED)
    folder.mkdir()
    path = folder / f"{CALLED}{named}.csv"
    _write(path, rows, mended)
    return path


def _by_source(rejected: Iterable[AnswerRow]) -> dict[tuple[str, object], list[AnswerRow]]:
    by_source: dict[tuple[str, object], list[AnswerRow]] = {}
    for row in rejected:
        by_source.setdefault((str(row["file"]), row["sheet"]), []).append(row)
    return by_source


def _places(target: Path, sources: Collection[tuple[str, object]]) -> tuple[Path, ...]:
    return (target,) if len(sources) == 1 else tuple(_named_after(target, sources))


def _named_after(target: Path, sources: Iterable[tuple[str, object]]) -> Iterator[Path]:
    """A file for each source, called after it; where two would be called alike with a number."""
    times = Counter[str]()
    for file, sheet in sources:
        stem = "-".join([target.stem, Path(file).stem, *([str(sheet).replace("/", "_")] if sheet else [])])
        times[stem.lower()] += 1
        again = f"-{times[stem.lower()]}" if times[stem.lower()] > 1 else ""
        yield target.with_name(f"{stem}{again}{target.suffix}")


def cells_of(row: AnswerRow) -> dict[str, str]:
    """The cells of a rejected row, by the columns of its file; of one that came back, without those that we wrote beside them."""
    cells: dict[str, str] = json.loads(str(row["raw"]))
    return {name: cell for name, cell in cells.items() if FROM_FILE not in cells or name not in REJECT_COLUMNS}


def _mended(row: AnswerRow, mended: Mapping[Place, str]) -> dict[str, str]:
    file, sheet, number = str(row["file"]), _name(row["sheet"]), int(str(row["row_number"]))
    return {name: mended.get((file, sheet, number, name), cell) for name, cell in cells_of(row).items()}


def _write(path: Path, rows: Sequence[AnswerRow], mended: Mapping[Place, str] = NOTHING) -> None:
    cells = [_mended(row, mended) for row in rows]
    header = list(dict.fromkeys(name for row in cells for name in row))
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, *REJECT_COLUMNS])
        for row, raw in zip(rows, cells, strict=True):
            told_beside = (row["row_number"], row["reasons"], came_from(str(row["file"]), _name(row["sheet"])))
            writer.writerow([*(raw.get(name, "") for name in header), *told_beside])


def _name(value: object) -> Name | None:
    return None if value is None else Name(value)
