"""Arrow under names that the type checker accepts: pyarrow brings no types of its own."""

from __future__ import annotations

from typing import Any, TypeAlias

import pyarrow
from pyarrow import compute as pyarrow_compute
from pyarrow import csv as pyarrow_csv

Batch: TypeAlias = Any
ArrowTable: TypeAlias = Any
Array: TypeAlias = Any
Schema: TypeAlias = Any
arrow: Any = pyarrow
compute: Any = pyarrow_compute
arrow_csv: Any = pyarrow_csv
