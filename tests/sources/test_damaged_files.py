"""Damaged files get one sentence, and nothing is half written."""

import gzip

import pytest

from tests.arriving import City

NO_TABLES = {
    "empty.csv": b"",
    "blank.csv": b"  \n\n",
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "letter.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zeros.csv": b"\x00\x01\x02\x00\x00\x07" * 50,
    "packed.csv.gz": gzip.compress(b"id,name\np1,a\n" * 5000)[:60],
    "book.xlsx": b"PK\x03\x04 no workbook",
    "old.xls": b"\xd0\xcf\x11\xe0" + b"\x00" * 600,
    "rows.parquet": b"PAR1 broken",
    "rows.json": b'[{"id": "p1", "name": ',
    "words.json": b'["a", "b"]',
    "number.json": b"42",
    "nothing.json": b"[]",
    "strange.csv": b"foo,bar\n1,2\n",
}


@pytest.fixture
def city(tmp_path):
    return City(tmp_path)


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_refused_in_one_sentence(city, name):
    sentence = city.refused(city.file(name, NO_TABLES[name]))
    assert name in sentence
    assert sentence.endswith(".")
    assert "Error" not in sentence


def test_a_file_that_is_not_there(city, tmp_path):
    assert "is not there" in city.refused(tmp_path / "partner.csv")


def test_a_header_alone_is_no_rows_and_no_harm(city):
    report = city.bring_text("partner.csv", "id,name\n")
    assert (report.rows_read, report.rejected) == (0, 0)


def test_a_missing_column_is_named(city):
    assert "no column name" in city.refused(city.file("partner.csv", "id,place\np1,Delft\n"))
    assert "no column kind" in city.refused(city.file("contact_moment.csv", "day\n2026-01-01\n"))


def test_a_quotation_mark_that_is_never_closed(city):
    file = city.file("partner.csv", 'id,name\np1,a\np2,"b\np3,c\n')
    assert "quotation mark" in city.refused(file)


def test_one_bad_file_stops_the_whole_call(city):
    good = city.file("partner.csv", "id,name\np1,a\n")
    assert city.refused(good, city.file("employee.csv", b"%PDF-1.7"))


def test_replacing_what_others_point_to_is_refused_with_the_first_ids(city):
    city.bring_text("partner.csv", "id,name\np1,a\np2,b\n")
    city.bring_text("dealing.csv", "id,partner_id,role\nd1,p2,client\n")
    sentence = city.refused(city.file("partner.csv", "id,name\np1,a\n"), replace=True)
    assert "dealing" in sentence
    assert "p2" in sentence


def test_no_data_come_in_beside_the_demo(city):
    city.warehouse.connection.execute("INSERT INTO setting VALUES ('origin', 'demo', now(), NULL)")
    assert "demo city is still here" in city.refused(city.file("partner.csv", "id,name\np1,a\n"))
