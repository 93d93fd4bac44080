"""What each side wants of a topic, and what lies under it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from relinsight.records.kinds import DAY, TEXT, Number, WholeNumber
from relinsight.records.record import Record, column


class Topic(Record):
    """A matter on which sides take positions."""

    table: ClassVar = "topic"
    also: ClassVar = ("topics", "onderwerp", "onderwerpen", "dossieronderwerpen")

    id: Annotated[str, column(TEXT, "its id in the source", "topic_id, onderwerp_id")]
    title: Annotated[str, column(TEXT, "its name", "titel, naam, onderwerp, topic, name")]


class Interest(Record):
    """What one side wants of a topic on a day, and why; without a partner it is the municipality's own."""

    table: ClassVar = "interest"
    also: ClassVar = ("interests", "belang", "belangen", "standpunten")

    id: Annotated[str, column(TEXT, "its id in the source", "interest_id, belang_id")]
    topic_id: Annotated[str, column(TEXT, "the topic", "onderwerp_id, onderwerp, topic", "topic")]
    partner_id: Annotated[str | None, column(TEXT, "whose; empty: the municipality's own", "organisatie_id, relatie_id", "partner")] = None
    day: Annotated[date | None, column(DAY, "the day on which it was known", "dag, datum, date")] = None
    position: Annotated[str | None, column(TEXT, "what they want", "standpunt, positie")] = None
    underlying: Annotated[str | None, column(TEXT, "why they want it", "belang, onderliggend_belang, interest, belang_erachter")] = None
    position_score: Annotated[
        float | None,
        column(Number(-5, 5), "how far for or against: from -5 (against) to 5 (in favour)", "standpuntscore, positiescore, voor_of_tegen"),
    ] = None
    importance: Annotated[
        int | None, column(WholeNumber(1, 5), "how much it matters, from 1 to 5", "gewicht, belangrijkheid, gewicht_van_het_belang")
    ] = None


class InterestTheme(Record):
    """What lies under a position; a theme on both sides is a common interest."""

    table: ClassVar = "interest_theme"
    also: ClassVar = ("interest_themes", "belangthema", "themas")
    key: ClassVar = ("interest_id", "theme")

    interest_id: Annotated[str, column(TEXT, "the interest to which it belongs", "belang_id, belang", "interest")]
    theme: Annotated[str, column(TEXT, "the theme", "thema")]
