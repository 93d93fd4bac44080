"""Rows of a workbook by their pattern are the rows that a parser of XML finds."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relinsight.sources.workbook import grid
from relinsight.sources.workbook.package import Package
from relinsight.sources.workbook.plain_rows import OtherRow, PlainRow, is_plain, pieces

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://x" xmlns:x14ac="http://y"><sheetData>'
TAIL = '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
FORMATS = ("General", "0.00", "0%", "dd-mm-yyyy", "0000", '"+"0', "#,##0.00", "[h]:mm:ss")
PACKAGE = Package(Path("book.xlsx"), (), ("shared", " ", "a;b", "x"), FORMATS, datetime(1899, 12, 30))  # noqa: DTZ001


def filled(sheet: str | bytes) -> grid.Filled:
    return grid.Filled(io.BytesIO(sheet if isinstance(sheet, bytes) else sheet.encode()), Path("book.xlsx"))


def both(sheet: str | bytes) -> tuple[list[grid.GridRow], list[grid.GridRow]]:
    return tuple(list(read(PACKAGE, filled(sheet))) for read in (grid._by_pattern, grid._by_parser))


def kinds(sheet: str) -> list[type]:
    return [type(piece) for piece in pieces(filled(sheet)) if isinstance(piece, PlainRow | OtherRow)]


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
numbers = st.one_of(
    st.integers(-(10**16), 10**16).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(["", "-0", "1.250", "1E3", "x"]),
)
styles = st.one_of(st.just(""), st.integers(0, 9).map(' s="{}"'.format))


@st.composite
def cells(draw: st.DrawFn) -> str:
    at, style = f"{draw(st.sampled_from('ABZ'))}{draw(st.integers(1, 99))}", draw(styles)
    text = escape(draw(texts))
    return draw(
        st.sampled_from(
            [
                f'<c r="{at}"{style}><v>{draw(numbers)}</v></c>',
                f'<c r="{at}"{style} t="n"><f>A1+1</f><v>{draw(numbers)}</v></c>',
                f'<c r="{at}"{style} t="s"><v>{draw(st.integers(0, 3))}</v></c>',
                f'<c r="{at}" t="b"><v>{draw(st.integers(0, 2))}</v></c>',
                f'<c r="{at}" t="str"><v>{text}</v></c>',
                f'<c r="{at}" t="str"><f t="shared" si="0"/><v>{text}</v></c>',
                f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>',
                f'<c r="{at}" t="inlineStr"><is><r><t>{text}</t></r><r><t>x</t></r></is></c>',
                f'<c r="{at}" t="e"><v>#N/A</v></c>',
                f'<c r="{at}"{style}/>',
                f"<c><v>{draw(numbers)}</v></c>",
                f'<c r="{at}"><f>A1</f></c>',
                f'<c r="{at}" t="str"><v><![CDATA[{text}]]></v></c>',
            ]
        )
    )


@st.composite
def sheets(draw: st.DrawFn) -> str:
    opened = ["<row>", '<row r="3" x14ac:dyDescent="0.25">', '<row r="7" hidden="1">', '<row spans="1:2">', '<row r="2" hidden="false">']
    rows = [f"{draw(st.sampled_from(opened))}{''.join(draw(st.lists(cells(), max_size=4)))}</row>" for _ in range(draw(st.integers(0, 6)))]
    return HEAD + draw(st.sampled_from(["", "\n"])).join([*rows, draw(st.sampled_from(["", "<row/>", '<row r="99"/>']))]) + TAIL


@settings(max_examples=150, deadline=None)
@given(sheets())
def test_the_pattern_finds_what_the_parser_finds(sheet: str):
    try:
        expected = list(grid._by_parser(PACKAGE, filled(sheet)))
    except (ET.ParseError, ValueError, IndexError) as error:
        with pytest.raises(type(error)):
            list(grid._by_pattern(PACKAGE, filled(sheet)))
        return
    assert list(grid._by_pattern(PACKAGE, filled(sheet))) == expected


def test_rows_that_programs_write_are_read_by_their_pattern():
    row = '<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c><c r="C1" s="3"/></row>'
    assert kinds(HEAD + row + TAIL) == [PlainRow]
    assert kinds(HEAD + row.replace(' s="1"', ' cm="1"') + TAIL) == [OtherRow]


@pytest.mark.parametrize(
    "sheet",
    [
        HEAD + '<row r="1"><c r="A1"><v>1</v></c></row>',
        HEAD + '<row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
        HEAD + '<row r="1"><c r="A1"><v>1</c></row>' + TAIL,
        HEAD + '<row r="1"><c r="A1"><v>1</v></c><row r="2"></row>' + TAIL,
        HEAD + '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>' + TAIL,
        (HEAD + '<row r="1"><c r="A1" t="str"><v>é</v></c></row>' + TAIL).encode("latin-1"),
    ],
    ids=["cut short", "no end", "no end of a value", "no end of a row", "a sign that no text has", "other letters"],
)
def test_what_is_no_whole_sheet_is_one_in_neither_way(sheet: str | bytes):
    for read in (grid._by_pattern, grid._by_parser):
        with pytest.raises((ET.ParseError, ValueError)):
            list(read(PACKAGE, filled(sheet)))


@pytest.mark.parametrize(
    ("start", "plain"),
    [
        (HEAD, True),
        (HEAD.replace('"', "'"), True),
        ("<worksheet>", True),
        ("\ufeff" + HEAD, True),
        (HEAD.replace("UTF-8", "UTF-16"), False),
        (HEAD.replace("<worksheet", "<x:worksheet"), False),
        (HEAD.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), False),
        (HEAD.replace("<sheetData>", "<!-- rows --><sheetData>"), False),
    ],
)
def test_only_a_sheet_in_the_usual_writing_is_read_so(start: str, plain: bool):
    assert is_plain(start.encode()) is plain


def test_rows_over_the_end_of_what_is_read_at_once_are_whole():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{"é" * 700}{n}</t></is></c></row>' for n in range(1, 900))
    pattern, parser = both(HEAD + rows + TAIL)
    assert len(pattern) == 899
    assert pattern == parser
