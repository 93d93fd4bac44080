"""How an import is to be carried out."""

from relinsight.warehouse.importing.options import ImportOptions

__all__ = ["ImportOptions"]
