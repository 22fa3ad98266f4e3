"""The record of who did what at the desk: rows are added and never changed, each with the sum of the last."""
