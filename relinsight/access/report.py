"""What an import tells about itself, what of it waits, and what taking it back did."""

from relinsight.warehouse.importing.preview import ChangedRow, ChangedRows, ColumnRead, Preview, Stretch, Value
from relinsight.warehouse.importing.remark import About, Remark
from relinsight.warehouse.importing.report import DaysOf, FileReport, ImportReport, Made, NearPartner, RejectedFor, Span, Waiting
from relinsight.warehouse.mending import Broken
from relinsight.warehouse.quarantine import Place
from relinsight.warehouse.undoing import Undone

__all__ = [
    "About",
    "Broken",
    "ChangedRow",
    "ChangedRows",
    "ColumnRead",
    "DaysOf",
    "FileReport",
    "ImportReport",
    "Made",
    "NearPartner",
    "Place",
    "Preview",
    "RejectedFor",
    "Remark",
    "Span",
    "Stretch",
    "Undone",
    "Value",
    "Waiting",
]
