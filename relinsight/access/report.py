"""What an import tells about itself."""

from relinsight.warehouse.importing.report import ImportReport

__all__ = ["ImportReport"]
