"""What may be called: questions, what the owner may do, and what is handed over as files; nothing else has a name here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relinsight.access.city import City
from relinsight.access.handing_over.caller import Caller, Tell
from relinsight.access.options import ImportOptions
from relinsight.warehouse.answers import AnswerRows
from relinsight.warehouse.question import Refused, question_of
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.refusal import Refusal
from relinsight.words.text import Text, text

Work = Callable[[Tell], object]
Carry = Callable[[Text, Work, Caller], None]


@dataclass(frozen=True)
class Office:
    """The program that has the city open: its city at this moment, and how it carries out what writes, one piece after another."""

    database: Path
    city: Callable[[], City]
    carry: Carry


@dataclass
class Calls:
    """The calls of one client, and what it holds until it hangs up."""

    office: Office
    caller: Caller
    lent: ExitStack = field(default_factory=ExitStack)
    held: ExitStack = field(default_factory=ExitStack)
    holds: bool = False

    def answer(self, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> object:
        """What a call gives."""
        city = self.office.city()
        if name in WRITING:
            return self._in_turn(city, name, given, named)
        with city.amply():
            if name in READING:
                return getattr(city.owner, name)(*given, **named)
            if name in OTHERS:
                return OTHERS[name](self, city, *given, **named)
        raise LookupError(f"There is no call {name!r}.")

    def hang_up(self) -> None:
        """Give back what is held."""
        self.let_go(None)
        self.lent.close()

    def mark(self, city: City) -> str:
        """The change mark of the data at this moment."""
        return city.mark

    def table(self, city: City, sql: str, parameters: Mapping[str, object], mark: str) -> AnswerRows:
        """The rows of one question to the data of a mark."""
        try:
            question_of(sql)
        except Refused as refused:
            raise Refusal(text("Only SELECT and EXPLAIN are answered here; nothing may be changed.")) from refused
        return city.reader_of(mark).data.table(sql, parameters)

    def copy(self, city: City) -> Path:
        """Where a copy lies that stays until this client hangs up."""
        return self.lent.enter_context(city.copies.lent())

    def hold(self, city: City) -> None:
        """Let no write begin from now on."""
        self.held.enter_context(city.undisturbed())
        self.holds = True

    def let_go(self, _city: City | None) -> None:
        """Let writes begin again."""
        self.holds = False
        self.held.close()

    def backup(self, city: City) -> None:
        """Hand over a consistent copy."""
        with city.copies.aside() as folder:
            city.owner.backup(folder / "backup.duckdb")
            self.caller.give(folder / "backup.duckdb", "backup.duckdb")

    def export(self, city: City, format_: str) -> list[str]:
        """Hand over everything, a file for each table."""
        with city.copies.aside() as folder:
            names = [file.relative_to(folder).as_posix() for file in city.owner.export(folder, format_)]
            for name in names:
                self.caller.give(folder / name, name)
        return names

    def _in_turn(self, city: City, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> object:
        """What a call gives that writes: it is carried out when its turn comes, and seen by whoever looks at the pages."""
        if self.holds:
            raise LookupError("Who holds up all writes cannot write.")
        found: list[object] = []

        def work(tell: Tell) -> object:
            def told(doing: Text, part: float) -> None:
                tell(doing, part)
                self.caller.tell(doing, part)

            with self.caller.writing(city):
                found.append(getattr(city.owner, name)(*given, **named, **({"progress": told} if name in TELLING else {})))
            return None if is_rehearsal(*given, **named) else found[0]

        self.office.carry(WRITING[name](*given, **named), work, self.caller)
        return found[0]


def is_rehearsal(*given: Any, dry_run: bool = False, **_named: Any) -> bool:
    """Whether a call changes nothing in the end."""
    return dry_run or any(each.dry_run for each in given if isinstance(each, ImportOptions))


def _import(files: Sequence[Path], options: ImportOptions, **_named: Any) -> Text:
    names = Names(tuple(Name(file.name) for file in files))
    return text("Rehearsal of an import of {files}", files=names) if options.dry_run else text("Import of {files}", files=names)


def _label(label: Text) -> Callable[..., Text]:
    return lambda *_given, **_named: label


TELLING = frozenset({"bring_in", "fill_with_demo"})
READING = frozenset({"runs", "rejects", "reject_rows", "matches", "check"})
WRITING: Mapping[str, Callable[..., Text]] = {
    "bring_in": _import,
    "fill_with_demo": _label(text("Demo city")),
    "remove_demo": _label(text("Removal of the demo city")),
    "undo": _label(text("Taking an import back")),
    "decide": _label(text("Decisions about names")),
}
OTHERS: Mapping[str, Callable[..., object]] = {
    each.__name__: each for each in (Calls.mark, Calls.table, Calls.copy, Calls.hold, Calls.let_go, Calls.backup, Calls.export)
}
