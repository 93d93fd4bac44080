"""JSON and Parquet: values that come with a type, and files that are no whole."""

from __future__ import annotations

import datetime as dt
import decimal

import pyarrow as pa

from tests.damaged.variant import Variant, partners
from tests.damaged.written.texts import parquet_of

TWO = {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]}
NO_ROWS = "partner.json is not JSON of rows: it must be a list of objects, or one object on each line."
TWICE = "partner.json: two values of row 2 are called name and differ; give them names of their own, or take one of them out."
NOTHING = "partner.json holds no rows; export it again, or choose another file."
NO_PARQUET = "partner.parquet is not a whole Parquet file; export it again."
ROWS = '[{"id": "x1", "name": "a"}, {"id": "x2", "name": "b"}]'


def _json(
    name: str, content: str | bytes, holds: dict[str, object] = TWO, read: int = 2, *, file: str = "partner.json", **more: object
) -> Variant:
    return Variant(name, {file: content if isinstance(content, bytes) else content.encode()}, read=read, holds=holds, **more)


def _place(name: str, value: str, kept: object, **more: object) -> Variant:
    """One object with this value as its place."""
    return _json(name, f'[{{"id": "x1", "name": "a", "place": {value}}}]', {partners(columns="place"): kept}, 1, **more)


def _parquet(name: str, columns: dict[str, pa.Array], holds: dict[str, object] = TWO, read: int = 2, **more: object) -> Variant:
    """A Parquet file with two partners and these columns."""
    both = {"id": pa.array(["x1", "x2"]), "name": pa.array(["a", "b"])}
    return Variant(name, {"partner.parquet": parquet_of({**both, **columns})}, read=read, holds=holds, **more)


def _bytes(name: str, content: bytes, refused: str = NO_PARQUET) -> Variant:
    return Variant(name, {"partner.parquet": content}, refused=refused)


WHOLE = parquet_of({"id": pa.array(["x1", "x2"]), "name": pa.array(["a", "b"])})
DAYS = partners(columns="active_from")

