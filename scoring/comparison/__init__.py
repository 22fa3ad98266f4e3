"""A service beside others like it: what is expected, what is not, and how sure that is."""
