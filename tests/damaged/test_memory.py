"""What is heavy is read or refused within bounds: all of it in one process of its own, whose memory is measured."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.damaged import heavy
from tests.damaged.trial import rehearsing, try_it, valid_city

MOST_MEGABYTES = 1_000
ROOT = Path(__file__).parents[2]
TAKEN = Path("/proc/self/status")  # what a parent took counts in getrusage, and not here


@pytest.mark.skipif(not TAKEN.exists(), reason="Only Linux tells what a process took at most.")
def test_no_file_takes_all_memory(tmp_path):
    tried = [sys.executable, "-m", "tests.damaged.test_memory", str(tmp_path)]
    ran = subprocess.run(tried, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    taken = {name: int(most) for name, _, most in (line.rpartition(": ") for line in ran.stdout.splitlines())}
    assert list(taken) == [variant.name for variant in heavy.VARIANTS]
    assert {name: most for name, most in taken.items() if most > MOST_MEGABYTES} == {}


def _try_all(folder: Path) -> None:
    with rehearsing(valid_city(folder)) as warehouse:
        for variant in heavy.VARIANTS:
            try_it(warehouse, variant, folder)
            print(f"{variant.name}: {_most_taken() >> 10}", flush=True)


def _most_taken() -> int:
    found = re.search(r"VmHWM:\s*(\d+) kB", TAKEN.read_text())
    return int(found.group(1)) if found else 0


if __name__ == "__main__":
    _try_all(Path(sys.argv[1]))
