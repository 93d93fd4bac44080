"""An empty Excel file of a record, which comes back without a profile."""
