"""Surveys that an organisation makes for itself, in a browser, and the editions it publishes of them."""
