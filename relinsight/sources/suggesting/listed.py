"""The words of a file for the words of a list of ours: each with the best proposal."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from relinsight.records import vocabularies as v
from relinsight.records.kinds import Listed, YesNo
from relinsight.sources.citizen_numbers import shows_number
from relinsight.sources.headers import plain
from relinsight.sources.suggesting.columns import Column
from relinsight.sources.suggesting.toml import Source, Value

MOST_WORDS = 25
ALIKE = 85
LEAST_STEM = 4
OTHER = "other"
NO_WORDS = ("niet", "not", "no")  # whole: shorter than what they stand within
NO_PARTS = (
    *("nee", "geannul", "cancel", "afgezegd", "vervallen", "uitgesteld", "gepland", "planned", "scheduled"),
    *("open", "concept"),
)
DONE = ("gehouden", "held", "voltooid", "completed", "doorgegaan", "afgerond", "done", "gesproken")
# What people write for words that are no spellings of them in the lists.
ALSO: Mapping[int, Mapping[str, str]] = {
    id(v.TIERS): {
        **dict.fromkeys(("1", "goud", "gold", "hoog", "high", "strategisch", "strategic", "kern", "top", "platinum", "i"), "A"),
        **dict.fromkeys(("2", "zilver", "silver", "midden", "middel", "medium", "tactisch", "gemiddeld", "key", "ii"), "B"),
        **dict.fromkeys(("3", "brons", "bronze", "laag", "low", "operationeel", "basis", "standard", "overig", "iii"), "C"),
    },
    id(v.CONTACTS): {
        **dict.fromkeys(("teams", "online", "digitaal", "video", "videogesprek", "zoom", "webex", "bel", "gebeld"), "call"),
        **dict.fromkeys(("kennismaking", "lunch", "diner", "commissie", "vergaderen", "gesprekken", "in person", "fysiek"), "meeting"),
        **dict.fromkeys(("conference", "congres", "conferentie", "receptie", "borrel", "seminar", "opening", "speech"), "event"),
        **dict.fromkeys(("locatiebezoek", "rondleiding", "bedrijfsbezoek", "op bezoek", "tour"), "visit"),
    },
    id(v.STATES): {
        **dict.fromkeys(("groen", "green", "lopend", "bezig", "op schema", "in progress", "ongoing", "started", "gestart"), "on_track"),
        **dict.fromkeys(("oranje", "amber", "geel", "rood", "red", "vertraagd", "delayed", "behind", "off track"), "at_risk"),
        **dict.fromkeys(("gereed", "klaar", "voltooid", "completed", "complete", "kept", "100"), "achieved"),
        **dict.fromkeys(("niet gestart", "nog niet gestart", "not started", "gepland", "planned", "nieuw", "open"), "proposed"),
    },
    id(v.ATTENDANCES): {
        **dict.fromkeys(("ja", "yes", "attending", "checked in", "was er", "gekomen", "aanwezig geweest"), "attended"),
        **dict.fromkeys(("nee", "no", "no show", "not checked in"), "no_show"),
        **dict.fromkeys(("not attending", "komt niet", "verhinderd", "cancelled", "geannuleerd"), "declined"),
        **dict.fromkeys(("komt", "aangemeld", "registered", "going"), "accepted"),
    },
    id(v.TIES): {
        **dict.fromkeys(("formal", "formeel", "zakelijk", "professional", "ambtelijk"), "content"),
        **dict.fromkeys(("persoonlijk", "personal", "vriend", "friend"), "informal"),
        **dict.fromkeys(("bestuurlijk", "sponsor"), "executive_sponsor"),
    },
    id(v.QUESTIONS): {
        **dict.fromkeys(("incident", "problem", "probleem", "melding", "overlast"), "complaint"),
        **dict.fromkeys(("task", "service request", "wens"), "request"),
        **dict.fromkeys(("informatie", "information", "enquiry"), "question"),
    },
    id(v.EVENTS): {
        **dict.fromkeys(("borrel", "bijeenkomst", "netwerken", "congres", "seminar", "conference", "symposium"), "network"),
        **dict.fromkeys(("diner", "dinner", "receptie", "reception", "ontvangst", "lunch"), "hospitality"),
        **dict.fromkeys(("workshop", "masterclass", "course", "leergang", "webinar"), "training"),
        **dict.fromkeys(("bezoek", "rondleiding", "excursie", "visit", "tour"), "working_visit"),
    },
}


def maps(column: Column, kind: Listed, otherwise: str) -> tuple[Source, tuple[str, ...]]:
    """What a profile says of a column of a list, and the words of the file that are not of the list."""
    strange = tuple(word for word in column.counts if word.lower() not in kind.meanings)
    has_gaps = bool(otherwise) and column.filled < column.rows
    if not strange and not has_gaps:
        return {"column": column.header}, ()
    others = OTHER if OTHER in kind.words else otherwise
    common = sorted(strange, key=lambda word: -column.counts[word])
    is_open = len(strange) > MOST_WORDS or has_gaps
    known = tuple(word for word in column.counts if word not in strange) if is_open else ()
    words = {word: proposal(word, kind) or others for word in (*known, *common)[:MOST_WORDS] if not shows_number(word)}
    source: dict[str, Value] = {"column": column.header, "map": words}
    return source | ({"else": others} if is_open else {}), strange


def answers_yes(column: Column, kind: YesNo) -> Source:
    """What a profile says of a column of yes and no."""
    strange = [word for word in column.counts if word.lower() not in {*kind.yes, *kind.no}]
    words = {word: "no" if _says_no(word) else "yes" for word in strange}
    return {"column": column.header, "map": words} if strange else {"column": column.header}


def _says_no(word: str) -> bool:
    return any(part in plain(word).split("_") or part in word.lower() for part in (*NO_WORDS, *NO_PARTS))


def says_whether(word: str) -> bool:
    """Whether a word says that something took place, or that it did not."""
    said = plain(word)
    return any(part in said for part in (*NO_PARTS, *DONE)) or any(part in said.split("_") for part in NO_WORDS)


def proposal(word: str, kind: Listed) -> str | None:
    """The word of a list that is most likely meant."""
    said = " ".join(plain(word).split("_"))
    also = ALSO.get(id(kind), {})
    known = {" ".join(plain(spelling).split("_")): means for spelling, means in kind.meanings.items()} | dict(also)
    if said in known:
        return known[said]
    within = [spelling for spelling in known if _is_within(spelling, said)]
    if within:
        return known[max(within, key=len)]
    alike = process.extractOne(said, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return known[alike[0]] if alike else None


def _is_within(spelling: str, said: str) -> bool:
    """Whether a spelling is one of the words that were said, or is held by one of them."""
    return f" {spelling} " in f" {said} " or (len(spelling) >= LEAST_STEM and spelling in said)
