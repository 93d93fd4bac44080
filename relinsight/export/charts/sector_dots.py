"""The sectors side by side: one row a sector, one narrow axis a measure."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, axis, figure, named_axis, outline, rule, speaker, words
from relinsight.export.palette import BACKGROUND, INK, MUTED, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker

GAP = 0.035


def draw(chart: Chart, language: str) -> go.Figure:
    """One dot a sector and measure, a dotted line for all partners.

    Rows: sector, sector_name, measure, measure_name, measure_note, value (empty: too few), low, high, said, all, all_said.
    """
    say = speaker(language)
    sectors = list(dict.fromkeys(str(row["sector"]) for row in chart.rows))
    names = {str(row["sector"]): say(row["sector_name"]) for row in chart.rows}
    measures = list(dict.fromkeys(str(row["measure"]) for row in chart.rows))
    layout: Layout = {}
    traces: list[Layout] = []
    notes: list[Layout] = []
    shapes: list[Layout] = []
    for number, measure in enumerate(measures, start=1):
        rows = [row for row in chart.rows if row["measure"] == measure]
        domain = _domain(number, len(measures))
        suffix = "" if number == 1 else str(number)
        layout[f"xaxis{suffix}"] = axis(domain=domain, range=_range(rows), showticklabels=False, anchor="y")
        traces += _intervals(rows, sectors, suffix) + [_dots(rows, sectors, suffix)]
        notes += _heads(rows, domain, suffix, len(sectors), say) + _values(rows, sectors, suffix, say)
        shapes += _lines(rows, sectors, suffix)
    ticks = {"tickvals": list(range(len(sectors))), "ticktext": [names[sector] for sector in sectors]}
    layout["yaxis"] = named_axis(range=[len(sectors) - 0.2, -0.6], **ticks)
    return figure(traces, chart.height, annotations=notes, shapes=shapes, **layout).update_layout(margin_t=44)


def _domain(number: int, count: int) -> list[float]:
    first = 0.30 if count > 1 else 1.0
    width = (1 - first - GAP * (count - 1)) / max(count - 1, 1)
    start = 0.0 if number == 1 else first + GAP + (number - 2) * (width + GAP)
    return [start, first if number == 1 else start + width]


def _range(rows: list[Cells]) -> list[float]:
    ends = [float(row[name]) for row in rows for name in ("value", "low", "high", "all") if row.get(name) is not None]
    low, high = min(ends or [0.0]), max(ends or [1.0])
    room = (high - low) or 1.0
    return [low - 0.12 * room, high + 0.75 * room]


def _known(rows: list[Cells]) -> list[Cells]:
    return [row for row in rows if row["value"] is not None]


def _dots(rows: list[Cells], sectors: list[str], suffix: str) -> Layout:
    known = _known(rows)
    looks = [look(str(row["sector"])) for row in known]
    marker = {
        "symbol": [s.symbol for s in looks],
        "color": [s.colour for s in looks],
        "size": [12 * s.ink for s in looks],
        "line": outline(),
        "opacity": 1,
    }
    return {
        "type": "scatter", "mode": "markers", "xaxis": f"x{suffix}", "hoverinfo": "skip", "cliponaxis": False,
        "x": [float(row["value"]) for row in known], "y": [sectors.index(str(row["sector"])) for row in known], "marker": marker,
    }  # fmt: skip


def _intervals(rows: list[Cells], sectors: list[str], suffix: str) -> list[Layout]:
    return [
        {
            "type": "scatter", "mode": "lines", "xaxis": f"x{suffix}", "hoverinfo": "skip", "opacity": 0.45,
            "x": [float(row["low"]), float(row["high"])], "y": [sectors.index(str(row["sector"]))] * 2,
            "line": {"width": 4, "color": look(str(row["sector"])).colour},
        }
        for row in _known(rows) if row.get("low") is not None and row.get("high") is not None
    ]  # fmt: skip


def _heads(rows: list[Cells], domain: list[float], suffix: str, count: int, say: Speaker) -> list[Layout]:
    head = f"<b>{say(rows[0]['measure_name'])}</b><br>{say(rows[0]['measure_note'])}"
    top = words(
        domain[0],
        1,
        head,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        align="left",
        font={"size": 12, "color": INK},
    )
    if rows[0]["all"] is None:
        return [top]
    foot = words(
        float(rows[0]["all"]),
        count - 0.35,
        say(rows[0]["all_said"]),
        xref=f"x{suffix}",
        font={"size": 12, "color": MUTED},
    )
    return [top, foot]


def _values(rows: list[Cells], sectors: list[str], suffix: str, say: Speaker) -> list[Layout]:
    low, high = _range(rows)
    notes: list[Layout] = []
    for row in rows:
        y = sectors.index(str(row["sector"]))
        place = {"xref": f"x{suffix}", "xanchor": "left", "bgcolor": BACKGROUND, "borderpad": 1}
        if row["value"] is None:
            notes.append(words(low, y, say(row["said"]), **place))
            continue
        end = max(float(row["value"]), float(row["high"] if row.get("high") is not None else row["value"]))
        notes.append(words(end + (high - low) * 0.05, y, say(row["said"]), **place, font={"size": 12, "color": INK}))
    return notes


def _lines(rows: list[Cells], sectors: list[str], suffix: str) -> list[Layout]:
    low, high = _range(rows)
    across = [rule(low, high, y, y, xref=f"x{suffix}") for y in range(len(sectors))]
    if rows[0]["all"] is None:
        return across
    dotted = {"color": INK, "width": 1, "dash": "dot"}
    return [*across, rule(rows[0]["all"], rows[0]["all"], -0.5, len(sectors) - 0.55, xref=f"x{suffix}", line=dotted)]
