"""One service over time: two rounds, or a line of many."""
