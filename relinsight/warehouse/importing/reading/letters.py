"""Texts that went wrong on their way to the file: signs of a web page, and letters that were read as others before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from relinsight.records.kinds import Plain
from relinsight.records.record import field
from relinsight.sources.plan import At, Plan
from relinsight.warehouse.importing.cells import quoted
from relinsight.warehouse.importing.work import Work, raw
from relinsight.words.name import Name
from relinsight.words.text import Text, counted

ENTITY = "&(?:amp|lt|gt|quot|apos|nbsp|[aeiouyncs](?:acute|grave|circ|uml|ring|cedil|tilde)|euro|#[0-9]{2,6}|#x[0-9a-f]{2,5});"
OTHER_LETTERS = "strlen({0}) <> length({0})"  # some letter takes more than one byte
LONGEST = 60
FEWEST, BEYOND = 0x80, 0xC0  # the bytes that go on a letter of UTF-8


def _as_windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


GOES_ON = "".join(f"\\x{{{ord(_as_windows(byte)):x}}}" for byte in range(FEWEST, BEYOND))
LOST = r"[\x{80}-\x{84}\x{86}-\x{9f}\x{fffd}]"  # no text has these: bytes of other letters, and what stands for one that was lost
MOJIBAKE = f"[ÂÃ][{GOES_ON}]|â[{GOES_ON}][{GOES_ON}]|{LOST}"


def may_be_wrong(cell: str) -> str:
    """The condition that a cell holds any sign that may have gone wrong."""
    return f"contains({cell}, '&') OR {OTHER_LETTERS.format(cell)}"


def warn_of_letters(work: Work, number: int, plan: Plan, doubtful: Collection[int]) -> None:
    """Say of each column of texts how many cells went wrong, with one of them and its row; only the doubtful ones are looked at."""
    for at, called in ((at, called) for at, called in _texts(plan).items() if at in doubtful):
        said = {"file": plan.sheet.called, "column": Name(called)}
        entities = _found(work, number, at, f"contains(cell, '&') AND regexp_matches(cell, {quoted(ENTITY)}, 'i')")
        mojibake = _found(work, number, at, f"{OTHER_LETTERS.format('cell')} AND regexp_matches(cell, {quoted(MOJIBAKE)})")
        work.warnings += [_of_a_web_page(n, said | _example(plan, row, cell)) for n, row, cell in entities]
        work.warnings += [_of_other_letters(n, said | _example(plan, row, cell)) for n, row, cell in mojibake]


def _texts(plan: Plan) -> Mapping[int, str]:
    """The columns that are read as texts, with what the file calls them."""
    return {
        cell.column: feed.called.get(name, name)
        for feed in plan.feeds
        for name, cell in feed.cells.items()
        if isinstance(cell, At) and isinstance(field(feed.record, name).column.kind, Plain)
    }


def _found(work: Work, number: int, at: int, wrong: str) -> Iterator[tuple[int, int, str]]:
    cells = f"SELECT _row, c{at} AS cell FROM {raw(number)} WHERE c{at} IS NOT NULL"
    ((n, row, cell),) = work.run(f"SELECT count(*), min(_row), arg_min(cell, _row) FROM ({cells}) AS cells WHERE {wrong}")
    if n:
        yield n, row, cell


def _example(plan: Plan, row: int, cell: str) -> dict[str, int | Name]:
    return {"row": plan.sheet.line(row), "cell": Name(cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…")}


def _of_a_web_page(n: int, said: Mapping[str, int | Name]) -> Text:
    return counted(
        "{file}: in {column} {n} cell holds signs of a web page: '{cell}' in row {row}; it is kept as it stands, mend it in the source.",
        "{file}: in {column} {n} cells hold signs of a web page, such as '{cell}' in row {row}; "
        "they are kept as they stand, mend them in the source.",
        n,
        **said,
    )


def _of_other_letters(n: int, said: Mapping[str, int | Name]) -> Text:
    return counted(
        "{file}: in {column} {n} cell holds letters that were read as others before: '{cell}' in row {row}; "
        "export the file again as UTF-8, or mend it.",
        "{file}: in {column} {n} cells hold letters that were read as others before, such as '{cell}' in row {row}; "
        "export the file again as UTF-8, or mend them.",
        n,
        **said,
    )
