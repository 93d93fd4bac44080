"""An import, step by step: reading, naming, settling, checking, storing and reporting; `steps` has their order.

The steps share a `Work`: its plans, and for each record one table of the rows that arrive. What a step finds for itself it keeps as a
table whose name it passes on.
"""
