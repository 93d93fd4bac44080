"""A name out of the data is shown as itself, whatever stands in it and wherever it stands in a sentence."""

from __future__ import annotations

import re
from html import unescape
from string import punctuation

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relinsight.export.charts.ground import for_plotly
from relinsight.export.markdown import escaped
from relinsight.languages.sentence import Speaker
from relinsight.show.markdown import JOINER, for_markdown
from relinsight.words.name import Name, contained
from relinsight.words.quantities import Names
from relinsight.words.text import Value, text

names = st.one_of(st.text(), st.text(alphabet=f"ab {punctuation}\n\t0."))
MARKED = re.compile(f"\\\\[{re.escape(punctuation)}]")


def ways(name: str) -> list[Value]:
    """A name alone, in a message, in a message in a message, and in a list."""
    given = Name(name)
    return [
        given,
        text("{name}", name=given),
        text("{lost}, {sector} first", lost=text("{names}", names=Names((given, given))), sector=given),
    ]


@given(names)
@example("**bold** [link](https://x) <b>x</b> $x$ `x` :red[x] {name}")
def test_in_markdown_every_mark_of_a_name_is_escaped(name: str):
    for language in ("en", "nl"):
        said = Speaker(language, for_markdown)(Name(name))
        assert set(MARKED.sub("", said)) & set(punctuation) == set()
        assert "\n" not in said
        assert re.sub(r"\\(.)", r"\1", said).replace(JOINER, "") == contained(" ".join(name.split())).replace(JOINER, "")


@pytest.mark.parametrize(
    "read", ["www.", "http://", "HTTPS://", "a@b", "->", "<-", "<->", "--", ">=", "<=", "~=", ":smile:", ":material_home:"]
)
def test_what_streamlit_still_reads_after_the_backslashes_is_parted(read: str):
    plain = re.sub(r"\\(.)", r"\1", Speaker("en", for_markdown)(Name(f"x {read} y")))
    assert read not in plain
    assert plain.replace(JOINER, "") == f"x {read} y"


@given(names)
@example("Project #000001")
def test_in_a_chart_no_tag_is_left_and_the_name_is_read_as_it_is(name: str):
    say = Speaker("nl", for_plotly)
    for value in ways(name):
        said = say(value)
        assert set(said) & set("<>$") == set()
        assert not re.search(r"#\d{6}", said)
    assert unescape(say(Name(name))) == name


@given(names)
def test_a_name_is_never_taken_for_a_pattern(name: str):
    assert Speaker("nl")(text("{name}", name=Name(name))) == name


@given(names)
def test_in_a_markdown_file_a_name_stays_on_its_line_and_in_its_cell(name: str):
    said = Speaker("nl", escaped)(Name(name))
    assert "\n" not in said
    assert re.search(r"(?<!\\)(?:\\\\)*[|<>*_`\[\]]", said) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("1. Tegel", r"1\. Tegel"),
        ("12. Tegel", r"12\. Tegel"),
        ("# Kop", r"\# Kop"),
        ("St. Jan", "St. Jan"),
        ("a\nb", "a b"),
        ("===", r"\=\=\="),
    ],
)
def test_a_name_in_a_markdown_file_opens_no_list_and_no_heading(name: str, said: str):
    assert escaped(name) == said
