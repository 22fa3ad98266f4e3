"""Balancing answers to known totals, and what that costs."""
