"""Every damaged variant is accepted, partly accepted or refused as it should be."""

import pytest

from tests.damaged.catalogue import CHAPTERS, LIGHT, VARIANTS
from tests.damaged.trial import try_it

LEAST = 500


def test_there_are_enough_and_each_has_a_name_of_its_own():
    names = [variant.name for chapter in CHAPTERS.values() for variant in chapter]
    assert len(set(names)) == len(names) > LEAST
    assert len(VARIANTS) == sum(map(len, LIGHT.values()))


@pytest.mark.parametrize("name", VARIANTS)
def test_a_damaged_file_becomes_what_it_should(warehouse, tmp_path, name):
    try_it(warehouse, VARIANTS[name], tmp_path)
