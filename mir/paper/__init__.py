"""Answers on paper: what a booklet asks, and typing in what came back."""
