"""Every rule of a profile gives one result, whether the rows come as CSV, Excel, JSON or Parquet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

import pytest

from relinsight.sources.profile import Condition, FilePart, MostPart, Source
from tests.arriving import City
from tests.damaged.references import FORMATS

KINDS = ("csv", "xlsx", "json", "parquet", "ods", "xls")
OF_TEXT_FILES = {"encoding", "delimiter"}
OF_PLACES = {"header_row", "sheet"}
OF_CALENDARS = {"with_private"}


@dataclass(frozen=True)
class Case:
    """A profile, the rows of a file, a question about what came of them, and its answer."""

    profile: str
    rows: str
    asked: str
    answer: list[tuple]


PARTNERS = "SELECT name, place FROM partner ORDER BY name"
MOMENTS = """
    SELECT contact_moment_id, string_agg(p.name, '|' ORDER BY p.name) FROM contact_moment_partner
    JOIN partner AS p ON p.id = partner_id GROUP BY ALL ORDER BY 1
"""
THREE = """
    naam,soort
    Wijkraad,
    Theater,intern
    Museum,extern
"""
CASES = {
    "years": Case(
        "[file]\nyears = { column = 'jaar', first = 2016, last = 2020 }\n[settings]\nas_of = 2020-03-09\n[partner]\nname = 'naam'",
        """
        naam,jaar
        Theater,2016
        Museum,2019
        """,
        "SELECT value FROM setting WHERE name = 'as_of'",
        [],
    ),
    "drop is": Case(
        "[[drop]]\ncolumn = 'soort'\nis = ['intern']\n[partner]\nname = 'naam'\nplace = 'soort'",
        THREE,
        PARTNERS,
        [("Museum", "extern"), ("Wijkraad", None)],
    ),
    "drop is not": Case(
        "[[drop]]\ncolumn = 'soort'\nis = ['intern']\nnot = true\n[partner]\nname = 'naam'\nplace = 'soort'",
        THREE,
        PARTNERS,
        [("Theater", "intern")],
    ),
    "drop matches": Case(
        "[[drop]]\ncolumn = 'soort'\nmatches = '^ex'\n[partner]\nname = 'naam'\nplace = 'soort'",
        THREE,
        PARTNERS,
        [("Theater", "intern"), ("Wijkraad", None)],
    ),
    "drop empty": Case(
        "[[drop]]\ncolumn = 'soort'\nempty = true\n[partner]\nname = 'naam'\nplace = 'soort'",
        THREE,
        PARTNERS,
        [("Museum", "extern"), ("Theater", "intern")],
    ),
    "drop by two columns": Case(
        "[[drop]]\ncolumn = 'soort'\nempty = true\n[[drop]]\ncolumn = 'naam'\nis = 'Museum'\n[partner]\nname = 'naam'",
        THREE,
        PARTNERS,
        [("Theater", None)],
    ),
    "when empty": Case(
        "[partner]\nname = 'naam'\nplace = 'soort'\n[[partner.when]]\ncolumn = 'soort'\nempty = true",
        THREE,
        PARTNERS,
        [("Wijkraad", None)],
    ),
    "when not empty": Case(
        "[partner]\nname = 'naam'\nplace = 'soort'\n[[partner.when]]\ncolumn = 'soort'\nempty = false",
        THREE,
        PARTNERS,
        [("Museum", "extern"), ("Theater", "intern")],
    ),
    "map and else": Case(
        "[partner]\nname = 'naam'\nplace = { column = 'soort', map = { 'intern' = 'hier' }, else = 'elders' }",
        THREE,
        PARTNERS,
        [("Museum", "elders"), ("Theater", "hier"), ("Wijkraad", "elders")],
    ),
    "missing in the file": Case(
        "[file]\nmissing = ['extern']\n[partner]\nname = 'naam'\nplace = { column = 'soort', else = 'geen' }",
        THREE,
        PARTNERS,
        [("Museum", "geen"), ("Theater", "geen"), ("Wijkraad", "geen")],
    ),
    "missing in a column": Case(
        "[partner]\nname = 'naam'\nplace = { column = 'soort', missing = ['intern'] }",
        THREE,
        PARTNERS,
        [("Museum", "extern"), ("Theater", None), ("Wijkraad", None)],
    ),
    "extract": Case(
        "[partner]\nname = 'naam'\nplace = { column = 'soort', extract = '^(..)t' }",
        THREE,
        PARTNERS,
        [("Museum", "ex"), ("Theater", "in"), ("Wijkraad", None)],
    ),
    "columns, join and hash": Case(
        "[partner]\nid = { columns = ['naam', 'soort'], join = '/' }\nname = 'naam'\n"
        "place = { columns = ['naam', 'soort'], join = '-', hash = true }",
        THREE,
        "SELECT id, length(place) FROM partner ORDER BY id",
        [("Museum/extern", 16), ("Theater/intern", 16), ("Wijkraad", 16)],
    ),
    "newest": Case(
        "[file]\nnewest = 'stand'\n[partner]\nid = 'nr'\nname = 'naam'\nplace = 'waar'",
        """
        nr,naam,waar,stand
        1,Haven,Delft,15-01-2026
        1,Haven,Gouda,03-02-2026
        1,Haven,Leiden,
        2,Museum,Delft,01-01-2026
        """,
        PARTNERS,
        [("Haven", "Gouda"), ("Museum", "Delft")],
    ),
    "keep": Case(
        "[file]\nkeep = 'last'\n[partner]\nid = 'nr'\nname = 'naam'\nplace = 'waar'",
        """
        nr,naam,waar
        1,Haven,Delft
        2,Museum,Delft
        1,Haven,Gouda
        """,
        PARTNERS,
        [("Haven", "Gouda"), ("Museum", "Delft")],
    ),
    "rsin": Case(
        "[file]\nrsin = 'nr'\n[partner]\nid = 'nr'\nname = 'naam'",
        """
        nr,naam
        123456782,Haven
        111222333,
        """,
        "SELECT id FROM partner",
        [("123456782",)],
    ),
    "constant": Case(
        "[partner]\nname = 'naam'\nplace = { constant = 'Delft' }",
        THREE,
        PARTNERS,
        [("Museum", "Delft"), ("Theater", "Delft"), ("Wijkraad", "Delft")],
    ),
    "split, omit and create": Case(
        "[contact_moment]\nid = 'nr'\nday = 'dag'\nkind = { column = 'wijze', else = 'other' }\n"
        "partner = { column = 'met', split = ' & ', omit = '^de ', create = true }",
        """
        nr,dag,wijze,met
        1,2026-01-05,,Haven & Museum
        2,2026-01-06,,Haven & de burgemeester
        3,2026-01-07,,
        """,
        MOMENTS,
        [("1", "Haven|Museum"), ("2", "Haven")],
    ),
    "unknown": Case(
        "[contact_moment]\nid = 'nr'\nday = 'dag'\nkind = { constant = 'call' }\npartner = { column = 'met', create = true }\n"
        "employee = { column = 'wie', unknown = 'list' }",
        """
        nr,dag,met,wie
        1,2026-01-05,Haven,Anna
        2,2026-01-06,Haven,
        """,
        "SELECT id FROM contact_moment ORDER BY id",
        [("1",), ("2",)],
    ),
    "dates": Case(
        "[contact_moment]\nid = 'nr'\nday = { column = 'dag', dates = 'mm-dd-yyyy' }\nkind = { constant = 'call' }\n"
        "partner = { column = 'met', create = true }",
        """
        nr,dag,met
        1,02/03/2026,Haven
        2,,Haven
        """,
        "SELECT id, day::VARCHAR FROM contact_moment",
        [("1", "2026-02-03")],
    ),
    "numbers, collective and most": Case(
        "[dealing]\nid = 'nr'\norganisation = 'naam'\nrole = { constant = 'client' }\n"
        "granted = { column = 'bedrag', numbers = '1.234,56' }\n"
        "partner = { column = 'naam', create = true, collective = ['burger'] }\n[partner_sector]\n"
        "partner = { column = 'naam', create = true, collective = ['burger'] }\nsector = { column = 'veld', create = true }\n"
        "is_primary = { most = { then = 'bedrag' } }",
        """
        nr,naam,veld,bedrag
        1,Haven,groen,1.000
        2,Haven,sport,2.000
        3,burger,sport,
        4,Haven,,3.000
        """,
        "SELECT d.id, granted::INTEGER, p.name, s.sector_id FROM dealing AS d LEFT JOIN partner AS p ON p.id = d.partner_id "
        "LEFT JOIN partner_sector AS s ON s.partner_id = p.id AND is_primary ORDER BY 1",
        [("1", 1000, "Haven", "sport"), ("2", 2000, "Haven", "sport"), ("3", None, None, None), ("4", 3000, "Haven", "sport")],
    ),
}


def table(rows: str) -> tuple[list[str], list[list[str]]]:
    header, *cells = [line.split(",") for line in dedent(rows).strip().splitlines()]
    return header, cells


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rule", CASES)
def test_a_rule_gives_one_result_in_every_format(tmp_path, rule, kind):
    case, city = CASES[rule], City(tmp_path)
    content = FORMATS[kind](*table(case.rows))
    city.bring(city.file(f"uitvoer.{kind}", content), profile=city.file("regels.toml", case.profile))
    assert city.values(case.asked) == case.answer


def test_every_rule_that_a_profile_knows_is_tried():
    words = {field.alias or name for part in (FilePart, Condition, Source, MostPart) for name, field in part.model_fields.items()}
    written = "\n".join(case.profile for case in CASES.values())
    tried = set(re.findall(r"\b(\w+) = ", written))
    assert words - tried == OF_TEXT_FILES | OF_PLACES | OF_CALENDARS
