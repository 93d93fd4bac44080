"""All damaged variants, by what is damaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.damaged import (
    calendars,
    containers,
    dates,
    further,
    headers,
    heavy,
    letters,
    lines,
    references,
    relations,
    reported,
    typed,
    values,
    workbooks,
)
from tests.damaged.variant import Variant

LIGHT: Mapping[str, Sequence[Variant]] = {
    "Letters": letters.VARIANTS,
    "Delimiters, quotes and lines": lines.VARIANTS,
    "Headers and rows of form": headers.VARIANTS,
    "Numbers and words": values.VARIANTS,
    "Days": dates.VARIANTS,
    "Between rows": relations.VARIANTS,
    "Workbooks": workbooks.VARIANTS,
    "JSON and Parquet": typed.VARIANTS,
    "Calendars and address cards": calendars.VARIANTS,
    "Files that are none, packed or called otherwise": containers.VARIANTS,
    "As other programs had it reported": reported.VARIANTS,
    "What nobody expects": further.VARIANTS,
    "Every record": references.EVERY_RECORD,
}
CHAPTERS = {**LIGHT, "Files that would take all memory": heavy.VARIANTS}
VARIANTS: Mapping[str, Variant] = {variant.name: variant for chapter in LIGHT.values() for variant in chapter}
