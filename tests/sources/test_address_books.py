"""Address cards: one contact person a card, with the function at the organisation; what a card does not say stays as it is."""

from __future__ import annotations

import io
import json
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relinsight.sources.address_books import parsing
from relinsight.sources.foreign import limits
from relinsight.warehouse.checks import findings
from tests.arriving import City, counts, said

OLD = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=nl;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F8rgensen;Zo=EB;van=\r\n der\r\n"
    b"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB van der=\r\n J=F8rgensen\r\n"
    b"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 ;Afdeling=\r\n Zuid\r\nTITLE:Hoofd\r\n  beheer\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE:FN:Niemand=0D=0A=\r\nEND:VCARD=0D=0A\r\n"
    b"TEL;WORK;FAX:010 1\r\nTEL;HOME;VOICE:010 2\r\nTEL;WORK;VOICE:010 3\r\n"
    b"EMAIL;INTERNET:oud@x.example\r\nEMAIL;PREF;INTERNET:zoe@x.example\r\n"
    b"PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRg==\r\n AAAA\r\n\r\nREV:20260101T000000Z\r\nEND:VCARD\r\n"
)
GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Ada Bos
N:Bos;Ada;;;
item1.EMAIL;TYPE=INTERNET:prive@x.example
item1.X-ABLabel:Thuis
item2.EMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=pref:ada@museum.example
TEL;TYPE=CELL:06 12 34
 56 78
