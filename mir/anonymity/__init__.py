"""Trying to find out whose answers are whose, to prove that nobody can."""
