"""The map of sector by cluster: how many of the partners are covered, and where fewer than half are."""

from __future__ import annotations

import plotly.graph_objects as go

from relinsight.export.charts.base import Layout, figure, named_axis, rule, speaker, words
from relinsight.export.palette import BACKGROUND, INK, LOSS, MUTED, SEQUENTIAL, look
from relinsight.insights.blocks import Cells, Chart
from relinsight.languages.sentence import Speaker
from relinsight.words.text import text

DARK_FROM = 6 / 9  # from the seventh step of the sequential palette on, ink is no longer read


def draw(chart: Chart, language: str) -> go.Figure:
    """Rows: sector, sector_name, cluster, cluster_name, covered, partners; `all` in either is a total."""
    say = speaker(language)
    sectors = _ordered(chart.rows, "sector", "sector_name")
    clusters = _ordered(chart.rows, "cluster", "cluster_name")
    cells = {(row["sector"], row["cluster"]): row for row in chart.rows}
    inner_s = [key for key in sectors if key != "all"]
    inner_c = [key for key in clusters if key != "all"]
    shares = [[_share(cells.get((s, c))) for c in inner_c] for s in inner_s]
    heat: Layout = {
        "type": "heatmap", "x": list(range(len(inner_c))), "y": list(range(len(inner_s))), "z": shares,
        "xgap": 3, "ygap": 3, "zmin": 0, "zmax": 1, "showscale": False, "hoverinfo": "skip",
        "colorscale": [[i / 9, colour] for i, colour in enumerate(SEQUENTIAL)],
    }  # fmt: skip
    notes = [note for s in sectors for c in clusters for note in _cell(cells.get((s, c)), _at(s, inner_s), _at(c, inner_c), say)]
    boxes = [_box(_at(c, inner_c), _at(s, inner_s)) for s in inner_s for c in inner_c if _is_white(cells.get((s, c)))]
    heads = [
        words(_at(c, inner_c), 1, _wrapped(say(name)), yref="paper", yanchor="bottom", font={"size": 12, "color": MUTED})
        for c, name in clusters.items()
    ]
    glyphs = [_glyph(sector, position) for position, sector in enumerate(inner_s)]
    below = rule(-0.5, len(inner_c) + 0.6, len(inner_s) - 0.42, len(inner_s) - 0.42)
    return figure(
        [heat, *glyphs], chart.height,
        annotations=notes + heads, shapes=[*boxes, below],
        xaxis=named_axis(range=[-0.75, len(inner_c) + 0.6], showticklabels=False),
        yaxis=named_axis(
            range=[len(inner_s) + 0.6, -0.55], tickvals=[_at(s, inner_s) for s in sectors],
            ticktext=[say(name) for name in sectors.values()],
        ),
    ).update_layout(margin_t=38)  # fmt: skip


def _ordered(rows: tuple[Cells, ...], key: str, name: str) -> dict[str, object]:
    return {str(row[key]): row[name] for row in rows}


def _at(key: str, inner: list[str]) -> float:
    return float(inner.index(key)) if key in inner else len(inner) + 0.1


def _share(cell: Cells | None) -> float | None:
    return None if not cell or not cell["partners"] else float(cell["covered"]) / float(cell["partners"])


def _is_white(cell: Cells | None) -> bool:
    share = _share(cell)
    return share is not None and share < 0.5


def _cell(cell: Cells | None, y: float, x: float, say: Speaker) -> list[Layout]:
    share = _share(cell)
    if cell is None or share is None:
        return [words(x, y, "·")]
    total = "all" in (cell["sector"], cell["cluster"])
    said = say(text("{covered} of {partners}", covered=cell["covered"], partners=cell["partners"]))
    bold = said.replace(say(cell["covered"]), f"<b>{say(cell['covered'])}</b>", 1) if total or _is_white(cell) else said
    colour = INK if total or share < DARK_FROM else BACKGROUND
    return [words(x, y, bold, font={"size": 12, "color": colour})]


def _box(x: float, y: float) -> Layout:
    return {
        "type": "rect",
        "x0": x - 0.47,
        "x1": x + 0.47,
        "y0": y - 0.46,
        "y1": y + 0.46,
        "line": {"color": LOSS, "width": 1.5},
    }


def _glyph(sector: str, y: int) -> Layout:
    style = look(sector)
    marker = {"symbol": style.symbol, "color": style.colour, "size": 10 * style.ink}
    return {
        "type": "scatter",
        "x": [-0.64],
        "y": [y],
        "mode": "markers",
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _wrapped(name: str, width: int = 12) -> str:
    """Break a long name over two lines at the blank nearest to its middle."""
    if len(name) <= width or " " not in name:
        return name
    middle = min((i for i, letter in enumerate(name) if letter == " "), key=lambda i: abs(i - len(name) / 2))
    return f"{name[:middle]}<br>{name[middle + 1 :]}"