ORG:Museum;Educatie
TITLE:Conservator\\, oude kunst
CATEGORIES:myContacts
END:VCARD
"""
NEW = """BEGIN:VCARD
VERSION:4.0
FN:Jan\\, de Boer
N:Boer;Jan;;;
EMAIL;PREF=2:tweede@x.example
EMAIL;PREF=1:eerste@x.example
TEL;VALUE=uri;TYPE="voice,home":tel:+31-6-123
ORG:Museum
ROLE:Vrijwilliger
KIND:individual
PHOTO:data:image/jpeg;base64,/9j/4AAQ
END:VCARD
"""


@pytest.fixture
def city(tmp_path):
    city = City(tmp_path)
    city.bring_text("partner.csv", "id,name\np1,Café\np2,Museum\n")
    return city


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def people(city) -> list[tuple]:
    return city.values(
        "SELECT name, email, phone, f.partner_id, f.function FROM contact_person AS p "
        "LEFT JOIN contact_person_function AS f ON f.contact_person_id = p.id ORDER BY name"
    )


def test_a_card_of_version_2_1_in_printable_letters(city):
    assert counts(city.bring_text("people.vcf", OLD)) == (1, 1, 0, 0, 0)
    assert people(city) == [("Zoë van der Jørgensen", "zoe@x.example", "010 3", "p1", "Hoofd beheer")]


def test_cards_of_versions_3_and_4_in_one_file(city):
    assert counts(city.bring_text("people.vcf", GOOGLE + NEW)) == (2, 2, 0, 0, 0)
    assert people(city) == [
        ("Ada Bos", "ada@museum.example", "06 12 3456 78", "p2", "Conservator, oude kunst"),
        ("Jan, de Boer", "eerste@x.example", "+31-6-123", "p2", "Vrijwilliger"),
    ]
    assert findings(city.warehouse) == ()


def test_a_file_that_is_read_twice_changes_nothing(city):
    several = OLD.decode("latin-1") + GOOGLE + NEW + card("FN:Los") + card("FN:Met nummer", "TEL:1")
    first = city.bring_text("people.vcf", several.encode("latin-1"))
    assert counts(first) == (5, 5, 0, 0, 0)
    assert [file.rows_read for file in first.files] == [5]
    before = people(city)
    assert counts(city.bring_text("people.vcf", several.encode("latin-1"))) == (5, 0, 0, 5, 0)
    assert people(city) == before


def test_what_a_card_does_not_say_stays_as_it_is(city):
    city.bring_text("contact_person.csv", "id,name,email,phone,partner,function\nc1,Ada,ada@x.example,010,p2,directeur\n")
    report = city.bring_text("people.vcf", card("FN:Ada Bos", "EMAIL:ada@x.example") + card("FN:Bob", "TEL:1", "ORG:Museum"))
    assert counts(report) == (2, 1, 1, 0, 0)
    assert people(city) == [("Ada Bos", "ada@x.example", "010", "p2", "directeur"), ("Bob", None, "1", "p2", None)]


def test_a_name_is_put_together_where_it_is_not_written(city):
    city.bring_text("people.vcf", card("N:Boer;Jan;Pieter,K.;dr.;") + card("FN:", "N:Smit;;;;"))
    assert [row[0] for row in people(city)] == ["Jan Pieter K. Boer", "Smit"]


def test_a_card_without_a_name_is_rejected_with_its_line(city):
    report = city.bring_text("people.vcf", card("FN:Ada") + card("ORG:Museum", "EMAIL:x@y.example") + card("N:;;;;"))
    assert counts(report) == (3, 1, 0, 0, 2)
    assert city.rejects() == [(line, None, "The card has no name, neither FN nor N; fill one in.") for line in (5, 10)]
    assert findings(city.warehouse) == ()


def test_an_organisation_that_is_no_partner_is_rejected_as_in_any_other_file(city):
    report = city.bring_text("people.vcf", card("FN:Ada", "ORG:Onbekend") + card("FN:Bob", "ORG:Museum"))
    assert counts(report) == (2, 1, 0, 0, 1)
    ((line, field, reason),) = city.rejects()
    assert (line, field) == (1, "partner")
    assert reason.startswith("'Onbekend' is neither an id nor a name in partner")


def test_cards_of_groups_and_organisations_are_told_and_not_read(city):
    others = [card("FN:Team", "KIND:group", version="4.0"), card("FN:Museum", "ORG:Museum", "X-ABShowAs:COMPANY")]
    report = city.bring_text("people.vcf", "".join([*others, card("FN:Ada")]))
    assert [row[0] for row in people(city)] == ["Ada"]
    assert "people.vcf: 2 cards are of groups, organisations or places and were not read." in [said(each) for each in report.warnings]


def test_a_file_that_was_cut_is_refused_whole(city):
    whole = card("FN:Ada") + card("FN:Bob")
    assert "cannot be read to its end" in city.refused(city.file("people.vcf", whole[:-15].encode()))


def test_a_card_that_does_not_end_is_rejected_and_the_next_is_read(city):
    report = city.bring_text("people.vcf", card("FN:Ada").removesuffix("END:VCARD\r\n") + card("FN:Bob"))
    assert (counts(report), [row[0] for row in people(city)]) == ((2, 1, 0, 0, 1), ["Bob"])


@pytest.mark.parametrize("letters", ["utf-8", "utf-16", "windows-1252"])
def test_letters_are_told_from_the_file(city, letters):
    city.bring_text("people.vcf", card("FN:Zoë ’t Hart", version="2.1").encode(letters))
    assert people(city)[0][0] == "Zoë ’t Hart"


def test_letters_are_told_from_the_line(city):
    city.bring_text("people.vcf", "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2:Łukasz Żak\nEND:VCARD\n".encode("iso-8859-2"))
    assert people(city)[0][0] == "Łukasz Żak"


def test_markup_zero_bytes_and_numbers_of_citizens(city):
    content = card("FN:<b>**Ada**</b>\x00 $1 {n}", "X-BSN:123456782", "NOTE:111222333", "EMAIL:\x00a@b.example")
    city.bring_text("people.vcf", content)
    assert people(city) == [("<b>**Ada**</b> $1 {n}", "a@b.example", None, None, None)]
    assert not any(number in repr(city.everything()) for number in ("123456782", "111222333"))


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (["FN;ENCODING=QUOTED-PRINTABLE:Ada="], ("Ada", None, None, None, None)),
        (["FN;ENCODING=B:QWRh"], ("Ada", None, None, None, None)),
        (["FN:Ada", "EMAIL:MAILTO:a@b.example", "TEL;VALUE=uri:TEL:+31"], ("Ada", "a@b.example", "+31", None, None)),
        (["item1.FN:Ada", "item1.ORG:Museum", "item1.ROLE:Gids"], ("Ada", None, None, "p2", "Gids")),
        (["FN:Ada\\nBos", "EMAIL;PREF=x;TYPE=:a@b.example"], ("Ada Bos", "a@b.example", None, None, None)),
        (["FN:Ada", "ORG;QUOTED-PRINTABLE:Mus=65um=3B;Zuid", "TITLE:Gids"], ("Ada", None, None, "p2", "Gids")),
    ],
)
def test_ways_of_writing_that_programs_have(city, lines, row):
    city.bring_text("people.vcf", card(*lines, version="2.1" if "PRINTABLE" in lines[-1] else "3.0"))
    assert people(city) == [row]


def test_a_card_that_makes_no_sense_is_rejected(city):
    report = city.bring_text("people.vcf", card("FN;CHARSET=bogus;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", version="2.1") + card("FN:Ada"))
    assert (counts(report), city.rejects()) == ((2, 1, 0, 0, 1), [(1, None, "The card cannot be read; export it again.")])


def test_several_values_in_an_organisation_are_not_several_partners(city):
    city.bring_text("people.vcf", card("FN:Ada", "ORG:;Museum") + card("FN:Bob", "ORG:Museum;Café"))
    assert [row[3] for row in people(city)] == ["p2", "p2"]


def test_an_address_book_is_held_to_the_limits_of_its_process(city, monkeypatch):
    file = city.file("people.vcf", "".join(card(f"FN:{n}", "TEL:1") for n in range(20_000)).encode())
    for least in (limits.Limits(megabytes=12), limits.Limits(written=0), limits.Limits(seconds=1)):
        monkeypatch.setattr(limits, "LIMITS", least)
        assert "takes more memory or time" in city.refused(file)


NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=";\\,"), min_size=1, max_size=60)


@given(NAMES)
def test_a_printable_name_is_read_however_it_is_broken_into_lines(tmp_path_factory, name):
    file = tmp_path_factory.getbasetemp() / "printable.vcf"
    printable = quopri.encodestring(name.encode(), quotetabs=True).replace(b"\n", b"\r\n")
    file.write_bytes(b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + printable + b"\r\nEND:VCARD\r\n")
    written = io.BytesIO()
    parsing.write({"path": str(file), "letters": None}, limits.LIMITS, written)
    assert json.loads(written.getvalue().splitlines()[0]) == [1, [name, "", "", "", ""]]


def test_quoted_printable_in_small_letters_is_read_as_in_capitals(city):
    city.bring_text("partner.csv", "id,name\np1,Haven\n")
    card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;quoted-printable:D=C3=BCmmy\r\nORG;Encoding=Quoted-Printable:Ha=76en\r\nEND:VCARD\r\n"
    assert city.bring_text("cards.vcf", card).rejected == 0
    assert city.value("SELECT name FROM contact_person") == "Dümmy"
