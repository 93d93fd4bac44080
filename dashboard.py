"""The dashboard as an application: the frame, and the routes beside it."""

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route

from relinsight.show import heaps


async def _healthz(_request: object) -> JSONResponse:
    return JSONResponse({"status": "ok"})


heaps.share()
app = st.App("relinsight/show/frame.py", routes=[Route("/healthz", _healthz)])
