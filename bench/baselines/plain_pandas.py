"""The portfolio page as one would write it in an afternoon: plain Streamlit, pandas and Plotly Express over the same files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

FOLDER = Path(os.environ["RELINSIGHT_BENCH"])
INITIATIVE = ["us", "both"]


@st.cache_data
def table(name: str, days: tuple[str, ...] = ()) -> pd.DataFrame:
    """One file of the city, read once."""
    return pd.read_csv(FOLDER / f"{name}.csv", parse_dates=list(days))


@st.cache_data
def contacts() -> pd.DataFrame:
    """The achieved contact moments with their partners."""
    moments = table("contact_moment", ("day",))
    return moments[moments["achieved"].fillna(False).astype(bool)].merge(
        table("contact_moment_partner"), left_on="id", right_on="contact_moment_id"
    )


def open_on(frame: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The rows whose period holds on a day."""
    first, last = pd.to_datetime(frame["from_date"]), pd.to_datetime(frame["to_date"])
    return frame[(first.isna() | (first <= day)) & (last.isna() | (last >= day))]


def portfolio(day: pd.Timestamp) -> pd.DataFrame:
    """One row a partner: its tier, sector and owner, its last contact and the view that it has of us."""
    tiers = open_on(table("partner_tier"), day)[["partner_id", "tier"]]
    sectors = open_on(table("partner_sector"), day).drop_duplicates("partner_id")[["partner_id", "sector_id"]]
    ties = open_on(table("tie"), day)
    owners = ties[ties["kind"] == "account_manager"].drop_duplicates("partner_id")[["partner_id", "employee_id"]]
    made = contacts()
    made = made[made["day"] <= day]
    last = made.groupby("partner_id")["day"].max().rename("last")
    rows = table("partner")[["id", "name"]].merge(tiers, left_on="id", right_on="partner_id")
    rows = rows.merge(sectors, "left", "partner_id").merge(owners, "left", "partner_id").merge(last, "left", "partner_id")
    rows = rows.merge(table("tier_policy")[["tier", "rhythm_days"]], "left", "tier").merge(views(day), "left", "partner_id")
    rows["days"] = (day - rows["last"]).dt.days
    rows["ratio"] = rows["days"] / rows["rhythm_days"]
    rows["state"] = pd.cut(rows["ratio"], [-1, 1, 1.5, 3, 10**6], labels=["in time", "cooling", "dormant", "lost"]).astype(str)
    return rows


def views(day: pd.Timestamp) -> pd.DataFrame:
    """What each partner thinks of us, on 0 to 100."""
    forms = table("assessment", ("day",))
    forms = forms[(forms["side"] == "partner") & (forms["perspective"] == "own") & (forms["day"] <= day)]
    scores = table("assessment_score").groupby("assessment_id")["score"].mean().rename("score")
    newest = forms.sort_values("day").drop_duplicates("partner_id", keep="last").merge(scores, left_on="id", right_on="assessment_id")
    return newest.assign(view=(newest["score"] - 1) / 4 * 100)[["partner_id", "view"]]


def page() -> None:
    """The filters, the figures, two charts and the rows."""
    st.set_page_config("Portfolio", layout="wide")
    whole = portfolio(pd.Timestamp(2026, 11, 23))
    asked = st.query_params.get_all("sector")
    with st.sidebar:
        day = pd.Timestamp(st.date_input("As of", date(2026, 11, 23)))
        st.multiselect("Sector", sorted(whole["sector_id"].dropna().unique()))
        st.multiselect("Tier", ["A", "B", "C"])
        st.multiselect("Account manager", sorted(whole["employee_id"].dropna().unique()))
    now, before = portfolio(day), portfolio(day - pd.Timedelta(days=91))
    if asked and asked != ["all"]:
        now, before = now[now["sector_id"].isin(asked)], before[before["sector_id"].isin(asked)]
    year = contacts()
    year = year[(year["day"] > day - pd.Timedelta(days=365)) & year["partner_id"].isin(now["partner_id"])]
    good = year["initiative"].isin(INITIATIVE) & (year["occasion"] != "issue")
    st.title(f"{(now['state'] == 'in time').sum()} of {len(now)} relations keep their rhythm")
    numbers = {
        "In touch": ((now["state"] == "in time").sum(), (before["state"] == "in time").sum()),
        "Their view of us": (round(now["view"].mean()), round(before["view"].mean())),
        "Without an owner": (now["employee_id"].isna().sum(), before["employee_id"].isna().sum()),
        "Never contacted": (now["last"].isna().sum(), before["last"].isna().sum()),
        "When all goes well": (round(100 * good.mean()), 0),
    }
    for column, (label, (value, earlier)) in zip(st.columns(5), numbers.items(), strict=True):
        column.metric(label, int(value), int(value - earlier))
    left, right = st.columns([15, 8])
    left.plotly_chart(px.scatter(now.dropna(subset=["ratio", "view"]), x="ratio", y="view", color="sector_id", hover_name="name"))
    right.plotly_chart(px.bar(now.groupby(["tier", "state"]).size().reset_index(name="partners"), x="partners", y="tier", color="state"))
    st.dataframe(now[["name", "tier", "sector_id", "employee_id", "state", "days", "rhythm_days", "view"]], hide_index=True)


page()
