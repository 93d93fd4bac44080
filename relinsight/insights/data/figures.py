"""The figures at the top of the page: what is known, what waits for a person, and what was brought in."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.access.reader import Reader
from relinsight.access.waiting_names import Match, State
from relinsight.insights.blocks import KeyFigure
from relinsight.insights.data.mends import Known
from relinsight.insights.data.rows import Run
from relinsight.words.quantities import Percent
from relinsight.words.scope import Scope
from relinsight.words.text import Text, counted, text

ASKED = (State.ASKED, State.SEVERAL)
NOT_LOOSE = (State.COLLECTIVE, State.IN_TEXT)
FOR_THE_OWNER = text("for the owner")


def figures(reader: Reader, scope: Scope, found: Known, runs: Sequence[Run]) -> tuple[KeyFigure, ...]:
    """The five figures; what names wait is for the owner of the data alone."""
    names = reader.matches() if reader.rights.is_owner else None
    return (_known(scope, found), _to_mend(scope, runs), _to_confirm(scope, names), _loose(scope, names), _runs(scope, runs))


def share_known(found: Known) -> Percent:
    """The share of the figures that are known."""
    return Percent(1 - len(found.unknown) / found.total)


def _known(scope: Scope, found: Known) -> KeyFigure:
    return KeyFigure(
        "figures_known",
        text("Figures known"),
        text("{share}", share=share_known(found)) if found.total else None,
        scope.as_of,
        aside=text("{n} unknown", n=len(found.unknown)),
        definition=text(
            "The figures of partners that are a number or a state, of all that are asked for: each is one measure of one partner."
        ),
    )


def _to_mend(scope: Scope, runs: Sequence[Run]) -> KeyFigure:
    waiting = [run.waiting for run in runs if run.waiting]
    return KeyFigure(
        "rows_to_mend",
        text("Rows to mend"),
        text("{n}", n=sum(waiting)),
        scope.as_of,
        aside=counted("of {n} run", "of {n} runs", len(waiting)) if waiting else None,
        definition=text("Rows that an import rejected and that nobody mended, set aside or took back."),
    )


def _to_confirm(scope: Scope, names: Sequence[Match] | None) -> KeyFigure:
    return KeyFigure(
        "names_to_confirm",
        text("Names to confirm"),
        _ids([match for match in names if match.state in ASKED]) if names is not None else None,
        scope.as_of,
        unknown=FOR_THE_OWNER,
        definition=text("Names that look like a partner that we have, and partners that look like each other; a person says who it is."),
    )


def _loose(scope: Scope, names: Sequence[Match] | None) -> KeyFigure:
    loose = [match for match in names or () if match.origin.dealings and match.named_id is None and match.state not in NOT_LOOSE]
    dealings = sum({match.id: match.origin.dealings for match in loose}.values())
    return KeyFigure(
        "organisations_loose",
        text("Organisations loose"),
        _ids(loose) if names is not None else None,
        scope.as_of,
        aside=counted("{n} dealing", "{n} dealings", dealings) if loose else None,
        unknown=FOR_THE_OWNER,
        definition=text("Organisations of dealings that are no partner and no collective name, whenever these dealings were."),
    )


def _runs(scope: Scope, runs: Sequence[Run]) -> KeyFigure:
    undone = sum(run.is_undone for run in runs)
    return KeyFigure(
        "runs",
        text("Runs"),
        text("{n}", n=len(runs)),
        scope.as_of,
        aside=text("{n} taken back", n=undone) if undone else None,
        definition=text("Imports and changes by hand so far, those that were taken back too."),
    )


def _ids(found: Sequence[Match]) -> Text:
    return text("{n}", n=len({match.id for match in found}))
