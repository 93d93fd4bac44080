"""A page with the same elements as one of ours, each built from constants on each run: nothing is read and nothing is computed."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

FOLDER = os.environ["RELINSIGHT_BENCH"]  # where the bench wrote a module of constants for each page
PAGES = ("portfolio", "coverage", "sectors", "partner")
Constant = dict[str, Any]


def build(elements: list[Constant], parent: Any) -> None:
    """The elements inside one container, those side by side made at once as columns."""
    for number, element in enumerate(elements):
        inside = element.get("inside")
        if inside is None:
            _leaf(element, parent, f"{id(elements)}-{number}")
        elif inside and all(child["kind"] == "column" for child in inside):
            for column, child in zip(parent.columns([child["weight"] for child in inside]), inside, strict=True):
                build(child["inside"], column)
        else:
            build(inside, _container(element, parent))


def _container(element: Constant, parent: Any) -> Any:
    match element["kind"]:
        case "expander":
            return parent.expander(element["label"])
        case "popover":
            return parent.popover(element["label"], key=element["key"] or None, on_change="rerun" if element["key"] else "ignore")
        case _:
            return parent.container(horizontal=element["horizontal"], border=element["border"])


def _leaf(element: Constant, parent: Any, key: str) -> None:
    match element["kind"]:
        case "caption" | "markdown" | "title" | "header" | "subheader" as kind:
            getattr(parent, kind)(element["body"])
        case "metric":
            parent.metric(element["label"], element["value"], element["delta"] or None, help=element["help"] or None, border=True)
        case "plotly_chart":
            parent.plotly_chart(go.Figure(**element["spec"]), key=key)
        case "table":
            parent.table(pd.DataFrame(element["columns"]))
        case "dataframe":
            parent.dataframe(pd.DataFrame(element["columns"]), hide_index=True, column_config=element["shown"], key=key)
        case "selectbox" | "multiselect" as kind:
            getattr(parent, kind)(element["label"], element["options"], key=key)
        case "date_input":
            parent.date_input(element["label"], date.fromisoformat(element["value"].replace("/", "-")), key=key)
        case "button_group":
            parent.segmented_control(element["label"], element["options"], key=key)
        case "download_button":
            parent.download_button(element["label"], "", help=element["help"] or None, key=element["key"], on_click="ignore")
        case "button":
            parent.button(element["label"], key=element["key"])
        case "code":
            parent.code(element["body"])
        case _:
            parent.warning(element["body"])


def show(constants: ModuleType) -> None:
    """The page itself, without what stands in the sidebar."""
    build(constants.MAIN, st)


def frame() -> None:
    """One run of the script: the navigation, the sidebar and the page that the address names."""
    st.set_page_config("constants", layout="wide")
    if FOLDER not in sys.path:
        sys.path.append(FOLDER)
    constants = {name: import_module(f"constants_{name}") for name in PAGES}
    page = st.navigation([st.Page(partial(show, found), title=name, url_path=name) for name, found in constants.items()])
    build(constants[page.url_path or PAGES[0]].SIDEBAR, st.sidebar)
    page.run()


frame()
