"""What one run of the script has in hand: who reads, what is asked, and in which language it is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote_plus

import streamlit as st

from relinsight.access.city import City
from relinsight.access.reader import Reader
from relinsight.languages.sentence import Speaker
from relinsight.show.address import Request, link
from relinsight.show.markdown import for_markdown
from relinsight.words.scope import Scope

KEY = "run"
TO_DOSSIER = "to-dossier"  # whose dossier a click in a table asked for


@dataclass(frozen=True)
class Run:
    """The city, the reader, the request and the page of this run."""

    city: City
    reader: Reader
    request: Request
    page: str

    @property
    def scope(self) -> Scope:
        """What is asked."""
        return self.request.scope

    @cached_property
    def dossiers(self) -> str:
        """The address of a partner's dossier with the whole scope, but for the partner's id at its end."""
        return link("partner", "")

    def dossier(self, partner: str) -> str:
        """The address of one partner's dossier."""
        return f"{self.dossiers}{quote_plus(partner)}"

    @cached_property
    def say(self) -> Speaker:
        """Who says it, in markdown."""
        return Speaker(self.request.language, for_markdown)

    @cached_property
    def plain(self) -> Speaker:
        """Who says it in plain text, for cells and file names."""
        return Speaker(self.request.language)


def begin(run: Run) -> None:
    """Keep this run for the page that follows."""
    st.session_state[KEY] = run


def now() -> Run:
    """The run that the frame began."""
    return st.session_state[KEY]
