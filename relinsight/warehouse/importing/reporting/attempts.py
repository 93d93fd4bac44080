"""Contact moments of which nobody says that they took place: they count as attempts, and that is said."""

from __future__ import annotations

from relinsight.records.contacts import ContactMoment
from relinsight.warehouse.importing.remark import About
from relinsight.warehouse.importing.work import Work, arriving
from relinsight.words.name import Name
from relinsight.words.text import text

WITHOUT_PROFILE = text(
    "{file}: achieved is empty in every row, so all its contacts count as attempts and its partners look silent; "
    "add a column achieved with yes or no, or use a profile with {profile}."
)
IN_PROFILE = text(
    "{file}: achieved is empty in every row, so all its contacts count as attempts and its partners look silent; "
    "name the column that says it in the profile, or write {profile} there."
)
TOOK_PLACE = 'achieved = { constant = "yes" }'


def warn_of_attempts(work: Work) -> None:
    """Say of each file whose contacts all leave `achieved` empty that they reset no clock."""
    if ContactMoment not in work.fed:
        return
    silent = f"SELECT _sheet FROM {arriving(ContactMoment)} WHERE _sheet IS NOT NULL GROUP BY _sheet HAVING count(achieved) = 0 ORDER BY 1"
    for (sheet,) in work.run(silent):
        plan = work.plans[sheet]
        said = IN_PROFILE if plan.by_profile else WITHOUT_PROFILE
        work.remark(About.MOMENTS, said.with_values(file=Name(plan.sheet.file), profile=Name(TOOK_PLACE)))
