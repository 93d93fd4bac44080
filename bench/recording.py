"""Turn a page as a visitor got it into constants, from which the baseline builds the same elements again on each run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pprint import pformat
from typing import Any

import pyarrow as pa
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.Markdown_pb2 import Markdown

from bench.visitor import Run

Path = tuple[int, ...]
Constant = dict[str, Any]
HEAD = "import datetime\n\nnan = float('nan')\n"
PARTS = {0: "main", 1: "sidebar"}


def recorded(run: Run) -> str:
    """A module with what stands on the page: `MAIN` and `SIDEBAR`, nested as on the page."""
    parts = {name.upper(): list(_below((number,), run.deltas)) for number, name in PARTS.items()}
    return "".join((HEAD, *(f"{name} = {pformat(found, width=160)}\n" for name, found in parts.items())))


def _below(path: Path, deltas: dict[Path, Delta]) -> Iterator[Constant]:
    inside = sorted(found for found in deltas if len(found) == len(path) + 1 and found[:-1] == path)
    for found in inside:
        delta = deltas[found]
        if delta.WhichOneof("type") == "add_block":
            yield {**_block(delta.add_block), "inside": list(_below(found, deltas))}
        elif delta.new_element.WhichOneof("type") != "empty":
            yield _element(delta.new_element)


def _block(block: Block) -> Constant:
    match block.WhichOneof("type"):
        case "column":
            return {"kind": "column", "weight": block.column.weight}
        case "expandable":
            return {"kind": "expander", "label": block.expandable.label}
        case "popover":
            return {"kind": "popover", "label": block.popover.label, "key": block.id[-40:]}
        case _:
            flex = block.flex_container
            return {"kind": "container", "horizontal": flex.direction == flex.HORIZONTAL, "border": flex.border}


def _element(element: Element) -> Constant:  # noqa: PLR0911, PLR0912
    kind = str(element.WhichOneof("type"))
    found: Any = getattr(element, kind)
    match kind:
        case "markdown":
            return {"kind": "caption" if found.element_type == Markdown.CAPTION else "markdown", "body": found.body}
        case "heading":
            return {"kind": {"h1": "title", "h2": "header"}.get(found.tag, "subheader"), "body": found.body}
        case "metric":
            return {"kind": kind, "label": found.label, "value": found.body, "delta": found.delta, "help": found.help}
        case "plotly_chart":
            return {"kind": kind, "spec": json.loads(found.spec)}
        case "table":
            return {"kind": kind, "columns": _columns(found.arrow_data.data)}
        case "dataframe":
            return {"kind": kind, "columns": _columns(found.arrow_data.data), "shown": json.loads(found.columns or "{}")}
        case "selectbox" | "multiselect":
            return {"kind": kind, "label": found.label, "options": list(found.options)}
        case "date_input":
            return {"kind": kind, "label": found.label, "value": next(iter(found.default))}
        case "button_group":
            return {"kind": kind, "label": found.label, "options": [option.content for option in found.options]}
        case "download_button" | "button":
            return {"kind": kind, "label": found.label, "help": found.help, "key": found.id[-40:]}
        case "code":
            return {"kind": kind, "body": found.code_text}
        case "alert":
            return {"kind": kind, "body": found.body}
        case _:
            raise ValueError(f"The bench cannot rebuild an element of the kind {kind}; teach it to bench/recording.py.")


def _columns(data: bytes) -> dict[str, list[Any]]:
    return pa.ipc.open_stream(BytesIO(data)).read_all().to_pydict()
