"""All damaged variants, by what is damaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.damaged import containers, dates, encodings, headers, lines, references, relations, typed, values, workbooks
from tests.damaged.variant import Variant

CHAPTERS: Mapping[str, Sequence[Variant]] = {
    "Letters": encodings.VARIANTS,
    "Delimiters, quotes and lines": lines.VARIANTS,
    "Headers and rows of form": headers.VARIANTS,
    "Numbers and words": values.VARIANTS,
    "Days": dates.VARIANTS,
    "Every record": references.EVERY_RECORD,
    "Between rows": relations.VARIANTS,
    "Workbooks": workbooks.VARIANTS,
    "JSON and Parquet": typed.VARIANTS,
    "Files that are none, packed or called otherwise": containers.VARIANTS,
}
VARIANTS: Mapping[str, Variant] = {variant.name: variant for chapter in CHAPTERS.values() for variant in chapter}
