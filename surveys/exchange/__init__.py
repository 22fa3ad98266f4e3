"""Answers and definitions in the forms that other programs write."""
