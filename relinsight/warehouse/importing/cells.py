"""A cell read in SQL, made from the same declarations as the record's own reader."""

from __future__ import annotations

from relinsight.records import notation as n
from relinsight.records.cells import MOST_WHOLE_NUMBER
from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.records.notation import Decimals, Notation
from relinsight.words.blanks import BLANKS

BEYOND = "DATE '10000-01-01'"  # the one day that a zone can lead to and no calendar of ours has


def quoted(word: str) -> str:
    """A text of ours as a literal."""
    return "'" + word.replace("'", "''") + "'"


def bare(cell: str) -> str:
    """The cell without the blanks around it and without a spreadsheet's guard; NULL when it is missing."""
    trimmed, none = f"trim({cell}, {quoted(BLANKS)})", f"('', {', '.join(map(quoted, n.NULL_WORDS))})"
    guarded = f"contains({cell}, '''') AND regexp_matches({trimmed}, {quoted(n.GUARDED)})"
    as_it_is = f"CASE WHEN {cell} IN {none} THEN NULL ELSE {cell} END"
    cleaned = f"WHEN {trimmed} IN {none} THEN NULL WHEN {guarded} THEN substr({trimmed}, 2) ELSE {trimmed}"
    return f"(CASE WHEN {_is_bare(cell)} THEN {as_it_is} {cleaned} END)"


def _is_bare(cell: str) -> str:
    """Whether two signs show that there is nothing to take off, as in most cells: to look at them is faster than to trim."""
    return f"{cell} = '' OR ({_opens(cell)} AND unicode(right({cell}, 1)) BETWEEN 33 AND 126)"


def bare_of_tidy(cell: str) -> str:
    """The same of a column in which no cell has anything to take off."""
    return f"nullif({cell}, '')"


def filled(cell: str) -> str:
    """Whether a cell holds more than blanks."""
    return f"({cell} <> '' AND ({_opens(cell)} OR trim({cell}, {quoted(BLANKS)}) <> ''))"


def _opens(cell: str) -> str:
    return f"unicode({cell}) BETWEEN 48 AND 122"


def is_object(text: str) -> str:
    """The condition that a text is an object of JSON with parts of its own."""
    return f"starts_with({text}, '{{') AND json_valid({text})"


def value(text: str, kind: Kind, how: Notation) -> str:
    """The value of a bare text; NULL when it is none."""
    match kind:
        case Plain():
            read = (
                f"CASE WHEN starts_with({text}, '#') AND {text} IN ({', '.join(map(quoted, n.FORMULA_ERRORS))}) THEN NULL ELSE {text} END"
            )
        case Day():
            read = _day(text, how)
        case Listed():
            read = _listed(text, kind)
        case YesNo():
            read = _yes_or_no(text, kind)
        case Amount():
            read = f"try_cast({_figures(text, how, but_for='%')} AS DECIMAL(18, 2))"
        case WholeNumber():
            read = _within(_whole_number(_figures(text, how)), kind)
        case Number():
            read = _within(f"try_cast({_figures(text, how)} AS DOUBLE)", kind)
    return read


def type_of(kind: Kind) -> str:
    """The type of the column that holds such values."""
    match kind:
        case Day():
            return "DATE"
        case YesNo():
            return "BOOLEAN"
        case Amount():
            return "DECIMAL(18, 2)"
        case WholeNumber():
            return "INTEGER"
        case Number():
            return "DOUBLE"
        case Plain() | Listed():
            return "VARCHAR"


def _listed(text: str, kind: Listed) -> str:
    cases = " ".join(f"WHEN {quoted(spelling)} THEN {quoted(word)}" for spelling, word in kind.meanings.items())
    return f"CASE lower({text}) {cases} END"


def _yes_or_no(text: str, kind: YesNo) -> str:
    yes, no = (", ".join(quoted(word) for word in words) for words in (kind.yes, kind.no))
    return f"CASE WHEN lower({text}) IN ({yes}) THEN true WHEN lower({text}) IN ({no}) THEN false END"


def _figures(text: str, how: Notation, but_for: str | None = None) -> str:
    """The figures of a number as the engine writes them, or NULL; a sign may be one that it must not have."""
    if how.plain:
        return text
    stripped = f"regexp_replace({text}, {quoted(n.noise(how.decimals))}, '', 'g')"
    signed = f"regexp_replace({stripped}, {quoted(n.BEHIND)}, {quoted(n.MINUS)})"
    spelled = f"replace(replace(replace(replace({signed}, '−', '-'), '–', '-'), ' ', ''), ',', '.')"
    without = f" AND NOT contains({text}, {quoted(but_for)})" if but_for else ""
    return f"CASE WHEN regexp_matches({text}, {quoted(n.number(how.decimals))}){without} THEN {spelled} END"


