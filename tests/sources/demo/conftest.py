from collections.abc import Callable, Iterator

import pytest

from relinsight.sources import demo
from relinsight.warehouse.connection import Warehouse, in_memory

SIZES = (40, 140, 1000)
SHIPPED = ("sector", "instrument", "instrument_item", "tier_policy", "role_conflict")


def loaded(tables: demo.Tables) -> Warehouse:
    """The city in tables with their keys and checks, without a row that another check would need."""
    warehouse = in_memory()
    with warehouse.transaction() as cursor:
        for name, rows in tables.items():
            cursor.register("incoming", rows)
            columns = ", ".join(rows.column_names)
            if name in SHIPPED:
                cursor.execute(f"DELETE FROM {name}")
            cursor.execute(f"INSERT INTO {name} ({columns}, recorded_at) SELECT {columns}, now() FROM incoming")
            cursor.unregister("incoming")
    return warehouse


@pytest.fixture(scope="session")
def cities() -> dict[int, demo.Tables]:
    return {size: demo.city(partners=size) for size in SIZES}


@pytest.fixture(scope="session")
def warehouses(cities: dict[int, demo.Tables]) -> Iterator[dict[int, Warehouse]]:
    found = {size: loaded(tables) for size, tables in cities.items()}
    yield found
    for warehouse in found.values():
        warehouse.close()


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def tables(cities: dict[int, demo.Tables], size: int) -> demo.Tables:
    return cities[size]


@pytest.fixture
def ask(warehouses: dict[int, Warehouse], size: int) -> Callable[..., list[tuple]]:
    return lambda sql, **values: asked(warehouses[size], sql, **values)


@pytest.fixture
def default(warehouses: dict[int, Warehouse]) -> Callable[..., list[tuple]]:
    return lambda sql, **values: asked(warehouses[140], sql, **values)


def asked(warehouse: Warehouse, sql: str, **values: object) -> list[tuple]:
    """Rows as tuples, with `$as_of` for the demo's day."""
    return [tuple(row.values()) for row in warehouse.rows(sql, {"as_of": demo.END, **values})]
