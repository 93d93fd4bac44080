"""How an import is to be carried out: each option is named here, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class ImportOptions:
    """What a caller may say beside the files.

    `record` says what a row is, where the name of the file does not tell; `profile` names how to read the files. `replace` empties
    the tables that they fill first; `as_of` is the day from which on files without dates change what holds, and up to which the meetings of
    a calendar were held, else today. `recognise` finds by itself how a file is read that does not tell it, where `record` and `role`
    say what a person knows of it. `with_private` has its private entries read too. `dry_run` checks and changes nothing. `made_by`
    says who brings the files in, `mends` names the run whose rejected rows they are.
    """

    record: str | None = None
    profile: str | Path | None = None
    replace: bool = False
    as_of: date | None = None
    with_private: bool = False
    dry_run: bool = False
    made_by: str | None = None
    mends: str | None = None
    recognise: bool = False
    role: str | None = None


AS_THEY_ARE = ImportOptions()
