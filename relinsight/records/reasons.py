"""Why a row is rejected: every sentence in one place, stored as it reads and found again to be translated."""

from __future__ import annotations

import re

from relinsight.records.kinds import Amount, Day, Kind, Listed, Number, Plain, WholeNumber, YesNo
from relinsight.words.name import Name
from relinsight.words.text import Text, text

NO_DAY = text("'{value}' is not a day; write it as 2026-11-25.")
NO_NUMBER = text("'{value}' is not a number; write figures only.")
NO_WHOLE_NUMBER = text("'{value}' is not a whole number; write figures only.")
NO_AMOUNT = text("'{value}' is not an amount; write figures only, such as 1250.50.")
NO_YES_OR_NO = text("'{value}' is neither yes nor no; write true or false.")
UNKNOWN_WORD_BESIDE_MAP = text(
    "'{value}' stands neither in the map of {field} nor in this list; add it to the map, or write one of {words}."
)
UNKNOWN_WORD = text("'{value}' is not a word of this list; write one of {words}.")
OUT_OF_BOUNDS = text("'{value}' is not a number from {least} to {most}.")
BELOW = text("'{value}' is not a number of {least} or more.")
MISSING = text("The cell is empty; fill it in.")
ONE_CELL = text("The row has one cell where the header has {columns}; mend the delimiters or quotes.")
OBJECT = text("'{value}' is an object with parts of its own, where one text is asked; write the part that is meant.")
FORMULA_ERROR = text("'{value}' is what a spreadsheet shows for a formula that failed; mend it there.")
OTHER_WIDTH = text("The row has {cells} cells where the header has {columns}; mend the delimiters or quotes.")
OTHER_WIDTH_WITH_LINES = text(
    "The row has {cells} cells where the header has {columns}, and runs on over the lines behind it ({lines}; the first begins "
    "with '{first}'); mend the delimiters or quotes."
)
SWALLOWS = text("A cell of this row runs on over the lines behind it ({lines}; the first begins with '{first}'); close its quotation mark.")
SWALLOWS_UNSEEN = text("A cell of this row runs on over the lines behind it ({lines}); close its quotation mark.")
SHIFTED = text("A number of a citizen stands in another column than its own, so nothing of the row is kept; mend its delimiters or quotes.")
OF_A_CITIZEN = text(
    "The cell holds what reads as the number of a citizen, so it is not kept; take it out, or say that the column holds RSINs of "
    "organisations: call it rsin, or write rsin = 'COLUMN' under [file] in a profile."
)
ENDS_BEFORE = text("{value} lies before {other}; a period ends on or after the day on which it starts.")
NOT_ABOVE = text("{value} is not more than {other}.")
SAME = text("'{value}' stands in {other} too; the two must differ.")
NONE_OF = text("One of {columns} must be filled in.")
WORD_OF_A_FILTER = text("'{value}' is how a filter says that there is none; give the row another id.")
NEEDED = text("The cell is empty; it must be filled in where {other} is '{value}'.")
DUPLICATE_ELSEWHERE = text(
    "Row {value} says something else about {key} than row {other} of {file}, which was kept ({times} rows have that key); "
    "keep one of them, or write newest = 'COLUMN' or keep = 'last' under [file] in a profile."
)
DUPLICATE = text(
    "Row {value} says something else about {key} than row {other}, which was kept ({times} rows have that key); keep one of them, "
    "or write newest = 'COLUMN' or keep = 'last' under [file] in a profile."
)
DANGLING = text("'{value}' is not in {table}; bring the file of {table} in the same call, or mend it here.")
NO_SUCH_NAME = text("'{value}' is neither an id nor a name in {table}; bring the file of {table} in the same call, or mend it here.")
NOT_MADE = text(
    "'{value}' is neither an id nor a name in {table}; bring the file of {table} in the same call, mend it here, "
    "or use a profile with create = true."
)
NOT_MADE_BY_PROFILE = text(
    "'{value}' is neither an id nor a name in {table}; bring the file of {table} in the same call, mend it here, "
    "or write create = true beside it in the profile."
)
NOT_EACH_KNOWN = text(
    "'{value}' is neither an id nor a name in {table}, and not each of its parts between semicolons is one; "
    "bring the file of {table} in the same call, or mend it here."
)
SEVERAL_OTHERWISE = text("'{value}' holds more than one; part them by ; or name the mark that parts them under split in a profile.")
SEVERAL_IN_PROFILE = text("'{value}' holds more than one; name the mark that parts them under split in the profile.")
SEVERAL_HERE = text("'{value}' holds more than one where one is asked; keep one.")
SEVERAL_OF_NAME = text("'{value}' is the name of more than one row in {table}; write the id.")
TOTALS = text("'{value}' looks like the row of totals; take it out, or give the row an id if it is meant.")
FOOTER = text("'{value}' is a line under the table that says how many rows it has; take it out.")
LINE_BELOW = text("'{value}' is a line under the table that speaks of the export; take it out.")
REPEATED = text("The row repeats the names of the columns; take it out.")
UNDERLINE = text("The row is the line under the header; take it out.")
NO_PARTNER = text("The contact moment has no partner; name one.")
WHO_IS_THIS = text(
    "'{value}' is no partner that is known, so the contact moment waits; say who it is with `relinsight matches`, "
    "or bring the file of partner in the same call."
)
SECOND_ACCOUNT_MANAGER = text("{value} has another account manager in this period ({other}); end one before the next starts.")
SECOND_PRIMARY_SECTOR = text("{value} has another primary sector in this period ({other}); end one before the next starts.")
ANOTHERS_SOURCE_ID = text("'{value}' is the id of another partner already; the source_id of a partner is its alone.")
FORMER_IS_THERE = text("'{value}' is the id of a partner that is there, so it is not a former one; take the row out.")
SECOND_SOURCE_ID = text(
    "A register knows the partner of this row as '{other}', and '{value}' would be a second id of that kind; leave one of the two out."
)
BEARER_REJECTED = text("'{value}' is the source_id of '{other}' in a row that was rejected; mend that row and bring both in again.")
NO_SUCH_ITEM = text("'{value}' is no item of instrument {other}; add it to instrument_item or mend it here.")
OFF_SCALE = text("{value} is not on the scale of {other}; write a number from {least} to {most}.")
IN_A_CIRCLE = text("'{value}' leads back to the row itself; a row cannot lie below itself.")
UNLIKE_ITS_DIMENSION = text("The items of dimension '{value}' differ in scale or family; make them equal.")
FAMILY_IS_DIMENSION = text("'{value}' is a family and a dimension of one instrument; call one of them otherwise.")
NO_UID = text("The entry has no UID, by which it is found again; give it one, or export the calendar anew.")
NO_START = text("The entry has no DTSTART that can be read; mend the line or take the entry out.")
TOO_EARLY = text("The entry begins before 1900; mend its DTSTART or take the entry out.")
NO_RULE = text("How the entry repeats cannot be read; mend its RRULE, RDATE, EXDATE, EXRULE or RECURRENCE-ID.")
TOO_OFTEN = text("The entry repeats more often than meetings do, by the hour or many thousands of times; mend its RRULE.")
NO_END = text("The entry has no end of its own; the file is damaged there, so export the calendar anew.")
NO_CARD_NAME = text("The card has no name, neither FN nor N; fill one in.")
NO_CARD = text("The card cannot be read; export it again.")
NO_CARD_END = text("The card has no end of its own; the file is damaged there, so export it again.")

