"""Numbers as the command line shows them to people."""

from __future__ import annotations

import pytest

from relinsight.command_line.speaking import rows


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1616544.61, "1616544.61"), (98499.5, "98499.5"), (-250000.0, "-250000"), (0.1 + 0.2, "0.3"), (2 / 3, "0.666667")],
)
def test_a_large_number_keeps_its_cents_and_a_small_one_six_digits(capsys: pytest.CaptureFixture[str], value: float, shown: str):
    rows([{"value": value}], json_wanted=False)
    assert capsys.readouterr().out.split() == ["value", shown]
