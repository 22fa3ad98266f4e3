"""Rating schemes as data, and the whole sum behind every rating."""
