"""Answers going out for analysts, long or wide, with a codebook, and read back."""
