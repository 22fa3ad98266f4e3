"""What answers mean: tallies, intervals, the disclosure gate and scorecards. Pure: no clock, no chance."""
