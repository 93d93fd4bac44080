"""A page with nothing on it but its heading: what a run costs before anything is asked."""

import streamlit as st

st.title("Empty")
