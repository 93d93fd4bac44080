"""The page about the data on the screen: beside its answer stands what its owner can do, a view each."""
