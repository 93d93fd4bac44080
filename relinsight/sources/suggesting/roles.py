"""Our role in the dealings of a file, by the words of its name and of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from relinsight.sources.headers import plain
from relinsight.sources.suggesting.seen import Seen

LEAST = 6  # letters: shorter words stand within others
ROLES = (
    ("permit_authority", ("vergunning", "permit", "ontheffing", "evenementenvergunning", "licence", "license")),
    ("regulator", ("inspectie", "inspection", "toezicht", "handhaving", "kleur", "oordeel", "risico", "overtreding")),
    ("landowner", ("erfpacht", "huur", "verhuur", "lease", "rent", "tenant", "perceel")),
    ("co_creator", ("convenant", "covenant", "samenwerking", "intentieovereenkomst", "memorandum", "partnership agreement")),
    ("client", ("contract", "inkoop", "leverancier", "supplier", "vendor", "opdracht", "factuur", "invoice", "purchase", "aanbesteding")),
    ("shareholder", ("aandeel", "aandelen", "deelneming", "shareholding")),
    ("subsidy_provider", ("subsid", "grant", "verleend", "toegekend", "award", "aangevraagd", "regeling", "bijdrage")),
)
# Those with whom a city deals, each with the word of what it is to them.
PARTIES = (
    *("huurder", "pachter", "aanvrager", "begunstigde", "ontvanger", "houder", "leverancier", "opdrachtnemer", "contractant", "overtreder"),
    *("crediteur", "tenant", "lessee", "leaseholder", "grantee", "recipient", "beneficiary", "applicant", "supplier", "vendor"),
    *("contractor", "licensee", "payee"),
)


def names_a_party(header: Sequence[str]) -> bool:
    """Whether the words of a header say what somebody is in a dealing, such as a tenant or an applicant."""
    return any(part.endswith(PARTIES) for part in header)


def names_a_role(header: str) -> bool:
    """Whether a header speaks of a role of ours, such as a permit or a contract."""
    said = plain(header)
    return any(word in said for _, words in ROLES for word in words if len(word) >= LEAST)


def role_of(what: Seen) -> tuple[str, str]:
    """The role, and what it was told by."""
    if what.role is not None:
        return what.role, "our role, as you say"
    said = " ".join((plain(what.sheet.path.stem), *(plain(column.header) for column in what.columns)))
    found = max(ROLES, key=lambda role: sum(said.count(word) for word in role[1]))
    words = [word for word in found[1] if word in said]
    if words:
        return found[0], f"our role, as '{words[0]}' in the headers or the name of the file says"
    return "subsidy_provider", "no word says what our role is; mend it where it is another one"