def _whole_number(figures: str) -> str:
    number = f"try_cast({figures} AS DOUBLE)"
    return f"CASE WHEN {number} = trunc({number}) AND abs({number}) <= {MOST_WHOLE_NUMBER} THEN {number}::INTEGER END"


def _within(number: str, kind: WholeNumber | Number) -> str:
    bounds = [
        *([f"{number} >= {kind.least}"] if kind.least is not None else []),
        *([f"{number} <= {kind.most}"] if kind.most is not None else []),
    ]
    return f"CASE WHEN {' AND '.join(bounds)} THEN {number} END" if bounds else number


def _day(text: str, how: Notation) -> str:
    if how.plain:
        return f"try_cast({text} AS DATE)"
    small = f"lower({text})"
    other = f"coalesce({', '.join([_zoned(text), *(_shaped(small, shape) for shape in n.shapes(how.order))])})"
    return f"CASE WHEN regexp_matches({text}, {quoted(n.STRICT_ISO_DAY)}) THEN try_cast({text} AS DATE) ELSE {other} END"


def _shaped(text: str, shape: n.Shape) -> str:
    place = {part: f"\\{at}" for at, part in enumerate(shape.parts, 1)}
    iso = f"{shape.century}{place['y']}-{place['m']}-{place['d']}"
    pattern = quoted(shape.pattern)
    if "([a-z]+)" not in shape.pattern:
        return f"CASE WHEN regexp_matches({text}, {pattern}) THEN try_cast(regexp_replace({text}, {pattern}, '{iso}') AS DATE) END"
    months = " ".join(f"WHEN {quoted(name)} THEN '{number}'" for name, number in n.MONTH_NUMBERS.items())
    month = f"CASE regexp_extract({text}, {pattern}, {shape.parts.index('m') + 1}) {months} END"
    spelled = f"replace(regexp_replace({text}, {pattern}, '{iso.replace(place['m'], 'MONTH')}'), 'MONTH', {month})"
    return f"CASE WHEN regexp_matches({text}, {pattern}) THEN try_cast({spelled} AS DATE) END"


def _zoned(text: str) -> str:
    pattern, loud = quoted(n.ZONED), f"upper({text})"
    clock = f"CASE regexp_extract({loud}, {pattern}, 5) WHEN '' THEN '\\4:00' ELSE '\\4\\5' END"
    moment = f"regexp_replace({loud}, {pattern}, '\\1-\\2-\\3 ' || {clock} || '\\6:\\7')"
    spelled = f"regexp_replace(replace({moment}, 'Z:', '+00:00'), ':$', ':00')"
    day = f"(try_cast({spelled} AS TIMESTAMPTZ) AT TIME ZONE $time_zone)::DATE"
    return f"CASE WHEN regexp_matches({loud}, {pattern}) THEN nullif({day}, {BEYOND}) END"


def plain_pattern(kind: Kind) -> str:
    """The notation of a cell that leaves no choice, as a literal."""
    return quoted(n.STRICT_ISO_DAY if isinstance(kind, Day) else n.PLAIN_NUMBER)


def candidates(cell: str, kind: Kind) -> tuple[str, tuple[str, str, str, str]]:
    """A cell as each way of writing reads it, and the conditions on these to count over a column.

    They are: first way only, second way only, either, and the awkward among these.
    """
    first, later = both_ways(cell, kind)
    both = "first <> later"
    short = f"regexp_matches({cell}, {quoted(n.SHORT_YEAR)})" if isinstance(kind, Day) else f"{both} AND {cell} LIKE '%,%'"
    conditions = (
        "first IS NOT NULL AND later IS NULL",
        "first IS NULL AND later IS NOT NULL",
        both if isinstance(kind, Day) else f"{both} AND {cell} LIKE '%.%'",
        short,
    )
    return f"{first} AS first, {later} AS later", conditions


def reads_both_ways(cell: str, kind: Kind) -> str:
    """The condition that a cell means one thing in the first way of writing and another in the second."""
    return " <> ".join(f"({way})" for way in both_ways(cell, kind))


def both_ways(cell: str, kind: Kind) -> tuple[str, str]:
    """The value of a cell in the first way of writing and in the second: the day or the month first, a point or a comma in numbers."""
    ways = [Notation("day first"), Notation("month first")] if isinstance(kind, Day) else [Notation(decimals=mark) for mark in _MARKS]
    first, later = (value(cell, _unbound(kind), how) for how in ways)
    return first, later


_MARKS: tuple[Decimals, ...] = ("point", "comma")


def _unbound(kind: Kind) -> Kind:
    return WholeNumber() if isinstance(kind, WholeNumber) else Number() if isinstance(kind, Number) else kind
