"""Hypothesis damages valid files at random: whatever comes of it, nothing is half done and nothing but a refusal is raised."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relinsight.warehouse.imports import ImportRefused
from tests.damaged.references import FORMATS
from tests.damaged.trial import bring, contents, look_at_counts, look_at_sentence, rejected
from tests.damaged.valid import TABLES, VALID
from tests.examples import examples

SIGNS = [
    '"',
    "'",
    ";",
    ",",
    "\t",
    "|",
    "\n",
    "\r",
    "\x00",
    "\ufeff",
    "é",
    "€",
    "\\",
    "{",
    "]",
    " ",
    "0",
    "-",
    "#N/A",
    "NULL",
    "<",
    "\u200b",
]
PLACES = st.floats(0, 1, exclude_max=True)


def _turned(content: bytes, place: float, byte: int) -> bytes:
    at = int(place * len(content))
    return content[:at] + bytes([content[at] ^ byte]) + content[at + 1 :]


def _cut(content: bytes, place: float, byte: int) -> bytes:
    at = int(place * len(content))
    return content[:at] if byte % 2 else content[:at] + content[at + byte :]


def _put_in(content: bytes, place: float, byte: int) -> bytes:
    at = int(place * len(content))
    return content[:at] + SIGNS[byte % len(SIGNS)].encode() * (1 + byte % 3) + content[at:]


def _lines_swapped(content: bytes, place: float, byte: int) -> bytes:
    lines = content.split(b"\n")
    one, other = int(place * len(lines)), byte % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _doubled(content: bytes, place: float, byte: int) -> bytes:
    at = int(place * len(content))
    return content[: at + byte] + content[at:]


HARM = st.tuples(st.sampled_from([_turned, _cut, _put_in, _lines_swapped, _doubled]), PLACES, st.integers(1, 255))


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(table=st.sampled_from(TABLES), format_=st.sampled_from(sorted(FORMATS)), harms=st.lists(HARM, min_size=1, max_size=3))
def test_whatever_is_damaged_nothing_is_half_done(warehouse, tmp_path, table, format_, harms):
    content = FORMATS[format_](VALID[table].header, VALID[table].rows)
    for harm, place, byte in harms:
        content = harm(content, place, byte) if content else content
    file = tmp_path / f"{table}.{format_}"
    file.write_bytes(content)
    before = contents(warehouse)
    try:
        report = bring(warehouse, [file])
    except ImportRefused as refused:
        look_at_sentence(refused.reason)
        assert contents(warehouse) == before
    else:
        look_at_counts(warehouse, report)
        assert len(rejected(warehouse, report.run_id)) == report.rejected
    finally:
        warehouse.take_back()