VARIANTS = (
    _json("JSON with a mark of UTF-8", b"\xef\xbb\xbf" + ROWS.encode()),
    _json("JSON in UTF-16", ROWS.encode("utf-16")),
    _json("JSON in Windows letters", ROWS.replace('"a"', '"Café"').encode("windows-1252"), {partners(): ["Café", "b"]}),
    _json("JSON with a comma too many", ROWS.replace("}]", "},]").replace('"a"}', '"a"},')),
    _json("JSON with a comma too many within an object", ROWS.replace('"a"}', '"a",}'), refused=NO_ROWS),
    _json("JSON with single quotes", ROWS.replace('"', "'"), refused=NO_ROWS),
    _json("JSON with comments", "// uitvoer\n" + ROWS, refused=NO_ROWS),
    _json("JSON cut off within an object", ROWS[:30], refused=NO_ROWS),
    _json("JSON cut off between two objects", ROWS[:27], refused=NO_ROWS),
    _json("JSON with text behind its end", ROWS + " klaar", refused=NO_ROWS),
    _json("two lists of JSON behind each other", ROWS + ROWS, refused=NO_ROWS),
    _json("an empty list", "[]", refused=NOTHING),
    _json("an empty object", "{}", refused=NOTHING),
    _json("a list of empty objects", "[{}, {}]", refused=NOTHING),
    _json("a list of lists", '[["id", "name"], ["x1", "a"]]', refused=NO_ROWS),
    _json("a list of words", '["x1", "x2"]', refused=NO_ROWS),
    _json("a lone number, word, yes and nothing", "42", refused=NO_ROWS),
    _json("nothing of JSON", "null", refused=NO_ROWS),
    _json("an answer of a web service that holds the rows", f'{{"count": 2, "next": null, "results": {ROWS}}}'),
    _json(
        "an object that holds two lists of rows",
        f'{{"oud": {ROWS}, "nieuw": {ROWS}}}',
        refused="partner.json has no column name; add it, rename the column that holds it, or use a profile.",
    ),
    _json(
        "an object a line, with empty lines between", '{"id": "x1", "name": "a"}\n\n\r\n{"id": "x2", "name": "b"}\n', file="partner.jsonl"
    ),
    _json(
        "an object a line, one of them cut off",
        '{"id": "x1", "name": "a"}\n{"id": "x2", "na\n',
        file="partner.jsonl",
        refused=NO_ROWS.replace(".json ", ".jsonl "),
    ),
    _json("objects behind each other on one line", '{"id": "x1", "name": "a"}{"id": "x2", "name": "b"}', file="partner.ndjson"),
    _json(
        "objects that each have other names",
        '[{"id": "x1", "name": "a"}, {"name": "b", "place": "Delft", "id": "x2"}]',
        TWO | {partners(columns="place"): [None, "Delft"]},
    ),
    _json("one name twice in an object, saying the same", '[{"id": "x1", "name": "a", "name": "a"}]', {partners(): "a"}, 1),
    _json("a name of nothing in an object", '[{"id": "x1", "name": "a", "": "z"}]', {partners(): "a"}, 1),
    _place("null in JSON", "null", None),
    _place("yes in JSON", "true", "true"),
    _place("a whole number, one with a point and a power of ten", "5.0", "5.0"),
    _place("a number larger than computers count", "123456789012345678901234567890", "123456789012345678901234567890"),
    _place("NaN and Infinity, which JSON does not know", "NaN", None),
    _place("Infinity, which JSON does not know", "-Infinity", "-Infinity"),
    Variant(
        "NaN and Infinity among amounts",
        {"dealing.json": b'[{"id":"x1","rol":"client","verleend":NaN},{"id":"x2","rol":"client","verleend":Infinity}]'},
        read=2,
        holds={"SELECT granted FROM dealing WHERE id LIKE 'x%'": None},
        rejected={2: "'Infinity' is not an amount; write figures only, such as 1250.50."},
    ),
    _place("an object within an object", '{"stad": "Delft", "nr": 1}', '{"stad": "Delft", "nr": "1"}'),
    _place("a list in a cell that holds one", '["Delft", "Gouda"]', "Delft; Gouda"),
    _place("an empty list in a cell", "[]", None),
    _place(
        "signs written as numbers, one of them half a sign",
        '"Delft\\u00e9 \\ud83d\\ude00 \\ud800"',
        "Delfté 😀 �",
        said="letters that were read as others before",
    ),
    _place("a zero byte written as a number", '"De\\u0000lft"', "Delft"),
    _place("lists within lists, sixty thousand deep", "[" * 60_000 + "]" * 60_000, None, refused=NO_ROWS),
    _json("one name twice in an object, that says two things", '[{"id": "x0"}, {"id": "x1", "name": "a", "name": "b"}]', refused=TWICE),
    _json(
        "a page of several, as a web service gives it",
        f'{{"count": 250, "next": "http://x/?page=2", "results": {ROWS}}}',
        said="partner.json: it says that there are 250 rows, and 2 were read",
    ),
    _json(
        "a page that names the next one",
        f'{{"links": {{"next": "http://x/?page=2"}}, "results": {ROWS}}}',
        said="partner.json: it names a next page",
    ),
    _json("JSON that is called .csv", ROWS, file="partner.csv"),
    _json("text that is called .json", "id;naam\nx1;a\n", refused=NO_ROWS),
    _parquet(
        "days, moments with and without a zone",
        {"active_from": pa.array([dt.datetime(2026, 1, 2, 23, 30, tzinfo=dt.UTC), None])},
        {DAYS: ["2026-01-03", None]},
    ),
    _parquet(
        "moments to the billionth of a second",
        {"active_from": pa.array([1_767_398_400_123_456_789, None], pa.timestamp("ns"))},
        {DAYS: ["2026-01-03", None]},
    ),
    _parquet(
        "days far before and after",
        {"active_from": pa.array([dt.date(1, 1, 1), dt.date(9999, 12, 31)])},
        {DAYS: "9999-12-31"},
        rejected={1: "'0001-01-01' is not a day; write it as 2026-11-25."},
    ),
    _parquet(
        "texts as dictionary, as long text and as bytes",
        {
            "place": pa.array(["Delft", None]).dictionary_encode(),
            "about": pa.array(["u", "v"], pa.large_string()),
            "website": pa.array([b"w", b"\xff"]),
        },
        {partners(columns="place, about, website"): [("Delft", "u", "w"), (None, "v", "�")]},
    ),
    _parquet(
        "views of text, and columns of nothing",
        {"place": pa.array([None, None], pa.null()), "about": pa.array(["u", "v"], pa.string_view())},
        {partners(columns="place, about"): [(None, "u"), (None, "v")]},
    ),
    _parquet(
        "decimals, halves and whole numbers as texts",
        {"place": pa.array([decimal.Decimal("12.50"), None]), "about": pa.array([1.5, float("nan")]), "kvk": pa.array([2**63 - 1, None])},
        {partners(columns="place, about, kvk_number"): [("12.50", "1.5", "9223372036854775807"), (None, None, None)]},
    ),
    _parquet(
        "structs, maps and lists of lists",
        {"place": pa.array([{"stad": "Delft"}, None]), "about": pa.array([[["u"], ["v"]], None])},
        {partners("place IS NOT NULL", "about"): "u; v"},
    ),
    _parquet(
        "yes and no, times and spans of time",
        {"place": pa.array([True, None]), "about": pa.array([dt.time(9, 5), None]), "website": pa.array([dt.timedelta(days=1), None])},
        {partners("place IS NOT NULL", "place, about"): ("true", "09:05:00.000000")},
    ),
    _parquet(
        "two columns of one name, but for their case",
        {"Name": pa.array(["z", "z"])},
        said="the column Name is not known, or is there twice",
    ),
    _parquet("packed in another way", {"place": pa.array(["Delft"] * 2)}),
    Variant(
        "a Parquet file without rows",
        {"partner.parquet": parquet_of({"id": pa.array([], pa.string()), "name": pa.array([], pa.string())})},
        read=0,
    ),
    _bytes(
        "a Parquet file without columns",
        parquet_of({}),
        "partner.parquet is empty; export it again with a header and rows, or choose another file.",
    ),
    _bytes("a Parquet file cut in half", WHOLE[: len(WHOLE) // 2]),
    _bytes("a Parquet file without its tail", WHOLE[:-8]),
    _bytes(
        "a Parquet file with its middle turned over",
        WHOLE[:8] + bytes(255 - byte for byte in WHOLE[8:60]) + WHOLE[60:],
        "partner.parquet cannot be read to its end; copy, pack or export it again.",
    ),
    _bytes("a Parquet file of which the head alone is there", b"PAR1"),
    _bytes(
        "an Arrow file that is called Parquet",
        b"ARROW1\x00\x00" + bytes(range(1, 200)),
        "partner.parquet is not a table; give CSV, Excel, Parquet, JSON, a calendar (.ics) or address cards (.vcf).",
    ),
)
