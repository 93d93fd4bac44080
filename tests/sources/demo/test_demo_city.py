"""The same seed gives the same city, of any size, and its files can be read again."""

import pyarrow.csv
import pytest

from relinsight.sources import demo
from relinsight.sources.demo.seats import LEAST


def test_the_same_seed_gives_the_same_city():
    one, other = demo.city(partners=40), demo.city(partners=40)
    assert all(one[name].equals(other[name]) for name in one)


def test_another_seed_gives_another_city():
    one, other = demo.city(partners=40), demo.city(partners=40, seed=2)
    shipped = {"sector", "instrument", "instrument_item", "tier_policy", "role_conflict", "topic", "cluster"}
    assert {name for name in one if one[name].equals(other[name])} <= shipped | {"event"}


@pytest.mark.parametrize("partners", [LEAST, 17, 300])
def test_a_city_can_have_any_size(partners):
    tables = demo.city(partners=partners)
    assert all(table.num_rows for table in tables.values())
    assert len(demo.stories(tables)) == 6


def test_a_city_has_as_many_contacts_as_were_asked_for():
    assert demo.city(partners=40, contacts=5000)["contact_moment"].num_rows == 5000


def test_a_city_too_small_is_refused():
    with pytest.raises(demo.CityRefusedError):
        demo.city(partners=LEAST - 1)
    with pytest.raises(demo.CityRefusedError):
        demo.city(partners=40, contacts=10)


def test_the_files_say_the_same_as_the_tables(cities, tmp_path):
    tables = cities[40]
    paths = demo.write(tables, tmp_path / "city")
    assert [path.stem for path in paths] == list(tables)
    for path in paths:
        schema = tables[path.stem].schema
        options = pyarrow.csv.ConvertOptions(column_types=schema, strings_can_be_null=True, null_values=[""])
        assert pyarrow.csv.read_csv(path, convert_options=options).equals(tables[path.stem]), path.name
