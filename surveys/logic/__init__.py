"""Safe conditions: read from a short line of text, kept as a frozen tree, true, false or unknown."""
