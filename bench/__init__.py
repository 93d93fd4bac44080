"""How fast the program is, as ratios to baselines of the same run."""
