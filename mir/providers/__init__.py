"""Organisations, their services, and who belongs to them."""