ALL: tuple[Text, ...] = tuple(value for value in globals().values() if isinstance(value, Text))
# What a longer sentence says, a shorter one might be taken to say with one value more.
LONGEST_FIRST = tuple(sorted(ALL, key=lambda message: len(message.message), reverse=True))


def unreadable(kind: Kind) -> Text:
    """Why a cell cannot be read as its kind."""
    match kind:
        case Day():
            reason = NO_DAY
        case Amount():
            reason = NO_AMOUNT
        case YesNo():
            reason = NO_YES_OR_NO
        case Listed():
            reason = UNKNOWN_WORD.with_values(words=Name(", ".join(kind.words)))
        case WholeNumber() | Number():
            reason = _out_of_bounds(kind)
        case Plain():
            reason = FORMULA_ERROR
    return reason


def _out_of_bounds(kind: WholeNumber | Number) -> Text:
    if kind.least is None:
        return NO_WHOLE_NUMBER if isinstance(kind, WholeNumber) else NO_NUMBER
    if kind.most is None:
        return BELOW.with_values(least=kind.least)
    return OUT_OF_BOUNDS.with_values(least=kind.least, most=kind.most)


def message_of(reason: str) -> Text:
    """The message behind a stored sentence, to be said in another language; the sentence itself when it is none of ours."""
    for message in LONGEST_FIRST:
        found = re.fullmatch(_pattern(message.message), reason, re.DOTALL)
        if found:
            return message.with_values(**{name: Name(value) for name, value in found.groupdict().items()})
    return text("{sentence}", sentence=Name(reason))


def _pattern(message: str) -> str:
    """A message as a pattern; a value that it names twice is the same both times."""
    named = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(message))
    return re.sub(r"(\(\?P<(\w+)>\.\*\).*?)\(\?P<\2>\.\*\)", r"\1(?P=\2)", named)
