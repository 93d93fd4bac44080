"""Known partners that the subject of a contact moment names are proposed, and never taken by themselves."""

from datetime import UTC, datetime

import pytest

from relinsight.warehouse.by_hand import ChangeRefused
from relinsight.warehouse.checks import findings
from relinsight.warehouse.matches.deciding import Decisions, decide
from relinsight.warehouse.matches.waiting import matches
from relinsight.warehouse.undoing import undo
from tests.arriving import City, prepared, said

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARTNERS = (
    "id,name\np1,Havenbedrijf\np2,Museum De Waag\np3,Museum\np4,Haven\np5,De Waag\np6,Theater\np7,B.V.\np8,Rijnmond Bouwcombinatie Zuid\n"
)
HEADER = "id,day,kind,partner,subject,achieved"


@pytest.fixture
def city(tmp_path) -> City:
    return prepared(tmp_path, {"partner.csv": PARTNERS})


def bring(city: City, *subjects: str, partner: str = ""):
    rows = (f"m{n},2026-09-0{n},meeting,{partner},{subject},yes" for n, subject in enumerate(subjects, 1))
    return city.bring_text("contact_moment.csv", "\n".join([HEADER, *rows]))


def proposed(city: City) -> list[tuple]:
    return [(str(one.name), one.partner_id, one.origin.contacts) for one in matches(city.warehouse) if one.state == "in_text"]


def ids(city: City) -> list[str]:
    return [one.id for one in matches(city.warehouse) if one.state == "in_text"]


def decided(city: City, **decisions):
    return decide(city.warehouse, Decisions(**decisions), at=AT)


LINKS = "SELECT contact_moment_id, partner_id FROM contact_moment_partner ORDER BY ALL"


def test_a_partner_that_a_subject_names_is_proposed_and_not_taken(city):
    report = bring(city, "Overleg havenbedrijf over de kade")
    assert proposed(city) == [("Overleg havenbedrijf over de kade", "p1", 1)]
    assert city.values(LINKS) == []
    assert report.rejected == 1
    assert [said(each) for each in report.warnings if "subject" in said(each)] == [
        "1 rejected contact moment may name a partner that is known in its subject; "
        "the page Data and `relinsight matches` show which, and it comes in by the answer."
    ]


def test_only_whole_words_and_names_that_are_no_common_word_are_found(city):
    bring(city, "Havenbedrijven en museum", "de haven, het theater", "Museumdewaag B.V.", "Rijnmond Bouwcombinatie", "In de waag")
    assert proposed(city) == [("In de waag", "p5", 1)]


def test_a_name_within_a_longer_one_is_not_meant(city):
    bring(city, "Opening MUSEUM  de Waag!")
    assert [row[1] for row in proposed(city)] == ["p2"]


def test_an_alias_is_found_too(city):
    city.bring_text("partner_alias.csv", "partner_id,alias\np8,Rijbouw\n")
    bring(city, "Gesprek Rijbouw")
    assert [row[1] for row in proposed(city)] == ["p8"]


def test_several_partners_of_one_moment_are_accepted_at_once_or_one_after_another(city):
    bring(city, "Havenbedrijf en Museum De Waag")
    one, other = ids(city)
    done = decided(city, accept=[(one, None), (other, None)])
    assert city.values(LINKS) == [("m1", "p1"), ("m1", "p2")]
    assert proposed(city) == []
    assert findings(city.warehouse) == ()
    undo(city.warehouse, done.run_id, at=AT)
    assert sorted(ids(city)) == sorted([one, other])
    decided(city, accept=[(one, None)])
    assert ids(city) == [other]
    decided(city, accept=[(other, None)])
    assert city.values(LINKS) == [("m1", "p1"), ("m1", "p2")]


def test_moments_of_one_subject_are_one_question(city):
    bring(city, "Overleg Havenbedrijf", "overleg  havenbedrijf")
    ((_, partner, contacts),) = proposed(city)
    assert (partner, contacts) == ("p1", 2)
    decided(city, accept=[(ids(city)[0], None)])
    assert city.values(LINKS) == [("m1", "p1"), ("m2", "p1")]


def test_a_proposal_that_is_different_does_not_return(city):
    bring(city, "Overleg Havenbedrijf")
    done = decided(city, different=ids(city))
    assert proposed(city) == []
    bring(city, "overleg HAVENBEDRIJF")
    assert proposed(city) == []
    undo(city.warehouse, done.run_id, at=AT)
    assert len(proposed(city)) == 1


def test_the_subject_of_a_moment_that_waits_for_a_name_is_looked_at_too(city):
    bring(city, "Overleg Havenbedrijf", partner="Onbekenden")
    assert len(proposed(city)) == 1
    decided(city, accept=[(ids(city)[0], None)])
    assert city.values(LINKS) == [("m1", "p1")]


def test_a_subject_is_no_name_for_a_new_partner_or_for_many(city):
    bring(city, "Overleg Havenbedrijf")
    for decision in ("new", "collective"):
        with pytest.raises(ChangeRefused) as refused:
            decided(city, **{decision: ids(city)})
        assert "asks whether a subject means a partner" in said(refused.value.reason)


def test_a_moment_whose_partner_is_known_is_not_asked_about(city):
    bring(city, "Overleg Havenbedrijf", partner="Theater")
    assert proposed(city) == []
