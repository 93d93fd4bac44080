"""Questionnaires, and what both sides answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records import vocabularies as v
from relinsight.records.kinds import DAY, TEXT, YES_NO, Number
from relinsight.records.record import Record, column
from relinsight.records.rules import Above, Different, Rule


class Instrument(Record):
    """A questionnaire about a relation."""

    table: ClassVar = "instrument"
    also: ClassVar = ("instruments", "instrumenten", "vragenlijst", "vragenlijsten")

    id: Annotated[str, column(TEXT, "its id in the source", "instrument_id, code")]
    name: Annotated[str, column(TEXT, "its name", "naam, instrument")]
    source: Annotated[str | None, column(TEXT, "where it comes from", "bron, herkomst")] = None


class InstrumentItem(Record):
    """One question of an instrument; the items of a dimension share scale and family."""

    table: ClassVar = "instrument_item"
    also: ClassVar = ("instrument_items", "vraag_van_instrument", "meetvragen")
    key: ClassVar = ("instrument_id", "dimension", "item")
    rules: ClassVar[tuple[Rule, ...]] = (Above("scale_min", "scale_max"), Different("dimension", "family"))

    instrument_id: Annotated[str, column(TEXT, "the instrument to which it belongs", "instrument, vragenlijst", "instrument")]
    dimension: Annotated[str, column(TEXT, "what it measures", "dimensie, onderdeel")]
    item: Annotated[str, column(TEXT, "the question within that dimension", "vraag_code")]
    family: Annotated[str | None, column(TEXT, "the group of dimensions", "familie, groep, groep_van_onderdelen")] = None
    text: Annotated[str | None, column(TEXT, "the question as it is asked", "vraag, tekst, vraag_zoals_gesteld")] = None
    scale_min: Annotated[float, column(Number(), "the lowest answer", "schaal_min, minimum, min, laagste_antwoord")]
    scale_max: Annotated[float, column(Number(), "the highest answer", "schaal_max, maximum, max, hoogste_antwoord")]
    reversed: Annotated[
        bool | None, column(YES_NO, "whether a high answer means something bad", "omgekeerd, omgepoold, hoog_antwoord_is_slecht")
    ] = None


class Assessment(Record):
    """One respondent's form about the relation with one partner."""

    table: ClassVar = "assessment"
    also: ClassVar = ("assessments", "relatiemeting", "relatiemetingen", "metingen", "survey")

    id: Annotated[str, column(TEXT, "its id in the source", "assessment_id, meting_id")]
    partner_id: Annotated[str, column(TEXT, "the partner whose relation is assessed", "organisatie_id, relatie_id", "partner")]
    day: Annotated[date, column(DAY, "the day on which it was filled in", "dag, datum, date")]
    side: Annotated[str, column(v.SIDES, "who answers: us or partner", "kant, zijde")]
    perspective: Annotated[str, column(v.PERSPECTIVES, "own: what I find; guess: what I think the other side will answer", "perspectief")]
    employee_id: Annotated[str | None, column(TEXT, "the respondent on our side", "medewerker_id", "employee")] = None
    contact_person_id: Annotated[str | None, column(TEXT, "the respondent on their side", "contactpersoon_id", "contact_person")] = None
    instrument_id: Annotated[str, column(TEXT, "the instrument that was used", "instrument, vragenlijst", "instrument")]
    comment: Annotated[str | None, column(TEXT, "what the respondent added", "opmerking, toelichting, comments")] = None


class AssessmentScore(Record):
    """The answer to one question of a form, within its scale; what was not answered is absent."""

    table: ClassVar = "assessment_score"
    also: ClassVar = ("assessment_scores", "meetscores", "scores", "relatiemetingscore", "relatiemetingscores")
    key: ClassVar = ("assessment_id", "dimension", "item")

    assessment_id: Annotated[str, column(TEXT, "the assessment to which it belongs", "meting_id, meting", "assessment")]
    dimension: Annotated[str, column(TEXT, "the dimension that is answered", "dimensie, onderdeel")]
    item: Annotated[str, column(TEXT, "the item that is answered", "vraag_code")]
    score: Annotated[float | None, column(Number(), "the answer", "waarde, antwoord, value")] = None
