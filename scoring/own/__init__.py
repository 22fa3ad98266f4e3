"""A survey's own questions: how many chose what, and what of that may be told."""
