"""Names under which many are put together: no organisation."""

from __future__ import annotations

from relinsight.sources.headers import plain
from relinsight.sources.suggesting.columns import Column

COLLECTIVE = frozenset(
    {
        *("particulier", "particulieren", "natuurlijk_persoon", "natuurlijke_personen", "priv_persoon", "prive_persoon", "privepersoon"),
        *("private_individual", "private_individuals", "private_person", "individual", "individuals", "diverse", "divers", "diversen"),
        *("various", "various_organisations", "diverse_partijen", "diverse_organisaties", "overige", "overig", "anoniem", "anonymous"),
        *("bewoner", "bewoners", "inwoner", "inwoners", "residents", "eenmanszaak", "niet_openbaar", "afgeschermd", "geanonimiseerd"),
        *("redacted", "zzp", "zzp_er", "leden", "members", "burger", "burgers"),
    }
)


def collective_names(column: Column) -> tuple[str, ...]:
    """The names of a column under which many are put together."""
    return tuple(word for word in column.counts if plain(word) in COLLECTIVE)
