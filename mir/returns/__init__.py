"""The leaders’ return: what those who lead say of themselves, by name, with evidence."""
