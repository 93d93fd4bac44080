"""A survey: who answered which question how, on an instrument of ours or on one of the file's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from relinsight.records.model import BY_TABLE
from relinsight.sources.headers import plain
from relinsight.sources.suggesting.answered import Answer, figure_of
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.filled import entry
from relinsight.sources.suggesting.instruments import Instrument, instruments
from relinsight.sources.suggesting.made_ids import number_of
from relinsight.sources.suggesting.scales import place_of
from relinsight.sources.suggesting.seen import FEWEST_ANSWERS, Seen
from relinsight.sources.suggesting.sorts import EMAIL
from relinsight.sources.suggesting.toml import Entry, Part, Source, Value

LONGEST_CODE = 40
SHORT = 6
OWN = "survey"
HIGH = (5, 7, 9, 10, 100)


def forms(what: Seen, found: Mapping[str, Column]) -> Iterator[Part]:
    """The sections that a survey feeds."""
    score, dimension = what.meant.get("score"), what.meant.get("dimension")
    if score and dimension and not _is_wide(what):
        yield from _long(what, found, score, dimension)
    else:
        yield from _wide(what, found)


def unsent(found: Mapping[str, Column]) -> Iterator[tuple[Source, str]]:
    """The forms that were not sent in, where the day says so."""
    day = found.get("day")
    if day is not None and day.filled < day.rows:
        yield {"column": day.header, "empty": True}, "a form without a day was not sent in"


def _is_wide(what: Seen) -> bool:
    return len(what.answers) >= FEWEST_ANSWERS


def _wide(what: Seen, found: Mapping[str, Column]) -> Iterator[Part]:
    shipped = _shipped(what.answers)
    if shipped:
        named = {answer.dimension: answer for answer in what.answers if answer.dimension in shipped.dimensions}
        yield Part("assessment", (*_form(what, found, shipped.id), *(_scored(answer, shipped) for answer in named.values())), FORM)
        return
    code = plain(what.sheet.path.stem)[:LONGEST_CODE] or OWN
    low, high = min(each.low for each in what.answers), max(each.high for each in what.answers)
    called = _codes(what.answers)
    yield from _instrument(code, what.sheet.path.stem, ((called[each.column.at], each.column.asked) for each in what.answers), low, high)
    scores = (Entry(called[each.column.at], _mapped(each, low, high)) for each in what.answers)
    yield Part("assessment", (*_form(what, found, code), *scores), FORM)


FORM = "One respondent's form about the relation with one partner."


def _long(what: Seen, found: Mapping[str, Column], score: Column, dimension: Column) -> Iterator[Part]:
    form = _form_id(what, found)
    words = tuple(dimension.counts)
    high = next((each for each in HIGH if each >= _highest(score)), HIGH[-1])
    shipped = _shipped_words(words)
    code = shipped.id if shipped else plain(what.sheet.path.stem)[:LONGEST_CODE] or OWN
    if not shipped:
        yield from _instrument(code, what.sheet.path.stem, ((plain(word)[:LONGEST_CODE], word) for word in words), 1, high)
    entries = (Entry("id", form, "a form is one respondent's"), *(each for each in _form(what, found, code) if each.field != "id"))
    yield Part("assessment", entries, FORM)
    asked = {"column": dimension.header, "map": {word: _called(word, shipped) for word in words}}
    places = _places(score, high, (shipped.low, shipped.high) if shipped else (1, high))
    answer: Source = {"column": score.header, **({"map": places} if places else {})}
    lines = (Entry("assessment_id", form), Entry("dimension", asked), Entry("item", asked), Entry("score", answer))
    yield Part("assessment_score", lines, "the answer to one question")


def _places(score: Column, high: float, scale: tuple[float, float]) -> dict[str, str]:
    """What each answer in words, or in figures of another scale, says on the scale."""
    low, most = scale
    words = {word: place for word in score.counts if (place := place_of(word)) is not None}
    figures = {word: (figure - 1) / (high - 1) for word in score.counts if (figure := figure_of(word)) is not None}
    return {word: f"{low + place * (most - low):.4g}" for word, place in (words | (figures if high != most else {})).items()}


def _called(word: str, shipped: Instrument | None) -> str:
    return (shipped.spelled(word) if shipped else None) or plain(word)[:LONGEST_CODE]


def _highest(score: Column) -> float:
    return max((figure for word in score.counts if (figure := figure_of(word)) is not None), default=5)


def _form_id(what: Seen, found: Mapping[str, Column]) -> Source:
    form = what.meant.get("form") or what.meant.get("reference") or what.meant.get("person")
    if form is not None:
        return {"column": form.header}
    told = (column.header for name in ("partner", "day", "side") if (column := found.get(name)) is not None)
    return {"columns": list(told), "join": "|", "hash": True}


def _form(what: Seen, found: Mapping[str, Column], instrument: str) -> Iterator[Entry]:
    record = BY_TABLE["assessment"]
    kept = {name: column for name, column in found.items() if name in {"id", "day", "side", "comment", "perspective"}}
    number, day = kept.get("id"), kept.get("day")
    if number and day and all(len(word) <= SHORT and word.isdigit() for word in number.counts):
        yield Entry("id", number_of(kept.pop("id"), day), "the next survey counts from 1 too, so the day belongs to it")
    yield from (entry(record, name, column) for name, column in kept.items())
    if "day" not in kept:
        yield Entry("# day", {"column": "..."}, "needed: the day on which it was filled in")
    yield _organisation(what, found)
    if "side" not in kept:
        yield Entry("side", {"constant": "partner"}, "who answers: the partner; write us where colleagues answer")
    if "perspective" not in kept:
        yield Entry("perspective", {"constant": "own"}, "what the respondent finds, and not what the other side is thought to find")
    yield Entry("instrument_id", {"constant": instrument}, "docs/profiles.md names the instruments that are there from the start")


def _organisation(what: Seen, found: Mapping[str, Column]) -> Entry:
    if "partner" in found:
        return entry(BY_TABLE["assessment"], "partner", found["partner"])
    mail = what.meant.get("email")
    if mail is not None and mail.share(EMAIL.search) > 0:
        return Entry(
            "partner", {"column": mail.header, "extract": "@(.+)$", "create": True}, "the organisation is told by the address alone"
        )
    person = what.meant.get("person") or what.meant.get("name")
    if person is not None:
        return Entry(
            "partner", {"column": person.header, "create": True}, "no column names an organisation; the respondent stands in its place"
        )
    return Entry("# partner", {"column": "..."}, "needed: no column says whose relation is assessed")


def _shipped(answers: tuple[Answer, ...]) -> Instrument | None:
    return _most_named({answer.dimension for answer in answers if answer.dimension})


def _shipped_words(words: tuple[str, ...]) -> Instrument | None:
    named = {each for shipped in instruments() for word in words if (each := shipped.spelled(word))}
    return _most_named(named) if len(named) == len(words) else None


def _most_named(dimensions: set[str] | set[str | None]) -> Instrument | None:
    """The instrument that has most of these dimensions, where it has at least two."""
    times = Counter({shipped.id: len(dimensions & set(shipped.dimensions)) for shipped in instruments()})
    best, n = times.most_common(1)[0]
    return next(each for each in instruments() if each.id == best) if n > 1 else None


def _scored(answer: Answer, instrument: Instrument) -> Entry:
    source = _mapped(answer, instrument.low, instrument.high)
    return Entry(str(answer.dimension), source, f"on the scale of {instrument.low:g} to {instrument.high:g}" if "map" in source else "")


def _mapped(answer: Answer, low: float, high: float) -> Source:
    if not answer.is_words and (answer.low, answer.high) == (low, high):
        return {"column": answer.column.header}
    strange = [word for word in answer.column.counts if word not in answer.places]
    source: dict[str, Value] = {"column": answer.column.header, "map": dict(answer.on(low, high))}
    return source | ({"missing": strange} if strange else {})


def _codes(answers: tuple[Answer, ...]) -> Mapping[int, str]:
    """A short name for each question; two that are alike get a number."""
    found: dict[int, str] = {}
    for answer in answers:
        code = plain(answer.column.asked)[:LONGEST_CODE].strip("_")
        found[answer.column.at] = code if code not in found.values() else f"{code[: LONGEST_CODE - 4]}_{answer.column.at}"
    return found


def _instrument(code: str, name: str, items: Iterator[tuple[str, str]], low: float, high: float) -> Iterator[Part]:
    entries = (Entry("id", {"constant": code}), Entry("name", {"constant": name}))
    yield Part("instrument", entries, "no instrument of ours asks these questions, so the file brings its own")
    for dimension, asked in items:
        words = {
            "instrument_id": code,
            "dimension": dimension,
            "item": dimension,
            "text": asked,
            "scale_min": f"{low:g}",
            "scale_max": f"{high:g}",
        }
        yield Part("instrument_item", tuple(Entry(field, {"constant": word}) for field, word in words.items()), repeated=True)
