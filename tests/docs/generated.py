"""Write the generated pages of docs/ anew: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from relinsight.languages.sentence import Speaker  # noqa: E402
from relinsight.measures import catalogue  # noqa: E402
from relinsight.records import dictionary  # noqa: E402
from tests.damaged import page  # noqa: E402
from tests.newcomer import page as newcomer  # noqa: E402

PAGES = {
    "measures.md": lambda: catalogue.as_markdown(Speaker("en")),
    "columns.md": dictionary.as_markdown,
    "damaged-files.md": page.as_markdown,
    "newcomer.md": newcomer.as_markdown,
}

if __name__ == "__main__":
    for name, written in PAGES.items():
        (ROOT / "docs" / name).write_text(written(), encoding="utf-8")
