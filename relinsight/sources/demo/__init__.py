"""The demo: an invented Dutch port city of any size, the same for the same seed, with stories planted in it."""

from __future__ import annotations

from relinsight.sources.demo import planted
from relinsight.sources.demo.agenda import agenda_tables
from relinsight.sources.demo.assessments import assessment_tables
from relinsight.sources.demo.calendar import END
from relinsight.sources.demo.city import founded
from relinsight.sources.demo.columns import COLUMNS, Tables
from relinsight.sources.demo.contacts import all_contacts
from relinsight.sources.demo.dealings import dealing_tables
from relinsight.sources.demo.endorsements import goal_tables
from relinsight.sources.demo.events import attendances, event_moments, event_tables
from relinsight.sources.demo.files import file_of, write
from relinsight.sources.demo.house import house_tables
from relinsight.sources.demo.interests import interest_tables
from relinsight.sources.demo.lexicon import city_name
from relinsight.sources.demo.partner_tables import partner_tables
from relinsight.sources.demo.people import people_tables
from relinsight.sources.demo.questions import answer_moments, asked, question_tables
from relinsight.sources.demo.refusal import CityRefusedError
from relinsight.sources.demo.seats import LEAST
from relinsight.sources.demo.shipped import shipped_tables
from relinsight.sources.demo.stories import Story, stories
from relinsight.sources.demo.ties import tie_tables
from relinsight.words.text import text

__all__ = ["END", "CityRefusedError", "Story", "Tables", "city", "city_name", "file_of", "stories", "write"]


def city(*, partners: int = 140, contacts: int | None = None, seed: int = 1) -> Tables:
    """Every table of the city, with so many partners in its portfolio and exactly so many contacts, if asked."""
    if partners < LEAST:
        raise CityRefusedError(text("A demo city has at least {least} partners. Ask for {least} or more.", least=LEAST))
    people = founded(seed, partners)
    guests, questions = attendances(people), asked(people)
    planned = [*event_moments(people, guests), *answer_moments(questions), *planted.attempts(people)]
    met = all_contacts(people, planned, contacts)
    found = {
        **shipped_tables(),
        **house_tables(people.house),
        **partner_tables(seed, people.partners),
        **people_tables(seed, people.people),
        **tie_tables(people.partners, people.ties),
        **met.tables,
        **assessment_tables(people),
        **dealing_tables(people),
        **event_tables(guests),
        **goal_tables(people),
        **question_tables(questions, met.ids),
        **interest_tables(people),
        **agenda_tables(people, met.with_partners()),
    }
    return {name: found[name] for name in COLUMNS}
