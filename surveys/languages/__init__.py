"""Wording in other languages, each sentence with a mark of the English it was made from."""
