"""A tablet that many people use one after another, with or without the internet."""
