"""What changed from one edition to the next, and what may still be compared."""
