"""The entries of a calendar, before anybody knows what they mean: the lines of each that are needed, and the time zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from relinsight.sources.content_lines import Line, name_of, value_of
from relinsight.sources.foreign.limits import CutShortError

WANTED = frozenset(
    {
        *("UID", "DTSTART", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "SEQUENCE", "STATUS", "CLASS", "SUMMARY", "CATEGORIES"),
        *("ATTENDEE", "ORGANIZER"),
    }
)
PUBLIC = frozenset({"", "PUBLIC"})  # of a word that is not known the standard says that it means private
CALENDAR, ENTRY, ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"


@dataclass(frozen=True)
class Entry:
    """One entry: the line on which it begins, and the lines that are needed of it; one that does not end is not whole."""

    number: int
    lines: tuple[str, ...]
    is_whole: bool = True
    is_recalled: bool = False

    def first(self, name: str) -> str:
        """What the first property of a name says; empty where there is none."""
        return next((value_of(line) for line in self.lines if name_of(line) == name), "")

    @property
    def is_private(self) -> bool:
        """Whether whoever wrote it keeps it from others."""
        return not {value_of(line).upper() for line in self.lines if name_of(line) == "CLASS"} <= PUBLIC

    @property
    def is_cancelled(self) -> bool:
        """Whether it is called off, by itself or by the message that brings it."""
        return self.is_recalled or self.first("STATUS").upper() == "CANCELLED"

    @property
    def text(self) -> str:
        """The entry as a parser takes it."""
        return "\r\n".join(("BEGIN:VEVENT", *self.lines, "END:VEVENT", ""))


@dataclass
class Splitting:
    """The entries of a file one after another; the time zones that it defines are kept on the way."""

    zones: list[str] = field(default_factory=list[str])
    _within: list[str] = field(default_factory=list[str])
    _begun: int = 0
    _said: list[str] = field(default_factory=list[str])
    _recalls: bool = False

    def entries(self, lines: Iterable[Line]) -> Iterator[Entry]:
        """Each entry where it ends, or where the next begins."""
        for line in lines:
            said = line.whole()
            name = name_of(said)
            if name in {"BEGIN", "END"}:
                yield from self._turn(name, value_of(said).upper(), line.number)
            if ZONE in self._within:
                self._said.append(said)
            elif self._within[-1:] == [ENTRY]:
                self._said += [said] if name in WANTED else []
            elif name == "METHOD":
                self._recalls = value_of(said).upper() == "CANCEL"
        if self._within:
            raise CutShortError

    def _turn(self, name: str, component: str, number: int) -> Iterator[Entry]:
        """What begins or ends here; an entry or a calendar ends whatever was left open within it."""
        if ENTRY in self._within and (name, component) in {("BEGIN", ENTRY), ("BEGIN", CALENDAR), ("END", CALENDAR)}:
            yield self._closed(is_whole=False)
        if name == "BEGIN":
            self._begin(component, number)
        elif component in self._within:
            if component == ENTRY:
                yield self._closed(is_whole=True)
            elif component == ZONE:
                self.zones.append("\r\n".join((*self._said, "END:VTIMEZONE", "")))
            del self._within[self._within.index(component) :]

    def _begin(self, component: str, number: int) -> None:
        if component == CALENDAR:
            self._within, self._recalls = [], False
        if component in {ENTRY, ZONE}:
            self._begun, self._said = number, []
        self._within.append(component)

    def _closed(self, *, is_whole: bool) -> Entry:
        entry = Entry(self._begun, tuple(self._said), is_whole, self._recalls)
        self._within, self._said = [*self._within[: self._within.index(ENTRY)], *([ENTRY] if is_whole else [])], []
        return entry
