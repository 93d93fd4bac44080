"""The dashboard: `streamlit run dashboard.py` opens it."""

import streamlit as st

from relinsight.show.app import FRAME, lifespan, routes

app = st.App(FRAME, routes=routes(), lifespan=lifespan)
