"""The dashboard as an application: the frame, and the routes beside it."""

from pathlib import Path

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

from relinsight.show.door import lifespan

__all__ = ["FRAME", "app", "lifespan", "routes"]

FRAME = str(Path(__file__).with_name("frame.py"))


async def _healthz(_request: object) -> JSONResponse:
    return JSONResponse({"status": "ok"})


def routes() -> list[Route]:
    """What the server answers beside the pages."""
    return [Route("/healthz", _healthz)]


app = st.App(FRAME, routes=routes(), lifespan=lifespan)
