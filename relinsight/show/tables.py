"""Tables on the screen: short ones that wrap, long ones that scroll, each with its file to take along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from relinsight.access.choices import Sector
from relinsight.export.numbers import number_in
from relinsight.export.palette import look
from relinsight.export.tables import as_csv, said
from relinsight.insights.blocks import Chart, Table
from relinsight.insights.columns import ColumnKind, TableColumn
from relinsight.insights.exhibits.exhibit import Line
from relinsight.languages.sentence import Speaker
from relinsight.show import amounts, caches
from relinsight.show.markdown import for_markdown
from relinsight.show.run import TO_DOSSIER, Run
from relinsight.words.quantities import Percent
from relinsight.words.text import text

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

ROW, SHOWN = 35, 12
ALL = 100  # of a hundred
# How wide a column of words is, in pixels; one of figures, days or few letters takes what its longest cell needs.
WIDTHS: Mapping[ColumnKind, int] = {"partner": 220, "sector": 126, "words": 136, "sentence": 200}
TICKS = {True: ("green", "✓"), False: ("red", "✕")}


def show(table: Table, run: Run) -> None:
    """The title, the rows, and below them what they mean."""
    st.header(run.say.heading(table.title), anchor=False)
    if not table.rows:
        st.caption(run.say(table.none))
        return
    if table.short:
        st.table(_wrapping(table, run), border="horizontal", hide_index=True)
    else:
        _scrolling(table, run)
    _caption(table, run)


def rows_of(chart: Chart, run: Run) -> None:
    """The table that says the same as a chart, and its file."""
    with st.container(horizontal=True, gap="xsmall"):
        _as_table(chart, run)
        _take_along(chart, run)


def _as_table(chart: Chart, run: Run) -> None:
    opened = st.popover(
        run.say(text("As a table")),
        key=f"as-table-{chart.name}",
        on_change="rerun",
        type="tertiary",
        icon=":material/table_rows:",
    )
    if opened.open:
        with opened:
            _scrolling(chart, run)


def _caption(table: Table, run: Run) -> None:
    with st.container(gap="xxsmall"):
        if table.caption:
            st.caption(run.say(table.caption))
        _take_along(table, run)


def _take_along(block: Table | Chart, run: Run) -> None:
    st.download_button(
        "CSV",
        lambda: as_csv(block, run.request.language),
        file_name=_file_name(block, run),
        mime="text/csv",
        key=f"csv-{block.name}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=run.say(text("Take these rows along for a spreadsheet.")),
    )


def _file_name(block: Table | Chart, run: Run) -> str:
    named = block.file_name if isinstance(block, Table) else None
    return named or f"{run.page}-{block.name}.csv"


def _wrapping(table: Table, run: Run) -> pd.DataFrame | Styler:
    if amounts.are_in(table):
        written = {run.say(column.label): [_aligned(row, column, run) for row in table.rows] for column in table.columns}
        return amounts.written(pd.DataFrame(written), table, run.plain)
    data = [[_markdown(row, column, run) for column in table.columns] for row in table.rows]
    return pd.DataFrame(data, columns=[run.say(column.label) for column in table.columns])


def _aligned(row: Line, column: TableColumn, run: Run) -> object:
    """A number that stands under the others, or words that wrap."""
    return _cell(row, column, run) if column.kind in amounts.NUMBERS else _markdown(row, column, run)


def _markdown(row: Line, column: TableColumn, run: Run) -> str:
    value = column.cell(row)
    match column.kind:
        case "partner" if value is not None:
            return f"[{for_markdown(str(value))}]({run.dossier(column.partner(row))})"
        case "tick" if value is not None:
            colour, mark = TICKS[bool(value)]
            return f":{colour}[{mark}\N{NO-BREAK SPACE}{run.say(text('yes') if value else text('no'))}]"
        case "sector":
            return _sector(value, column, run.say)
        case "day" | "money" | "number" | "short":
            return said(value, column, run.say).replace(" ", "\N{NO-BREAK SPACE}")
        case _:
            return said(value, column, run.say)


def _sector(value: Any, column: TableColumn, say: Speaker) -> str:
    named = said(value, column, say)
    return f"{look(value).glyph} {named}" if isinstance(value, Sector) else named


def _scrolling(table: Table | Chart, run: Run) -> None:
    _drawn(table, caches.frame(table, run.request.language, lambda: _frame(table, run)), run)


def scrolling(table: Table, run: Run) -> None:
    """The rows alone, of a table that is made anew in each run."""
    _drawn(table, _frame(table, run), run)


def with_button(table: Table, run: Run, label: str, rows: Sequence[bool], key: str, clicked: Callable[[int], None]) -> None:
    """The rows with a button at the end of some of them, which says in which row it was clicked."""

    def tell() -> None:
        if found := st.session_state[key]:
            clicked(found["row"])

    frame = _frame(table, run).append_column(key, [[label if has else None for has in rows]])
    _drawn(table, frame, run, {key: st.column_config.ButtonColumn(label, type="tertiary", key=key, on_click=tell)})


def _drawn(table: Table | Chart, frame: caches.Framed, run: Run, more: Mapping[str, Any] = MappingProxyType({})) -> None:
    st.dataframe(
        frame,
        hide_index=True,
        height=ROW * (min(len(table.rows), SHOWN) + 1) + 2,
        column_config={f"{number}": _config(column, table, run) for number, column in enumerate(table.columns)} | dict(more),
        placeholder="–",
        alt=run.plain.heading(table.title),
        key=f"table-{table.name}",
    )
    if any(column.kind == "partner" for column in table.columns):
        st.caption(run.say(text("Choose a name to open its dossier.")))


def _frame(table: Table | Chart, run: Run) -> caches.Framed:
    frame = pd.DataFrame({f"{number}": [_cell(row, column, run) for row in table.rows] for number, column in enumerate(table.columns)})
    return amounts.written(frame, table, run.plain) if amounts.are_in(table) else pa.Table.from_pandas(frame, preserve_index=False)


def _cell(row: Line, column: TableColumn, run: Run) -> object:
    value = column.cell(row)
    match column.kind:
        case "partner" if value is not None:
            return _as_label(str(value))
        case "sector":
            return _sector(value, column, run.plain)
        case "part" if value is not None:
            return float(Percent(float(number_in(value) or 0)).of_a_hundred)
        case kind if kind in amounts.NUMBERS:
            return number_in(value)
        case "day" | "tick":
            return value
        case _:
            return said(value, column, run.plain)


def _as_label(name: str) -> str:
    """A name on a button, which would show a symbol for a name that reads like the word for one."""
    return name.replace(":material/", ":\N{ZERO WIDTH SPACE}material/")


def _open(key: str, partners: Sequence[str]) -> None:
    """Go to the dossier of the partner whose name was clicked; the frame leads there in the run that follows."""
    if clicked := st.session_state[key]:
        st.session_state[TO_DOSSIER] = partners[clicked["row"]]


def _names(label: str, column: TableColumn, table: Table | Chart, shared: dict[str, Any]) -> Any:
    """Names that are words to whoever sorts, searches or listens, and that lead to the dossier."""
    partners = tuple(str(column.partner(row)) for row in table.rows)
    key = f"open-{table.name}"
    return st.column_config.ButtonColumn(label, type="tertiary", alignment="left", key=key, on_click=_open, args=(key, partners), **shared)


def _config(column: TableColumn, table: Table | Chart, run: Run) -> Any:  # noqa: PLR0911
    label = run.plain(column.label)
    shared: dict[str, Any] = {"width": WIDTHS[column.kind]} if column.kind in WIDTHS else {}
    match column.kind:
        case "partner":
            return _names(label, column, table, shared)
        case "day":
            return st.column_config.DateColumn(label, format="DD-MM-YYYY", **shared)
        case "number" | "score":
            return st.column_config.NumberColumn(label, format="%.0f", **shared)
        case "ratio":
            return st.column_config.NumberColumn(label, format="%.1f", **shared)
        case "money":
            return st.column_config.NumberColumn(label, **shared)
        case "share":
            return st.column_config.NumberColumn(label, format="percent", **shared)
        case "part":
            return st.column_config.ProgressColumn(label, format="%g %%", min_value=0, max_value=ALL, **shared)
        case "tick":
            return st.column_config.CheckboxColumn(label, **shared)
        case _:
            return st.column_config.TextColumn(label, **shared)
