"""Read Excel workbooks: what a person sees in a cell is what is read."""
