"""The dashboard: `streamlit run dashboard.py` opens it."""

from relinsight.show.app import app

__all__ = ["app"]
