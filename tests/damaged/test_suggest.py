"""Whatever a file holds, a profile is suggested that can be read, or the file is refused in one sentence."""

import tomllib

import pytest

from relinsight.sources.refusal import ImportRefused
from relinsight.sources.suggest import suggest
from tests.damaged.catalogue import VARIANTS
from tests.damaged.trial import look_at_sentence, written


@pytest.mark.parametrize("name", VARIANTS)
def test_a_profile_is_suggested_that_can_be_read_or_the_file_is_refused(tmp_path, name):
    for path in written(VARIANTS[name], tmp_path):
        try:
            suggested = suggest(path)
        except ImportRefused as refused:
            look_at_sentence(refused.reason)
        else:
            assert "file" in tomllib.loads(suggested)


def test_names_that_steer_a_screen_break_no_line_of_a_profile(tmp_path):
    file = tmp_path / "partner\n.csv"
    file.write_text("id;vr\x7femd;naam\nx1;b\x07el;c\x1bd\n", encoding="utf-8")
    assert tomllib.loads(suggest(file))["partner"] == {"id": "id", "name": "naam"}
