"""What an import tells about itself."""

from relinsight.warehouse.importing.remark import About, Remark
from relinsight.warehouse.importing.report import DaysOf, FileReport, ImportReport, Made, NearPartner, RejectedFor, Span, Waiting

__all__ = ["About", "DaysOf", "FileReport", "ImportReport", "Made", "NearPartner", "RejectedFor", "Remark", "Span", "Waiting"]
