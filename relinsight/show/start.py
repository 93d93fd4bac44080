"""The first start: three ways in, so that nobody meets an empty page."""

from __future__ import annotations

import streamlit as st

from relinsight.shipped import lying
from relinsight.show import templates, work
from relinsight.show.bringing_in import bring_shipped
from relinsight.show.navigation import to_data
from relinsight.show.run import Run
from relinsight.words import clock
from relinsight.words.text import text


def show(run: Run) -> None:
    """The three ways in."""
    say = run.say
    work.shown(run)
    with st.container(gap="xxsmall"):
        st.caption(say(text("Strategic relationship insight")))
        st.title(say(text("Which partners does your city work with?")), anchor=False)
    st.markdown(say(text("There are no data yet. Choose one of three ways to begin; nothing leaves this machine.")))
    demo, register, own = st.columns(3, gap="medium")
    with demo, st.container(border=True, height="stretch"):
        _demo(run)
    with register, st.container(border=True, height="stretch"):
        _register(run)
    with own, st.container(border=True, height="stretch"):
        _own(run)


def _demo(run: Run) -> None:
    st.header(run.say(text("Look around in an invented city")), anchor=False)
    st.markdown(
        run.say(
            text(
                "A port city with 140 partners and three years of history, made up from the first word to the last. "
                "One action removes it again."
            )
        )
    )
    if st.button(run.say(text("Make the demo city")), key="start-demo", icon=":material/science:", width="stretch"):
        owner = run.city.owner
        work.begin(run, text("Demo city"), lambda tell: owner.fill_with_demo(at=clock.now(), progress=tell))


def _register(run: Run) -> None:
    st.header(run.say(text("See real open data")), anchor=False)
    st.markdown(
        run.say(text("The subsidy register of Amsterdam: 18,235 dossiers of 2016 to 2020, as the city published it on 9 March 2020."))
    )
    if st.button(run.say(text("Read the register")), key="start-register", icon=":material/account_balance:", width="stretch"):
        bring_shipped(run, REGISTER, "amsterdam-subsidies")


REGISTER = lying("data") / "amsterdam-subsidies" / "amsterdam_subsidieregister_2020-03-09.csv.gz"


def _own(run: Run) -> None:
    st.header(run.say(text("Bring your own files")), anchor=False)
    st.markdown(
        run.say(
            text(
                "CSV, Excel, Parquet or JSON, as another program wrote them, calendars (.ics) and address cards (.vcf): you see "
                "how they are read and what they would do before anything comes in."
            )
        )
    )
    to_data(run, text("Bring in files"), "bring")
    templates.offer(run)
