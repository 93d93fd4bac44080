"""The chain of promises per tier: what holds at each link, and what falls away there."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from relinsight.export.charts.ground import PALE_TEXT, Layout, axis, bars, figure, named_axis, speaker, words
from relinsight.export.palette import BACKGROUND, FALL, KEPT, LOSS, PALE
from relinsight.insights.exhibits.falling_bars import Fall, FallingBars
from relinsight.languages.sentence import Speaker
from relinsight.words.text import counted, text

NAMES, GROUP, HEIGHT = 125, 135, 300  # pixels for the names of the links, for each group, and for all of it
GAP = 0.06  # between two subplots, as a share of the width
WIDTH = 1.28  # of a group, and room behind it for what fell away


@dataclass(frozen=True)
class Panel:
    """The subplot of one group: its rows, the end of its axes' names and where it stands."""

    rows: list[Fall]
    suffix: str
    start: float
    width: float


def draw(exhibit: FallingBars, language: str) -> go.Figure:
    """One subplot a group on one scale: the share of the group."""
    say = speaker(language)
    links = list(dict.fromkeys(say(row.link) for row in exhibit.rows))
    panels = _panels(exhibit)
    layout: Layout = {"yaxis": named_axis(autorange="reversed", categoryarray=links, categoryorder="array")}
    for panel in panels:
        layout |= _axes(panel, links)
    return figure(
        [trace for panel in panels for trace in _bars(panel, exhibit, say)],
        NAMES + GROUP * len(panels),
        HEIGHT,
        top=30,
        barmode="stack",
        bargap=0.35,
        annotations=[note for panel in panels for note in (_head(panel, say), *_notes(panel, say))],
        **layout,
    )


def _panels(exhibit: FallingBars) -> list[Panel]:
    groups = list(dict.fromkeys(row.group for row in exhibit.rows))
    width = (1 - GAP * (len(groups) - 1)) / max(len(groups), 1)
    return [
        Panel([row for row in exhibit.rows if row.group == group], str(number + 1) if number else "", number * (width + GAP), width)
        for number, group in enumerate(groups)
    ]


def _axes(panel: Panel, links: list[str]) -> Layout:
    domain = [panel.start, panel.start + panel.width]
    across = axis(domain=domain, range=[0, WIDTH], showticklabels=False, anchor=f"y{panel.suffix}")
    if not panel.suffix:
        return {"xaxis": across}
    upright = {"anchor": f"x{panel.suffix}", "matches": "y", "showticklabels": False, "autorange": "reversed"}
    return {
        f"xaxis{panel.suffix}": across,
        f"yaxis{panel.suffix}": axis(categoryarray=links, categoryorder="array", **upright),
    }


def _bars(panel: Panel, exhibit: FallingBars, say: Speaker) -> list[Layout]:
    promised = [row for row in panel.rows if row.promised]
    names = [say(row.link) for row in promised]
    place = {"xaxis": f"x{panel.suffix}", "yaxis": f"y{panel.suffix}"}
    numbers = {
        "text": [f"<b>{say(row.kept)}</b>" for row in promised],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "textfont": {"color": BACKGROUND, "size": 13},
    }
    colours = [FALL if exhibit.is_strong(row) else PALE for row in promised]
    kept = bars([_share(row.kept, row) for row in promised], names, KEPT, **place, **numbers)
    return [kept, bars([_share(row.lost, row) for row in promised], names, colours, **place)]


def _head(panel: Panel, say: Speaker) -> Layout:
    total = counted("{n} partner", "{n} partners", panel.rows[0].total)
    head = f"<b>{say(panel.rows[0].group)}</b> {say(total)}"
    return words(panel.start, 1, head, xref="paper", yref="paper", xanchor="left", yanchor="bottom", font={"size": 13})


def _notes(panel: Panel, say: Speaker) -> list[Layout]:
    return [_note(row, panel.suffix, say) for row in panel.rows if row.lost or not row.promised]


def _note(row: Fall, suffix: str, say: Speaker) -> Layout:
    place = {"xref": f"x{suffix}", "yref": f"y{suffix}", "xanchor": "left"}
    if not row.promised:
        return words(0.02, say(row.link), say(text("not promised")), **place, font=PALE_TEXT)
    end = _share(row.kept, row) + _share(row.lost, row)
    return words(end + 0.01, say(row.link), f"−{say(row.lost)}", **place, font={"size": 12, "color": LOSS})


def _share(part: int, row: Fall) -> float:
    return part / row.total if row.total else 0.0
