"""The dashboard as an application: the frame, and the routes beside it."""

from pathlib import Path

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route


async def _healthz(_request: object) -> JSONResponse:
    return JSONResponse({"status": "ok"})


app = st.App(str(Path(__file__).with_name("frame.py")), routes=[Route("/healthz", _healthz)])
